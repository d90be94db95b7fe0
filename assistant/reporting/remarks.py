"""A report as remarks in the margin of the author's file: one a finding, and one at the head with the verdict."""

from collections.abc import Iterator, Mapping

from assistant.domain.draft import Location
from assistant.domain.finding import Finding, Report
from assistant.domain.remark import Remark
from assistant.reporting.shown import ShownFinding, ShownReport, counts
from assistant.wording import HOUSE_MARK, NOT_ACCEPTANCE, READING_MARK

_HEAD = "检查结果"


def list_remarks(report: Report, shown: ShownReport, near: Mapping[str, Location]) -> tuple[Remark, ...]:
    """Return the remarks, that with the verdict first.

    Args:
        report: of one file that could be read.
        shown: the same in words.
        near: label of a field to where a remark about it hangs if the finding itself names no place.
    """
    pairs = zip(report.findings, shown.findings, strict=True)
    return (_head(shown), *(_remark(one, words, near) for one, words in pairs))


def _head(shown: ShownReport) -> Remark:
    origin = " · ".join(part for part in (shown.programme, shown.form) if part)
    questions = [f"☐ {one.question}" for one in shown.items]
    lines = [
        f"{shown.verdict_name}（{counts(shown)}）",
        *([f"依据：{origin}"] if origin else []),
        *(["待人工确认：", *questions] if questions else []),
        NOT_ACCEPTANCE,
    ]
    return Remark(where=Location(), text="\n".join(lines), rule=_HEAD)


def _remark(finding: Finding, shown: ShownFinding, near: Mapping[str, Location]) -> Remark:
    return Remark(
        where=finding.where,
        near=near.get(finding.where.field or ""),
        words=finding.evidence,
        place=f"{shown.place}；所见：{shown.evidence}" if shown.evidence else shown.place,
        text="\n".join(_describe(shown)),
        rule=shown.rule,
    )


def _describe(one: ShownFinding) -> Iterator[str]:
    yield f"【{one.name}】{one.message}"
    if one.measured or one.allowed:
        yield "；".join(f"{name}：{value}" for name, value in (("实测", one.measured), ("要求", one.allowed)) if value)
    yield HOUSE_MARK if one.is_house else f"依据：{one.mark}「{one.quote}」"
    if one.reading:
        yield f"{READING_MARK}{one.reading}"
    if one.suggestion:
        yield f"建议：{one.suggestion}"
