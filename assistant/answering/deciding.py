"""Whether the notices answer a question at all: reasons for the best sentence against reasons for silence, fitted."""

import math
from collections.abc import Sequence

from assistant.answering.asking import Silent
from assistant.answering.fitted import DECISION, OFFSET, THRESHOLD
from assistant.answering.ranking import Ranked

SIGNALS = (
    "asked", "crowd", "silent", "silent_crowd", "silence_nearer", "coverage", "holds", "found", "behind", "strict", "score",
)  # fmt: skip
"""Names of the figures, in their order."""
KNOWN_SILENCE = 0.45
"""Likeness to a question written for a topic from which a refusal names it."""


def find_candidate(ranked: Sequence[Ranked]) -> Ranked | None:
    """Return the sentence that would answer: the best with the wanted value, else the best; None of none."""
    return next((one for one in ranked if one.holds), ranked[0] if ranked else None)


def signal(one: Ranked, ranked: Sequence[Ranked], silent: Silent) -> tuple[float, ...]:
    """Return the figures of the sentence that would answer.

    Args:
        one: the sentence.
        ranked: all that were ranked with it.
        silent: the nearest topic of silence.
    """
    behind = max(other.core for other in ranked) - one.core
    return (
        one.asked,
        one.crowd,
        silent.nearest,
        silent.crowd,
        max(silent.crowd - one.crowd, 0.0),
        one.coverage,
        float(one.holds),
        one.found,
        min(behind, 6.0),
        float(one.strict),
        one.score,
    )


def is_answer(one: Ranked, ranked: Sequence[Ranked], silent: Silent) -> bool:
    """Say whether the sentence answers."""
    return confidence(one, ranked, silent) >= THRESHOLD


def confidence(one: Ranked, ranked: Sequence[Ranked], silent: Silent) -> float:
    """Return how likely the sentence answers, 0 to 1."""
    figures = zip(SIGNALS, signal(one, ranked, silent), strict=True)
    return 1 / (1 + math.exp(-OFFSET - sum(DECISION[name] * value for name, value in figures)))
