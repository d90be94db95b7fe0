"""A sentence is shortened by phrases; conditions, exceptions and subjects stay with what they belong to."""

import pytest

from assistant.answering.saying.phrases import join_phrases, keep_whole, split_phrases
from assistant.answering.saying.stating import split_lead


def keep(text: str, chosen: int, *, titled: bool = False) -> str:
    phrases = split_phrases(text)
    return join_phrases(phrases, keep_whole(phrases, [chosen], titled=titled))


@pytest.mark.parametrize(
    "text",
    ["甲，乙；丙。丁", "正文（含题目，关键词。）2000字，其余不限", "经费1,200万元，每项200万元", ""],
)
def test_the_phrases_joined_are_the_text(text: str) -> None:
    assert "".join(split_phrases(text)) == text


def test_marks_in_brackets_and_numbers_do_not_part() -> None:
    assert split_phrases("正文（题目，关键词）2000字，其余不限") == ["正文（题目，关键词）2000字，", "其余不限"]
    assert split_phrases("经费1,200万元，每项200万元")[0] == "经费1,200万元，"


@pytest.mark.parametrize(
    ("text", "chosen", "kept"),
    [
        ("除特殊说明外，每个方向支持1项，实施周期不超过3年", 2, "除特殊说明外，实施周期不超过3年"),
        ("每个领域推荐2项，确有必要的除外", 0, "每个领域推荐2项，确有必要的除外"),
        ("项目设1名负责人，但青年项目不限", 0, "项目设1名负责人，但青年项目不限"),
        ("联合国外组织推荐的，应邀请国外专家参加", 1, "联合国外组织推荐的，应邀请国外专家参加"),
        ("每个推荐单位推荐5项，不得超过上限", 1, "每个推荐单位推荐5项，不得超过上限"),
        ("从通知印发之日起，至2022年4月20日止", 1, "从通知印发之日起，至2022年4月20日止"),
        ("原则上只支持1项，仅在结果相近时，可同时支持2项", 2, "原则上只支持1项，仅在结果相近时，可同时支持2项"),
        ("由学会、学会联合体理事长，企业科协主席牵头", 1, "由学会、学会联合体理事长，企业科协主席牵头"),
    ],
)
def test_a_phrase_keeps_what_it_would_be_wrong_without(text: str, chosen: int, kept: str) -> None:
    assert keep(text, chosen) == kept


def test_what_nobody_asked_for_is_left_out() -> None:
    assert keep("其中，拟部署20个项目，每个项目500万元", 2) == "每个项目500万元"


def test_a_title_spares_the_subject() -> None:
    assert keep("对团队的基本情况进行介绍，不超过300字", 1, titled=True) == "不超过300字"


def test_a_long_statement_is_parted_behind_a_whole_rule() -> None:
    words = "外籍科学家可作为项目负责人，全职受聘人员须提供全职聘用的有效材料，非全职受聘人员须由双方提供"
    assert split_lead(words, 20) == [
        "外籍科学家可作为项目负责人",
        "全职受聘人员须提供全职聘用的有效材料，非全职受聘人员须由双方提供",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "参与本年度项目指南编制的专家，原则上不能申报该重点专项项目",
        "每个领域推荐总数不得超过2项，企业科协联合推荐的问题除外",
    ],
)
def test_a_statement_is_not_parted_before_its_verb_or_its_exception(words: str) -> None:
    assert split_lead(words, 20) == [words]


def test_a_long_statement_leaves_out_what_a_term_stands_for() -> None:
    words = "其他经费（包括地方财政经费、单位出资等）与中央财政经费比例不低于3:1"
    assert split_lead(words, 25) == ["其他经费与中央财政经费比例不低于3:1"]
