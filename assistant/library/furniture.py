"""Characters of a notice that belong to the page and not to the notice: web navigation, marks of the extraction."""

import re
from collections.abc import Iterator, Sequence

from pydantic import BaseModel, ConfigDict

from assistant.domain.notice import Furniture, Span
from assistant.library.lines import subtract

MARK = "排版标记"
_MARKS = re.compile(
    r"^[ \t]*(?P<heading>\#{1,6})[ ]"
    r"|^[ \t]*(?P<bullet>-)[ ](?=\S)"
    r"|(?P<open>\[)(?=[^\[\]\n]+\]\([^()\n]*\))"
    r"|(?<=[^\[\n])(?P<close>\]\([^()\n]*\))",
    re.MULTILINE | re.VERBOSE,
)


class DeclaredFurniture(BaseModel):
    """A range of the notice that `programme.yaml` names as no part of it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    """What it is: 网页导航, 网页页脚 …"""
    first: str
    """Words that the range begins with, exactly as in the notice."""
    last: str
    """Words that it ends with; the nearest place at or behind `first`."""


def find_declared(text: str, declared: Sequence[DeclaredFurniture]) -> Iterator[Furniture | DeclaredFurniture]:
    """Yield each declared range, in their order, or the declaration itself where the notice lacks its words."""
    position = 0
    for item in declared:
        start = text.find(item.first, position)
        last = text.find(item.last, start) if start >= 0 else -1
        if last < 0:
            yield item
            continue
        position = last + len(item.last)
        yield Furniture(item.name, Span(start, position))


def find_marks(text: str, taken: Sequence[Furniture]) -> Iterator[Furniture]:
    """Yield Markdown's heading, list and link marks outside the furniture that is known already."""
    spans = sorted(item.span for item in taken)
    for found in _MARKS.finditer(text):
        name = found.lastgroup
        if name:
            for piece in subtract(text, Span(*found.span(name)), spans):
                yield Furniture(MARK, piece)
