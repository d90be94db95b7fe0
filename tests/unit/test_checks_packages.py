"""A unit's submission judged as a whole: a made unit with seeded faults, and a compliant one."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from assistant.checking.one import Checker
from assistant.checking.order import CheckOrder
from assistant.checking.packages import Judged, judge_package
from assistant.documents.collecting import collect
from assistant.domain.catalogue import Catalogue
from assistant.library.programmes import load_catalogue
from tests.unit.pdf_files import make_pdf
from tests.unit.unit_files import TOPICS, UNIT, Fault, make_unit

ORDER = CheckOrder(today=date(2023, 3, 1))


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


def judge(folder: Path) -> Judged:
    sources = collect([folder])
    checker = Checker.build(catalogue(), ORDER)
    return judge_package(sources, [checker.check(source) for source in sources], catalogue(), ORDER)


def test_a_compliant_unit_has_no_finding_and_nothing_is_missing(tmp_path: Path):
    make_unit(tmp_path / "unit")
    judged = judge(tmp_path / "unit")

    assert judged.package.verdict == "pass"
    assert judged.package.findings == judged.package.missing == judged.package.unknown == ()
    assert [one.findings for one in judged.reports] == [()] * 22
    assert len(judged.package.passed) == 8
    assert [one.role for one in judged.package.files].count("problem") == 10


SEEDED: list[tuple[Fault, str, str]] = [
    ("title differs", "cast.batch.title-consistent", "02-推荐表.docx"),
    ("form missing", "cast.batch.files", "06-问题正文.docx"),
    ("six of a type", "cast.batch.count-max", "12-问题正文.docx"),
    ("two of a type", "cast.batch.count-min", "09-问题正文.docx"),
    ("same draft twice", "house.batch.duplicate-text", "99-问题正文（修改）.docx"),
    ("not in the list", "cast.batch.title-consistent", "09-问题正文.docx"),
    ("other unit", "cast.batch.unit-consistent", "07-推荐表.docx"),
    ("type differs", "cast.batch.type-consistent", "04-问题正文.docx"),
]
"""Eight faults with the rule that finds each, and a file that the finding names."""


@pytest.mark.parametrize(("fault", "rule", "file"), SEEDED, ids=[fault for fault, _, _ in SEEDED])
def test_a_seeded_fault_is_found_where_it_is(tmp_path: Path, fault: Fault, rule: str, file: str):
    make_unit(tmp_path / "unit", fault)
    package = judge(tmp_path / "unit").package

    assert {one.rule for one in package.findings} <= _companions(fault) | {rule}
    assert file in {Path(name).name for one in package.findings if one.rule == rule for name in one.files}


def _companions(fault: Fault) -> set[str]:
    """A draft that is there twice has its title twice too, one form only, and is in the list once."""
    twice = {"house.batch.duplicate-title", "cast.batch.files", "cast.batch.title-consistent"}
    return twice if fault == "same draft twice" else set()


def test_all_eight_faults_are_found_together(tmp_path: Path):
    faults: list[Fault] = [fault for fault, _, _ in SEEDED if fault != "two of a type"]
    make_unit(tmp_path / "unit", *faults, "committee of fourteen")
    judged = judge(tmp_path / "unit")
    report = next(one for one in judged.reports if one.form == "report")

    assert judged.package.verdict == "fail"
    assert {rule for fault, rule, _ in SEEDED if fault in faults} <= {one.rule for one in judged.package.findings}
    assert "cast.report.committee-size" in {one.rule for one in report.findings}
    assert judged.package.missing == (f"推荐表（{TOPICS[5].title}）", f"推荐表（{TOPICS[0].title}）")


def test_a_report_that_is_missing_is_an_error_and_a_question_where_a_scan_may_be_it(tmp_path: Path):
    make_unit(tmp_path / "one", "report missing")
    make_unit(tmp_path / "two", "report missing")
    (tmp_path / "two" / "推荐报告（签字盖章）.jpg").write_bytes(b"\xff\xd8\xff\xe0 picture")
    without, scanned = judge(tmp_path / "one").package, judge(tmp_path / "two").package

    assert without.missing == ("遴选推荐报告",)
    assert [one.rule for one in without.findings] == ["cast.batch.files"]
    assert without.verdict == "fail"
    assert scanned.missing == scanned.findings == ()
    assert scanned.verdict == "unconfirmed"
    assert [one.role for one in scanned.files].count("scan") == 1
    assert any("推荐报告（签字盖章）.jpg" in one.question for one in scanned.unknown)


def test_a_scan_and_a_stray_file_are_to_be_confirmed_and_not_judged(tmp_path: Path):
    make_unit(tmp_path / "unit")
    (tmp_path / "unit" / "签字页.png").write_bytes(b"\x89PNG picture")
    (tmp_path / "unit" / "盖章页.pdf").write_bytes(make_pdf([]))
    (tmp_path / "unit" / "通知转发.txt").write_text("各分会：请按通知要求报送材料，联系秘书处。", "utf-8")
    (tmp_path / "unit" / "汇总.xlsx").write_bytes(b"PK\x03\x04 table")
    judged = judge(tmp_path / "unit")
    by_name = {Path(one.file).name: one for one in judged.reports}
    roles = {Path(one.file).name: one.role for one in judged.package.files}

    stray = ["签字页.png", "盖章页.pdf", "通知转发.txt", "汇总.xlsx"]
    assert [roles[name] for name in stray] == ["scan", "scan", "other", "other"]
    assert [by_name[name].verdict for name in stray] == ["unconfirmed"] * 4
    assert [by_name[name].findings for name in stray] == [()] * 4
    assert judged.package.verdict == "unconfirmed"


def test_a_draft_without_labels_is_judged_as_what_its_name_says(tmp_path: Path):
    make_unit(tmp_path / "unit")
    (tmp_path / "unit" / "11-问题正文.txt").write_text("锂枝晶的生长机理研究。" * 20, "utf-8")
    judged = judge(tmp_path / "unit")
    report = next(one for one in judged.reports if one.file.endswith("11-问题正文.txt"))

    assert report.form == "problem"
    assert "cast.form.template-labels" in {one.rule for one in report.findings}


def test_a_plan_that_somebody_else_leads_is_a_warning_of_its_own_file(tmp_path: Path):
    make_unit(tmp_path / "unit", "plan names secretary general")
    judged = judge(tmp_path / "unit")
    plan = next(one for one in judged.reports if one.form == "plan")

    assert {one.rule for one in plan.findings} == {"cast.plan.chair-leads", "cast.plan.final-approval"}
    assert plan.verdict == judged.package.verdict == "warn"
    assert all(one.source is not None and one.source.quote for one in plan.findings)


def test_a_package_names_its_unit_nowhere_but_in_the_evidence_of_a_difference(tmp_path: Path):
    make_unit(tmp_path / "unit", "other unit")
    [finding] = judge(tmp_path / "unit").package.findings

    assert finding.evidence == "中国界面技术学会"
    assert finding.allowed == UNIT
    assert finding.where.field == "推荐单位"


def test_a_rule_of_a_call_looks_at_the_drafts_of_that_call_only(tmp_path: Path):
    leader = "项目负责人：林望舒，东湖理工大学，教授，1975年3月出生"
    calls = (
        ("一.md", "申报专项：战略性科技创新合作\n指南方向：1.1"),
        ("二.md", "申报专项：战略性科技创新合作\n指南方向：1.2"),
        ("三.md", "申报专项：基础科研条件与重大科学仪器设备研发\n指南方向：1.1"),
    )
    for name, call in calls:
        head = f"项目申报书\n项目名称：第{name[0]}号课题的研究\n{call}\n{leader}"
        body = f"{head}\n研究内容：{name[0] * 3}{'界面在变化。' * 40}"
        (tmp_path / name).write_text(body, "utf-8")
    package = judge(tmp_path).package
    [finding] = [one for one in package.findings if one.rule == "sticoop.batch.single-participation"]

    assert {Path(name).name for name in finding.files} == {"一.md", "二.md"}
    assert finding.severity == "error"
    assert [one.role for one in package.files] == ["proposal"] * 3
