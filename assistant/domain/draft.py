"""A draft as read: blocks in the order of the document, fields found by their labels, and what could not be read."""

from dataclasses import dataclass
from typing import Literal, get_args

from assistant.domain.value import Value

Part = Literal["body", "header", "footer", "footnote", "text_box", "comment"]
BlockKind = Literal[
    "paragraph", "heading", "cell", "text_box", "header", "footer", "footnote", "comment", "hidden",
]  # fmt: skip

View = Literal["accepted", "original"]
"""Tracked changes all accepted, or all rejected."""
VIEWS: tuple[View, ...] = get_args(View)


class Location(Value):
    """A place in a draft. Numbers count from 1; None where the place has no such coordinate."""

    field: str | None = None
    part: Part = "body"
    paragraph: int | None = None
    """Paragraph of the body, in the order of the document, empty ones and those in cells counted; line number in a
    text file. For a note or a comment the paragraph that it hangs on."""
    table: int | None = None
    row: int | None = None
    column: int | None = None
    start: int = 0
    """First character inside the block's text, from 0. For a row read as one line, inside that line."""
    end: int = 0
    """One past the last character."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph of the document, wherever it stands."""

    kind: BlockKind
    text: str
    number: str = ""
    """Automatic number that the word processor shows before the text (一、 （一） 1.); empty where there is none."""
    level: int | None = None
    """Outline level of a heading, 1 the highest; None for other blocks and for headings known by their look only."""
    contents: bool = False
    """True for a line of a table of contents, which names what stands elsewhere."""
    lead: int = 0
    """Characters at the start that are set off from the rest in bold or black type; 0 where all or none are."""
    placeholders: tuple[tuple[int, int], ...] = ()
    """Characters (start, end excluded) that a content control shows because nothing was typed into it."""
    outer: tuple[int, int, int] | None = None
    """Table, row and column of the cell that holds this cell's table; None unless the table is nested."""
    where: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldLine:
    """One line of a field's text with its place: a paragraph, or a row of a table with its cells joined by tabs."""

    text: str
    """White space at both ends left out."""
    number: str = ""
    """Automatic number of the paragraph; no part of the text and not counted."""
    where: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One labelled item of the draft."""

    label: str
    """The official label of the form's field; for a line such as 提交日期 that the form lacks, its own label."""
    printed_label: str
    """The label as it stands in the draft, number, brackets and unit note included; empty for a date at the end."""
    lines: tuple[FieldLine, ...]
    """In order; empty for a label without text."""
    where: Location
    """Place of the label."""
    unread: "tuple[Unread, ...]" = ()
    """What stands in the field and could not be read, such as the picture of a signature."""

    @property
    def text(self) -> str:
        """The lines joined by line breaks; empty where the field is blank."""
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """Something in the file that was not read, so that rules which it touches stay undecided."""

    what: str
    """In Chinese: 图片, 嵌入对象, 文本框 …"""
    where: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file as read, before any form is assumed."""

    file: str
    blocks: tuple[Block, ...]
    unread: tuple[Unread, ...] = ()
    revisions: int = 0
    comments: int = 0
    sha256: str

    def pin(self, where: Location) -> Location:
        """Return the place inside its cell of characters of a row that was read as one line; other places unchanged."""
        if where.table is None or where.row is None or where.column is not None or where.start >= where.end:
            return where
        begin = 0
        for block in self.blocks:
            text = block.text.strip()
            if not text or not _is_behind(block, where):
                continue
            if begin <= where.start and where.end <= begin + len(text):
                shift = block.text.index(text) - begin
                place = {"field": where.field, "start": where.start + shift, "end": where.end + shift}
                return block.where.model_copy(update=place)
            begin += len(text) + 1
        return where


def _is_behind(block: Block, where: Location) -> bool:
    """Say whether a block is a cell of the row of that place, not left of where it begins."""
    there = block.where
    same_row = (there.part, there.table, there.row) == (where.part, where.table, where.row)
    return same_row and block.kind == "cell" and (there.paragraph or 0) >= (where.paragraph or 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A document read as one form."""

    document: Document
    form: str
    fields: tuple[Field, ...]
    """In the order of the document; a label that occurs twice gives two fields."""
    unassigned: tuple[FieldLine, ...]
    """Text that belongs to no field, headings of the form left out."""

    def find_field(self, label: str) -> Field | None:
        """Return the first field of that official label, one with text before a blank one; None if there is none."""
        same = [field for field in self.fields if field.label == label]
        return next((field for field in same if field.text.strip()), same[0] if same else None)
