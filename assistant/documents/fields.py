"""The fields of a form found in a document by their labels, whatever the layout."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from assistant.documents.grid import Cell, Table, assemble
from assistant.documents.inline import View
from assistant.documents.labels import Label, LabelBook, book_of
from assistant.documents.reading import read_document
from assistant.documents.siblings import Outline, read_outline
from assistant.domain.draft import Block, Document, Draft, Field, FieldLine, Location, Unread
from assistant.domain.form import FieldSpec, Form
from assistant.text import squash

_STREAM = frozenset({"paragraph", "heading", "cell", "text_box"})
_YEAR = r"(?:\d{4}|[〇零○一二三四五六七八九]{4})"
_PART = r"\s*[\d一二三四五六七八九十]{1,3}\s*"
_DATE = re.compile(rf"^[(（]?{_YEAR}\s*[年./-]{_PART}[月./-](?:{_PART}日?)?[)）]?$")
_ORDINAL = re.compile(r"^[\d一二三四五六七八九十.、()（）]*$")
_DATE_LABEL = "日期"
_TITLE_WEIGHT = 3.0
_LEAST_DATA_COLUMNS = 3


def recognise(document: Document, forms: Sequence[Form]) -> Draft:
    """Return the document read as that form whose labels and heading it fits best.

    Args:
        document: the document.
        forms: at least one; with one only it is used whatever the document holds. Of two that fit alike the first wins.
    """
    drafts = [_Recogniser(document, form).read() for form in forms]
    fits = [_measure(draft, form) for draft, form in zip(drafts, forms, strict=True)]
    return drafts[fits.index(max(fits))]


def choose_form(document: Document, forms: Sequence[Form]) -> Form | None:
    """Return the form that the document fits best; None where not even two labels or a heading of any are in it."""
    fits = [_measure(_Recogniser(document, form).read(), form) for form in forms]
    best = max(fits, default=0.0)
    return forms[fits.index(best)] if best > 2 else None  # noqa: PLR2004 - two labels give more than two with their share


def read_draft(path: Path, forms: Sequence[Form], view: View = "accepted") -> Draft:
    """Return the file read as the best of the forms.

    Raises:
        UnreadableFileError: the file cannot be read.
    """
    return recognise(read_document(path, view), forms)


def _measure(draft: Draft, form: Form) -> float:
    """Labels found, with their share of the form as the tie-breaker, and a bonus for the form's own heading."""
    wanted = {spec.label for spec in form.fields}
    found = len(wanted & {item.label for item in draft.fields})
    book = book_of(form)
    titled = any(book.is_own_title(block.text) for block in draft.document.blocks if block.kind in _STREAM)
    return found + found / max(1, len(wanted)) + _TITLE_WEIGHT * titled


@dataclass(slots=True)
class _Open:
    """A field that is being read."""

    spec: FieldSpec
    extra: bool
    printed: str
    where: Location
    outline: Outline | None = None
    lines: list[FieldLine] = field(default_factory=list[FieldLine])
    paragraphs: set[int | None] = field(default_factory=set[int | None])

    def close(self, unread: Iterable[Unread]) -> Field:
        return Field(
            label=self.spec.label,
            printed_label=self.printed,
            lines=tuple(self.lines),
            where=self.where,
            unread=tuple(
                item for item in unread if item.where.paragraph in self.paragraphs and item.where.part == "body"
            ),
        )


