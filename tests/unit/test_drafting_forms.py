"""Other forms, precise questions and cuts: what notes give to each, and what is only asked for."""

from collections.abc import Callable
from pathlib import Path

from assistant.domain.filled import FilledDraft
from assistant.text import count_characters

Run = Callable[..., tuple[int, str, str]]


def fill(wenjin: Run, path: Path, form: str) -> FilledDraft:
    status, out, _ = wenjin("fill", str(path), "--form", form, "--json")
    assert status == 0
    return FilledDraft.model_validate_json(out)


def text_of(filled: FilledDraft, label: str) -> str:
    field = filled.find_field(label)
    assert field is not None
    return field.own_text


def test_a_letter_of_recommendation_fills_every_row_of_the_table(wenjin: Run, tmp_path: Path):
    path = tmp_path / "letter.txt"
    path.write_text(
        "拟推荐题目定为：如何让浮泥在枯季也随潮走？\n弄清浮泥的去留，全国港口的疏浚费每年可省几十亿元。\n"
        "由中国海洋学会推荐，经理事会同意。\n"
        "沈望川、顾一苇两位研究员联名推荐。\n国外专家方面，荷兰的Anna Berg教授愿意署名。\n"
        "签字页周五前寄到。\n",
        "utf-8",
    )
    filled = fill(wenjin, path, "recommendation")

    assert text_of(filled, "问题题目").startswith("拟推荐题目定为")
    assert text_of(filled, "推荐理由").startswith("弄清浮泥")
    assert text_of(filled, "推荐单位").startswith("由中国海洋学会")
    assert text_of(filled, "推荐人").startswith("沈望川")
    assert "Anna Berg" in text_of(filled, "联合的国外组织和专家")
    assert [one.text for one in filled.unplaced] == ["签字页周五前寄到。"]


def test_team_patents_and_prizes_of_a_brochure_find_their_rows(wenjin: Run, tmp_path: Path):
    path = tmp_path / "brochure.txt"
    path.write_text(
        "整机检出限达到每升0.5纳克，比国外主流机型低一个数量级。\n预计三年内销售收入6亿元。\n核心成员22人，其中博士9人。\n"
        "拥有授权发明专利12项。\n2021年获省科技进步一等奖。\n",
        "utf-8",
    )
    filled = fill(wenjin, path, "pioneer")

    assert text_of(filled, "技术水平介绍").startswith("整机检出限")
    assert text_of(filled, "技术效益介绍").startswith("预计三年内")
    assert text_of(filled, "技术团队简介").startswith("核心成员")
    assert text_of(filled, "技术知识产权情况").startswith("拥有授权")
    assert text_of(filled, "技术获奖情况").startswith("2021年获")


def test_of_the_readiness_level_only_the_evidence_is_asked_for(wenjin: Run, tmp_path: Path):
    path = tmp_path / "brochure.txt"
    path.write_text("整机检出限达到每升0.5纳克。\n", "utf-8")
    filled = fill(wenjin, path, "pioneer")
    (question,) = [one for one in filled.questions if "就绪水平" in one]

    assert text_of(filled, "技术就绪水平量值") == ""
    assert "依据" in question


def test_one_sentence_that_is_too_long_is_cut_by_clauses(wenjin: Run, tmp_path: Path):
    path = tmp_path / "letter.txt"
    sentence = "弄清浮泥的去留，" + "全国沿海与河口港口的疏浚费用每年有望节省几十亿元，" * 4 + "航运业将长期受益。"
    path.write_text(f"推荐理由：{sentence}\n", "utf-8")
    filled = fill(wenjin, path, "recommendation")
    (proposal,) = [one for one in filled.proposals if one.label == "推荐理由"]

    assert text_of(filled, "推荐理由") == sentence
    assert all(count_characters(choice.value) <= 100 and choice.value.endswith("。") for choice in proposal.choices)


def test_a_section_without_year_foreign_group_or_beneficiary_is_asked_about_precisely(wenjin: Run, tmp_path: Path):
    path = tmp_path / "notes.md"
    path.write_text("## 进展\n课题组测到了浮泥的屈服应力，但机理不清。\n## 意义\n一旦弄清，将有重大影响。\n", "utf-8")
    asked = "".join(fill(wenjin, path, "problem").questions)

    assert "没有年份" in asked
    assert "国外同行" in asked
    assert "谁受益" in asked


def test_a_section_that_says_when_who_and_how_much_is_not_asked_about_again(wenjin: Run, tmp_path: Path):
    path = tmp_path / "notes.md"
    path.write_text(
        "## 进展\n2022年德国团队测到了浮泥的屈服应力，但机理不清。\n## 意义\n一旦弄清，港口企业每年可省三亿元。\n",
        "utf-8",
    )
    asked = "".join(fill(wenjin, path, "problem").questions)

    assert "没有年份" not in asked
    assert "国外同行" not in asked
    assert "谁受益" not in asked


def test_headings_alone_are_kept_in_sight(wenjin: Run, tmp_path: Path):
    path = tmp_path / "notes.md"
    path.write_text("## 问题从哪里来\n\n## 做到哪一步了\n\n## 解决以后\n", "utf-8")

    assert [one.text for one in fill(wenjin, path, "problem").unplaced] == ["问题从哪里来", "做到哪一步了", "解决以后"]


def test_titles_of_slides_tell_the_section(wenjin: Run, tmp_path: Path):
    path = tmp_path / "slides.txt"
    path.write_text("【P1】浮泥\n【P2】为什么有这个题\n航道每年淤两米。\n【P3】别人做到哪\n离心机试验做了。\n", "utf-8")
    filled = fill(wenjin, path, "problem")

    assert text_of(filled, "问题背景") == "航道每年淤两米。"
    assert text_of(filled, "最新进展") == "离心机试验做了。"
