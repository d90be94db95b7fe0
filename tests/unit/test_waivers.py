"""Findings that a person has judged: set apart with a reason, never lost, and only while they hold."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from assistant.checking.many import Manner
from assistant.checking.order import CheckOrder
from assistant.checking.session import Wishes, run_check
from assistant.documents.collecting import Source, collect
from assistant.domain.finding import Reports
from assistant.domain.waiver import Waiver
from assistant.errors import InputError
from assistant.library.programmes import load_catalogue
from assistant.library.waivers import load_waivers
from assistant.reporting.blank_waivers import count_waivable, render_blank_waivers
from assistant.reporting.records import tabulate_records
from tests.unit.unit_files import make_unit

CATALOGUE = load_catalogue()
TODAY = date(2023, 3, 1)
RULE = "cast.keywords.zh-count"
HEAD = "题目：如何抑制锂枝晶的生长？\nTitle: How to suppress lithium dendrites?\n所属类型：前沿科学问题"
TEXT = f"{HEAD}\n关键词：{{}}\n问题描述：{'界面在变化。' * 60}"


def check(sources: list[Source], *waivers: Waiver, package: bool = False) -> Reports:
    with TemporaryDirectory() as folder:  # where the processes for a package keep the catalogue
        order, manner = CheckOrder(today=TODAY), Manner(data_dir=Path(folder), jobs=None)
        return run_check(sources, CATALOGUE, order, manner, Wishes(package=package, waivers=waivers))


def waiver(**changes: object) -> Waiver:
    given: dict[str, object] = {
        "rule": RULE, "file": "甲.md", "reason": "第五个词经编辑部同意", "by": "许望舒", "until": TODAY,
    }  # fmt: skip
    return Waiver.model_validate({**given, "where": "稿/豁免.yaml:2", **changes})


@pytest.fixture
def drafts(tmp_path: Path) -> list[Source]:
    for name in ("甲.md", "乙.md"):
        (tmp_path / name).write_text(TEXT.format("枝晶；负极；界面；电解质；隔膜"), "utf-8")
    return collect([tmp_path / "甲.md", tmp_path / "乙.md"])


def test_a_waived_finding_stands_apart_with_its_reason_and_does_not_count(drafts: list[Source]):
    plain, judged = check(drafts), check(drafts, waiver())
    first, second = judged.reports

    assert [one.finding for one in first.waived] == [one for one in plain.reports[0].findings if one.rule == RULE]
    assert first.waived[0].reason == "第五个词经编辑部同意"
    assert RULE not in {one.rule for one in first.findings}
    assert len(first.findings) == len(plain.reports[0].findings) - 1
    assert second == plain.reports[1]
    assert judged.waivers == ()


def test_the_verdict_is_that_of_the_findings_that_are_left(drafts: list[Source]):
    rules = {one.rule for one in check(drafts).reports[0].findings}
    judged = check(drafts, *(waiver(rule=rule) for rule in sorted(rules))).reports[0]

    assert judged.findings == ()
    assert judged.verdict in {"pass", "unconfirmed"}
    assert {one.finding.rule for one in judged.waived} == rules


def test_a_waiver_past_its_day_does_not_hold_and_is_reported(drafts: list[Source]):
    old = waiver(until=date(2023, 2, 28))
    judged = check(drafts, old)

    assert judged.reports == check(drafts).reports
    assert [(one.where, one.state) for one in judged.waivers] == [("稿/豁免.yaml:2", "expired")]


@pytest.mark.parametrize(
    "changes",
    [
        {"file": "丙.md"},
        {"file": "别处/甲.md"},
        {"rule": "cast.title.question-form"},
        {"evidence": "钠离子"},
        {"fingerprint": "0" * 16},
        {"file": None, "sha256": "0" * 64},
    ],
)
def test_a_waiver_that_covers_nothing_is_reported_as_unused(drafts: list[Source], changes: dict[str, object]):
    judged = check(drafts, waiver(**changes))

    assert judged.reports == check(drafts).reports
    assert [one.state for one in judged.waivers] == ["unused"]


def test_a_waiver_may_name_the_content_the_words_or_the_finding_itself(drafts: list[Source]):
    report = check(drafts).reports[0]
    finding = next(one for one in report.findings if one.rule == RULE)
    for changes in (
        {"file": None, "sha256": report.file_sha256},
        {"evidence": "电解质；隔 膜"},
        {"fingerprint": finding.fingerprint},
    ):
        judged = check(drafts, waiver(**changes))

        assert [one.finding.rule for one in judged.reports[0].waived] == [RULE]
        assert judged.waivers == ()


def test_a_waiver_by_content_ends_when_the_file_changes(drafts: list[Source], tmp_path: Path):
    sha256 = check(drafts).reports[0].file_sha256
    (tmp_path / "甲.md").write_text(TEXT.format("枝晶；负极；界面；电解质；隔膜；钠"), "utf-8")
    judged = check(drafts[:1], waiver(sha256=sha256))

    assert judged.reports[0].waived == ()
    assert [one.state for one in judged.waivers] == ["unused"]


def test_a_finding_of_a_package_is_waived_for_a_file_of_its(tmp_path: Path):
    make_unit(tmp_path, "other unit")
    sources = collect([tmp_path])
    judged = check(sources, waiver(rule="cast.batch.unit-consistent", file="07-推荐表.docx"), package=True)

    assert judged.package is not None
    assert judged.package.findings == ()
    assert [one.finding.rule for one in judged.package.waived] == ["cast.batch.unit-consistent"]
    assert judged.package.verdict == "pass"


def test_the_tables_show_what_was_waived_and_what_was_idle(drafts: list[Source]):
    sheets = tabulate_records(check(drafts, waiver(), waiver(rule="cast.x.y")))

    assert [sheet.title for sheet in sheets] == ["已豁免", "豁免记录"]
    assert "第五个词经编辑部同意" in sheets[0].rows[0]
    assert sheets[1].rows[0][:2] == ("稿/豁免.yaml:2", "没有用上")


GOOD = """waivers:
  - rule: cast.keywords.zh-count
    file: 甲.md
    reason: 第五个词经编辑部同意
    by: 许望舒
    until: 2023-04-20
