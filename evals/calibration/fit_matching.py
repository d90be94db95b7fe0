"""Fit the criterion by which `match` says that a direction covers a problem, and print it with its figures.

Run from the project's root: `PYTHONPATH=evals .venv/bin/python evals/calibration/fit_matching.py`. Data, with their
weights below:

- the open halves of the real titles (`matching.real`, `matching.second`) and the development cases;
- `matching.jsonl`: queries with and without a direction, written for this purpose or taken from the released problems;
- sentences of the notices that are about no direction: general words alone must not fit;
- every written problem, of directions and outside of them, over a catalogue from which its third is withheld: what an
  unseen problem looks like beside those that somebody wrote.

The halves kept aside are not looked at.
"""

import dataclasses
import hashlib
import itertools
import json
import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from assistant.domain.catalogue import Catalogue
from assistant.library.programmes import load_catalogue
from assistant.matching.criterion import Criterion, is_long
from assistant.matching.signals import Signals, measure
from assistant.matching.vocabulary import Vocabulary
from assistant.retrieval.embedding import LatentEmbedder
from assistant.retrieval.index import open_index
from assistant.text import clean, squash
from wenjin_evals.cases import load_cases, members

CASES = Path(__file__).with_name("matching.jsonl")
POOL = 60
REAL = ("matching.real", "matching.second")
WEIGHTS = {
    **dict.fromkeys(REAL, 1.0), "matching.dev": 1.0, "general": 1.0, "written": 0.2, "released": 0.2, "notices": 0.1,
    "withheld": 0.02,
}  # fmt: skip
"""What a query of each source counts."""
FALSE_UNFIT = 0.02
"""Share of the open real titles with a direction that may be called unfit."""
FALSE_UNFIT_WITHHELD = 0.05
"""The same of withheld problems. The expansions know the open titles better than unseen ones, and withheld problems are
terser than titles: the threshold lies in the middle of both."""
FOLDS = 3
"""Parts in which the written problems are withheld from the catalogue, one after the other."""
SPLITS = 10
REPEATS = 5
_SENTENCE = re.compile(r"[^。；！？;]{6,120}")
_SENTENCES = 250
_BINS = (0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 1.0)


@dataclasses.dataclass(frozen=True)
class Query:
    """One query with what fits it."""

    text: str
    gold: frozenset[str]
    source: str


@dataclasses.dataclass(frozen=True)
class Example:
    """One query measured."""

    query: str
    signals: Signals
    fits: bool
    source: str
    hit_first: bool


def main() -> None:
    """Fit and print."""
    catalogue = load_catalogue()
    examples = list(measure_all(catalogue))
    rows = np.array([example.signals.values() for example in examples])
    fits = np.array([example.fits for example in examples])
    sources = np.array([example.source for example in examples])
    weights = np.array([WEIGHTS[source] for source in sources])
    unseen = cross_validate(rows, fits, weights, [example.query for example in examples])
    long = np.array([is_long(example.query) for example in examples])
    least = choose_threshold(unseen, fits & ~long, sources)
    final = dataclasses.replace(fit(rows, fits, weights), threshold=least)
    print(final)
    for field, weight in zip(dataclasses.fields(Signals), final.weights, strict=True):
        print(f"  {field.name:12} {weight:8.4f}")
    first = np.array([example.hit_first for example in examples])
    print_sources(sources, fits, unseen, np.where(long, final.threshold_long, least), first)
    print_calibration(unseen, fits, np.isin(sources, REAL))


def choose_threshold(unseen: np.ndarray, fits: np.ndarray, sources: np.ndarray) -> float:
    """Return the threshold of short problems, from those that fit."""
    titles = np.quantile(unseen[fits & np.isin(sources, REAL)], FALSE_UNFIT)
    withheld = np.quantile(unseen[fits & (sources == "withheld")], FALSE_UNFIT_WITHHELD)
    return round(float(titles + withheld) / 2, 3)


def print_sources(
    sources: np.ndarray, fits: np.ndarray, unseen: np.ndarray, least: np.ndarray, first: np.ndarray
) -> None:
    """Print for each source what is called unfit when it is not among the fitted; `least` is each row's threshold."""
    for source in WEIGHTS:
        for kind in (True, False):
            chosen = (sources == source) & (fits == kind)
            if chosen.any():
                unfit, right = float((unseen[chosen] < least[chosen]).mean()), float(first[chosen].mean())
                print(f"{source:26} fits={kind!s:5} n={chosen.sum():4} called unfit={unfit:.3f} hit@1={right:.3f}")
    for group in (REAL, ("matching.dev",), ("written",), ("withheld",)):
        chosen = np.isin(sources, group)
        print(f"{', '.join(group)}: area under the curve {roc_auc_score(fits[chosen], unseen[chosen]):.3f}")


def print_calibration(unseen: np.ndarray, fits: np.ndarray, chosen: np.ndarray) -> None:
    """Print how often a query fits for what confidence, over the sources whose share of fits is a real one."""
    for low, high in itertools.pairwise(_BINS):
        within = chosen & (unseen >= low) & (unseen <= high)
        if within.any():
            mean, share = unseen[within].mean(), fits[within].mean()
            print(f"confidence {low:.2f}-{high:.2f}: n={within.sum():4} mean {mean:.2f}, fits {share:.2f}")


