"""Problems that no direction covers: a programme's own, and those of no programme."""

from collections import Counter
from pathlib import Path

import pytest

from assistant.domain.catalogue import Catalogue
from assistant.errors import CorpusError
from assistant.library.outside import load_outside
from assistant.library.programmes import load_catalogue
from assistant.text import squash


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


def written(catalogue: Catalogue) -> list[str]:
    return [*catalogue.outside, *(text for programme in catalogue.programmes for text in programme.outside)]


def test_a_folder_without_the_file_has_none_and_one_with_it_gives_all_in_order(tmp_path: Path):
    assert load_outside(tmp_path) == ()

    (tmp_path / "outside.yaml").write_text("outside:\n  - 孪生素数的间隔估计\n  - 星系旋臂的密度波\n", "utf-8")

    assert load_outside(tmp_path) == ("孪生素数的间隔估计", "星系旋臂的密度波")


def test_an_empty_list_is_refused(tmp_path: Path):
    (tmp_path / "outside.yaml").write_text("outside: []\n", "utf-8")

    with pytest.raises(CorpusError):
        load_outside(tmp_path)


def test_the_house_has_problems_of_its_own_beside_those_of_programmes(catalogue: Catalogue):
    assert catalogue.outside
    assert not set(catalogue.outside) & {text for programme in catalogue.programmes for text in programme.outside}


def test_no_problem_is_written_twice_or_both_as_covered_and_as_outside(catalogue: Catalogue):
    counts = Counter(squash(text).casefold() for text in written(catalogue))
    covered = {
        squash(text).casefold()
        for programme in catalogue.programmes
        for direction in programme.directions
        for own in (programme.expansion_of(direction),)
        for text in (direction.title, *own.asks, *own.english)
    }

    assert [text for text, number in counts.items() if number > 1] == []
    assert counts.keys() & covered == set()
