"""Two versions of a draft: what is mended, what is new, what is left."""

from datetime import date
from pathlib import Path

from assistant.checking.many import Manner
from assistant.checking.order import CheckOrder
from assistant.checking.session import Wishes, run_check
from assistant.checks.comparing import compare
from assistant.documents.collecting import collect
from assistant.domain.draft import Location
from assistant.domain.finding import Comparison, Finding, Report
from assistant.domain.waiver import Waiver
from assistant.library.programmes import load_catalogue
from assistant.reporting.records import tabulate_records

CATALOGUE = load_catalogue()


def finding(rule: str, evidence: str, field: str = "关键词", paragraph: int = 1) -> Finding:
    return Finding(
        rule=rule,
        severity="error",
        basis="text",
        force="must",
        message=f"{rule} {evidence}",
        where=Location(field=field, paragraph=paragraph),
        evidence=evidence,
        fingerprint=f"{rule}{field}{evidence}",
    )


def report(file: str, *findings: Finding) -> Report:
    return Report(file=file, verdict="fail" if findings else "pass", findings=findings)


def rules_of(findings: tuple[Finding, ...]) -> list[str]:
    return [one.rule for one in findings]


def test_what_is_gone_is_mended_and_what_was_not_there_is_new():
    compared = compare(
        report("新", finding("b", "乙"), finding("c", "丙")), report("旧", finding("a", "甲"), finding("b", "乙"))
    )

    assert (rules_of(compared.mended), rules_of(compared.new), rules_of(compared.left)) == (["a"], ["c"], ["b"])


def test_a_finding_that_moved_in_the_draft_is_left_and_neither_mended_nor_new():
    compared = compare(report("新", finding("a", "甲", paragraph=9)), report("旧", finding("a", "甲", paragraph=2)))

    assert compared.left == (finding("a", "甲", paragraph=9),)
    assert compared.mended == compared.new == ()


def test_a_fault_that_only_looks_different_is_left():
    compared = compare(report("新", finding("a", "三个词")), report("旧", finding("a", "五个词")))

    assert rules_of(compared.left) == ["a"]
    assert compared.mended == compared.new == ()


def test_of_two_faults_of_one_rule_one_is_mended():
    compared = compare(report("新", finding("a", "乙")), report("旧", finding("a", "甲"), finding("a", "乙")))

    assert [one.evidence for one in compared.left] == ["乙"]
    assert [one.evidence for one in compared.mended] == ["甲"]


def run(folder: Path, wishes: Wishes) -> list[Comparison]:
    order, manner = CheckOrder(today=date(2023, 3, 1)), Manner(data_dir=folder)
    return list(run_check(collect([folder / "新"]), CATALOGUE, order, manner, wishes).comparisons)


def write(path: Path, title: str, keywords: str) -> None:
    path.parent.mkdir(exist_ok=True)
    text = f"题目：{title}\nTitle: How?\n所属类型：前沿科学问题\n关键词：{keywords}\n问题描述：{'界面在变化。' * 60}"
    path.write_text(text, "utf-8")


def test_folders_are_compared_file_by_file_and_the_tables_tell_how_each_stands(tmp_path: Path):
    write(tmp_path / "旧" / "甲.md", "锂枝晶的研究", "枝晶；负极")
    write(tmp_path / "新" / "甲.md", "如何抑制锂枝晶的生长？", "枝晶；负极；界面")
    write(tmp_path / "新" / "乙.md", "如何抑制锂枝晶的生长？", "枝晶；负极；界面")
    [compared] = run(tmp_path, Wishes(against=collect([tmp_path / "旧"])))

    assert Path(compared.against).name == Path(compared.file).name == "甲.md"
    assert "cast.title.question-form" in rules_of(compared.mended)
    assert "cast.keywords.zh-count" in rules_of(compared.left)
    assert rules_of(compared.new) == []


def test_what_a_person_has_waived_is_neither_left_nor_new(tmp_path: Path):
    write(tmp_path / "旧" / "甲.md", "锂枝晶的研究", "枝晶；负极")
    write(tmp_path / "新" / "甲.md", "锂枝晶的研究", "枝晶；负极")
    waiver = Waiver(
        rule="cast.keywords.zh-count", file="甲.md", reason="另行补充", by="许望舒", until=date(2023, 4, 20)
    )
    [compared] = run(tmp_path, Wishes(against=collect([tmp_path / "旧"]), waivers=[waiver]))

    assert "cast.keywords.zh-count" not in rules_of(compared.left)
    assert "cast.title.question-form" in rules_of(compared.left)
    assert compared.mended == compared.new == ()


def test_the_table_begins_with_how_the_versions_stand(tmp_path: Path):
    write(tmp_path / "旧" / "甲.md", "锂枝晶的研究", "枝晶；负极；界面；电解质")
    write(tmp_path / "新" / "甲.md", "如何抑制锂枝晶的生长？", "枝晶；负极；界面；电解质")
    order, manner = CheckOrder(today=date(2023, 3, 1)), Manner(data_dir=tmp_path)
    wishes = Wishes(against=collect([tmp_path / "旧"]))
    [sheet] = tabulate_records(run_check(collect([tmp_path / "新"]), CATALOGUE, order, manner, wishes))

    assert sheet.title == "与旧稿对比"
    assert str(sheet.rows[0][2]).startswith("已改1，新出现0，仍有")
    assert [row[2] for row in sheet.rows[1:]] == ["已改"] + ["仍有"] * (len(sheet.rows) - 2)
