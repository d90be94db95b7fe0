"""Reports of many files put together: verdicts, faults, lines, roster, tally."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from assistant.domain.catalogue import Catalogue
from assistant.domain.finding import Report, Reports, Severity, Verdict
from assistant.domain.form import FieldRole, FormName
from assistant.domain.kinds.batch import TallyRule
from assistant.domain.overview import Fault, FileLine, Overview, RosterLine, Tally, VerdictCount
from assistant.domain.programme import Programme
from assistant.reporting.letters import write_letters
from assistant.reporting.printable import printable
from assistant.reporting.shown import base_name
from assistant.text import bare

GRAVEST: tuple[Verdict, ...] = ("unreadable", "fail", "warn", "unconfirmed", "pass")
ROSTERED: frozenset[FormName] = frozenset({"problem", "pioneer", "proposal"})
"""Forms whose drafts are what is handed in; the others speak of them."""
_RANK: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}
_FACTS: dict[FieldRole, str] = {"kind": "kind", "field": "field"}
"""Roles of fields by which drafts are tallied, with the fact of a roster's line that holds them."""


def look_over(reports: Reports, catalogue: Catalogue, today: date) -> Overview:
    """Return the overview of several reports."""
    return Overview(
        verdicts=tuple(_count_verdicts(reports.reports)),
        faults=tuple(_count_faults(reports.reports, catalogue)),
        lines=tuple(map(_line, reports.reports)),
        roster=tuple(_list_roster(reports.reports)),
        tallies=tuple(_tally(reports.reports, catalogue)),
        letters=tuple(write_letters(reports.reports, catalogue, today)),
        package=reports.package,
    )


def _count_verdicts(reports: Sequence[Report]) -> Iterator[VerdictCount]:
    counted = Counter(report.verdict for report in reports)
    yield from (VerdictCount(verdict=one, files=counted[one]) for one in GRAVEST if counted[one])


def _count_faults(reports: Sequence[Report], catalogue: Catalogue) -> list[Fault]:
    names = {rule.id: rule.name for programme in catalogue.programmes for rule in programme.rules}
    files: Counter[tuple[str, Severity]] = Counter()
    findings: Counter[tuple[str, Severity]] = Counter()
    messages: dict[tuple[str, Severity], Counter[str]] = {}
    for report in reports:
        counted = [one for one in report.findings if one.severity != "info"]
        keys: list[tuple[str, Severity]] = [(one.rule, one.severity) for one in counted]
        for key, one in zip(keys, counted, strict=True):
            messages.setdefault(key, Counter())[printable(one.message)] += 1
        findings.update(keys)
        files.update(set(keys))
    faults = [
        Fault(
            rule=rule,
            name=names.get(rule, rule),
            message=messages[rule, severity].most_common(1)[0][0],
            alike=len(messages[rule, severity]) == 1,
            severity=severity,
            files=number,
            findings=findings[rule, severity],
        )
        for (rule, severity), number in files.items()
    ]
    return sorted(faults, key=lambda one: (-one.files, _RANK[one.severity], one.rule))


def _line(report: Report) -> FileLine:
    return FileLine(
        file=report.file,
        title=report.entry.title if report.entry else "",
        verdict=report.verdict,
        mend=(printable(report.error.message),) if report.error else _messages(report, "error"),
        consider=_messages(report, "warning"),
        confirm=tuple(printable(one.question) for one in report.unknown if not one.attest),
    )


def _messages(report: Report, severity: Severity) -> tuple[str, ...]:
    return tuple(printable(one.message) for one in report.findings if one.severity == severity)


def _list_roster(reports: Iterable[Report]) -> Iterator[RosterLine]:
    for report in reports:
        if report.entry is not None and report.form in ROSTERED:
            yield RosterLine(file=base_name(report.file), verdict=report.verdict, entry=report.entry)


def _tally(reports: Sequence[Report], catalogue: Catalogue) -> Iterator[Tally]:
    for name in dict.fromkeys(report.programme for report in reports if report.programme):
        own = [report for report in reports if report.programme == name and report.form in ROSTERED]
        for (fact, group), (least, most) in _list_bounds(catalogue.find_programme(name)).items() if own else ():
            files = sum(bare(group) in bare(getattr(one.entry, fact, "")) for one in own)
            yield Tally(programme=name, group=group, files=files, least=least, most=most)


def _list_bounds(programme: Programme) -> dict[tuple[str, str], tuple[int | None, int | None]]:
    """Return what a notice bounds, as its rules say: fact and group to the least and the largest number of drafts."""
    bounds: dict[tuple[str, str], tuple[int | None, int | None]] = {}
    rules = [rule for rule in programme.rules if isinstance(rule, TallyRule) and rule.groups]
    for rule, fact in ((rule, fact) for rule in rules if (fact := _find_fact(rule, programme))):
        for group in rule.groups:
            least, most = bounds.get((fact, group), (None, None))
            bounds[fact, group] = (rule.least or least, rule.most or most)
    return bounds


def _find_fact(rule: TallyRule, programme: Programme) -> str | None:
    """Return the fact of a roster's line that the rule tallies by; None where a roster does not name it."""
    fields = (spec for form in programme.forms if form.name in rule.forms for spec in form.fields)
    roles = (spec.role for spec in fields if spec.label == rule.by[0].field)
    return next((_FACTS[role] for role in roles if role in _FACTS), None)
