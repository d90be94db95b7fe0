"""Proposals under the guides of the national key programme that keep a rule or break it; one JSON object a line."""

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.unit.proposing import finds


class Case(NamedTuple):
    rule: str
    finds: bool
    direction: str
    texts: dict[str, str]


def read_cases() -> list[Case]:
    lines = Path(__file__).with_name("checks_cases_nkrd.jsonl").read_text("utf-8").splitlines()
    return [Case(**json.loads(line)) for line in lines]


CASES = [pytest.param(case, id=f"{number}:{case.rule}") for number, case in enumerate(read_cases(), 1)]


@pytest.mark.parametrize("case", CASES)
def test_the_rule_finds_what_breaks_it_under_its_direction_and_nothing_else(case: Case):
    assert finds(case.rule, case.texts, case.direction.split("/")[0], case.direction) is case.finds


def test_every_rule_is_tried_both_ways():
    cases = read_cases()
    assert {case.rule for case in cases if case.finds} == {case.rule for case in cases if not case.finds}
