"""Many drafts at a glance: a reviewer's counts, a secretary's roster and tally, letters to authors."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from assistant.checking.one import Checker
from assistant.checking.order import CheckOrder
from assistant.documents.collecting import collect
from assistant.domain.catalogue import Catalogue
from assistant.domain.finding import Reports
from assistant.domain.overview import Overview
from assistant.library.programmes import load_catalogue
from assistant.reporting.overview import look_over
from assistant.reporting.overview_plain import render_overview
from assistant.reporting.overview_sheets import tabulate_overview
from tests.unit.unit_files import TOPICS, make_unit

TODAY = date(2023, 3, 1)


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


def reports_of(folder: Path) -> Reports:
    checker = Checker.build(catalogue(), CheckOrder(today=TODAY))
    return Reports(reports=tuple(checker.check(source).report for source in collect([folder])))


@pytest.fixture(scope="module")
def overview(tmp_path_factory: pytest.TempPathFactory) -> Overview:
    folder = tmp_path_factory.mktemp("unit")
    make_unit(folder, "two of a type", "committee of fourteen")
    author = "作者信息：林望舒，东湖理工大学，手机13800138000，邮箱lin@example.org\n"
    short = f"题目：关于锂枝晶生长机理的研究\n所属类型：前沿科学问题\n{author}"
    (folder / "98-问题正文.md").write_text(short + "关键词：枝晶；负极\n问题描述：界面在变化。" * 20, "utf-8")
    (folder / "99-问题正文.md").write_text(short + "关键词：枝晶\n问题描述：界面在变化。" * 20, "utf-8")
    (folder / "坏.docx").write_bytes(b"PK broken")
    return look_over(reports_of(folder), catalogue(), TODAY)


def test_a_reviewer_sees_how_many_files_have_which_verdict_and_the_commonest_faults(overview: Overview):
    assert [(one.verdict, one.files) for one in overview.verdicts] == [("unreadable", 1), ("fail", 3), ("pass", 19)]
    assert sum(one.files for one in overview.verdicts) == len(overview.lines) == 23
    assert overview.faults[0].files == 2
    assert overview.faults[0].severity == "error"
    assert [one.files for one in overview.faults] == sorted((one.files for one in overview.faults), reverse=True)


def test_every_file_has_a_line_with_what_must_be_mended(overview: Overview):
    by_name = {Path(one.file).name: one for one in overview.lines}

    assert by_name["推荐报告.docx"].mend == ("专家推荐委员会有14人，应不少于15人。",)
    assert any("不是问句" in one for one in by_name["98-问题正文.md"].mend)
    assert "坏.docx" in by_name["坏.docx"].mend[0]
    assert by_name["01-问题正文.docx"].mend == by_name["01-问题正文.docx"].consider == ()


def test_a_secretary_has_a_roster_of_what_is_handed_in(overview: Overview):
    first = overview.roster[0].entry

    assert len(overview.roster) == 11  # nine problems and the two bad ones; forms, report and plan only speak of them
    assert (first.title, first.kind, first.discipline) == (TOPICS[0].title, TOPICS[0].kind, TOPICS[0].discipline)
    assert (first.unit, first.phone, first.email) == ("东湖理工大学", "13800138000", "lin@example.org")


def test_the_tally_is_held_against_the_numbers_of_the_notice(overview: Overview):
    told = {one.group: (one.files, one.least, one.most, one.keeps) for one in overview.tallies}

    assert told == {
        "前沿科学问题": (6, 3, 5, False),
        "工程技术难题": (3, 3, 5, True),
        "产业技术问题": (2, 3, 5, False),
    }


def test_an_author_of_two_drafts_gets_one_letter_that_cites_the_clauses(overview: Overview):
    [letter] = [one for one in overview.letters if one.author == "林望舒"]

    assert letter.files == ("98-问题正文.md", "99-问题正文.md")
    assert letter.email == "lin@example.org"
    assert letter.text.startswith("林望舒老师，您好！")
    assert letter.text.count("您提交的《关于锂枝晶生长机理的研究》") == 2
    assert "依据：〔2023" in letter.text
    assert "2023年4月20日" in letter.text
    assert "不等于被受理或入选" in letter.text


def test_nobody_is_written_to_about_a_draft_without_faults(overview: Overview):
    written = {file for one in overview.letters for file in one.files}

    assert written == {"98-问题正文.md", "99-问题正文.md", "推荐报告.docx", "坏.docx"}


def test_a_closing_date_that_has_passed_is_not_named(tmp_path: Path):
    (tmp_path / "1.md").write_text("题目：锂枝晶的研究\n所属类型：前沿科学问题\n问题描述：" + "界面。" * 40, "utf-8")
    [letter] = look_over(reports_of(tmp_path), catalogue(), date(2023, 5, 1)).letters

    assert "截止日期是" not in letter.text
    assert "请修改后尽早发回" in letter.text


def test_the_tables_hold_every_file_and_are_as_wide_as_their_heads(overview: Overview):
    sheets = {sheet.title: sheet for sheet in tabulate_overview(overview, catalogue())}

    assert list(sheets) == ["概览", "逐份", "名单", "数量", "致作者"]
    assert len(sheets["逐份"].rows) == 23
    assert all(len(row) == len(sheet.header) == len(sheet.widths) for sheet in sheets.values() for row in sheet.rows)
    assert ("2023年征集通知", "前沿科学问题", 6, "3-5个", "超出") in sheets["数量"].rows
    assert ("2023年征集通知", "产业技术问题", 2, "3-5个", "不足") in sheets["数量"].rows


def test_the_text_tells_a_reviewer_first_and_then_a_secretary(overview: Overview):
    text = render_overview(overview, catalogue())

    assert text.startswith("23份稿件：无法读取 1 · 有错误 3 · 通过 19")
    places = [text.index(f"\n{head}\n") for head in ("常见问题", "逐份", "名单", "数量")]
    assert places == sorted(places)
    assert "  产业技术问题：2个，规定3-5个，不足（2023年征集通知）" in text
    assert "致林望舒（lin@example.org）" in text


def test_a_long_list_is_cut_and_says_where_the_rest_is(overview: Overview):
    many = overview.model_copy(update={"lines": overview.lines * 3})

    assert "（另有29份，完整的表格请用 wenjin check" in render_overview(many, catalogue())
