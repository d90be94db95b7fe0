"""Numbered items of a text, and the words that point to one."""

import pytest

from assistant.numbered import find_ordinals, list_items, parse_number


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("给出候选：\n1. 如何甲？\n2. 如何乙在1.5度？\n以上。", ("如何甲？", "如何乙在1.5度？")),
        ("包括：1.甲；2.乙；3.丙。", ("甲", "乙", "丙")),
        ("有三类：（一）甲、（二）乙，（三）丙", ("甲", "乙", "丙")),
        ("第1条：甲\n第2条：乙", ("甲", "乙")),
        ("①甲②乙", ("甲", "乙")),
        ("1. 甲（1）其一（2）其二\n2. 乙", ("甲（1）其一（2）其二", "乙")),
        ("方向2.1 甲\n方向2.2 乙", ()),
        ("截止2022.4.20，共1. 项", ()),
    ],
)
def test_the_first_list_that_counts_on_from_one_is_read(text: str, items: tuple[str, ...]) -> None:
    assert list_items(text) == items


@pytest.mark.parametrize(
    ("text", "number"), [("9", 9), ("十", 10), ("十二", 12), ("二十", 20), ("二十三", 23), ("两", 2)]
)
def test_a_numeral_is_read_in_either_script(text: str, number: int) -> None:
    assert parse_number(text) == number


def test_places_are_found_with_what_they_count() -> None:
    found = [(one.number, one.unit) for one in find_ordinals("第十二条、第3个候选和最后一个")]

    assert found == [(12, "条"), (3, "个"), (-1, "个")]
