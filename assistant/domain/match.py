"""Directions that a problem fits, with the reasons."""

from assistant.domain.direction import SectionKind
from assistant.domain.value import Value


class Reason(Value):
    """A sentence of the direction that answers words of the problem."""

    quote: str
    section: SectionKind
    terms: tuple[str, ...]
    """Words of the problem; `问题里的词 → 方向里的词` where an expansion bridged them."""


class Demand(Value):
    """What the direction, its area or its programme asks of an applicant."""

    text: str
    doc: str
    quote: str


class Match(Value):
    """One direction."""

    doc: str
    programme: str
    programme_title: str
    number: str
    title: str
    area: str
    tags: tuple[str, ...]
    score: float
    why: tuple[Reason, ...]
    requirements: tuple[Demand, ...]


class MatchResult(Value):
    """The result of the verb `match`."""

    id: str | None = None
    fits: bool
    matches: tuple[Match, ...]
    """Best first; where `fits` is false the nearest ones all the same."""
