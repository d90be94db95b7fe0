"""A notice as parsed: clauses with exact spans, tables with their headings, and named page furniture."""

from dataclasses import dataclass
from typing import Literal

ClauseKind = Literal["heading", "prose", "form", "table", "row", "contact"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters (code points) of the raw notice text; `end` is excluded."""

    start: int
    end: int

    def slice(self, text: str) -> str:
        """Return the characters of `text` inside the span."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Say whether `other` lies wholly inside; equal spans do."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One addressable part of a notice.

    Clauses form a tree. `span` covers the clause with its children; `pieces` are the clause's own characters only,
    in order, without children and furniture, so that the pieces of all clauses, directions and furniture are disjoint
    and together hold every non-white character of the notice.
    """

    path: str
    """Address as the notice numbers it, without separators that the notice lacks: `四、2`, `三、（一）`, `附件1`,
    `附件4（一）29`. Unique inside a notice. The unnumbered opening is `正文`,
    issuer, number and title above it are `文头`, the closing signature is `落款`, the list of attachments `附件`."""
    title: str
    """Heading text without its number; empty for a clause that has only text."""
    kind: ClauseKind
    span: Span
    pieces: tuple[Span, ...]
    parent: str | None
    """Path of the enclosing clause; None at the top."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One row of a table of the notice, after known repairs."""

    clause: str
    """Path of the row's clause."""
    cells: dict[str, str]
    """Column heading to cell text; a repaired or carried-down cell holds the repaired text."""
    repairs: tuple[str, ...] = ()
    """One Chinese sentence a repair; empty for most rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of the notice."""

    clause: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class Furniture:
    """Characters that are no part of the notice proper: page numbers, site navigation, link marks."""

    name: str
    """What it is, in Chinese: 页码, 网页导航, 网页页脚 …"""
    span: Span


@dataclass(frozen=True, slots=True)
class Note:
    """Something that a reader of the notice should know: a repair, a count that differs from the body, a misprint."""

    message: str
    """One Chinese sentence."""
    where: str
    """Clause path or direction number."""
    quote: str = ""
    """Words of the notice that it is about; empty where it is about a part as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """The raw text of a notice and its parts."""

    text: str
    """Characters of `notice.txt`, exactly."""
    clauses: tuple[Clause, ...]
    """In the order of the text; a parent stands before its children."""
    tables: tuple[Table, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    notes: tuple[Note, ...] = ()
