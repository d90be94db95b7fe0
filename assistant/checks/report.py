"""An outcome as the report of one file, with its verdict."""

from collections.abc import Iterable

from assistant.checks.context import CheckContext
from assistant.checks.roster import read_entry
from assistant.checks.run import Outcome
from assistant.domain.draft import Draft
from assistant.domain.finding import Finding, OpenItem, Report, Verdict

_WORST: tuple[Verdict, ...] = ("fail", "warn", "unconfirmed", "pass")


def build_report(
    outcome: Outcome, *, draft: Draft, context: CheckContext, file: str, chosen_because: str | None = None
) -> Report:
    """Return the report of one file.

    Args:
        outcome: what the rules say.
        draft: the draft judged.
        context: programme and form that it was judged by.
        file: the file's name as the user gave it.
        chosen_because: why this programme and form; None where the user named both.
    """
    return Report(
        file=file,
        programme=context.info.id,
        form=draft.form,
        chosen_because=chosen_because,
        verdict=decide(outcome.findings, outcome.unknown),
        findings=outcome.findings,
        passed=outcome.passed,
        unknown=outcome.unknown,
        not_applicable=outcome.not_applicable,
        rules_version=outcome.rules_version,
        file_sha256=draft.document.sha256,
        entry=read_entry(outcome.subject),
    )


def decide(findings: Iterable[Finding], unknown: Iterable[OpenItem]) -> Verdict:
    """Return the verdict: the worst finding; else whether anything that could be one is still open."""
    severities = {finding.severity for finding in findings}
    if "error" in severities:
        return "fail"
    if "warning" in severities:
        return "warn"
    return "unconfirmed" if any(not item.attest for item in unknown) else "pass"


def decide_package(findings: Iterable[Finding], unknown: Iterable[OpenItem], verdicts: Iterable[Verdict]) -> Verdict:
    """Return the worst of a package's own verdict and those of its files.

    A file that cannot be read cannot be handed in either.
    """
    told = {decide(findings, unknown), *("fail" if one == "unreadable" else one for one in verdicts)}
    return next(one for one in _WORST if one in told)
