"""English terms are read by the table in whatever form they stand."""

import pytest

from assistant.checks.parsing.concepts import list_stems, read_concepts
from assistant.domain.terms import Terms

TERMS = Terms(
    meanings={
        "internet of things": ("物联网",), "internet": ("互联网",), "battery": ("电池",), "deep-sea": ("深海",),
        "deep sea mining": ("深海采矿",), "mathematics": ("数学",), "tumor": ("肿瘤",), "catalyst": ("催化剂",),
        "suppression": ("抑制",), "fiber": ("纤维",), "light": ("光", "轻"), "organic": ("有机",),
    }
)  # fmt: skip


def meanings(english: str) -> list[tuple[str, ...]]:
    return [concept.meanings for concept in read_concepts(english, TERMS)]


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("the Internet of Things", [("物联网",)]), ("Internet", [("互联网",)]), ("Batteries", [("电池",)]),
        ("deep-sea mining", [("深海采矿",)]), ("mathematics", [("数学",)]), ("tumours", [("肿瘤",)]),
        ("fibres", [("纤维",)]), ("light-based", [("光", "轻")]), ("How can it be done by the", []), ("", []),
        ("polonium", [()]),
    ],
)  # fmt: skip
def test_plurals_spellings_hyphens_and_phrases_are_found(english: str, expected: list[tuple[str, ...]]):
    assert meanings(english) == expected


def test_a_word_of_the_same_stem_lends_its_meanings_but_is_not_sure():
    concepts = read_concepts("catalysts suppressive catalytics organ", TERMS)
    assert [(concept.words, concept.sure) for concept in concepts] == [
        ("catalysts", True), ("suppressive", False), ("catalytics", False), ("organ", False),
    ]  # fmt: skip
    assert concepts[1].meanings == ("抑制",)
    assert concepts[3].meanings == ("有机",)


def test_stems_leave_out_words_that_name_nothing():
    assert list_stems("the light-based catalysis of batteries") == list_stems("light catalysis batteries")
