"""A guide's text to its directions and to the clauses around them."""

from dataclasses import dataclass

from assistant.domain.direction import Direction
from assistant.domain.notice import Clause, Furniture, Note
from assistant.domain.programme import ProgrammeInfo
from assistant.library.notices import parse_clauses


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """What a guide holds."""

    directions: tuple[Direction, ...]
    clauses: tuple[Clause, ...]
    """Preamble, area headings with their paragraphs, appended parts."""
    furniture: tuple[Furniture, ...]
    notes: tuple[Note, ...]


def parse_guide(text: str, info: ProgrammeInfo) -> Guide:  # noqa: ARG001 - the parser of directions needs it
    """Parse a whole guide."""
    return Guide(directions=(), clauses=parse_clauses(text, 0, len(text), ()), furniture=(), notes=())
