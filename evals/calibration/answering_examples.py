"""Questions measured as `ask` measures them, with the sentences that answer: what `fit_answering.py` fits on."""

import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.answering.asked.focus import find_focus, narrow
from assistant.answering.asked.question import Inquiry, understand
from assistant.answering.choosing.fitted import WEIGHTS
from assistant.answering.choosing.measures import MEASURES, Measures, Query, measure
from assistant.answering.sentences.corpus import Corpus, open_corpus
from assistant.domain.catalogue import Catalogue
from assistant.domain.search import Search
from assistant.retrieval.embedding import LatentEmbedder
from assistant.retrieval.index import open_index
from assistant.text import squash
from wenjin_evals.cases import load_cases, members

SETS = (
    "questions.dev",
    "questions.own",
    "questions.blind",
    "questions.calls",
    "questions.guides",
    "questions.fifth",
    "questions.sixth",
)
FOLDS = 5
MEASURED = {"written": 600, "silence": 250, "unknown silence": 300}
"""Withheld questions measured in each fold: answered, on a topic that others are written for, on one withheld whole."""
ALIKE = 0.5
"""Likeness of a topic's questions to the centre of another from which the two are withheld together."""
TOP = 40
NEAR = 250
"""Sentences of a scope that are weighed; a right one beyond them is left out."""
SEED = 20220420
_RUN = 12
Figures = NDArray[np.float64]


@dataclass(frozen=True)
class Example:
    """One part of a question, measured."""

    source: str
    query: Query
    columns: Figures
    right: tuple[int, ...]
    """Rows that answer; none where the notices are silent."""


def withheld(catalogue: Catalogue) -> Iterator[Example]:
    """Yield written questions, each measured without itself and some without their whole topic.

    Of a question on a topic that nobody has thought of the program knows nothing but what is left: so a fifth of the
    topics of silence is withheld besides, each with those that resemble it.
    """
    texts = sorted({ask for one in catalogue.programmes for item in (*one.asked, *one.silences) for ask in item.asks})
    groups = _group_topics(catalogue)
    numbers = sorted(set(groups.values()))
    shuffler = random.Random(SEED)  # noqa: S311 - a seeded sample, nothing secret
    shuffler.shuffle(texts)
    shuffler.shuffle(numbers)
    for fold in range(FOLDS):
        chosen = frozenset(numbers[fold::FOLDS])
        unknown = frozenset(asks for asks, group in groups.items() if group in chosen)
        yield from _measure_fold(catalogue, frozenset(texts[fold::FOLDS]), unknown, fold, shuffler)


def _group_topics(catalogue: Catalogue) -> dict[tuple[str, ...], int]:
    """Return for the questions of each topic of silence the number of the first topic that resembles it."""
    asking = open_corpus(catalogue).asking
    groups: dict[tuple[str, ...], int] = {}
    for asks in dict.fromkeys(topic.asks for one in catalogue.programmes for topic in one.silences):
        alike = np.flatnonzero(asking.read("，".join(asks)).topics[: len(groups)] > ALIKE)
        groups[asks] = list(groups.values())[alike[0]] if len(alike) else len(groups)
    return groups


def _measure_fold(
    catalogue: Catalogue,
    hidden: frozenset[str],
    unknown: frozenset[tuple[str, ...]],
    fold: int,
    shuffler: random.Random,
) -> Iterator[Example]:
    shown = _hide(catalogue, hidden, unknown, fold)
    corpus = open_corpus(shown)
    chosen: dict[str, dict[str, tuple[str, set[int]]]] = {kind: {} for kind in MEASURED}
    for one in catalogue.programmes:
        for item in one.asked:
            places = set(corpus.inside(one.id, item.span))
            chosen["written"] |= {ask: (one.id, places) for ask in item.asks if ask in hidden}
        for topic in one.silences:
            new = topic.asks in unknown
            asks = [ask for ask in topic.asks if new or ask in hidden]
            chosen["unknown silence" if new else "silence"] |= {ask: (one.id, set()) for ask in asks}
    with tempfile.TemporaryDirectory() as folder:
        search = open_index(shown, Path(folder), LatentEmbedder())
        for kind, most in MEASURED.items():
            asks = sorted(chosen[kind])
            shuffler.shuffle(asks)
            for ask in asks[:most]:
                programme, places = chosen[kind][ask]
                yield from _measure(kind, understand(ask, corpus, programme, ()), corpus, search, places)


def asked(catalogue: Catalogue) -> Iterator[Example]:
    """Yield the questions of the open halves."""
    corpus = open_corpus(catalogue)
    with tempfile.TemporaryDirectory() as folder:
        search = open_index(catalogue, Path(folder), LatentEmbedder())
        for name in SETS:
            for case in load_cases(name, None):
                inquiry = understand(str(case["question"]), corpus, None, ())
                if not case.get("held_out") and not inquiry.scope.missing:
                    yield from _measure(name, inquiry, corpus, search, _locate(members(case, "evidence"), corpus))


def _hide(catalogue: Catalogue, hidden: frozenset[str], unknown: frozenset[tuple[str, ...]], fold: int) -> Catalogue:
    def show(asks: Sequence[str]) -> tuple[str, ...]:
        return tuple(ask for ask in asks if ask not in hidden)

    programmes = tuple(
        replace(
            one,
            asked=tuple(replace(item, asks=show(item.asks)) for item in one.asked),
            silences=tuple(
                replace(item, asks=shown)
                for item in one.silences
                if item.asks not in unknown and (shown := show(item.asks))
            ),
        )
        for one in catalogue.programmes
    )
    return replace(catalogue, programmes=programmes, fingerprint=f"{catalogue.fingerprint}-{fold}")


def _measure(source: str, inquiry: Inquiry, corpus: Corpus, search: Search, places: set[int]) -> Iterator[Example]:
    focus = find_focus(inquiry, corpus)
    programmes = tuple(one.id for one in inquiry.scope.programmes)
    if focus.certain and not inquiry.scope.named:
        programmes = (
            tuple(one for one in programmes if any(one == other for other, _ in focus.directions)) or programmes
        )
    for whole in inquiry.parts:
        part = narrow(whole, focus, corpus)
        text = inquiry.text if len(inquiry.parts) == 1 else whole.bare
        hits = search.search(text, kinds=("clause", "direction"), programmes=list(programmes), top=TOP)
        query = Query(part, corpus, programmes, hits, focus, corpus.asking.read(part.bare))
        measured = measure(query)
        near = _keep_near(measured)
        right = tuple(row for row, place in enumerate(measured.places[near].tolist()) if place in places)
        if right or not places:
            yield Example(source, query, measured.columns[near], right)


def _keep_near(measured: Measures) -> NDArray[np.intp]:
    """Return the rows that any of the reasons brings near: the rest would weigh nothing and cost the most time."""
    scores = measured.columns @ np.asarray([WEIGHTS[name] for name in MEASURES])
    return np.argsort(-scores, kind="stable")[:NEAR]


def _locate(evidence: Sequence[dict[str, object]], corpus: Corpus) -> set[int]:
    """Return the places of the sentences that share a run of characters with the evidence."""
    found: set[int] = set()
    for one in evidence:
        quote = squash(str(one["quote"]))
        runs = [quote[start : start + _RUN] for start in range(0, max(1, len(quote) - _RUN + 1), _RUN // 2)]
        for programme in corpus.catalogue.programmes:
            if programme.info.doc == one["doc"]:
                texts = ((place, squash(corpus.units[place].text)) for place in corpus.own[programme.id])
                found |= {place for place, text in texts if any(run in text for run in runs)}
    return found
