"""English and Chinese keywords and titles are compared by the table of terms, measured on labelled pairs.

Half of the labelled pairs was written with the others and never looked at one by one (`held`).
"""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.checks.judgement import Unsure
from tests.unit.checking import apply, finds

HERE = Path(__file__).parent
KEYWORDS, TITLE = "cast.keywords.pair-match", "cast.title.english-match"
Row = dict[str, str]


def labelled(name: str, held: str) -> list[Row]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["held"] == held]


def keywords_found(row: Row) -> bool:
    return finds(KEYWORDS, {"关键词": row["chinese"], "Key Words": row["english"]})


def title_found(row: Row) -> bool:
    keywords = {"关键词": row["keywords"], "Key Words": row["key_words"]}
    return finds(TITLE, {"题目": row["chinese"], "Title": row["english"], **keywords})


def share(rows: list[Row], found: Callable[[Row], bool]) -> float:
    return sum(map(found, rows)) / len(rows)


@pytest.mark.parametrize(("held", "least", "most"), [("", 0.8, 0.0), ("yes", 0.8, 0.1)])
@pytest.mark.parametrize(("name", "found"), [("keyword_pairs.csv", keywords_found), ("title_pairs.csv", title_found)])
def test_wrong_ones_are_found_and_free_translations_are_not(
    name: str, found: Callable[[Row], bool], held: str, least: float, most: float
):
    rows = labelled(name, held)
    assert share([row for row in rows if row["odd"]], found) >= least
    assert share([row for row in rows if not row["odd"]], found) <= most


def test_keywords_and_titles_that_the_table_does_not_know_are_left_to_a_person():
    keywords = apply(KEYWORDS, {"关键词": "甲乙丙；丁戊己", "Key Words": "foobar; bazqux"})
    title = apply(TITLE, {"题目": "甲乙丙如何丁戊己？", "Title": "How does foobar bazqux?"})
    assert isinstance(keywords, Unsure)
    assert isinstance(title, Unsure)
    assert "词表" in keywords.question
    assert "词表" in title.question
