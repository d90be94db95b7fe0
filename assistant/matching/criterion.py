"""Whether the best direction covers the problem: a logistic criterion, fitted on data and not by hand.

`evals/calibration/fit_matching.py` fits it on real titles, on made-up and released problems, and on sentences of the
notices that are about no direction; it prints these figures.
"""

import math
from dataclasses import dataclass

from assistant.matching.signals import Signals
from assistant.text import tokenise

_SHORT = 25
"""Most pairs of characters and words of a problem that is no longer than titles are: one that is longer and fits has
hardly ever a confidence below .6, one of 21 to 25 often has .3."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """Weights of the signals, in the order of their declaration."""

    weights: tuple[float, ...]
    offset: float
    threshold: float
    """Smallest confidence of a short problem that counts as a fit."""
    threshold_long: float = 0.5
    """The same of a long problem, which has room to name what it is about: of 66 that fit, none is below .64."""

    def confidence(self, signals: Signals) -> float:
        """Return how likely the best direction covers the problem, 0 to 1."""
        total = self.offset + sum(w * v for w, v in zip(self.weights, signals.values(), strict=True))
        return 1 / (1 + math.exp(-total))

    def least(self, problem: str) -> float:
        """Return the smallest confidence that counts as a fit for the problem."""
        return self.threshold_long if is_long(problem) else self.threshold


def is_long(problem: str) -> bool:
    """Say whether a problem is longer than titles are."""
    return sum(len(token) > 1 for token in tokenise(problem)) > _SHORT


FITTED = Criterion(
    weights=(
        0.456,
        0.6989,
        1.3731,
        -0.1195,
        0.4746,
        0.5288,
        -0.6508,
        -5.7348,
        0.4001,
        1.6773,
        3.7453,
    ),
    offset=-5.7812,
    threshold=0.249,
)
