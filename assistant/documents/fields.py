"""A document read as a form: which form it is, and what its fields hold."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from operator import add
from pathlib import Path

from assistant.documents.grid import assemble
from assistant.documents.labels import book_of
from assistant.documents.lines import STREAM, LineReader
from assistant.documents.reading import read_document
from assistant.documents.rows import read_items
from assistant.domain.draft import Block, Document, Draft, Field, View
from assistant.domain.form import Form
from assistant.text import bare

_TITLE_WEIGHT = 3.0
_LEAST_LABELS = 2
_LONGEST_HEAD = 120
"""Characters within which a label at the head of a line ends, and a title is whole."""
_MORE = re.compile(r"[:：∶︰﹕]")
_NO_LETTERS = re.compile(r"[\W_]+")
"""Dropped first, since what is left is normalised already and costs nothing more."""
_PARTS = frozenset({"body", "text_box"})
"""Parts of a document in which labels are looked for."""


def recognise(document: Document, forms: Sequence[Form]) -> Draft:
    """Return the document read as that form whose labels and heading it fits best.

    Args:
        document: the document.
        forms: at least one; with one only it is used whatever the document holds. Of two that fit alike the first wins.
    """
    if len(forms) == 1:
        return _read_as(document, forms[0])
    return _find_best(document, forms)[1]


def choose_form(document: Document, forms: Sequence[Form]) -> Form | None:
    """Return the form that the document fits best; None where neither a heading nor two labels of any are in it."""
    if not forms:
        return None
    place, draft = _find_best(document, forms)
    return forms[place] if is_sure(draft, forms[place]) else None


def is_sure(draft: Draft, form: Form) -> bool:
    """Say whether a document read as that form has its heading or more than two of its labels."""
    return measure_fit(draft, form) > _LEAST_LABELS


def _find_best(document: Document, forms: Sequence[Form]) -> tuple[int, Draft]:
    """Return the place of the best form and the document read as it.

    Reading is dear, looking for words is not: a form whose words in the whole text, if all of them were labels, would
    fit worse than one that was read is not read any more.
    """
    pieces = "".join([_possible(block.text) for block in document.blocks if _is_authored(block)])
    text = bare(_NO_LETTERS.sub("", pieces))
    pairs = frozenset(map(add, text, text[1:]))
    bounds = [_Bound(form, text, pairs) for form in forms]
    best: tuple[float, int, Draft] | None = None
    for place in sorted(range(len(forms)), key=lambda one: -bounds[one].likely):
        if best is not None and bounds[place].is_below((best[0], -best[1]), -place):
            continue
        draft = _read_as(document, forms[place])
        fit = measure_fit(draft, forms[place])
        if best is None or (fit, -place) > (best[0], -best[1]):
            best = fit, place, draft
    if best is None:
        raise ValueError("no form")
    return best[1], best[2]


class _Bound:
    """How well a document can fit a form at most.

    Args:
        form: the form.
        text: all of the document's text in which labels and titles may stand, bare.
        pairs: its pairs of neighbouring characters.
    """

    def __init__(self, form: Form, text: str, pairs: Collection[str]) -> None:
        self._form, self._text, self._book = form, text, book_of(form)
        self._named = self._book.list_named(text, pairs)
        self._titled = self._book.titles.may_be_titled(text)

    @property
    def likely(self) -> float:
        """The fit by names and titles alone."""
        return _weigh(len(self._named), self._form, titled=self._titled)

    def is_below(self, best: tuple[float, int], rank: int) -> bool:
        """Say whether the form cannot fit as well as the best one; patterns are looked for while that may matter."""
        patterned = self._book.list_patterned()
        most = len(self._named | patterned.keys())
        for label in patterned.keys() - self._named:
            if self._weigh(most, rank) < best:
                return True
            most -= patterned[label].search(self._text) is None
        return self._weigh(most, rank) < best

    def _weigh(self, found: int, rank: int) -> tuple[float, int]:
        return _weigh(found, self._form, titled=self._titled), rank


def read_draft(path: Path, forms: Sequence[Form], view: View = "accepted") -> Draft:
    """Return the file read as the best of the forms.

    Raises:
        UnreadableFileError: the file cannot be read.
    """
    return recognise(read_document(path, view), forms)


def _read_as(document: Document, form: Form) -> Draft:
    items = assemble(block for block in document.blocks if _is_authored(block) and block.where.part in _PARTS)
    lines = LineReader(book_of(replace(form, fields=(), extras=()) if form.whole else form), items)
    read_items(lines, items)
    draft = lines.finish(document, form.name)
    return _put_together(draft, form) if form.whole else draft


def _put_together(draft: Draft, form: Form) -> Draft:
    """Return the draft with all its lines in the form's one item."""
    lines = draft.unassigned
    if not lines:
        return draft
    label = form.fields[0].label
    placed = tuple(replace(line, where=line.where.model_copy(update={"field": label})) for line in lines)
    whole = Field(label=label, printed_label="", lines=placed, where=placed[0].where, unread=draft.document.unread)
    return replace(draft, fields=(whole,), unassigned=())


def measure_fit(draft: Draft, form: Form) -> float:
    """Labels found, with their share of the form as the tie-breaker, and a bonus for the form's own heading."""
    wanted = {spec.label for spec in form.fields if not form.whole}
    found = len(wanted & {item.label for item in draft.fields})
    book = book_of(form)
    titled = any(book.titles.is_own_title(block.text) for block in draft.document.blocks if block.kind in STREAM)
    return _weigh(found, form, titled=titled)


def _is_authored(block: Block) -> bool:
    """Say whether a block is text of the author; a table of contents only names it."""
    return block.kind in STREAM and not block.contents


def _possible(text: str) -> str:
    """Return the part of a paragraph in which a label or a title may stand: its head, all of it where more may."""
    return text if _MORE.search(text, _LONGEST_HEAD) or "\n" in text else text[:_LONGEST_HEAD]


def _weigh(found: int, form: Form, *, titled: bool) -> float:
    return found + found / max(1, len({spec.label for spec in form.fields})) + _TITLE_WEIGHT * titled
