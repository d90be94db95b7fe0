"""The shipped table of terms keeps the form that its users rely on."""

import csv
import re
from pathlib import Path

import pytest

from assistant.domain.terms import LONGEST
from assistant.library.standards import load_terms

STANDARDS = Path(__file__).parents[2] / "corpus" / "standards"
TERMS = load_terms(STANDARDS)
CALLS = load_terms(STANDARDS, "calls.csv")


@pytest.mark.parametrize("name", ["terms.csv", "calls.csv"])
def test_a_table_is_sorted_and_as_long_as_its_readme_says(name: str):
    with (STANDARDS / name).open(encoding="utf-8", newline="") as file:
        terms = [row["english"] for row in csv.DictReader(file)]

    assert terms == sorted(set(terms))
    readme = (STANDARDS / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"^\| `{name}` \|.*\| {len(terms)} \|$", readme, re.MULTILINE)


def test_a_word_of_calls_means_there_what_it_does_not_in_science():
    assert (CALLS.main("field"), TERMS.main("field")) == ("领域", "场")


def test_terms_are_lower_case_and_short_and_meanings_are_chinese_or_symbols():
    for english, meanings in TERMS.meanings.items():
        assert english == english.lower().strip()
        assert len(english.split()) <= LONGEST
        assert len(set(meanings)) == len(meanings)
        assert all(re.fullmatch(r"[\u4e00-\u9fffA-Za-z0-9βγ-]+", meaning) for meaning in meanings), english


def test_a_word_of_several_meanings_has_its_main_one_first():
    assert TERMS.main("fault") == "故障"
    assert {"断层", "故障"} <= set(TERMS.every("fault"))
    assert TERMS.main("no such term") is None
    assert TERMS.every("no such term") == ()


def test_a_chinese_text_is_looked_up_by_every_meaning_in_it():
    assert {"byzantine fault tolerance", "fault tolerance"} <= set(TERMS.names("拜占庭容错的共识"))
    assert not set(TERMS.names("故"))
