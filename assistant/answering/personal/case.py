"""What a question tells of the person or organisation that asks, and what a clause makes of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Verdict:
    """A clause's own limit applied to a case."""

    text: str
    """What follows for the case, in Chinese, without a mark at the end."""
    limit: tuple[int, int]
    """Characters of the sentence that lay the limit down, first and behind the last."""


Judge = Callable[[str], Verdict | None]
"""From a sentence of a notice, as printed, to what follows from it; None where it lays down nothing of the kind."""

Read = Callable[[str, date], Judge | None]
"""From a normalised question and today's date to a judge; None where the question tells nothing of the kind."""