class _Recogniser:
    """Walks the document once; `_current` is the field that takes the next line without a label."""

    def __init__(self, document: Document, form: Form) -> None:
        self._document = document
        self._form = form
        self._book: LabelBook = book_of(form)
        self._fields: list[_Open] = []
        self._unassigned: list[FieldLine] = []
        self._current: _Open | None = None

    def read(self) -> Draft:
        blocks = [block for block in self._document.blocks if block.kind in _STREAM]
        for item in assemble(block for block in blocks if block.where.part in {"body", "text_box"}):
            if isinstance(item, Table):
                self._read_table(item)
            else:
                self._read_block(item)
        self._split_closing_date()
        notes = [_line(block, None, 0, len(block.text)) for block in self._document.blocks if block.kind == "footnote"]
        return Draft(
            document=self._document,
            form=self._form.name,
            fields=tuple(item.close(self._document.unread) for item in self._fields),
            unassigned=(*self._unassigned, *notes),
        )

    def _read_block(self, block: Block, *, in_cell: bool = False) -> None:
        """Read a paragraph; each line of it, since authors also break lines inside one."""
        if self._current is not None:
            self._current.paragraphs.add(block.where.paragraph)
        text = _blank_placeholders(block)
        start = 0
        for line in text.split("\n"):
            if line.strip():
                self._read_line(block, text, start, start + len(line), in_cell=in_cell)
            start += len(line) + 1

    def _read_line(self, block: Block, text: str, start: int, end: int, *, in_cell: bool) -> None:
        line = text[start:end]
        if not in_cell and self._book.is_title(line):
            self._current = None
            return
        label = self._book.find_head(line)
        if label is not None and self._is_allowed(label, line, in_cell=in_cell):
            self._read_labelled(block, label, start, end)
            return
        if self._ends_field(block, line):
            self._current = None
        self._add(block, start, end)

    def _is_allowed(self, label: Label, line: str, *, in_cell: bool) -> bool:
        """Say whether the label counts here.

        An extra label ends no item that carries signature and date itself, and needs a colon or the whole line. A
        value cell that repeats its own label (项目骨干 | 项目骨干：…) is all value.
        """
        if not label.extra:
            return not (in_cell and self._current is not None and self._current.spec == label.spec)
        signed = self._current is not None and self._current.spec.signed
        return not in_cell and not signed and (label.value > label.end or label.end == len(line.rstrip()))

    def _read_labelled(self, block: Block, label: Label, start: int, end: int) -> None:
        self._open(block, label, start)
        place = start + label.value
        while (inner := self._book.find_inner(block.text[:end], place)) is not None and not inner.extra:
            self._add(block, place, inner.start)
            self._open(block, inner, 0)
            place = inner.value
        self._add(block, place, end)

    def _open(self, block: Block, label: Label, shift: int) -> _Open:
        start, end = shift + label.start, shift + label.end
        where = block.where.model_copy(update={"field": label.spec.label, "start": start, "end": end})
        printed = block.text[start:end]
        self._current = _Open(label.spec, label.extra, printed, where, read_outline(block, printed))
        self._current.paragraphs.add(block.where.paragraph)
        self._fields.append(self._current)
        return self._current

    def _ends_field(self, block: Block, line: str) -> bool:
        """A heading numbered as the next sibling of the label, or of its level, starts something else."""
        if self._current is None or block.where.table is not None:
            return False
        outline = read_outline(block, line)
        return outline is not None and self._current.outline is not None and outline.follows(self._current.outline)

    def _add(self, block: Block, start: int, end: int) -> None:
        text = _blank_placeholders(block)[start:end]
        if not text.strip():
            return
        start += len(text) - len(text.lstrip())
        line = _line(block, self._current, start, start + len(text.strip()))
        (self._unassigned if self._current is None else self._current.lines).append(line)

    def _read_table(self, table: Table) -> None:
        rows = table.rows
        if self._is_data(rows):
            for row in rows:
                self._add_row(row)
            return
        owners: dict[int, _Open] = {}
        labelled = False
        below = False
        for row in rows:
            labels = [self._book.find_whole(cell.text) if not _has_table(cell) else None for cell in row]
            if any(labels):
                below = self._read_label_row(row, labels, owners)
                labelled = True
            elif self._has_inner_labels(row):
                for cell in row:
                    self._read_cell(cell)
                labelled, below = True, False
            else:
                self._read_plain_row(row, owners)
        if labelled and not below:
            self._current = None

    def _read_label_row(self, row: list[Cell], labels: list[Label | None], owners: dict[int, _Open]) -> bool:
        """Labels take the cells to their right.

        Returns:
            Whether the last label has no cell to its right, so that its text may stand below.
        """
        owners.clear()
        opened: _Open | None = None
        taken: list[Cell] = []
        for cell, label in zip(row, labels, strict=True):
            if label is not None:
                self._fill(opened, taken)
                opened, taken = self._open_cell(cell, label), []
                owners[cell.column] = opened
            elif opened is None:
                self._read_group(cell)
            else:
                taken.append(cell)
                owners[cell.column] = opened
        self._fill(opened, taken)
        return not taken

    def _open_cell(self, cell: Cell, label: Label) -> _Open:
        """Open a field whose label is a cell; the label may be broken over paragraphs of it."""
        first = next(block for block in cell.blocks if block.text.strip())
        opened = self._open(first, label, 0)
        opened.printed = cell.text
        opened.where = first.where.model_copy(update={"field": label.spec.label})
        return opened

    def _fill(self, opened: _Open | None, cells: list[Cell]) -> None:
        filled = [cell for cell in cells if not cell.is_blank]
        if opened is None:
            return
        self._current = opened
        for cell in cells:
            opened.paragraphs.update(block.where.paragraph for block in cell.blocks)
        if len(filled) > 1 and all(_is_simple(cell) for cell in filled) and not self._has_inner_labels(filled):
            self._add_row(filled)
            return
        for cell in filled:
            self._current = opened
            self._read_cell(cell)

    def _read_group(self, cell: Cell) -> None:
        """A cell left of the row's first label heads a group of rows; a mere number is dropped."""
        if not cell.is_blank and not _ORDINAL.match(squash(cell.text)):
            before, self._current = self._current, None
            self._read_cell(cell)
            self._current = before

    def _read_plain_row(self, row: list[Cell], owners: dict[int, _Open]) -> None:
        """A row without labels continues the fields above it, each cell that of its column."""
        filled = [cell for cell in row if not cell.is_blank]
        above = {column: owners[column] for column in sorted(owners)}
        owned = [next((above[c] for c in reversed(above) if c <= cell.column), self._current) for cell in filled]
        if len(set(map(id, owned))) == 1 and len(filled) > 1:
            self._current = owned[0]
            self._add_row(filled)
            return
        for cell, owner in zip(filled, owned, strict=True):
            self._current = owner
            self._read_cell(cell)

    def _read_cell(self, cell: Cell) -> None:
        for item in cell.items:
            if isinstance(item, Table):
                self._read_table(item)
            else:
                self._read_block(item, in_cell=True)

    def _has_inner_labels(self, cells: list[Cell]) -> bool:
        """Say whether a cell opens with a label and its text (题目：如何…)."""
        heads = (next((block.text for block in cell.blocks if block.text.strip()), "") for cell in cells)
        found = (self._book.find_head(head.split("\n")[0]) for head in heads)
        return any(label is not None and not label.extra for label in found)

    def _is_data(self, rows: list[list[Cell]]) -> bool:
        """A list of things, whose column headings may happen to be labels: all rows alike, labels in the first only."""
        widths = {len(row) for row in rows}
        if len(rows) < 2 or len(widths) != 1 or widths.pop() < _LEAST_DATA_COLUMNS:  # noqa: PLR2004 - head and one row
            return False
        first = [cell.is_blank or self._book.find_whole(cell.text) is not None for cell in rows[0]]
        rest = [cell for row in rows[1:] for cell in row if self._book.find_whole(cell.text) is not None]
        return any(first) and not all(first) and not rest

    def _add_row(self, row: list[Cell]) -> None:
        """Keep a row of a list as one line, its cells joined by tabs."""
        filled = [cell for cell in row if not cell.is_blank]
        if len(filled) == 1 or not all(_is_simple(cell) for cell in filled):
            for cell in filled:
                self._read_cell(cell)
            return
        if not filled:
            return
        text = "\t".join(cell.text for cell in filled)
        first = filled[0].blocks[0].where
        update = {
            "field": self._current.spec.label if self._current else None,
            "column": None,
            "start": 0,
            "end": len(text),
        }
        line = FieldLine(text=text, where=first.model_copy(update=update))
        (self._unassigned if self._current is None else self._current.lines).append(line)

    def _split_closing_date(self) -> None:
        """A bare date as the last line of the last field dates the whole, unless the field is signed itself."""
        last = self._fields[-1] if self._fields else None
        if last is None or last.extra or last.spec.signed or len(last.lines) < 2:  # noqa: PLR2004 - text and date
            return
        line = last.lines[-1]
        if line.where.table is None and _DATE.match(line.text):
            last.lines.pop()
            where = line.where.model_copy(update={"field": _DATE_LABEL})
            moved = FieldLine(text=line.text, number=line.number, where=where)
            self._fields.append(_Open(FieldSpec(label=_DATE_LABEL), extra=True, printed="", where=where, lines=[moved]))


def _line(block: Block, opened: _Open | None, start: int, end: int) -> FieldLine:
    name = opened.spec.label if opened else None
    number = block.number if start == len(block.text) - len(block.text.lstrip()) else ""
    where = block.where.model_copy(update={"field": name, "start": start, "end": end})
    return FieldLine(text=block.text[start:end], number=number, where=where)


def _blank_placeholders(block: Block) -> str:
    """Return the text with the prompts of empty content controls as blanks, so that all places stay."""
    text = block.text
    for start, end in block.placeholders:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _has_table(cell: Cell) -> bool:
    return any(isinstance(item, Table) for item in cell.items)


def _is_simple(cell: Cell) -> bool:
    """Say whether the cell is one line, as in a list."""
    return not _has_table(cell) and "\n" not in cell.text
