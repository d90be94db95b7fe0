"""Fit what `ask` weighs: which sentence answers (`WEIGHTS`), and whether any does (`DECISION`).

Prints both with their figures. Run from the project's root: `.venv/bin/python evals/calibration/fit_answering.py`,
with `--decision` to keep the weights of the ranking.
Data:

- the questions written for sentences and for silences (`asks.yaml`, `silences.yaml`): in each fold a fifth of them, and
  a fifth of the topics of silence whole, is withheld from index and likeness, and measured; the sentence that they were
  written for is right, a silence is right where nothing is;
- the open halves of the question sets. Rows kept aside are never read here.

The ranking is a conditional logit over the sentences of a question's scope, drawn to the signs that the reasons must
have; the decision is a logistic regression over the figures of the sentence that would answer. Both are judged by
cross-validation over questions. Its threshold is the one that refuses the most while at most `FALSE_REFUSAL` of the
withheld questions that have an answer are refused.
"""

import sys
from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from answering_examples import SEED, SETS, Example, Figures, asked, withheld
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit
from sklearn.model_selection import KFold

from assistant.answering.choosing.deciding import decide
from assistant.answering.choosing.fitted import WEIGHTS
from assistant.answering.choosing.measures import MEASURES, measure
from assistant.answering.choosing.ranking import order
from assistant.answering.choosing.signals import CONTRADICTIONS, SIGNALS
from assistant.library.programmes import load_catalogue

QUESTION_WEIGHT = 2.0
"""A real question counts as much as so many written ones, in the ranking."""
DECISION_WEIGHT = 5.0
"""The same in the decision."""
EASE = 10.0
"""Strength of the pull of the decision's standardised weights towards 0."""
PULL = 3.0
"""Strength of the pull of the ranking towards the starting point."""
FALSE_REFUSAL = 0.03
_START = 0.35
_SCALES = {
    "asked": 20.0,
    "asked_crowd": 10.0,
    "asked_centre": 10.0,
    "pointed": 12.0,
    "found": 6.0,
    "value": 4.0,
    "lacking": 2.0,
}
_SILENT = {"strict", "silent_centre", "silent_odds", "untold", "asks", "near_silent", "many_silent", *CONTRADICTIONS}
_AGAINST = {
    "form",
    "particular",
    "lacking",
    "lag",
    "heading",
    "table",
    "row",
    "area",
    "direction",
    "content",
    "indicator",
}


def main() -> None:
    """Fit and print."""
    catalogue = load_catalogue()
    examples = [*withheld(catalogue), *asked(catalogue)]
    if "--decision" not in sys.argv[1:]:
        answered = [one for one in examples if one.right]
        weights = fit_ranking(answered)
        print(f"# ranking, cross-validated: {rate_by_source(answered, cross_validate(answered))}")
        print("WEIGHTS =", {name: round(float(weight), 3) for name, weight in zip(MEASURES, weights, strict=True)})
        WEIGHTS.update(zip(MEASURES, map(float, weights), strict=True))
    fit_decision(examples)


def fit_ranking(examples: Sequence[Example]) -> Figures:
    """Return the weights of the columns."""
    scales, start = _scales()
    prior = start * _START

    def loss(weights: Figures) -> tuple[float, Figures]:
        total = PULL * float(np.sum((weights - prior) ** 2))
        slope = 2 * PULL * (weights - prior)
        for one in examples:
            scaled = one.columns * scales
            scores = scaled @ weights
            shares = np.exp(scores - scores.max())
            right = list(one.right)
            counts = 1.0 if one.source == "written" else QUESTION_WEIGHT
            total += counts * float(np.log(shares.sum()) - np.log(shares[right].sum() + 1e-300))
            slope += counts * (scaled.T @ (shares / shares.sum()))
            slope -= counts * (scaled[right].T @ (shares[right] / max(float(shares[right].sum()), 1e-300)))
        return total, slope

    bounds = [(0.0, None) if sign > 0 else (None, 0.0) for sign in start]
    found = minimize(loss, prior, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 100})
    return np.asarray(found.x) * scales


