"""Fit the chat's two linear models: what a turn is about (`letters`), and which verb it wants (`turns`).

Run from the project's root: `PYTHONPATH=evals .venv/bin/python evals/calibration/fit_routing.py [--write]`. Prints
cross-validated figures. Data: the turns of `turns.txt`, each several times with other subjects in its slots, among
greetings and small errors. All that come of one line are in one fold. Subjects come from the problems that no direction
covers and from search terms, questions about rules from `asks.yaml`; what is drawn from is left out of the register
that the features are measured with, since nobody's subject stands in the corpus. No case of an evaluation is read.
"""

import multiprocessing
import random
import re
import sys
from array import array
from collections import ChainMap, Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar, cast

import numpy as np
from crf import Chain, fit_chain
from numpy.typing import NDArray
from routing_pools import FOLDS, Pools
from routing_samples import Sample, count_frames, draw, without_some
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import confusion_matrix

from assistant.library.programmes import load_catalogue
from assistant.routing.fitted.letters import (
    AFTER,
    BEFORE,
    BEGIN,
    FIRST,
    FOLLOW,
    FRAME,
    INSIDE,
    LABELS,
    LAST,
    find_spans,
    letter_features,
)
from assistant.routing.fitted.spans import Span
from assistant.routing.fitted.turns import Turn, turn_features
from assistant.routing.fitted.weights import UNIT, Linear, save
from assistant.routing.forms import Reader

FITTED = Path(__file__).parent.parent.parent / "assistant" / "routing" / "fitted"
STEPS = 100
STRENGTH = 0.3
"""Of the regression of verbs; smaller draws more to 0."""
LEAST = {"letters": 0.08, "turns": 0.05}
"""Weights below it are not stored."""
RARE = 3
"""Features of fewer lines are left out."""
MOST_LINES = 300
"""Lines beyond which more make no difference."""
SEED = 7
NEVER = -1e9
_STORED_NEVER = -100.0
Found = list[tuple[Span, ...]]
Made = TypeVar("Made")


def main() -> None:
    """Fit, judge by cross-validation, and with --write store."""
    dice = random.Random(SEED)  # noqa: S311 - seeded, so that a run can be repeated
    catalogue = load_catalogue()
    reader, rules = without_some(catalogue, dice)
    samples = list(draw(Pools(catalogue, dice), rules))
    folds = np.array([one.fold for one in samples])
    print(len(samples), "turns of", len({one.line for one in samples}), "lines")
    frames = FrameCounts(*count_frames(samples, dice))
    letters = letters_of(samples, reader, frames)
    _ = letters.matrix
    whole, *apart = at_once(lambda fold: fit_fold(samples, letters, folds, (reader, frames), fold), range(-1, FOLDS))
    found = find_apart(folds, [spans for _, spans in apart])
    print_found(samples, found)
    if "--write" in sys.argv:
        store("letters", whole[0])
        store("frames", frames.whole())
    turns = turns_of(samples, found, reader)
    _ = turns.matrix
    all_turns, *guessed = at_once(lambda fold: turns.fit_fold(folds, fold), range(-1, FOLDS))
    if "--write" in sys.argv:
        store("turns", all_turns[0])
    print_verbs(samples, turns, folds, [verbs for _, verbs in guessed])


_shared: list[Callable[[int], object]] = []
"""What the processes of `at_once` do; they are forked, so that nothing is copied to them."""


def at_once(work: Callable[[int], Made], numbers: Iterable[int]) -> list[Made]:
    """Return what a piece of work gives for each number, each in a process of its own."""
    _shared[:] = [work]
    with ProcessPoolExecutor(FOLDS + 1, multiprocessing.get_context("fork")) as pool:
        return cast("list[Made]", list(pool.map(_do, numbers)))


def _do(number: int) -> object:
    return _shared[0](number)


def fit_fold(
    samples: Sequence[Sample],
    letters: "Rows",
    folds: NDArray[np.int64],
    judges: tuple[Reader, "FrameCounts"],
    fold: int,
) -> tuple[Linear, Found]:
    """Return the model of the letters outside a fold, and what it finds inside; fold -1 has nothing inside."""
    model = fit_letters(letters, np.flatnonzero(folds != fold))
    reader, frames = judges
    own = (samples[int(place)] for place in np.flatnonzero(folds == fold))
    return model, [find_spans(one.text, reader.register, model, frames=frames.without(one.line)) for one in own]


