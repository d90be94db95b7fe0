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
    weights=(0.6847, 0.516, 1.2483, 0.7074, -0.518, 0.3528, 0.3604, 0.4969, 0.5017, -0.2722, -0.3743, -5.0667, 0.2347),
    offset=-6.4862,
    threshold=0.132,
)
