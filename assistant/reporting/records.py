"""What a run says besides its findings, as tables: waived findings, idle waivers, versions compared."""

from collections.abc import Iterator

from assistant.domain.finding import Comparison, Finding, Reports, Waived
from assistant.reporting.printable import printable
from assistant.reporting.sheet import Cell, Sheet
from assistant.reporting.shown import base_name
from assistant.wording import SEVERITIES, VERDICTS

_NAME = 28
_SENTENCE = 44
_STATES = {"unused": "没有用上", "expired": "已过期，不再生效"}


def tabulate_records(reports: Reports) -> tuple[Sheet, ...]:
    """Return the tables 与旧稿对比, 已豁免 and 豁免记录; those that would be empty are left out."""
    return tuple(sheet for sheet in (_compared(reports), _waived(reports), _idle(reports)) if sheet.rows)


def _compared(reports: Reports) -> Sheet:
    return Sheet(
        title="与旧稿对比",
        header=("文件", "旧稿", "情况", "级别", "问题", "规则"),
        rows=tuple(row for one in reports.comparisons for row in _compare(one)),
        widths=(_NAME, _NAME, 22, 8, 60, 30),
    )


def _compare(one: Comparison) -> Iterator[tuple[Cell, ...]]:
    names = base_name(one.file), base_name(one.against)
    counted = f"已改{len(one.mended)}，新出现{len(one.new)}，仍有{len(one.left)}"
    verdicts = f"旧稿{VERDICTS[one.verdict_before]}，新稿{VERDICTS[one.verdict]}"
    yield (*names, counted, None, verdicts, None)
    for state, findings in (("已改", one.mended), ("新出现", one.new), ("仍有", one.left)):
        for finding in findings:
            yield (*names, state, *_tell(finding))


def _tell(finding: Finding) -> tuple[Cell, ...]:
    return SEVERITIES[finding.severity], printable(finding.message), finding.rule


def _waived(reports: Reports) -> Sheet:
    held = [(base_name(report.file), one) for report in reports.reports for one in report.waived]
    if reports.package:
        held += [("、".join(map(base_name, one.finding.files)), one) for one in reports.package.waived]
    return Sheet(
        title="已豁免",
        header=("文件", "级别", "问题", "草稿原文", "豁免理由", "判断人", "有效期至", "规则"),
        rows=tuple(_waive(file, one) for file, one in held),
        widths=(_NAME, 8, _SENTENCE, 30, _SENTENCE, 12, 12, 30),
    )


def _waive(file: str, one: Waived) -> tuple[Cell, ...]:
    finding = one.finding
    told = SEVERITIES[finding.severity], printable(finding.message), printable(finding.evidence)
    return file, *told, printable(one.reason), printable(one.by), one.until.isoformat(), finding.rule


def _idle(reports: Reports) -> Sheet:
    return Sheet(
        title="豁免记录",
        header=("位置", "情况", "有效期至", "豁免理由", "规则"),
        rows=tuple(
            (one.where, _STATES[one.state], one.until.isoformat(), printable(one.reason), one.rule)
            for one in reports.waivers
        ),
        widths=(_NAME, 18, 12, 60, 30),
    )
