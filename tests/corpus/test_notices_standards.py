from collections import Counter

from assistant.library.programmes import load_catalogue

CATALOGUE = load_catalogue()


def test_released_problems_are_complete_up_to_2021():
    assert len(CATALOGUE.released) == 164
    counts = Counter(problem.year for problem in CATALOGUE.released)
    assert [counts[year] for year in (2018, 2019, 2020, 2021)] == [60, 20, 20, 30]


def test_disciplines_are_the_base_table_with_its_62_of_level_one():
    assert Counter(category.level for category in CATALOGUE.disciplines) == {1: 62, 2: 738, 3: 2732}


def test_industries_have_their_four_levels():
    assert Counter(category.level for category in CATALOGUE.industries) == {1: 20, 2: 97, 3: 473, 4: 1381}


def test_every_parent_is_a_row_of_the_level_above():
    for table in (CATALOGUE.disciplines, CATALOGUE.industries):
        levels = {category.code: category.level for category in table}
        assert len(levels) == len(table)
        assert all(levels[row.parent] == row.level - 1 if row.parent else row.level == 1 for row in table)


def test_leading_zeros_of_codes_are_kept():
    assert next(row.name for row in CATALOGUE.industries if row.code == "01") == "农业"
