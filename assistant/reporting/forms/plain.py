"""A form as Markdown or plain text: a label a line or before its text, one line a paragraph."""

import re
from collections.abc import Mapping

from assistant.domain.exported import CITED_NOTE, FilledForm, Item, Layout, TextLine
from assistant.reporting.forms.characters import fit_line
from assistant.reporting.forms.wording import APPENDIX, LOOSE_NOTE

_MARKS = re.compile(r"[\\`*_\[\]<>|]")
_OPENING = re.compile(r"^([#+~-])")
_UNDERLINE = re.compile(r"^=+\s*$")


def render_text(filled: FilledForm, layouts: Mapping[int, Layout]) -> bytes:
    """Return the form as a .txt; `layouts` by the place of the item."""
    parts = [fit_line(filled.heading), *(_item(item, layouts[place]) for place, item in enumerate(filled.items))]
    loose = [APPENDIX, LOOSE_NOTE, *map(fit_line, filled.loose)] if filled.loose else []
    cited = [APPENDIX, CITED_NOTE, *map(fit_line, filled.cited)] if filled.cited else []
    return ("\n\n".join([*parts, *("\n".join(one) for one in (loose, cited) if one)]) + "\n").encode()


def render_markdown(filled: FilledForm, layouts: Mapping[int, Layout]) -> bytes:
    """Return the form as a .md, marks of the language escaped in the author's text."""
    items = (_marked_item(item, layouts[place]) for place, item in enumerate(filled.items))
    parts = [f"# {escape(filled.heading)}", *items]
    loose = [f"## {APPENDIX}", LOOSE_NOTE, *map(escape, filled.loose)] if filled.loose else []
    cited = [f"## {APPENDIX}", CITED_NOTE, *map(escape, filled.cited)] if filled.cited else []
    return ("\n\n".join([*parts, *loose, *cited]) + "\n").encode()


def escape(text: str) -> str:
    """Return a line of plain text so that Markdown shows it unchanged."""
    line = _MARKS.sub(r"\\\g<0>", fit_line(text))
    if _UNDERLINE.match(line):
        return f"<span></span>{line}"  # a line of = alone would make a heading of the line above
    return _OPENING.sub(r"\\\1", line)


def show_number(line: TextLine) -> str:
    """Return a line with its number as text."""
    gap = " " if line.number[-1:] in (".", ")", "•") else ""
    return f"{line.number}{gap}{line.text}"


def _item(item: Item, layout: Layout) -> str:
    lines = [fit_line(show_number(line)) for line in item.lines]
    if layout == "bare":
        return "\n".join(lines)
    label = fit_line(item.spec.label)
    if not lines:
        return label
    return "\n".join([f"{label}：{lines[0]}", *lines[1:]] if layout == "beside" else [f"{label}：", *lines])


def _marked_item(item: Item, layout: Layout) -> str:
    lines = [escape(show_number(line)) for line in item.lines]
    if layout == "bare":
        return "\n\n".join(lines)
    label = escape(item.spec.label)
    if not lines:
        return f"## {label}"
    if layout == "beside":
        return "\n\n".join([f"**{label}：**{lines[0]}", *lines[1:]])
    return "\n\n".join([f"### {label}", *lines])
