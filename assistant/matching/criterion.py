"""Whether the best direction covers the problem: a logistic criterion, fitted on data and not by hand.

`evals/calibration/fit_matching.py` fits it on the queries of `evals/calibration/matching.jsonl` and on the problems
that the expansions hold, each withheld in turn, with and without the direction that it belongs to; it prints these
figures.
"""

import math
from dataclasses import dataclass

from assistant.matching.signals import Signals


@dataclass(frozen=True, slots=True)
class Criterion:
    """Weights of the signals, in the order of their declaration."""

    weights: tuple[float, ...]
    offset: float
    threshold: float
    """Smallest confidence that counts as a fit; 2.5% of the fitted queries that have a direction fall short of it."""

    def confidence(self, signals: Signals) -> float:
        """Return how likely the best direction covers the problem, 0 to 1."""
        total = self.offset + sum(w * v for w, v in zip(self.weights, signals.values(), strict=True))
        return 1 / (1 + math.exp(-total))


FITTED = Criterion(
    weights=(1.5027, 0.7343, 3.2714, -3.8803, 1.1806, 0.5362, -0.5976),
    offset=-5.1019,
    threshold=0.36,
)
