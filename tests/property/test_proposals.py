"""Readers of proposals take whatever is typed: no failure, no count without words, nothing found in an empty field."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.checks.examples import build_draft
from assistant.checks.parsing.proposals.money import read_money
from assistant.checks.parsing.proposals.naming import name_direction
from assistant.checks.parsing.proposals.period import describe, exceeds, falls_short, read_period
from assistant.checks.parsing.proposals.persons import list_persons
from assistant.checks.parsing.proposals.projects import list_undertakings
from assistant.checks.parsing.proposals.recommenders import list_recommenders
from assistant.checks.parsing.proposals.stated import Stated
from assistant.checks.parsing.proposals.tasks import read_tasks
from assistant.checks.parsing.proposals.units import find_total, list_units
from assistant.checks.run import check_draft
from assistant.domain.draft import FieldLine, Location
from tests.unit.proposing import context, guide

WORDS = """
云溪大学 某研究所 （德国） (牵头) 1. ① 、 ； ， 。 和 与 等 9家 共10家单位 中方： 外方 无 国拨经费 配套 800万元 0.1亿元
１２００ 2:1 其中
2022年12月 至 — 2025.11 三年 36个月 半 课题1 课题二 任务 不设 林望舒 男 女 1962年1月
13月 出生 61岁 教授 博士 在读 国籍 香港 全职
国家重点研发计划 在研 主持 已结题 3.1 9.9 方向 先进储能技术合作 工业和信息化部
教育部 99999999999999999999 0 % : / ( ) “ ”
"""
PIECES = (*WORDS.split(), "\n", "\t", " ", "\u3000")
TEXT = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=30).map("".join)


def lines(text: str) -> list[FieldLine]:
    return [FieldLine(text=line, where=Location(paragraph=1)) for line in text.split("\n")]


@settings(deadline=None)
@given(TEXT)
def test_every_reader_takes_any_text(text: str):
    money, period, tasks = read_money(text), read_period(text), read_tasks(text)
    assert all(amount.wan_yuan >= 0 for amount in money.amounts)
    assert exceeds(period, 3) in {True, False, None}
    assert not (exceeds(period, 3) and falls_short(period, 3))
    assert bool(describe(period)) == period.known
    assert tasks.count is None or tasks.count >= 0
    assert all(name.strip() for name in list_recommenders(text))
    assert (find_total(text) or 1) > 0


@settings(deadline=None)
@given(TEXT)
def test_units_and_persons_are_words_of_the_text(text: str):
    for unit in (*list_units(lines(text)), *list_units(lines(text), abroad=True)):
        assert unit.name.strip()
        assert unit.is_foreign == (unit.kind == "foreign")
    for person in list_persons(lines(text)):
        assert person.text.strip()
    for one in list_undertakings(text, "林望舒", (), 2022):
        assert one.clause.strip()


@settings(deadline=None)
@given(TEXT)
def test_a_direction_that_is_named_is_one_of_the_guide(text: str):
    named = name_direction(Stated(direction=text), guide().directions)
    assert (named.direction is None) == (named.fault is not None)


@settings(max_examples=25, deadline=None)
@given(text=TEXT, other=TEXT)
def test_rules_never_fail_on_what_fields_hold(text: str, other: str):
    labels = [spec.label for spec in guide().forms[0].fields]
    texts = {label: text if place % 2 else other for place, label in enumerate(labels)}
    outcome = check_draft(build_draft("proposal", texts), guide().rules, context())
    assert outcome.findings or outcome.passed or outcome.unknown


@pytest.mark.parametrize("text", ["", " ", "\n", "无", "—"])
def test_nothing_is_read_from_nothing(text: str):
    assert not read_money(text).amounts
    assert not read_period(text).known
    assert not list_units(lines(text))
    assert not list_persons(lines(text))
    assert not list_recommenders(text)
