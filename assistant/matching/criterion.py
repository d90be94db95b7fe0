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
    """Smallest confidence that counts as a fit; 5% of the real titles with a direction fall short of it."""

    def confidence(self, signals: Signals) -> float:
        """Return how likely the best direction covers the problem, 0 to 1."""
        total = self.offset + sum(w * v for w, v in zip(self.weights, signals.values(), strict=True))
        return 1 / (1 + math.exp(-total))


FITTED = Criterion(
    weights=(
        0.4121,
        0.1899,
        0.8812,
        0.951,
        -0.7722,
        0.275,
        0.4979,
        0.5758,
        0.5568,
        -0.2928,
        -1.7454,
        -5.0424,
        0.2261,
        4.5584,
        1.2547,
    ),
    offset=-6.9898,
    threshold=0.147,
)