def find_apart(folds: NDArray[np.int64], apart: Sequence[Found]) -> Found:
    """Return what each turn is about as a model finds it that has not seen its line."""
    found: Found = [()] * len(folds)
    for fold, spans in enumerate(apart):
        for place, own in zip(np.flatnonzero(folds == fold), spans, strict=True):
            found[place] = own
    return found


def print_found(samples: Sequence[Sample], found: Found) -> None:
    """Print for how many turns what was found is what was filled in, and with --wrong each where it is not."""
    right = [texts(one.text, spans) == texts(one.text, one.spans) for one, spans in zip(samples, found, strict=True)]
    for verb in sorted({one.verb for one in samples}):
        own = [same for one, same in zip(samples, right, strict=True) if one.verb == verb]
        print(f"what it is about, as filled in, {verb}: {np.mean(own):.3f} of {len(own)}")
    print(f"all: {np.mean(right):.3f}")
    for one, spans, same in zip(samples, found, right, strict=True):
        if not same and "--wrong" in sys.argv:
            print(f"{one.before} > {one.verb} {one.text} as {[span.of(one.text) for span in spans]}")


def print_verbs(
    samples: Sequence[Sample], turns: "Rows", folds: NDArray[np.int64], apart: Sequence[NDArray[np.str_]]
) -> None:
    """Print how often the verb is right, what is mistaken for what, and with --wrong each mistaken turn."""
    guessed = np.empty(len(samples), dtype=object)
    for fold, own in enumerate(apart):
        guessed[folds == fold] = own
    names = sorted(set(turns.labels))
    print(f"verbs: {np.mean(guessed == np.array(turns.labels)):.3f}", names)
    print(confusion_matrix(turns.labels, list(guessed), labels=names))
    for one, verb in zip(samples, guessed, strict=True):
        if one.verb != verb and "--wrong" in sys.argv:
            print(one.before, ">", one.verb, "as", verb, one.text)


def turns_of(samples: Sequence[Sample], found: Found, reader: Reader) -> "Rows":
    """Return the turns as rows."""
    rows = Rows("turns", np.arange(len(samples)), np.array([one.line for one in samples]))
    for one, spans in zip(samples, found, strict=True):
        rows.add(turn_features(Turn(text=one.text, spans=spans, before=one.before, files=one.files), reader), one.verb)
    return rows


class Rows:
    """Features and labels of many examples, a number a feature."""

    def __init__(self, name: str, owners: NDArray[np.int64], lines: NDArray[np.int64]) -> None:
        """Begin with none.

        Args:
            name: the model's.
            owners: for each example the turn that it is of.
            lines: for each turn the line that it comes of.
        """
        self.name, self.owners, self.lines = name, owners, lines
        self.numbers: dict[str, int] = {}
        self.columns = array("i")
        self.ends = array("q", [0])
        self.labels: list[str] = []

    def add(self, features: Iterable[str], label: str) -> None:
        """Add one example."""
        self.columns.extend({self.numbers.setdefault(one, len(self.numbers)) for one in features})
        self.ends.append(len(self.columns))
        self.labels.append(label)

    @cached_property
    def matrix(self) -> tuple[csr_matrix, list[str]]:
        """Return the examples as rows, with the names of the columns, rare ones left out."""
        columns = np.frombuffer(self.columns, dtype=np.int32)
        whole = csr_matrix(
            (np.ones(len(columns), dtype=np.float32), columns, np.frombuffer(self.ends, dtype=np.int64)),
            shape=(len(self.labels), len(self.numbers)),
        )
        lines = self.lines[self.owners]
        pairs = np.unique(np.repeat(lines, np.diff(whole.indptr)).astype(np.int64) * len(self.numbers) + columns)
        common = np.flatnonzero(np.bincount(pairs % len(self.numbers), minlength=len(self.numbers)) >= RARE)
        names = list(self.numbers)
        return whole[:, common].tocsr(), [names[one] for one in common]

    def fit(self, chosen: NDArray[np.bool_]) -> Linear:
        """Return the model of the chosen examples."""
        model, (_, names) = self._fitted(chosen), self.matrix
        slopes = np.asarray(model.coef_, dtype=np.float64)
        weights = {one: slopes[:, place] for place, one in enumerate(names)}
        weights = {one: weight for one, weight in weights.items() if np.abs(weight).max() >= LEAST[self.name]}
        return Linear(tuple(model.classes_), {"": np.asarray(model.intercept_, dtype=np.float64), **weights})

    def fit_fold(self, folds: NDArray[np.int64], fold: int) -> tuple[Linear, NDArray[np.str_]]:
        """Return the model of the examples outside a fold, and the labels inside; fold -1 has nothing inside."""
        if fold < 0:
            return self.fit(folds != fold), np.array([], dtype=str)
        guessed = self._fitted(folds != fold).predict(self.matrix[0][folds == fold])
        return Linear((), {}), np.asarray(guessed)

    def _fitted(self, chosen: NDArray[np.bool_]) -> LogisticRegression:
        rows, labels = self.matrix[0][chosen], np.array(self.labels)[chosen]
        return LogisticRegression(C=STRENGTH, max_iter=STEPS, tol=1e-3).fit(rows, labels)


