"""The section of a sentence by a linear model whose weights were fitted once (`evals/calibration/fit_sections.py`)."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np

from assistant.writing.sections.cues import NAMES
from assistant.writing.sections.features import list_features
from assistant.writing.sections.headings import CLASSES

_MOST_NAMED = 2
"""Cues that a reason names."""
_LEAST_WEIGHT = 0.15
"""Weight from which a cue is worth naming."""


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by feature, one a class, in the order of `CLASSES`."""

    bias: tuple[float, ...]
    weights: dict[str, tuple[float, ...]]
    prior: tuple[float, ...]
    """Log share of each class among the sentences that the weights were fitted to."""
    often: tuple[float, ...]
    """Log share of each class among the sentences of notes."""
    follow: tuple[tuple[float, ...], ...]
    """Log probability of the class of a column after that of the row in notes that go section by section; the last
    row begins notes."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One sentence by itself."""

    scores: tuple[float, ...]
    """Log probability of each class, in the order of `CLASSES`."""
    shares: tuple[tuple[str, tuple[float, ...]], ...]
    """What each feature adds to each class."""

    def name_cues(self, section: str) -> tuple[str, ...]:
        """Return in Chinese what speaks most for the section; none where only runs of characters do."""
        place = CLASSES.index(section)
        led = [
            (values[place] - _mean_of_others(values, place), NAMES[name.removeprefix("cue:")])
            for name, values in self.shares
            if name.startswith("cue:")
        ]
        named = sorted((-lead, cue.name) for lead, cue in led if lead >= _LEAST_WEIGHT and section in cue.speaks_for)
        return tuple(name for _, name in named[:_MOST_NAMED])


def judge(sentence: str) -> Judged:
    """Return how well a sentence fits each class by its own words."""
    model = load_model()
    shares = tuple(
        (name, tuple(value * weight for weight in model.weights[name]))
        for name, value in list_features(sentence)
        if name in model.weights
    )
    sums = [bias + sum(values[place] for _, values in shares) for place, bias in enumerate(model.bias)]
    return Judged(_normalise(sums), shares)


@lru_cache(maxsize=1)
def load_model() -> Model:
    """Return the shipped weights; those of features are stored as whole numbers of `step`."""
    with (
        resources.files("assistant.writing.sections").joinpath("weights.npz").open("rb") as file,
        np.load(file, allow_pickle=False) as stored,
    ):
        names = stored["names"].tobytes().decode("utf-8").split("\n")
        weights = (stored["weights"] * float(stored["step"])).tolist()
        return Model(
            tuple(stored["bias"].tolist()),
            {name: tuple(values) for name, values in zip(names, weights, strict=True)},
            tuple(stored["prior"].tolist()),
            tuple(stored["often"].tolist()),
            tuple(tuple(row) for row in stored["follow"].tolist()),
        )


def _mean_of_others(values: Sequence[float], place: int) -> float:
    return (sum(values) - values[place]) / (len(values) - 1)


def _normalise(sums: Sequence[float]) -> tuple[float, ...]:
    top = max(sums)
    total = top + math.log(sum(math.exp(one - top) for one in sums))
    return tuple(one - total for one in sums)
