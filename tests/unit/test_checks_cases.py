"""Texts that keep a rule and texts that break it, as authors write them; one JSON object a line."""

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.unit.checking import finds


class Case(NamedTuple):
    rule: str
    finds: bool
    texts: dict[str, str]


def read_cases() -> list[Case]:
    files = [Path(__file__).with_name(name) for name in ("checks_cases.jsonl", "checks_cases_pioneer.jsonl")]
    return [Case(**json.loads(line)) for file in files for line in file.read_text("utf-8").splitlines()]


CASES = [pytest.param(case, id=f"{number}:{case.rule}") for number, case in enumerate(read_cases(), 1)]


@pytest.mark.parametrize("case", CASES)
def test_the_rule_finds_what_breaks_it_and_nothing_else(case: Case):
    assert finds(case.rule, case.texts) is case.finds


def test_every_rule_of_the_cases_is_tried_both_ways():
    cases = read_cases()
    assert {case.rule for case in cases if case.finds} == {case.rule for case in cases if not case.finds}