@dataclass
class FrameCounts:
    """In how many lines letters stand outside what the line is about."""

    counts: Counter[str]
    own: dict[int, set[str]]
    """Of each line."""

    def whole(self) -> Linear:
        """Return the counts, as far as more makes a difference."""
        rows = {one: np.array([min(lines, MOST_LINES)], float) for one, lines in self.counts.items()}
        return Linear(("lines",), {"": np.zeros(1), **rows})

    def without(self, line: int) -> Mapping[str, NDArray[np.float64]]:
        """Return the counts of all lines but one, as if it had never been seen."""
        return ChainMap({one: np.array([self.counts[one] - 1.0]) for one in self.own[line]}, self._whole)

    @cached_property
    def _whole(self) -> dict[str, NDArray[np.float64]]:
        return dict(self.whole().weights)


def letters_of(samples: Sequence[Sample], reader: Reader, frames: FrameCounts) -> Rows:
    """Return the letters of all turns, one turn after the other."""
    owners = np.repeat(np.arange(len(samples)), [len(one.text) for one in samples])
    rows = Rows("letters", owners, np.array([one.line for one in samples]))
    for one in samples:
        for place, features in enumerate(letter_features(one.text, reader.register, frames.without(one.line))):
            rows.add(features, label_of(place, one.spans))
    return rows


def fit_letters(letters: Rows, chosen: NDArray[np.int64]) -> Linear:
    """Return the model of the letters of the chosen turns."""
    rows, names = letters.matrix
    labels = np.array([LABELS.index(one) for one in letters.labels])
    ends = np.searchsorted(letters.owners, np.arange(len(letters.lines)), side="right")
    follow = np.array([[0.0 if after in FOLLOW[before] else NEVER for after in LABELS] for before in LABELS])
    first, last = (np.array([0.0 if one in allowed else NEVER for one in LABELS]) for allowed in (FIRST, LAST))
    chain = fit_chain(rows, labels, ends, list(chosen), Chain(np.zeros((len(names), len(LABELS))), follow, first, last))
    centred = chain.weights - chain.weights.mean(axis=1, keepdims=True)
    weights = {one: row for one, row in zip(names, centred, strict=True) if np.abs(row).max() >= LEAST["letters"]}
    steps = {f"{BEFORE}{one}": np.maximum(row, _STORED_NEVER) for one, row in zip(LABELS, chain.follow, strict=True)}
    return Linear(LABELS, {"": np.zeros(len(LABELS)), **weights, **steps})


def texts(text: str, spans: Sequence[Span]) -> str:
    """Return what the spans hold, marks left out."""
    return "".join(re.sub(r"[\W_]+", "", span.of(text)) for span in spans)


def label_of(place: int, spans: Sequence[Span]) -> str:
    """Return the label of a letter."""
    if any(span.start == place for span in spans):
        return BEGIN
    if any(span.start < place < span.end for span in spans):
        return INSIDE
    return AFTER if any(span.end == place for span in spans) else FRAME


def store(name: str, model: Linear) -> None:
    """Write a model."""
    rows = {one: [round(float(each) * UNIT) for each in model.weights[one]] for one in sorted(model.weights)}
    save(FITTED / f"{name}.npz", model.classes, rows)
    print(name, len(rows), "features")


if __name__ == "__main__":
    main()
