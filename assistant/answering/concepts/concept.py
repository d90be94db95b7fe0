"""A thing that people ask of calls for submissions: in their words, and in those of notices."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that is asked about."""

    name: str
    asks: re.Pattern[str]
    """Wordings of a question, normalised text."""
    holds: re.Pattern[str]
    """Wordings of a clause that is about it: matched against headings and text, normalised."""
    weight: float = 3.0
    """How much it counts beside shared words; a rare pair of characters counts about 7."""
    required: bool = False
    """True where a clause that does not hold it cannot answer, however much else it shares."""


def concept(name: str, asks: str, holds: str, weight: float = 3.0, *, required: bool = False) -> Concept:
    """Return the concept with its patterns compiled; the arguments are its fields."""
    return Concept(name, re.compile(asks), re.compile(holds), weight, required)
