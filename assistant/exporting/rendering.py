"""A filled form as bytes that our reader reads back as they were written: where one layout fails, the next is tried."""

from collections.abc import Callable, Mapping
from datetime import date

from assistant.documents.fields import recognise
from assistant.documents.reading import read_bytes
from assistant.domain.exported import ExportFormat, FilledForm, Item, Layout
from assistant.exporting.comparing import find_changed

_SHORT = 120
"""Width up to which a value stands behind its label on one line; a Han character counts 2. Sentences stand below."""
_ROUNDS = 5
Render = Callable[[FilledForm, Mapping[int, Layout]], bytes]


def render(filled: FilledForm, kind: ExportFormat, made_on: date) -> tuple[bytes, tuple[str, ...]]:
    """Return the file, and the labels of the items that it still gives back otherwise."""
    choices: list[tuple[Layout, ...]] = [
        ("bare",) if filled.form.whole else _list_layouts(item, kind) for item in filled.items
    ]
    tried = [0] * len(choices)
    best: tuple[bytes, tuple[str, ...]] | None = None
    for _ in range(_ROUNDS):
        layouts: dict[int, Layout] = {place: one[min(tried[place], len(one) - 1)] for place, one in enumerate(choices)}
        data = _renderer(kind, made_on)(filled, layouts)
        read = recognise(read_bytes(f"x.{kind}", data), [filled.form])
        lost, differing = find_changed(filled, read, kind)
        if best is None or len(differing) < len(best[1]):
            best = data, tuple(differing)
        stubborn = [
            place
            for place, item in enumerate(filled.items)
            if item.spec.label in (lost or differing) and tried[place] + 1 < len(choices[place])
        ]
        if not stubborn:
            break
        for place in stubborn:
            tried[place] += 1
    return best or (b"", ())


def _list_layouts(item: Item, kind: ExportFormat) -> tuple[Layout, ...]:
    """Return the layouts that the item may take, the official one first."""
    if kind == "docx" and item.spec.row:
        return ("beside", "inside")
    short = len(item.lines) == 1 and not item.lines[0].number and _is_value(item.text)
    plain: tuple[Layout, ...] = ("beside", "below") if short else ("below", "beside")
    if any(line.number for line in item.lines):
        plain = ("below",)
    return (*plain, "boxed", "inside") if kind == "docx" else plain


def _is_value(text: str) -> bool:
    return len(text) + sum(not sign.isascii() for sign in text) <= _SHORT and not text.endswith("。")


def _renderer(kind: ExportFormat, made_on: date) -> Render:
    if kind == "docx":
        from assistant.reporting.forms.word import render_word  # noqa: PLC0415 - the library of Word files takes long

        return lambda filled, layouts: render_word(filled, layouts, made_on)
    from assistant.reporting.forms.plain import render_markdown, render_text  # noqa: PLC0415 - as above

    return render_markdown if kind == "md" else render_text
