"""An English keyword that names something else is found; synonyms and unknown words are let pass."""

import pytest

from assistant.checks.parsing.concepts import names_another
from assistant.domain.terms import Terms

_MEANINGS = {
    "earthquake": "地震", "warning": "预警", "gene editing": "基因编辑", "integrated circuit": "集成电路", "cold": "冷",
    "fatigue": "疲劳", "battery": "电池", "structure": "结构", "crack": "龟甲",
}  # fmt: skip
TERMS = Terms(meanings={english: (chinese,) for english, chinese in _MEANINGS.items()})
TEXT = "隧道衬砌在冻融循环下开裂，芯片中的集成电路用于监测，水冰相变使裂缝扩展。" * 10


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("水冰相变", "earthquake early warning"), ("冻胀", "gene editing"), ("冻胀", "Gene-free gene editing"),
        ("隧道衬砌", "batteries"), ("衬砌", "viscoelastic crack battery"),
    ],
)  # fmt: skip
def test_another_concept_is_found(chinese: str, english: str):
    assert names_another(chinese, english, TEXT, TERMS)


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("芯片", "integrated circuit"), ("疲乏", "fatigue"), ("冷泉", "cold seep"),
        ("衬砌", "viscoelastic battery"), ("冻胀", "frost heave"),
        ("衬砌", "viscous elastic liner battery"), ("冻土", ""),
    ],
)  # fmt: skip
def test_synonyms_and_unknown_words_are_let_pass(chinese: str, english: str):
    assert not names_another(chinese, english, TEXT, TERMS)


def test_one_known_word_proves_nothing_without_a_text_around_it():
    assert not names_another("水冰相变", "battery", "", TERMS)
    assert names_another("水冰相变", "earthquake warning", "", TERMS)