def cross_validate(rows: np.ndarray, fits: np.ndarray, weights: np.ndarray, queries: list[str]) -> np.ndarray:
    """Return each row's confidence under criteria fitted without its query, the mean over several partitions."""
    total = np.zeros(len(rows))
    for seed in range(REPEATS):
        order = {
            query: place for place, query in enumerate(np.random.default_rng(seed).permutation(sorted(set(queries))))
        }
        groups = [order[query] % SPLITS for query in queries]
        for train, test in GroupKFold(SPLITS).split(rows, fits, groups):
            criterion = fit(rows[train], fits[train], weights[train])
            total[test] += [criterion.confidence(Signals(*rows[place])) for place in test]
    return total / REPEATS


def fit(rows: np.ndarray, fits: np.ndarray, weights: np.ndarray) -> Criterion:
    """Return the logistic criterion of the rows; its threshold is still open."""
    middle, spread = rows.mean(axis=0), rows.std(axis=0)
    model = LogisticRegression(C=0.3, max_iter=5000).fit((rows - middle) / spread, fits, sample_weight=weights)
    slopes = model.coef_[0] / spread
    offset = float(model.intercept_[0] - (slopes * middle).sum())
    return Criterion(tuple(round(float(slope), 4) for slope in slopes), round(offset, 4), 0.0)


def measure_all(catalogue: Catalogue) -> Iterator[Example]:
    """Yield every query measured over the catalogue, the written problems over what is left without them."""
    yield from measure_over(catalogue, (*cases(catalogue), *written(), *general_sentences(catalogue)))
    for fold in range(FOLDS):
        yield from measure_over(withhold(catalogue, fold), written_in(catalogue, fold))


def measure_over(catalogue: Catalogue, queries: Iterable[Query]) -> Iterator[Example]:
    """Yield queries measured over an index of the catalogue; one that finds nothing is left out."""
    vocabulary = Vocabulary(catalogue)
    index = open_index(catalogue, Path(tempfile.mkdtemp(prefix="wenjin-fit-")), LatentEmbedder())
    for query in queries:
        hits = index.search(query.text, kinds=("direction",), top=POOL)
        if hits:
            first = hits[0].passage.id in query.gold
            yield Example(query.text, measure(query.text, hits, vocabulary), bool(query.gold), query.source, first)


def fold_of(text: str) -> int:
    """Return the fold of a written problem, the same in every run."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % FOLDS


def withhold(catalogue: Catalogue, fold: int) -> Catalogue:
    """Return the catalogue without the written problems of one fold."""

    def keep(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(text for text in texts if fold_of(text) != fold)

    programmes = tuple(
        dataclasses.replace(
            programme,
            outside=keep(programme.outside),
            expansions={
                number: own.model_copy(update={"asks": keep(own.asks), "english": keep(own.english)})
                for number, own in programme.expansions.items()
            },
        )
        for programme in catalogue.programmes
    )
    return dataclasses.replace(
        catalogue,
        programmes=programmes,
        outside=keep(catalogue.outside),
        fingerprint=f"{catalogue.fingerprint}-{fold}",
    )


def written_in(catalogue: Catalogue, fold: int) -> Iterator[Query]:
    """Yield the problems of one fold, each with the direction that it was written for."""
    for programme in catalogue.programmes:
        pairs = [(text, frozenset[str]()) for text in programme.outside]
        for direction in programme.directions:
            own = programme.expansion_of(direction)
            pairs += [(text, frozenset((direction.id,))) for text in (*own.asks, *own.english)]
        yield from (Query(text, gold, "withheld") for text, gold in pairs if fold_of(text) == fold)
    yield from (Query(text, frozenset(), "withheld") for text in catalogue.outside if fold_of(text) == fold)


def cases(catalogue: Catalogue) -> Iterator[Query]:
    """Yield the open real titles and the development cases."""
    titles = {one.info.short_title.strip("“”"): one.id for one in catalogue.programmes}
    for name in (*REAL, "matching.dev"):
        for case in load_cases(name):
            if not case.get("held_out"):
                gold = members(case, "gold")
                ids = (f"{titles[squash(str(one['programme']))]}/{one['number']}" for one in gold)
                yield Query(str(case["query"]), frozenset(ids), name)


def written() -> Iterator[Query]:
    """Yield the queries of the file."""
    for line in CASES.read_text("utf-8").splitlines():
        case = json.loads(line)
        yield Query(case["query"], frozenset(case["gold"]), case["source"])


def general_sentences(catalogue: Catalogue) -> Iterator[Query]:
    """Yield sentences of the notices' own provisions and demands, which are about no direction."""
    demands = {
        one.text for programme in catalogue.programmes for own in programme.directions for one in own.requirements
    }
    clauses = (
        clean("".join(piece.slice(programme.notice.text) for piece in clause.pieces))
        for programme in catalogue.programmes
        for clause in programme.notice.clauses
    )
    sentences = sorted(demands | {match[0] for clause in clauses for match in _SENTENCE.finditer(clause)})
    for place in np.random.default_rng(0).choice(len(sentences), _SENTENCES, replace=False):
        yield Query(sentences[place], frozenset(), "notices")


if __name__ == "__main__":
    main()
