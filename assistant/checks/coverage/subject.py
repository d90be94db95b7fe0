"""Whether a draft is about its direction's subject at all."""

from collections.abc import Sequence

from assistant.checks.coverage.notation import plain
from assistant.checks.coverage.terms import Rarity, measure_rarity, read_terms
from assistant.domain.direction import Direction

STRANGE = 0.3
"""Share of a direction's words in a draft below which the draft may be about something else."""
NEARER = 1.5
"""How many times better another direction of the guide has to fit, or nothing fits at all."""
APART = 0.3
"""Distance to another direction of the guide from which that one is meant."""
HARDLY = 0.1
"""Share below which the draft is about something else, whatever the other directions are."""


def measure_subject(direction: Direction, text: str, among: tuple[Direction, ...]) -> float:
    """Return from 0 to 1 how much of the direction's own words a draft's title and content hold.

    Args:
        direction: the one applied under.
        text: title, research content and indicators of the draft.
        among: all directions of the guide, which tell how rare a word is.
    """
    return _share(direction, read_terms(plain(text)), measure_rarity(among))


def is_other_subject(direction: Direction, text: str, among: tuple[Direction, ...]) -> bool:
    """Say whether the draft is plainly about another subject than its direction; never for a few words."""
    held, rarity = read_terms(plain(text)), measure_rarity(among)
    own = _share(direction, held, rarity)
    if own < HARDLY:
        return True
    best = max(_shares(held, [one for one in among if one.number != direction.number], rarity), default=0.0)
    return best - own >= APART or (own < STRANGE and best > NEARER * own)


def _shares(held: frozenset[str], directions: Sequence[Direction], rarity: Rarity) -> list[float]:
    return [_share(one, held, rarity) for one in directions]


def _share(direction: Direction, held: frozenset[str], rarity: Rarity) -> float:
    wanted = read_terms(plain(f"{direction.title}。{direction.research_content}"))
    whole = rarity.sum(wanted)
    return rarity.sum(wanted & held) / whole if whole else 1.0
