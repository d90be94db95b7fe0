"""Fit the criterion by which `match` says that a direction covers a problem, and print it with its figures.

Run from the project's root: `.venv/bin/python evals/calibration/fit_matching.py`. Data:

- `matching.jsonl`: queries with and without a direction, written for this purpose or taken from the released problems;
- the problems in the expansions, each withheld from the index in turn: with its direction (it fits) and with its
  direction struck from the hits (mostly nothing fits). They count less, since a neighbour may fit as well, and since a
  withheld problem is written to differ from the others.
"""

import dataclasses
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from assistant.domain.catalogue import Catalogue
from assistant.domain.passage import Hit
from assistant.domain.programme import Programme
from assistant.library.programmes import load_catalogue
from assistant.matching.criterion import Criterion
from assistant.matching.signals import Signals, measure
from assistant.matching.vocabulary import Vocabulary
from assistant.retrieval.embedding import LatentEmbedder
from assistant.retrieval.index import Index, open_index

CASES = Path(__file__).with_name("matching.jsonl")
POOL = 60
FOLDS = 4
WITHHELD_WEIGHT = 0.2
FALSE_UNFIT = 0.025
"""Share of the written queries with a direction that may be called unfit."""
SEED = 0
STRUCK = "withheld, struck"
_ASK_LENGTH = 12
"""Expansions at least this long in Chinese characters are problems, shorter ones are terms."""


@dataclasses.dataclass(frozen=True)
class Example:
    """One query measured."""

    signals: Signals
    fits: bool
    source: str
    hit_first: bool


def main() -> None:
    """Fit and print."""
    catalogue = load_catalogue()
    examples = [*written(catalogue), *withheld(catalogue)]
    rows = np.array([example.signals.values() for example in examples])
    fits = np.array([example.fits for example in examples])
    sources = np.array([example.source for example in examples])
    weights = np.where(np.char.startswith(sources, "withheld"), WITHHELD_WEIGHT, 1.0)
    held_out = np.zeros(len(rows))
    for train, test in StratifiedKFold(10, shuffle=True, random_state=SEED).split(rows, sources):
        criterion = fit(rows[train], fits[train], weights[train])
        held_out[test] = [criterion.confidence(examples[place].signals) for place in test]
    threshold = float(np.quantile(held_out[(sources == "written") & fits], FALSE_UNFIT))
    final = dataclasses.replace(fit(rows, fits, weights), threshold=round(threshold, 3))
    print(final)
    for source in sorted(set(sources)):
        for kind in (True, False):
            chosen = (sources == source) & (fits == kind)
            if chosen.any():
                unfit = float((held_out[chosen] < threshold).mean())
                first = np.mean([example.hit_first for example, one in zip(examples, chosen, strict=True) if one])
                print(f"{source:20} fits={kind!s:5} n={chosen.sum():4} called unfit={unfit:.3f} hit@1={first:.3f}")


def fit(rows: np.ndarray, fits: np.ndarray, weights: np.ndarray) -> Criterion:
    """Return the logistic criterion of the rows; its threshold is still open."""
    middle, spread = rows.mean(axis=0), rows.std(axis=0)
    model = LogisticRegression(C=1.0, max_iter=5000).fit((rows - middle) / spread, fits, sample_weight=weights)
    slopes = model.coef_[0] / spread
    offset = float(model.intercept_[0] - (slopes * middle).sum())
    return Criterion(tuple(round(float(slope), 4) for slope in slopes), round(offset, 4), 0.0)


def written(catalogue: Catalogue) -> Iterator[Example]:
    """Yield the queries of the file."""
    vocabulary = Vocabulary(catalogue)
    index = build(catalogue)
    for line in CASES.read_text("utf-8").splitlines():
        case = json.loads(line)
        hits = search(index, case["query"])
        if hits:
            first = hits[0].passage.id in case["gold"]
            yield Example(measure(case["query"], hits, vocabulary), bool(case["gold"]), case["source"], first)


def withheld(catalogue: Catalogue) -> Iterator[Example]:
    """Yield every problem of the expansions that a fold withholds, with and without its direction."""
    for fold in range(FOLDS):
        reduced, problems = withhold(catalogue, fold)
        vocabulary, index = Vocabulary(reduced), build(reduced)
        for direction, problem in problems:
            hits = search(index, problem)
            others = [hit for hit in hits if hit.passage.id != direction]
            if len(others) < len(hits):
                first = hits[0].passage.id == direction
                yield Example(measure(problem, hits, vocabulary), fits=True, source="withheld", hit_first=first)
            if others:
                yield Example(measure(problem, others, vocabulary), fits=False, source=STRUCK, hit_first=False)


def withhold(catalogue: Catalogue, fold: int) -> tuple[Catalogue, list[tuple[str, str]]]:
    """Return the catalogue without one problem a direction, and these problems with the directions' ids."""
    problems: list[tuple[str, str]] = []

    def reduce(programme: Programme) -> Programme:
        expansions: dict[str, tuple[str, ...]] = {}
        for number, phrases in programme.expansions.items():
            asks = [phrase for phrase in phrases if is_problem(phrase)]
            ask = asks[fold % len(asks)] if asks else None
            expansions[number] = tuple(phrase for phrase in phrases if phrase != ask)
            if ask is not None:
                problems.append((f"{programme.id}/{number}", ask))
        return dataclasses.replace(programme, expansions=expansions)

    programmes = tuple(reduce(programme) for programme in catalogue.programmes)
    return dataclasses.replace(catalogue, programmes=programmes, fingerprint=f"withheld-{fold}"), problems


def is_problem(phrase: str) -> bool:
    """Say whether an expansion is a problem as people put it: long, and mostly Chinese."""
    return sum(character > "\u2e80" for character in phrase) >= _ASK_LENGTH


def build(catalogue: Catalogue) -> Index:
    """Return an index of the catalogue in a folder of its own."""
    return open_index(catalogue, Path(tempfile.mkdtemp(prefix="wenjin-fit-")), LatentEmbedder())


def search(index: Index, query: str) -> tuple[Hit, ...]:
    """Return the hits that `match` would see."""
    return index.search(query, kinds=("direction",), top=POOL)


if __name__ == "__main__":
    main()
