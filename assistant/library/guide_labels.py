"""Labels of a direction's sections, as guides print them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.direction import SectionKind
from assistant.domain.notice import Furniture, Span

_KINDS: tuple[tuple[SectionKind, tuple[str, ...]], ...] = (
    ("research_content", (
        "研究内容和考核指标", "研究内容及考核指标", "主要研究内容", "研究内容", "研究目标", "研究任务",
    )),
    ("assessment_indicators", (
        "主要考核指标", "考核指标", "预期指标", "预期目标", "预期成果",
    )),
    ("requirements", (
        "有关说明", "其他要求", "其它要求", "其他说明", "其它说明", "相关说明", "有关要求", "申报要求", "特殊说明",
    )),
)  # fmt: skip
_KIND_OF: dict[str, SectionKind] = {label: kind for kind, labels in _KINDS for label in labels}
_NAMES = "|".join(r"[ \t]*".join(label) for label in _KIND_OF)
_LABEL = re.compile(rf"(?:^|(?<=。))[ \t\u3000]*(?P<label>{_NAMES})[ \t]*[:：]", re.MULTILINE)
"""At the start of a line, or behind a sentence where the line break was lost; a section word without colon is text."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label with its place."""

    kind: SectionKind
    name: str
    """As printed, without white space and colon."""
    span: Span
    """Label with its colon."""


def find_labels(text: str, start: int, end: int, furniture: Sequence[Furniture] = ()) -> Iterator[Label]:
    """Yield the labels of `text[start:end]` in order; `start` must be the start of a line."""
    for found in _LABEL.finditer(text, start, end):
        span = Span(found.start("label"), found.end())
        name = "".join(found["label"].split())
        if not any(item.span.contains(span) for item in furniture):
            yield Label(_KIND_OF[name], name, span)


def starts_with_label(line: str) -> bool:
    """Say whether the line opens a section."""
    return _LABEL.match(line) is not None