def cross_validate(examples: Sequence[Example]) -> list[int]:
    """Return for each example the best rank of a right sentence, from 1, by weights fitted on the others."""
    ranks = [0] * len(examples)
    for train, test in KFold(4, shuffle=True, random_state=SEED).split(examples):
        weights = fit_ranking([examples[place] for place in train])
        for place in test:
            scores = examples[place].columns @ weights
            best = scores[list(examples[place].right)].max()
            ranks[place] = 1 + int(np.sum(scores > best))
    return ranks


def rate_by_source(examples: Sequence[Example], ranks: Sequence[int]) -> dict[str, str]:
    """Return the shares of first places and of places up to the third."""
    by_source: dict[str, list[int]] = defaultdict(list)
    for one, rank in zip(examples, ranks, strict=True):
        by_source[one.source].append(rank)
    return {
        source: f"{np.mean([rank == 1 for rank in own]):.3f}/{np.mean([rank <= 3 for rank in own]):.3f} of {len(own)}"  # noqa: PLR2004 - hit@3
        for source, own in by_source.items()
    }


def fit_decision(examples: Sequence[Example]) -> None:
    """Print weights, offset and threshold of the decision, with its figures by source."""
    rows: list[tuple[float, ...]] = []
    for one in examples:
        ranked = order(one.query, measure(one.query))
        decision = decide(one.query.part, ranked, one.query.corpus)
        rows.append(decision.figures if decision else (0.0,) * len(SIGNALS))
    figures, answers = np.asarray(rows), np.asarray([bool(one.right) for one in examples])
    sources = np.asarray([one.source for one in examples])
    real = np.isin(sources, SETS)
    counts = np.where(real, DECISION_WEIGHT, 1.0)
    likely = np.zeros(len(examples))
    for train, test in KFold(5, shuffle=True, random_state=SEED).split(figures):
        likely[test] = _apply(_fit_logistic(figures[train], answers[train], counts[train]), figures[test])
    threshold = float(np.quantile(likely[answers & real], FALSE_REFUSAL))
    fitted = _fit_logistic(figures, answers, counts)
    for source in dict.fromkeys(sources):
        own = sources == source
        print(f"# {source}: refused {_share(likely < threshold, own & ~answers)}, wrongly", end=" ")
        print(_share(likely < threshold, own & answers))
    print("DECISION =", {name: round(float(weight), 3) for name, weight in zip(SIGNALS, fitted[:-1], strict=True)})
    print(f"OFFSET = {fitted[-1]:.3f}\nTHRESHOLD = {threshold:.3f}")


def _fit_logistic(figures: Figures, answers: NDArray[np.bool_], counts: Figures) -> Figures:
    """Return the weights, each of its sign, and the offset of a logistic regression on standardised figures."""
    sizes = figures.std(axis=0) + 1e-9
    scaled = figures / sizes
    signs = np.asarray([-1.0 if name in _SILENT else 1.0 for name in SIGNALS])

    def loss(weights: Figures) -> tuple[float, Figures]:
        likely = _apply(weights, scaled)
        wrong = counts * (likely - answers)
        right = np.where(answers, likely, 1 - likely)
        total = -float(np.sum(counts * np.log(right + 1e-12))) + EASE / 2 * float(np.sum(weights[:-1] ** 2))
        return total, np.append(scaled.T @ wrong + EASE * weights[:-1], wrong.sum())

    bounds = [*((0.0, None) if sign > 0 else (None, 0.0) for sign in signs), (None, None)]
    found = minimize(loss, np.append(signs * 0.1, 0.0), jac=True, method="L-BFGS-B", bounds=bounds)
    return np.append(found.x[:-1] / sizes, found.x[-1])


def _apply(weights: Figures, figures: Figures) -> Figures:
    return np.asarray(expit(figures @ weights[:-1] + weights[-1]))


def _share(refused: NDArray[np.bool_], among: NDArray[np.bool_]) -> str:
    return f"{refused[among].mean():.3f} of {among.sum()}" if among.any() else "none"


def _scales() -> tuple[Figures, Figures]:
    """Return for each column the size of a usual difference, and whether it speaks for or against."""
    sizes = np.asarray([_SCALES.get(name, 1.0) for name in MEASURES])
    signs = np.asarray([-1.0 if name in _AGAINST else 1.0 for name in MEASURES])
    return sizes, signs


if __name__ == "__main__":
    main()
