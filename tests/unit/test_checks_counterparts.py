"""A pair of keywords is odd where the table knows both and nothing speaks for it; all else passes."""

import pytest

from assistant.checks.parsing.counterparts import agree, find_foreign, knows_half
from assistant.checks.parsing.departures import find_departure
from assistant.domain.terms import Terms

TERMS = Terms(
    meanings={
        "earthquake": ("地震",), "early warning": ("早期预警",), "gene editing": ("基因编辑",), "cold": ("低温", "冷"),
        "integrated circuit": ("集成电路",), "chip": ("芯片",), "rolling": ("轧制",), "stubble": ("残茬",),
        "phase change": ("相变",), "frost heave": ("冻胀",), "tungsten": ("钨",), "graphene": ("石墨烯",),
        "tunnel": ("隧道",), "lining": ("衬砌", "内衬"), "crack": ("裂纹",), "rice": ("水稻",),
        "yield": ("产量", "屈服"),
        "wheat": ("小麦",), "rust": ("锈病",), "improve": ("提高",),
    }
)  # fmt: skip
OTHER = ("隧道衬砌", "tunnel lining")


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("水冰相变", "earthquake early warning"), ("冻胀", "gene editing"), ("钨", "graphene"),
        ("未知词", "gene editing"), ("冻胀", "cold crack"),
    ],
)  # fmt: skip
def test_another_concept_is_found(chinese: str, english: str):
    assert find_foreign([(chinese, english), OTHER], "", TERMS) == [(chinese, english)]


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("冷泉", "cold seep"),  # one word in common
        ("芯片", "chips"),
        ("相变材料", "phase-change materials"),
        ("稻桩碾压", "stubble rolling"),  # single words have more meanings than the table, and it knows no Chinese here
        ("冻胀", "viscoelastic rolling"),  # not all is known
        ("DFT计算", "DFT rolling"),  # a symbol in common
        ("冻胀", ""),
    ],
)
def test_what_agrees_or_is_not_known_is_let_pass(chinese: str, english: str):
    assert not find_foreign([(chinese, english), OTHER], "", TERMS)


def test_a_free_translation_of_which_the_draft_speaks_is_let_pass():
    assert find_foreign([("芯片", "integrated circuit"), OTHER], "", TERMS)
    assert not find_foreign([("芯片", "integrated circuit"), OTHER], "芯片即集成电路。", TERMS)


def test_two_concepts_beside_a_keyword_known_throughout_are_odd_though_the_draft_speaks_of_them():
    assert find_foreign([("冻胀", "wheat rust"), OTHER], "小麦锈病", TERMS)


def test_lists_in_different_orders_pass():
    assert not find_foreign([("冻胀", "gene editing"), ("基因编辑", "frost heave")], "", TERMS)


def test_half_of_the_terms_of_both_lists_has_to_be_known():
    assert knows_half(["冻胀", "甲乙"], ["frost heave", "foo"], TERMS)
    assert not knows_half(["冻胀", "甲乙"], ["bar", "foo"], TERMS)


def test_two_keywords_agree_by_a_meaning_or_a_word():
    assert agree("屈服", "yield", TERMS)
    assert not agree("产率", "wheat", TERMS)


def test_titles_of_two_subjects_are_wide_apart_and_free_translations_are_not():
    apart = find_departure("如何提高水稻产量？", "How does wheat resist rust?", "", TERMS)
    near = find_departure("如何提高水稻产量？", "Improving the yield of rice", "", TERMS)
    assert apart is not None
    assert near is not None
    assert (apart.lost, apart.added, apart.width) == (("水稻", "产量"), ("wheat", "rust"), 2.0)
    assert near.width == 0


def test_titles_that_the_table_does_not_know_are_not_compared():
    assert find_departure("如何提高水稻产量？", "Foo bar of rice", "", TERMS) is None
    assert find_departure("如何？", "Yield of rice", "", TERMS) is None
