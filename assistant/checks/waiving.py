"""Findings that a person has judged are taken out of what counts, and stay on the record."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath

from assistant.checks.report import decide, decide_package
from assistant.domain.finding import Finding, IdleWaiver, Package, Report, Reports, Waived
from assistant.domain.waiver import Waiver
from assistant.text import normalise


def waive(reports: Reports, waivers: Sequence[Waiver], today: date) -> Reports:
    """Return the reports with what the waivers cover set apart, and with the waivers that changed nothing.

    Args:
        reports: of files, perhaps of a package.
        waivers: each holds for one rule in one file; one that is past its day holds no longer.
        today: the day of the check.
    """
    desk = _Desk([one for one in waivers if one.until >= today])
    judged = tuple(_waive_report(report, desk) for report in reports.reports)
    package = _waive_package(reports.package, judged, desk) if reports.package else None
    expired = [_tell(one, expired=True) for one in waivers if one.until < today]
    unused = [_tell(one, expired=False) for one in desk.waivers if one not in desk.used]
    return reports.model_copy(update={"reports": judged, "package": package, "waivers": (*expired, *unused)})


@dataclass(slots=True)
class _Desk:
    """The waivers in force, and those that have been used."""

    waivers: list[Waiver]
    used: list[Waiver] = field(default_factory=list[Waiver])

    def part(
        self, findings: Iterable[Finding], names: Sequence[str], sha256: str | None
    ) -> tuple[tuple[Finding, ...], tuple[Waived, ...]]:
        """Return the findings that count, and those that do not."""
        kept: list[Finding] = []
        waived: list[Waived] = []
        for finding in findings:
            found = next((one for one in self.waivers if _covers(one, finding, names, sha256)), None)
            if found is None:
                kept.append(finding)
            else:
                self.used.append(found)
                waived.append(Waived(finding=finding, reason=found.reason, by=found.by, until=found.until))
        return tuple(kept), tuple(waived)


def _covers(waiver: Waiver, finding: Finding, names: Sequence[str], sha256: str | None) -> bool:
    if waiver.rule != finding.rule or not _is_file(waiver, names, sha256):
        return False
    if waiver.fingerprint is not None and waiver.fingerprint != finding.fingerprint:
        return False
    return waiver.evidence is None or normalise(waiver.evidence) in normalise(finding.evidence)


def _is_file(waiver: Waiver, names: Sequence[str], sha256: str | None) -> bool:
    """A waiver that names both asks for both."""
    if waiver.sha256 is not None and not (sha256 or "").startswith(waiver.sha256):
        return False
    return waiver.file is None or any(_ends_with(name, waiver.file) for name in names)


def _ends_with(name: str, wanted: str) -> bool:
    parts, last = PurePath(name.replace("\\", "/")).parts, PurePath(wanted.replace("\\", "/")).parts
    return parts[-len(last) :] == last


def _waive_report(report: Report, desk: _Desk) -> Report:
    kept, waived = desk.part(report.findings, (report.file,), report.file_sha256)
    if not waived:
        return report
    return report.model_copy(update={"findings": kept, "waived": waived, "verdict": decide(kept, report.unknown)})


def _waive_package(package: Package, reports: Sequence[Report], desk: _Desk) -> Package:
    """A finding of the package is waived for any of its files; the verdict follows those of the files."""
    kept: list[Finding] = []
    waived: list[Waived] = []
    for finding in package.findings:
        counting, judged = desk.part((finding,), finding.files, None)
        kept += counting
        waived += judged
    verdict = decide_package(kept, package.unknown, (one.verdict for one in reports))
    return package.model_copy(update={"findings": tuple(kept), "waived": tuple(waived), "verdict": verdict})


def _tell(waiver: Waiver, *, expired: bool) -> IdleWaiver:
    state = "expired" if expired else "unused"
    return IdleWaiver(where=waiver.where, rule=waiver.rule, reason=waiver.reason, state=state, until=waiver.until)
