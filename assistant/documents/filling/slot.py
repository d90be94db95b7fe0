"""A place in a blank form where the text of an item can go."""

from dataclasses import dataclass

from assistant.domain.draft import Block, Document

_AUTHORED = frozenset({"paragraph", "heading", "cell"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Characters of a paragraph of the body; the paragraph by its number."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Where the lines of an item go, and what of the blank form they take the place of."""

    label: Span
    """The label itself, which stays."""
    head: Span | None = None
    """Characters behind the label on its own line that the first line replaces; None where it stands elsewhere."""
    rows: tuple[int, ...] = ()
    """Paragraphs whose text is replaced; the first without text of its own line takes the next line."""
    clear: Span | None = None
    """A hint on the label's line, taken out where the text goes below."""
    shared: bool = False
    """True where another label stands behind the place on the same line, so that only one line fits."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paragraphs of a blank form's body by their numbers, and its cells."""

    blocks: dict[int, Block]
    cells: dict[tuple[int, int, int], tuple[int, ...]]
    """Table, row and column to the numbers of the paragraphs, in order."""

    @classmethod
    def of(cls, document: Document) -> "Sheet":
        """Return the sheet of a document; text boxes, headers and notes are no part of it."""
        blocks: dict[int, Block] = {}
        cells: dict[tuple[int, int, int], tuple[int, ...]] = {}
        for block in document.blocks:
            where = block.where
            if where.part != "body" or where.paragraph is None or block.kind not in _AUTHORED:
                continue
            blocks[where.paragraph] = block
            place = place_of(block)
            if place is not None:
                cells[place] = (*cells.get(place, ()), where.paragraph)
        return cls(blocks, cells)

    def list_right(self, place: tuple[int, int, int]) -> list[tuple[int, int, int]]:
        """Return the cells of the row right of that one, from the left."""
        return sorted(one for one in self.cells if one[:2] == place[:2] and one[2] > place[2])

    def find_below(self, place: tuple[int, int, int]) -> tuple[int, int, int] | None:
        """Return the cell of the next row that stands below that one; None in the last row."""
        row = [one for one in sorted(self.cells) if one[:2] == (place[0], place[1] + 1) and one[2] <= place[2]]
        return row[-1] if row else None

    def is_blank(self, number: int) -> bool:
        """Say whether a paragraph shows nothing of its own; the prompt of an empty content control is nothing."""
        return not self.own_text(number).strip()

    def own_text(self, number: int) -> str:
        """Return the text of a paragraph, prompts of empty content controls as blanks."""
        block = self.blocks[number]
        text = block.text
        for start, end in block.placeholders:
            text = text[:start] + " " * (end - start) + text[end:]
        return text


def place_of(block: Block) -> tuple[int, int, int] | None:
    """Return table, row and column of a block; None outside tables."""
    where = block.where
    if where.table is None or where.row is None or where.column is None:
        return None
    return where.table, where.row, where.column
