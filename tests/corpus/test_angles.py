import pytest

from assistant.domain.catalogue import Angle
from assistant.library.programmes import load_catalogue

CATALOGUE = load_catalogue()
CODES = {one.code: one for one in CATALOGUE.disciplines}


def name(angle: Angle) -> str:
    return f"{angle.code} {angle.cues[0]}"


def test_there_are_angles():
    assert len(CATALOGUE.angles) > 100


@pytest.mark.parametrize("angle", CATALOGUE.angles, ids=name)
def test_an_angle_belongs_to_a_discipline_and_has_something_for_every_kind(angle: Angle):
    assert angle.code in CODES
    assert angle.cues
    assert angle.conditions
    assert angle.mechanisms
    assert angle.measures


@pytest.mark.parametrize("angle", CATALOGUE.angles, ids=name)
def test_nothing_stands_twice_and_a_condition_ends_as_one(angle: Angle):
    for column in (angle.cues, angle.aspects, angle.conditions, angle.mechanisms, angle.measures, angle.targets):
        assert len(set(column)) == len(column)
    assert all(one[-1] in "下中时上内后段间期" for one in angle.conditions)
    assert all(len(one) <= 12 for one in (*angle.conditions, *angle.mechanisms, *angle.measures, *angle.targets))
