"""A report in the words that every format shows: values become Chinese in one place, so that no two formats differ."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.domain.brief import Brief
from assistant.domain.catalogue import Catalogue
from assistant.domain.finding import Basis, ErrorValue, Finding, OpenItem, Report, Severity, Verdict
from assistant.domain.programme import Programme
from assistant.reporting.printable import printable
from assistant.text import clean
from assistant.wording import SEVERITIES, VERDICTS, mode_name, place_name, programme_of, readable, source_mark

WHOLE = "全文"
"""Place of a finding that concerns the whole draft."""
BASES: dict[Basis, str] = {"text": "按条文核对", "meaning": "按意思提示，请人判断"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFinding:
    """One finding in words; an empty text is not shown."""

    severity: Severity
    name: str
    """错误, 警告 or 提示."""
    rule: str
    basis: str
    message: str
    place: str
    evidence: str
    measured: str
    allowed: str
    mark: str
    """Notice and clause, such as 〔2023 三〕; empty for a house rule."""
    quote: str
    """The clause's words; empty for a house rule."""
    reading: str
    suggestion: str

    @property
    def is_house(self) -> bool:
        """Say whether no notice stands behind it."""
        return not self.quote


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownItem:
    """One question to a person."""

    question: str
    rule: str
    attest: bool
    """True for a line that a person ticks whatever the draft holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownReport:
    """The judgement of one file in words."""

    file: str
    """As the user gave it."""
    name: str
    """Without folders."""
    verdict: Verdict
    verdict_name: str
    error: str
    """Why the file could not be read, and what to do; empty where it could."""
    programme: str
    """Title and number of the notice; empty where none was chosen."""
    programme_name: str
    """Its short title."""
    form: str
    because: str
    """Why this notice and form."""
    findings: tuple[ShownFinding, ...]
    items: tuple[ShownItem, ...]
    """What a person has to confirm: first what the verdict waits for, then what is ticked in any case."""
    passed: tuple[str, ...]
    """Names of the rules that the draft keeps."""
    not_applicable: tuple[str, ...]
    rules_version: str
    sha256: str
    brief: tuple[str, ...] = ()
    """The paragraph for a reviewer with who wrote it, a line each; empty where none was asked for."""
    whole: bool = False
    """True for the judgement of a package, which is shown in front of those of its files."""

    def count(self, severity: Severity) -> int:
        """Return the number of findings of that severity."""
        return sum(one.severity == severity for one in self.findings)


def show_report(report: Report, catalogue: Catalogue, brief: Brief | None = None) -> ShownReport:
    """Return a report in words, with the paragraph for a reviewer where there is one."""
    programme = programme_of(catalogue, report.programme) if report.programme else None
    names = {rule.id: rule.name for rule in programme.rules} if programme else {}
    return ShownReport(
        file=printable(report.file),
        name=base_name(report.file),
        verdict=report.verdict,
        verdict_name=VERDICTS[report.verdict],
        error=_error(report.error) if report.error else "",
        programme=_notice(programme) if programme else "",
        programme_name=programme.info.short_title if programme else "",
        form=_form(programme, report.form),
        because=printable(report.chosen_because or ""),
        findings=tuple(show_finding(one, catalogue, report.programme) for one in report.findings),
        items=tuple(map(_item, sorted(report.unknown, key=lambda one: one.attest))),
        passed=tuple(names.get(rule, rule) for rule in report.passed),
        not_applicable=tuple(names.get(rule, rule) for rule in report.not_applicable),
        rules_version=report.rules_version or "",
        sha256=report.file_sha256 or "",
        brief=tuple(map(printable, (brief.text, *brief.warnings, f"（{mode_name(brief.writer)}）"))) if brief else (),
    )


def base_name(file: str) -> str:
    """Return a file's name without folders, whichever system wrote them."""
    return printable(file).replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]


def tally(reports: Iterable[ShownReport]) -> str:
    """Return how many files have which verdict, the gravest first, such as `3个文件：有错误 1 · 通过 2`."""
    counted = Counter(one.verdict for one in reports if not one.whole)
    order: tuple[Verdict, ...] = ("unreadable", "fail", "warn", "unconfirmed", "pass")
    parts = [f"{VERDICTS[verdict]} {counted[verdict]}" for verdict in order if counted[verdict]]
    return f"{counted.total()}个文件：{' · '.join(parts)}"


def counts(report: ShownReport) -> str:
    """Return the numbers of one file, such as `错误 1 · 警告 2 · 待人工确认 3 · 已满足 20`."""
    found = [f"{name} {report.count(severity)}" for severity, name in SEVERITIES.items() if report.count(severity)]
    return " · ".join([*found, f"待人工确认 {len(report.items)}", f"已满足 {len(report.passed)}"])


def _notice(programme: Programme) -> str:
    info = programme.info
    return " · ".join(part for part in (info.title, info.document_no) if part)


def _form(programme: Programme | None, name: str | None) -> str:
    forms = programme.forms if programme else ()
    return next((form.title for form in forms if form.name == name), name or "")


def _error(error: ErrorValue) -> str:
    return printable(f"{error.message}{error.hint or ''}")


def _item(item: OpenItem) -> ShownItem:
    return ShownItem(question=printable(item.question), rule=item.rule, attest=item.attest)


def show_finding(finding: Finding, catalogue: Catalogue, programme: str | None = None) -> ShownFinding:
    """Return a finding in words; a quote that several guides have is cited from the programme's own."""
    source = finding.source
    return ShownFinding(
        severity=finding.severity,
        name=SEVERITIES[finding.severity],
        rule=finding.rule,
        basis=BASES[finding.basis],
        message=printable(finding.message),
        place=printable(place_name(finding.where)) or WHOLE,
        evidence=clean(printable(finding.evidence)),
        measured="" if finding.measured is None else printable(str(finding.measured)),
        allowed=printable(finding.allowed or ""),
        mark=source_mark(catalogue, source, programme) if source else "",
        quote=readable(source.quote) if source else "",
        reading=printable(finding.reading or ""),
        suggestion=printable(finding.suggestion or ""),
    )
