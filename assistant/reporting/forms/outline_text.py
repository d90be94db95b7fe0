"""The outline of a proposal as Markdown or plain text, and the words that every kind of outline shows."""

from collections.abc import Iterator

from assistant.domain.coverage import ItemKind
from assistant.domain.filled import mark
from assistant.domain.outline import Outline, OutlineItem
from assistant.reporting.forms.plain import escape

ITEMS: dict[str, ItemKind] = {"研究内容": "research_content", "考核指标": "assessment_indicator"}
CHECKLIST = "申报要求核对表"
ASKED = "【指南要求】"
"""Before the guide's words, which the applicant deletes when the text is written."""
WHOLE = "【指南原文】"
HOWTO = "每个小标题是指南的一项要求，原文引在下面；写完一项，删去引文和待补充的记号。"


def render_outline_text(outline: Outline, *, markdown: bool = True) -> str:
    """Return the outline as text: in Markdown, or plain."""

    def show(text: str) -> str:
        return escape(text) if markdown else text

    head, part, quote = ("# ", "## ", "> ") if markdown else ("", "", "")
    lines = [f"{head}{outline.heading}提纲", show(name_direction(outline)), HOWTO]
    lines += [
        f"{show(one.label)}：{show(one.text or mark(one.label))}" for one in outline.fields if one.label not in ITEMS
    ]
    for label, kind in ITEMS.items():
        lines += [f"{part}{label}", f"{quote}{WHOLE}{show(find_whole(outline, kind))}"]
        for number, item in number_items(outline, kind):
            title = show(f"{number}. {item.heading}")
            lines += [
                f"### {title}" if markdown else title,
                f"{quote}{ASKED}{show(item.quote)}",
                mark(say_wanted(kind)),
            ]
    lines.append(f"{part}{CHECKLIST}")
    for one in outline.demands:
        lines.append(f"{'- [ ]' if markdown else '☐'} {'、'.join(one.about)}（{one.scope}）：“{show(one.quote)}”")
    return "\n\n".join(lines)


def name_direction(outline: Outline) -> str:
    """Return the guide and the direction."""
    return f"{outline.guide}　{outline.number} {outline.title}"


def say_wanted(kind: ItemKind) -> str:
    """Return what the applicant is to write for an item."""
    return "研究对象、方法和要得到的结果" if kind == "research_content" else "承诺的指标值、测试条件和考核方式"


def find_whole(outline: Outline, kind: ItemKind) -> str:
    """Return the guide's whole text of that kind."""
    return outline.research_content if kind == "research_content" else outline.assessment_indicators


def number_items(outline: Outline, kind: ItemKind) -> Iterator[tuple[int, OutlineItem]]:
    """Yield the items of a kind with their numbers, from 1."""
    yield from enumerate((one for one in outline.items if one.kind == kind), start=1)
