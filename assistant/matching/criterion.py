"""Whether the best direction covers the problem: a logistic criterion, fitted on data and not by hand.

`evals/calibration/fit_matching.py` fits it on real titles, on the queries of `evals/calibration/matching.jsonl`, on
sentences of the notices that are about no direction, and on the problems that the expansions hold, withheld in turn,
with and without the direction that they belong to; it prints these figures.
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
    """Smallest confidence that counts as a fit; 7% of the real titles with a direction fall short of it."""

    def confidence(self, signals: Signals) -> float:
        """Return how likely the best direction covers the problem, 0 to 1."""
        total = self.offset + sum(w * v for w, v in zip(self.weights, signals.values(), strict=True))
        return 1 / (1 + math.exp(-total))


FITTED = Criterion(
    weights=(0.7443, 0.505, 1.1951, 0.7061, -0.4703, 0.3333, 0.3821, 0.5109, 0.4473, -0.2654, -0.4041, -5.006, 0.2331),
    offset=-6.3757,
    threshold=0.147,
)
