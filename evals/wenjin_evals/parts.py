"""What each part of the product contributes: the product without one, and the bare search by one part alone."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from assistant.domain.catalogue import Catalogue
from assistant.domain.passage import PassageKind
from assistant.domain.search import Search
from assistant.retrieval.embedding import LatentEmbedder
from assistant.retrieval.fuse import WEIGHTS, Weights
from assistant.retrieval.index import Index, open_index
from assistant.retrieval.langchain_retriever import CorpusRetriever
from assistant.service import Assistant
from assistant.text import squash
from wenjin_evals import matching
from wenjin_evals.questions import Find

ONLY_LEXICAL = Weights(0.0, 1.0, 0.0)
ONLY_VECTOR = Weights(0.0, 0.0, 1.0)
KINDS: tuple[PassageKind, ...] = ("clause", "direction")


def without_expansions(assistant: Assistant, folder: Path) -> Assistant:
    """Return the product as if nobody had written expansions or questions; its index is built in the folder."""
    known = assistant.catalogue
    bare = replace(
        known,
        programmes=tuple(replace(one, expansions={}, asked=()) for one in known.programmes),
        fingerprint=f"{known.fingerprint}-bare",
    )
    return Assistant(
        catalogue=bare, open_search=lambda: open_index(bare, folder, LatentEmbedder()), writer=assistant.writer
    )


def without_vectors(assistant: Assistant) -> Assistant:
    """Return the product whose search looks at words and numbers only, in the proportion that they have now."""
    weights: dict[PassageKind, Weights] = {kind: _without_vector(own) for kind, own in WEIGHTS.items()}
    changed = _index(assistant.search).with_weights(weights)
    return replace(assistant, open_search=lambda: changed)


def bare_searches(assistant: Assistant) -> list[tuple[str, Search]]:
    """Return the search itself and each of its parts alone, by name."""
    index = _index(assistant.search)
    lexical: dict[PassageKind, Weights] = {**WEIGHTS, **dict.fromkeys(KINDS, ONLY_LEXICAL)}
    vector: dict[PassageKind, Weights] = {**WEIGHTS, **dict.fromkeys(KINDS, ONLY_VECTOR)}
    return [
        ("仅检索", index),
        ("仅关键词", index.with_weights(lexical)),
        ("仅向量", index.with_weights(vector)),
    ]


def finder(search: Search) -> Find:
    """Return the search over clauses as the scorer of evidence wants it."""

    def find(question: str, top: int) -> Sequence[tuple[str, str]]:
        hits = search.search(question, kinds=("clause",), top=top)
        return [(hit.passage.programme, hit.passage.text) for hit in hits]

    return find


def ranker(search: Search, catalogue: Catalogue) -> Callable[[str], matching.Ranking]:
    """Return the search over directions as the scorer of matches wants it."""
    titles = {one.id: squash(one.info.short_title).strip('“”"') for one in catalogue.programmes}

    def ranking(query: str) -> matching.Ranking:
        hits = search.search(query, kinds=("direction",), top=10)
        return [(titles[hit.passage.programme], hit.passage.clause.split()[0]) for hit in hits], None

    return ranking


def _without_vector(weights: Weights) -> Weights:
    rest = weights.lookup + weights.lexical
    return Weights(weights.lookup / rest, weights.lexical / rest, 0.0, weights.kept_for)


def _index(search: Search) -> Index:
    """Return the index behind a search.

    Raises:
        TypeError: the search is none of ours, so that it has no parts to leave out.
    """
    index = search.open_search() if isinstance(search, CorpusRetriever) else search
    if not isinstance(index, Index):
        raise TypeError(f"{type(index).__name__} has no parts to leave out")
    return index
