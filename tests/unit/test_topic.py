"""Tokens of a text's subject."""

import pytest

from assistant.text import tokenise
from assistant.topic import STEM, stem, tokenise_topic


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("stimulation", "stimulator"),
        ("compatibility", "compatible"),
        ("calibration", "calibrate"),
        ("stabilization", "stabilized"),
        ("capture", "capturing"),
    ],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str):
    assert stem(one) == stem(other)
    assert STEM + stem(one) in set(tokenise_topic(one)) & set(tokenise_topic(other))


@pytest.mark.parametrize("word", ["ion", "real", "gene", "ring"])
def test_a_short_word_keeps_its_ending(word: str):
    assert stem(word) == word


def test_words_joined_by_a_hyphen_are_found_apart_and_together():
    assert {"lab-on-chip", "lab", "chip"} <= set(tokenise_topic("Lab-on-Chip"))


def test_words_of_any_english_title_give_nothing():
    assert tokenise_topic("A novel approach to the analysis of") == []


def test_chinese_gives_the_same_tokens_as_everywhere():
    text = "稀散金属镓—锗—铟高效富集，3.5%"
    assert tokenise_topic(text) == tokenise(text)
