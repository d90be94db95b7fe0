"""Scores `check`: precision and recall of rule findings, false errors on compliant drafts."""

import tempfile
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from assistant.checking.order import AUTO
from assistant.domain.finding import Report
from assistant.service import Assistant
from wenjin_evals.cases import Case, members
from wenjin_evals.draft_files import write_drafts
from wenjin_evals.figures import OURS, Figure

FORMS = ("problem", "recommendation", "report", "pioneer", "proposal")
_WARNINGS = 1
"""Warnings that a compliant draft may get and still count as clean."""
VERDICT = {"error": "fail", "warning": "warn"}


def score(cases: Sequence[Case], assistant: Assistant, suite: str, today: date) -> tuple[list[Figure], list[str]]:
    """Return the figures and one line for each draft with a missed or an extra finding.

    Only drafts whose programme has rules are scored; `drafts_with_rules` says how many.
    A finding counts once a rule and draft; `info` counts neither way.
    """
    ruled = {programme.info.doc for programme in assistant.catalogue.programmes if programme.rules}
    scored = [case for case in cases if case["programme"] in ruled]
    count: Counter[str] = Counter()
    failures: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for case, path in zip(scored, write_drafts(scored, Path(folder)), strict=True):
            scope = AUTO if case["programme"] == "nkrd-2021" else str(case["programme"])
            report = assistant.check([path], programme=scope, today=today).reports[0]
            missed, extra = _compare(case, report, _meanings(assistant), count)
            if missed or extra:
                failures.append(f"{case['id']} 漏报{sorted(missed)} 误报{sorted(extra)}")
    share = Figure(suite=suite, name="drafts_with_rules", system=OURS, value=len(scored) / len(cases), n=len(cases))
    return [share, *_figures(count, suite, len(scored))], failures


def _compare(case: Case, report: Report, meanings: frozenset[str], count: Counter[str]) -> tuple[set[str], set[str]]:
    found = {one.rule: VERDICT[one.severity] for one in report.findings if one.severity in VERDICT}
    expected = {str(one["rule"]): str(one["verdict"]) for one in members(case, "expected")}
    unscored = {str(one["rule"]) for one in members({"unscored": []} | case, "unscored")}
    hits, missed = expected.keys() & found.keys(), expected.keys() - found.keys()
    extra = found.keys() - expected.keys() - unscored
    for name, rules in (("tp", hits), ("fn", missed), ("fp", extra)):
        for rule in rules:
            basis = "meaning" if rule in meanings else "text"
            count.update((f"{basis}_{name}", f"{basis}_{name} {case['form']}"))
    count["hits"] += len(hits)
    count["verdicts"] += sum(found[rule] == expected[rule] for rule in hits)
    count["forms"] += not case["content"] or report.form == case["form"]
    if not expected:
        errors = sum(found[rule] == "fail" for rule in extra)
        count.update(false_errors=errors, compliant=1, clean=not errors and len(extra) <= _WARNINGS)
    return set(missed), set(extra)


def _meanings(assistant: Assistant) -> frozenset[str]:
    rules = (rule for programme in assistant.catalogue.programmes for rule in programme.rules)
    return frozenset(rule.id for rule in rules if rule.basis == "meaning")


def _figures(count: Counter[str], suite: str, n: int) -> list[Figure]:
    shares: list[tuple[str, int, int]] = []
    for kind, prefix in (("text", ""), ("meaning", "meaning_")):
        right, extra, missed = (count[f"{kind}_{name}"] for name in ("tp", "fp", "fn"))
        shares += [(f"{prefix}precision", right, right + extra), (f"{prefix}recall", right, right + missed)]
    for form in FORMS:
        right, extra, missed = (count[f"text_{name} {form}"] for name in ("tp", "fp", "fn"))
        shares += [(f"precision: {form}", right, right + extra), (f"recall: {form}", right, right + missed)]
    shares += [
        ("clean", count["clean"], count["compliant"]),
        ("verdict_right", count["verdicts"], count["hits"]),
        ("form_right", count["forms"], n),
    ]
    figures = [Figure(suite=suite, name=name, system=OURS, value=part / of, n=of) for name, part, of in shares if of]
    return [*figures, Figure(suite=suite, name="false_errors", system=OURS, value=count["false_errors"], n=n)]
