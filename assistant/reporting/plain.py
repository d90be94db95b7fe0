"""Reports as plain text for a terminal or a mail."""

from collections.abc import Iterator, Sequence

from assistant.domain.finding import Severity
from assistant.reporting.sheet import Sheet
from assistant.reporting.shown import ShownFinding, ShownReport, counts, tally
from assistant.wording import HOUSE_MARK, NOT_ACCEPTANCE, READING_MARK, SEVERITIES


def render_plain(reports: Sequence[ShownReport]) -> str:
    """Return the reports, an empty line between files, without a line break at the end."""
    several = [tally(reports)] if len(reports) > 1 else []
    return "\n\n".join([*several, *("\n".join(render_report(one)) for one in reports), NOT_ACCEPTANCE])


def render_table(sheet: Sheet) -> str:
    """Return a table, a line a row, without the cells that are empty."""
    rows = (
        "；".join(f"{name}：{cell}" for name, cell in zip(sheet.header, row, strict=True) if cell not in {None, ""})
        for row in sheet.rows
    )
    return "\n".join([sheet.title, *(f"  {number}. {row}" for number, row in enumerate(rows, start=1))])


def render_report(report: ShownReport) -> Iterator[str]:
    """Yield the lines of one report."""
    if report.error:
        yield f"{report.file}：{report.verdict_name}。{report.error}"
        return
    yield f"{report.file}：{report.verdict_name}（{counts(report)}）"
    version = f"规则版本 {report.rules_version}" if report.rules_version else ""
    if origin := " · ".join(part for part in (report.programme, report.form, version) if part):
        yield f"  {origin}"
    if report.because:
        yield f"  {report.because}"
    for severity in SEVERITIES:
        yield from _group(severity, report)
    if report.items:
        yield f"待人工确认 {len(report.items)}"
        yield from (f"  ☐ {one.question}（{one.rule}）" for one in report.items)
    if report.passed:
        yield f"已满足 {len(report.passed)}：{'、'.join(report.passed)}"
    if report.not_applicable:
        yield f"不适用 {len(report.not_applicable)}"


def _group(severity: Severity, report: ShownReport) -> Iterator[str]:
    findings = [one for one in report.findings if one.severity == severity]
    if findings:
        yield f"{SEVERITIES[severity]} {len(findings)}"
    for number, one in enumerate(findings, start=1):
        head, *rest = _finding(one)
        yield f"  {number}. {head}"
        yield from (f"     {line}" for line in rest)


def _finding(one: ShownFinding) -> Iterator[str]:
    yield f"{one.place}：{one.message}（{one.rule}）"
    if one.evidence:
        yield f"所见：{one.evidence}"
    if one.measured or one.allowed:
        yield f"实测 {one.measured or '—'} / 要求 {one.allowed or '—'}"
    yield HOUSE_MARK if one.is_house else f"依据：{one.mark}「{one.quote}」"
    if one.reading:
        yield f"{READING_MARK}{one.reading}"
    if one.suggestion:
        yield f"建议：{one.suggestion}"
