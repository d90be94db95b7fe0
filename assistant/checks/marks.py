"""Our own marks 【待补充：…】 in a draft: what bears only them is not written yet."""

from dataclasses import replace

from assistant.domain.draft import Draft, Field, FieldLine
from assistant.domain.filled import MARK


def leave_out_marks(draft: Draft) -> Draft:
    """Return the draft without the marks; an item that holds nothing else is blank."""
    if not any("【待" in line.text for field in draft.fields for line in field.lines):
        return draft
    return replace(draft, fields=tuple(map(_clear, draft.fields)))


def _clear(field: Field) -> Field:
    lines = (_clear_line(line) for line in field.lines)
    return replace(field, lines=tuple(line for line in lines if line.text.strip()))


def _clear_line(line: FieldLine) -> FieldLine:
    return replace(line, text=MARK.sub("", line.text)) if MARK.search(line.text) else line
