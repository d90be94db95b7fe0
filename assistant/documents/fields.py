"""A document read as a form: which form it is, and what its fields hold."""

from collections.abc import Sequence
from pathlib import Path

from assistant.documents.grid import assemble
from assistant.documents.labels import book_of
from assistant.documents.lines import STREAM, LineReader
from assistant.documents.reading import read_document
from assistant.documents.rows import read_items
from assistant.domain.draft import Document, Draft, View
from assistant.domain.form import Form

_TITLE_WEIGHT = 3.0
_LEAST_LABELS = 2
_PARTS = frozenset({"body", "text_box"})
"""Parts of a document in which labels are looked for."""


def recognise(document: Document, forms: Sequence[Form]) -> Draft:
    """Return the document read as that form whose labels and heading it fits best.

    Args:
        document: the document.
        forms: at least one; with one only it is used whatever the document holds. Of two that fit alike the first wins.
    """
    drafts = [_read_as(document, form) for form in forms]
    fits = [_measure(draft, form) for draft, form in zip(drafts, forms, strict=True)]
    return drafts[fits.index(max(fits))]


def choose_form(document: Document, forms: Sequence[Form]) -> Form | None:
    """Return the form that the document fits best; None where neither a heading nor two labels of any are in it."""
    fits = [_measure(_read_as(document, form), form) for form in forms]
    best = max(fits, default=0.0)
    return forms[fits.index(best)] if best > _LEAST_LABELS else None


def read_draft(path: Path, forms: Sequence[Form], view: View = "accepted") -> Draft:
    """Return the file read as the best of the forms.

    Raises:
        UnreadableFileError: the file cannot be read.
    """
    return recognise(read_document(path, view), forms)


def _read_as(document: Document, form: Form) -> Draft:
    items = assemble(block for block in document.blocks if block.kind in STREAM and block.where.part in _PARTS)
    lines = LineReader(book_of(form), items)
    read_items(lines, items)
    return lines.finish(document, form.name)


def _measure(draft: Draft, form: Form) -> float:
    """Labels found, with their share of the form as the tie-breaker, and a bonus for the form's own heading."""
    wanted = {spec.label for spec in form.fields}
    found = len(wanted & {item.label for item in draft.fields})
    book = book_of(form)
    titled = any(book.is_own_title(block.text) for block in draft.document.blocks if block.kind in STREAM)
    return found + found / max(1, len(wanted)) + _TITLE_WEIGHT * titled
