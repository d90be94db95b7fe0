"""Weights of the chat's two linear models, fitted by `evals/calibration/fit_routing.py`."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

UNIT = 100
"""A stored weight of one is this number, so that whole numbers suffice."""


@dataclass(frozen=True, slots=True)
class Linear:
    """A linear classifier over features that are names; unknown ones weigh nothing."""

    classes: tuple[str, ...]
    weights: Mapping[str, NDArray[np.float64]]

    def log_odds(self, features: Iterable[str]) -> NDArray[np.float64]:
        """Return one score a class, in the order of the classes; the bias is the feature ``""``."""
        total = self.weights[""].copy()
        for feature in features:
            if (weight := self.weights.get(feature)) is not None:
                total += weight
        return total


@cache
def load(name: str) -> Linear:
    """Return the model of that name."""
    stored = json.loads(resources.files("assistant.routing.fitted").joinpath(f"{name}.json").read_text("utf-8"))
    rows = np.array(list(stored["weights"].values()), dtype=np.float64) / UNIT
    return Linear(tuple(stored["classes"]), dict(zip(stored["weights"], rows, strict=True)))
