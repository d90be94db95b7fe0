import pytest

from assistant.domain.catalogue import Catalogue
from assistant.domain.terms import Terms
from assistant.question import is_question
from assistant.writing.title_english import is_english, translate
from assistant.writing.title_kinds import ENGINEERING, INDUSTRY, SCIENCE
from assistant.writing.titles import advise_title

_MEANINGS = {
    "thermal runaway": "热失控",
    "lithium-ion battery": "锂离子电池",
    "battery": "电池",
    "fast charging": "快速充电",
    "coral bleaching": "珊瑚白化",
    "mechanism": "机制",
    "microplastic": "微塑料",
    "soil": "土壤",
    "low-cost": "低成本",
    "production": "生产",
    "green hydrogen": "绿氢",
    "cycle life": "循环寿命",
    "catalyst": "催化剂",
}
TERMS = Terms(meanings={english: (chinese,) for english, chinese in _MEANINGS.items()})
CATALOGUE = Catalogue(programmes=(), released=(), disciplines=(), industries=(), terms=TERMS, fingerprint="test")


@pytest.mark.parametrize(
    ("title", "chinese"),
    [
        ("Thermal runaway of lithium-ion batteries under fast charging", "快速充电条件下锂离子电池的热失控"),
        ("A study on the mechanism of coral bleaching", "珊瑚白化的机制"),
        ("Effects of microplastics on soil", "微塑料对土壤的影响"),
        ("How do microplastics affect soil?", "微塑料影响土壤"),
        ("Low-cost production of green hydrogen", "绿氢的低成本生产"),
        ("Improving the cycle life of batteries", "提高电池的循环寿命"),
        ("Zeolite catalysts for green hydrogen", "面向绿氢的Zeolite【待译】催化剂"),
    ],
)
def test_phrases_are_set_into_the_chinese_order(title: str, chinese: str):
    assert translate(title, TERMS) == chinese


@pytest.mark.parametrize("title", ["Coral bleaching", "DNA storage?"])
def test_a_title_without_chinese_is_english(title: str):
    assert is_english(title)


@pytest.mark.parametrize("title", ["DNA存储技术", "5G", "珊瑚白化"])
def test_a_title_with_chinese_or_without_words_is_not(title: str):
    assert not is_english(title)


@pytest.mark.parametrize("kind", [SCIENCE, ENGINEERING, INDUSTRY])
@pytest.mark.parametrize(
    "title",
    [
        "Thermal runaway of lithium-ion batteries under fast charging",
        "How do microplastics affect soil?",
        "Supramolecular polycatenane photoswitches with programmable hierarchical chirality transfer",
    ],
)
def test_an_english_title_gives_three_chinese_questions(title: str, kind: str):
    candidates = advise_title(title, kind, None, CATALOGUE).candidates

    assert len({one.zh for one in candidates}) >= 3
    assert all(is_question(one.zh) and len(one.zh) <= 40 for one in candidates)
    assert all("词表" in one.why for one in candidates)


def test_a_word_outside_the_table_is_marked_and_kept():
    first = advise_title("Mechanism of zeolite", SCIENCE, None, CATALOGUE).candidates[0]

    assert first.zh == "zeolite【待译】的机制是什么？"
