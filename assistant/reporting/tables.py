"""Reports as tables: a row a file, a row a finding, a row a question to a person."""

from collections.abc import Sequence

from assistant.reporting.sheet import Cell, Sheet
from assistant.reporting.shown import ShownFinding, ShownReport
from assistant.wording import HOUSE_MARK, NOT_ACCEPTANCE

_NUMBER = 7
_WHEN = {True: "请人勾选", False: "影响结论"}


def tabulate(reports: Sequence[ShownReport]) -> tuple[Sheet, ...]:
    """Return the sheets 汇总, 问题清单 and 待人工确认."""
    return summarise(reports), list_findings(reports), list_items(reports)


def summarise(reports: Sequence[ShownReport]) -> Sheet:
    """Return a row a file."""
    return Sheet(
        title="汇总",
        header=(
            "文件", "结论", "错误", "警告", "提示", "待人工确认", "已满足", "不适用", "通知或指南", "表格", "说明",
            "规则版本", "文件校验值",
        ),
        rows=tuple(_summarise(one) for one in reports),
        widths=(26, 12, _NUMBER, _NUMBER, _NUMBER, 12, 8, 8, 36, 30, 40, 15, 20),
        notes=(NOT_ACCEPTANCE,),
    )  # fmt: skip


def _summarise(report: ShownReport) -> tuple[Cell, ...]:
    return (
        report.file,
        report.verdict_name,
        report.count("error"),
        report.count("warning"),
        report.count("info"),
        len(report.items),
        len(report.passed),
        len(report.not_applicable),
        report.programme,
        report.form,
        report.error or report.because,
        report.rules_version,
        report.sha256,
    )


def list_findings(reports: Sequence[ShownReport]) -> Sheet:
    """Return a row a finding."""
    return Sheet(
        title="问题清单",
        header=(
            "文件", "级别", "位置", "问题", "建议", "所见", "实测", "要求", "依据", "条款原文", "本工具的解读",
            "判断方式", "规则",
        ),
        rows=tuple((report.file, *_describe(one)) for report in reports for one in report.findings),
        widths=(22, 7, 18, 40, 30, 28, 12, 16, 16, 40, 36, 13, 26),
    )  # fmt: skip


def _describe(one: ShownFinding) -> tuple[Cell, ...]:
    return (
        one.name,
        one.place,
        one.message,
        one.suggestion,
        one.evidence,
        one.measured,
        one.allowed,
        one.mark or HOUSE_MARK,
        one.quote,
        one.reading,
        one.basis,
        one.rule,
    )


def list_items(reports: Sequence[ShownReport]) -> Sheet:
    """Return a row a question to a person, with a column for what they found."""
    return Sheet(
        title="待人工确认",
        header=("文件", "请确认", "作用", "确认人与结果", "规则"),
        rows=tuple(
            (report.file, one.question, _WHEN[one.attest], None, one.rule) for report in reports for one in report.items
        ),
        widths=(26, 70, 11, 26, 30),
    )
