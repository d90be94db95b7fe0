"""Questions in English are read in the words of the notices."""

import pytest

from assistant.english import is_english, put_into_chinese, put_terms_into_chinese

KNOWN = {
    "keyword": "关键词",
    "foreigner": "外籍人员",
    "pi": "项目负责人",
    "field": "领域",
    "sign": "签字",
    "ratio": "比例",
}


@pytest.mark.parametrize(
    ("question", "chinese"),
    [
        ("How many keywords must I list in 2023?", "多少个关键词必须list2023年"),
        ("can foreigners be PI", "可以外籍人员项目负责人吗"),
        ("What are the five fields of “科创中国”?", "五个领域“科创中国”有哪些"),
        ("What is the ratio, and who signs it?", "比例是多少，谁签字"),
    ],
)
def test_a_question_in_english_is_put_segment_by_segment(question: str, chinese: str) -> None:
    assert is_english(question)
    assert put_into_chinese(question, KNOWN.get) == chinese


@pytest.mark.parametrize("question", ["PI年龄有要求吗", "2023年deadline是哪天", "TRL要到几级", "email"])
def test_single_english_words_make_no_english_question(question: str) -> None:
    assert not is_english(question)


def test_a_chinese_question_keeps_its_words_and_has_its_english_terms_read() -> None:
    known = {"contact person": "联系人"}
    assert put_terms_into_chinese("通知的contact person是谁", known.get) == "通知的联系人是谁"
    assert put_terms_into_chinese("PI要填Smart City吗", known.get) == "PI要填Smart City吗"


def test_a_question_of_unknown_words_stays_as_it_is() -> None:
    assert put_into_chinese("the", {}.get) == "the"
