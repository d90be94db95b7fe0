"""What each part of the retrieval contributes: the same search with one part alone, or without one."""

from collections.abc import Callable, Sequence

from assistant.domain.catalogue import Catalogue
from assistant.domain.passage import PassageKind
from assistant.domain.search import Search
from assistant.retrieval.fuse import WEIGHTS, Weights
from assistant.retrieval.index import Index
from assistant.retrieval.langchain_retriever import CorpusRetriever
from assistant.service import Assistant
from assistant.text import squash
from wenjin_evals import matching
from wenjin_evals.cases import Case, members
from wenjin_evals.figures import Figure
from wenjin_evals.questions import SEVERAL, home
from wenjin_evals.strings import is_covered

ONLY_LEXICAL = Weights(0.0, 1.0, 0.0)
ONLY_VECTOR = Weights(0.0, 0.0, 1.0)


def question_figures(cases: Sequence[Case], assistant: Assistant, suite: str) -> list[Figure]:
    """Return the evidence recall of the bare search, fused and by its parts, before any choice of evidence."""
    return [
        Figure(suite=suite, name="evidence_recall", system=name, value=found / max(1, n), n=n)
        for name, search in _variants(assistant.search, "clause")
        for found, n in [_evidence(cases, search, assistant.catalogue)]
    ]


def match_figures(cases: Sequence[Case], assistant: Assistant, suite: str) -> list[Figure]:
    """Return the figures of the bare search over directions, fused and by its parts."""
    return [
        figure
        for name, search in _variants(assistant.search, "direction")
        for figure in matching.score(cases, _ranking(search, assistant.catalogue), suite, name)[0]
    ]


def _variants(search: Search, kind: PassageKind) -> list[tuple[str, Search]]:
    index = search.open_search() if isinstance(search, CorpusRetriever) else search
    if not isinstance(index, Index):
        return []
    weights = WEIGHTS[kind]
    lexical: dict[PassageKind, Weights] = {**WEIGHTS, kind: ONLY_LEXICAL}
    vector: dict[PassageKind, Weights] = {**WEIGHTS, kind: ONLY_VECTOR}
    shown = f"检索（编号{weights.lookup:g}、词{weights.lexical:g}、向量{weights.vector:g}）"
    return [
        (shown, search),
        ("仅关键词", index.with_weights(lexical)),
        ("仅向量", index.with_weights(vector)),
    ]


def _evidence(cases: Sequence[Case], search: Search, catalogue: Catalogue) -> tuple[int, int]:
    found = n = 0
    for case in cases:
        top = 12 if case["type"] in SEVERAL else 5
        hits = search.search(str(case["question"]), kinds=("clause",), top=top)
        for one in members(case, "evidence"):
            scope = home(str(one["doc"]), str(one["quote"]), catalogue)
            quotes = [hit.passage.text for hit in hits if hit.passage.programme in scope]
            found, n = found + is_covered(str(one["quote"]), quotes), n + 1
    return found, n


def _ranking(search: Search, catalogue: Catalogue) -> Callable[[str], matching.Ranking]:
    titles = {one.id: squash(one.info.short_title).strip('“”"') for one in catalogue.programmes}

    def ranking(query: str) -> matching.Ranking:
        hits = search.search(query, kinds=("direction",), top=10)
        return [(titles[hit.passage.programme], hit.passage.clause.split()[0]) for hit in hits], None

    return ranking
