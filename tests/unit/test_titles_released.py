import pytest

from assistant.domain.catalogue import Catalogue, ReleasedProblem
from assistant.errors import InputError
from assistant.writing.released import search_released


def problem(title: str, year: int, field: str = "") -> ReleasedProblem:
    return ReleasedProblem(title=title, year=year, kind="工程技术难题", field=field, source="cast-2022 附件4")


CATALOGUE = Catalogue(
    programmes=(),
    released=(
        problem("如何开发比能量倍增的全固态二次电池？", 2021, "数理化基础科学"),
        problem("高能量密度动力电池材料电化学", 2019, "数理化基础科学"),
        problem("千米级深竖井全断面掘进技术", 2019, "资源能源"),
        problem("如何突破新能源废料清洁高值化利用？", 2023),
    ),
    disciplines=(),
    industries=(),
    fingerprint="test",
)


def test_a_word_finds_the_problems_that_hold_it():
    titles = {one.title for one in search_released("电池", CATALOGUE).problems}

    assert titles == {"如何开发比能量倍增的全固态二次电池？", "高能量密度动力电池材料电化学"}


def test_more_words_rank_those_first_that_hold_all():
    assert search_released("动力 电池", CATALOGUE).problems[0].year == 2019


def test_a_field_is_searched_too():
    assert [one.year for one in search_released("资源能源", CATALOGUE).problems] == [2019]


def test_two_words_run_together_are_found_each_by_itself():
    assert search_released("竖井通风", CATALOGUE).problems[0].title == "千米级深竖井全断面掘进技术"


def test_a_whole_title_finds_its_reworded_likeness():
    found = search_released("深竖井全断面的千米级掘进", CATALOGUE).problems[0]

    assert found.title == "千米级深竖井全断面掘进技术"
    assert 0.5 < found.similarity < 1


def test_what_is_not_there_is_not_found():
    assert search_released("月球南极水冰", CATALOGUE).problems == ()


def test_the_note_says_which_years_are_complete():
    note = search_released("电池", CATALOGUE).note

    assert "2018—2021年的清单完整" in note
    assert "2023年只有" in note


def test_a_query_without_letters_is_refused():
    with pytest.raises(InputError):
        search_released("？？", CATALOGUE)
