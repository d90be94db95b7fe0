"""How the parts of a search are weighed against one another."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.domain.passage import PassageKind

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weights:
    """Share of each part in the fused score; they add up to 1."""

    lookup: float
    lexical: float
    vector: float
    kept_for: str = ""
    """In Chinese: what a part of weight 0 is kept for; empty where every part counts."""


# Measured, per kind. Clauses, evidence recall at 5 and 12 on the development questions: words .748/.847, vectors
# .514/.757, fused .757/.838; the weight of the lookup is what puts a named clause first. Directions, first place for
# problems withheld from the expansions: words .686, vectors .402, fused .709 (`evals/calibration/fit_matching.py`).
WEIGHTS: dict[PassageKind, Weights] = {
    "clause": Weights(0.5, 0.35, 0.15),
    "direction": Weights(0.1, 0.75, 0.15),
    "released_problem": Weights(0.0, 0.6, 0.4, "公开题目没有编号可查，查编号只为与其他类别同一接口"),
}


def fuse(weights: Weights, parts: Mapping[str, Scores], best: float) -> Scores:
    """Return the weighted sum, 0 to 1.

    Args:
        weights: share of each part.
        parts: scores of `lookup`, `lexical` and `vector`, one a passage.
        best: lexical score that counts as 1.
    """
    lexical = parts["lexical"] / best if best > 0 else parts["lexical"]
    vector = np.clip(parts["vector"], 0, 1)
    return (weights.lookup * parts["lookup"] + weights.lexical * lexical + weights.vector * vector).astype(np.float32)
