"""Queries read by their wording or by their subject."""

import pytest

from assistant.domain.terms import Terms
from assistant.retrieval.reading import TRANSLATED, QueryReader, translate
from assistant.text import tokenise

_MAIN = {"rare earth": "稀土", "earth": "地球", "3d-printed": "三维打印", "recovery": "回收"}
TERMS = Terms(meanings={english: (chinese, "别的") for english, chinese in _MAIN.items()})
BY_TOKENS = {tuple(tokenise(english)): chinese for english, chinese in _MAIN.items()}


@pytest.mark.parametrize(
    ("query", "chinese"),
    [
        ("Recovery of rare earths", ["回收", "稀土"]),
        ("earth science", ["地球"]),
        ("3D-printed parts", ["三维打印"]),
        ("稀土的回收", []),
        ("", []),
    ],
)
def test_the_longest_english_term_wins(query: str, chinese: list[str]):
    assert translate(query, BY_TOKENS) == chinese


def test_a_translated_word_counts_less_than_one_of_the_query():
    weights = QueryReader("direction", TERMS).read("rare earth 回收 recovery")
    assert weights["稀土"] == TRANSLATED
    assert weights["回收"] == 1


def test_single_characters_of_a_translation_do_not_count():
    assert "稀" not in QueryReader("direction", TERMS).read("rare earth")


def test_clauses_are_searched_by_the_wording_of_the_query():
    query = "rare earths 的研究"
    assert list(QueryReader("clause", TERMS).read(query)) == list(dict.fromkeys(tokenise(query)))
