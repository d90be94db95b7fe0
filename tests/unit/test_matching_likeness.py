"""Likeness to written problems: those of directions, and those that no direction covers."""

from dataclasses import replace

import pytest

from assistant.domain.catalogue import Catalogue
from assistant.library.programmes import load_catalogue
from assistant.matching.likeness import gather_problems


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


def test_a_problem_written_outside_is_wholly_like_itself_and_one_of_a_direction_is_not(catalogue: Catalogue):
    programme = next(one for one in catalogue.programmes if one.expansions)
    direction = programme.directions[0]
    outside = "唐代长安城坊市制度的演变"
    written = gather_problems(
        replace(catalogue, programmes=(replace(programme, outside=(outside,)), *catalogue.programmes[1:]))
    )

    covered = written.compare(programme.expansion_of(direction).asks[0])
    foreign = written.compare(outside)

    assert covered.outside < foreign.outside == pytest.approx(1)
    assert foreign.odds < covered.odds


def test_the_neighbours_of_a_covered_problem_are_mostly_covered_and_those_of_a_foreign_one_are_not(
    catalogue: Catalogue,
):
    written = gather_problems(catalogue)
    covered = next(own.asks[0] for programme in catalogue.programmes for own in programme.expansions.values())

    assert written.compare("唐代长安城坊市制度的演变").neighbours < 0.5 < written.compare(covered).neighbours <= 1
    assert written.compare("＊＊").neighbours == 0


def test_problems_of_no_programme_count_too(catalogue: Catalogue):
    outside = "唐代长安城坊市制度的演变"
    written = gather_problems(replace(catalogue, outside=(outside,)))

    assert written.compare(outside).outside == pytest.approx(1)


def test_without_problems_outside_nothing_speaks_against_a_direction(catalogue: Catalogue):
    programmes = tuple(replace(one, outside=()) for one in catalogue.programmes)
    written = gather_problems(replace(catalogue, programmes=programmes, outside=()))

    alike = written.compare("钠离子电池界面反应")

    assert (alike.outside, alike.odds) == (0.0, 0.0)
