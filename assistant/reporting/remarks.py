"""A report as remarks in the margin of the author's file: one a finding, and one at the head with the verdict."""

from collections.abc import Iterator, Mapping

from assistant.domain.catalogue import Catalogue
from assistant.domain.draft import Location
from assistant.domain.finding import Finding, Package, Report
from assistant.domain.remark import Remark
from assistant.reporting.package import PACKAGE_NAME
from assistant.reporting.shown import ShownFinding, ShownReport, base_name, counts, show_finding
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


def list_package_remarks(
    package: Package, file: str, catalogue: Catalogue, near: Mapping[str, Location]
) -> tuple[Remark, ...]:
    """Return the remarks on what is wrong with a file beside the others of its package.

    Args:
        package: the judgement of the package.
        file: name of the file as the package has it.
        catalogue: of the notices cited.
        near: as for `list_remarks`; a finding of a package names its place in one of the files only.
    """
    return tuple(
        _remark_package(one, show_finding(one, catalogue), near) for one in package.findings if file in one.files
    )


def _remark_package(finding: Finding, shown: ShownFinding, near: Mapping[str, Location]) -> Remark:
    files = "、".join(map(base_name, finding.files))
    return Remark(
        where=Location(),
        near=near.get(finding.where.field or ""),
        text="\n".join([f"【{PACKAGE_NAME}】涉及：{files}", *_describe(shown)]),
        rule=shown.rule,
    )


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
