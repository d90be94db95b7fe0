"""Runs the suites asked for and gathers their figures."""

import importlib.util
from datetime import date
from pathlib import Path

from assistant.service import Assistant
from wenjin_evals import drafts, matching, parts, questions, titles
from wenjin_evals.cases import load_cases
from wenjin_evals.figures import Figure, Figures

SUITES = ("questions", "matching", "drafts", "titles")
SETS: dict[str, tuple[str, ...]] = {
    "questions": ("questions.dev", "questions.own", "questions.blind"),
    "matching": ("matching.dev",),
    "drafts": ("drafts.dev",),
    "titles": ("titles.dev",),
}
"""Shipped sets of cases of each suite."""
_BASELINES_NEED = ("langchain_community", "langchain_text_splitters", "rank_bm25", "jieba")


def evaluate(name: str, assistant: Assistant, *, cases: Path | None, today: date) -> Figures:
    """Return the figures of one suite, or of all.

    Args:
        name: a suite, or `all`.
        assistant: whose verbs are measured.
        cases: the user's own cases instead of the shipped ones; then `name` has to be one suite.
        today: day that deadlines are compared with.
    """
    figures: list[Figure] = []
    failures: list[str] = []
    for suite in SUITES if name == "all" else (name,):
        for label in SETS[suite] if cases is None else (suite,):
            found, failed = _run(suite, label, assistant, cases, today)
            figures += found
            failures += failed
    return Figures(figures=tuple(figures), failures=tuple(failures))


def _run(
    suite: str, label: str, assistant: Assistant, path: Path | None, today: date
) -> tuple[list[Figure], list[str]]:
    rows = load_cases(label, path)
    if suite == "questions":
        # Cases kept aside are reported on their own, and their failures are not shown.
        open_rows = [row for row in rows if not row.get("held_out")]
        aside = [row for row in rows if row.get("held_out")]
        figures, failures = questions.score(open_rows, assistant, label, today)
        figures += parts.question_figures(open_rows, assistant, label)
        if aside:
            figures += questions.score(aside, assistant, f"{label}（未看过的一半）", today)[0]
        return figures + _baseline_questions(open_rows, assistant, label), failures
    if suite == "matching":
        figures, failures = matching.score(rows, lambda query: matching.rank(assistant, query), label)
        figures += parts.match_figures(rows, assistant, label)
        return figures + _baseline_matching(rows, assistant, label), failures
    if suite == "drafts":
        return drafts.score(rows, assistant, label, today)
    return titles.score(rows, assistant, label, today)


def _baseline_questions(rows: list[dict[str, object]], assistant: Assistant, label: str) -> list[Figure]:
    if not _has_baselines():
        return []
    from wenjin_evals import baselines

    return baselines.question_figures(rows, assistant.catalogue, label)


def _baseline_matching(rows: list[dict[str, object]], assistant: Assistant, label: str) -> list[Figure]:
    if not _has_baselines():
        return []
    from wenjin_evals import baselines

    rankings = baselines.match_rankings(assistant.catalogue)
    return [figure for name, ranking in rankings for figure in matching.score(rows, ranking, label, name)[0]]


def _has_baselines() -> bool:
    """Say whether the extra `evals` is installed; without it the baselines' columns are left out."""
    return all(importlib.util.find_spec(name) for name in _BASELINES_NEED)