"""


def test_a_file_of_waivers_may_be_yaml_or_json(tmp_path: Path):
    (tmp_path / "a.yaml").write_text(GOOD, "utf-8")
    (tmp_path / "b.json").write_text(
        '{"waivers": [{"rule": "cast.keywords.zh-count", "file": "甲.md", "reason": "第五个词经编辑部同意", '
        '"by": "许望舒", "until": "2023-04-20"}]}',
        "utf-8",
    )
    [one], [other] = load_waivers(tmp_path / "a.yaml"), load_waivers(tmp_path / "b.json")

    assert one.model_copy(update={"where": ""}) == other.model_copy(update={"where": ""})
    assert one.where == f"{tmp_path.name}/a.yaml:2"
    assert one.until == date(2023, 4, 20)


@pytest.mark.parametrize(
    ("wrong", "said", "line"),
    [
        (GOOD.replace("    reason: 第五个词经编辑部同意\n", ""), "reason", 2),
        (GOOD.replace("2023-04-20", "四月二十日"), "until", 6),
        (GOOD.replace("    file: 甲.md\n", ""), "file", 2),
        (GOOD.replace("by:", "who:"), "by", 2),
        (GOOD.replace("  - rule", "  - [rule"), "YAML", 3),
        ("", "空的", None),
    ],
)
def test_what_is_wrong_in_a_file_of_waivers_is_said_with_its_line(
    tmp_path: Path, wrong: str, said: str, line: int | None
):
    path = tmp_path / "豁免.yaml"
    path.write_text(wrong, "utf-8")
    with pytest.raises(InputError) as caught:
        load_waivers(path)

    assert said in caught.value.message
    assert caught.value.message.startswith("豁免文件有误")
    assert caught.value.where is not None
    assert line is None or caught.value.where.endswith(f"豁免.yaml:{line}")
    assert caught.value.hint


def test_findings_are_written_as_waivers_that_count_only_when_somebody_has_judged_them(
    drafts: list[Source], tmp_path: Path
):
    found = check(drafts)
    path = tmp_path / "豁免.yaml"
    text = render_blank_waivers(found, [date(2023, 4, 20)], TODAY)
    path.write_text(text, "utf-8")

    assert load_waivers(path) == ()
    assert count_waivable(found) == text.count("- rule: ") > 0
    judged = text.replace('reason: ""', 'reason: "编辑部同意"').replace('by: ""', 'by: "许望舒"')
    path.write_text(judged, "utf-8")
    waivers = load_waivers(path)
    assert {one.until for one in waivers} == {date(2023, 4, 20)}
    left = check(drafts, *waivers)
    assert [one.findings for one in left.reports] == [
        tuple(finding for finding in one.findings if finding.severity == "info") for one in found.reports
    ]
    assert left.waivers == ()


def test_half_judged_waivers_are_refused_by_line(drafts: list[Source], tmp_path: Path):
    path = tmp_path / "豁免.yaml"
    path.write_text(render_blank_waivers(check(drafts), [], TODAY).replace('by: ""', 'by: "许望舒"'), "utf-8")

    with pytest.raises(InputError, match="没有写明理由"):
        load_waivers(path)
