"""Runs the suites asked for and gathers their figures."""

import importlib.util
from datetime import date
from pathlib import Path

from assistant.service import Assistant
from wenjin_evals import chat, drafts, matching, parts, questions, titles
from wenjin_evals.cases import Case, load_cases
from wenjin_evals.figures import Figure, Figures

SUITES = ("questions", "matching", "drafts", "titles", "chat")
SETS: dict[str, tuple[str, ...]] = {
    "questions": ("questions.dev", "questions.own", "questions.blind"),
    "matching": ("matching.dev",),
    "drafts": ("drafts.dev", "drafts.own"),
    "titles": ("titles.dev",),
    "chat": ("chat.own",),
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
    open_rows = [row for row in rows if not row.get("held_out")]
    aside = [row for row in rows if row.get("held_out")]
    figures, failures = _score(suite, open_rows, assistant, label, today)
    figures += _other_systems(suite, open_rows, assistant, label)
    if aside:
        # Cases kept aside are reported on their own, and their failures are not shown.
        figures += _score(suite, aside, assistant, f"{label}（未看过的一半）", today)[0]
    return figures, failures


def _score(
    suite: str, rows: list[Case], assistant: Assistant, label: str, today: date
) -> tuple[list[Figure], list[str]]:
    if suite == "questions":
        return questions.score(rows, assistant, label, today)
    if suite == "matching":
        return matching.score(rows, lambda query: matching.rank(assistant, query), label)
    if suite == "drafts":
        return drafts.score(rows, assistant, label, today)
    if suite == "titles":
        return titles.score(rows, assistant, label, today)
    return chat.score(rows, assistant, label, today)


def _other_systems(suite: str, rows: list[Case], assistant: Assistant, label: str) -> list[Figure]:
    """Return the figures of our parts alone and of the baselines, for the suites that have them."""
    if suite == "questions":
        return parts.question_figures(rows, assistant, label) + _baseline_questions(rows, assistant, label)
    if suite == "matching":
        return parts.match_figures(rows, assistant, label) + _baseline_matching(rows, assistant, label)
    return []


def _baseline_questions(rows: list[Case], assistant: Assistant, label: str) -> list[Figure]:
    if not _has_baselines():
        return []
    from wenjin_evals import baselines

    return baselines.question_figures(rows, assistant.catalogue, label)


def _baseline_matching(rows: list[Case], assistant: Assistant, label: str) -> list[Figure]:
    if not _has_baselines():
        return []
    from wenjin_evals import baselines

    rankings = baselines.match_rankings(assistant.catalogue)
    return [figure for name, ranking in rankings for figure in matching.score(rows, ranking, label, name)[0]]


def _has_baselines() -> bool:
    """Say whether the extra `evals` is installed; without it the baselines' columns are left out."""
    return all(importlib.util.find_spec(name) for name in _BASELINES_NEED)
