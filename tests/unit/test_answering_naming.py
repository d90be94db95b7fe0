"""A number or a person that the question names must stand where the answer would come from."""

from datetime import date

import pytest

from assistant.answering.asked.naming import find_measured
from assistant.service import Assistant
from assistant.settings import Settings
from assistant.wiring import build_assistant

_TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return build_assistant(Settings.model_validate({"offline": True}))


@pytest.mark.parametrize(
    ("question", "measured"),
    [
        ("电机的额定转速不低于多少rpm", ("转速",)),
        ("电池的比能量和循环次数要达到多少？", ("能量", "比能", "次数", "环次")),
        ("队列随访年限至少几年", ("年限", "随访")),
        ("整机售价不能高于多少万？", ("售价",)),
        ("3.1要建成几个引进中转示范基地", ()),
        ("青年项目五个口子各支持几项", ()),
        ("什么时候截止", ()),
        ("几乎所有单位都能报吗", ()),
    ],
)
def test_what_a_number_is_asked_of_is_told_by_what_stands_before_it(question: str, measured: tuple[str, ...]):
    assert find_measured(question) == measured


@pytest.mark.parametrize(
    "question",
    [
        "超高分辨活细胞成像显微镜这个方向，整机重量不能超过多少公斤",
        "战略性科技创新合作专项，财务负责人之外的项目骨干要哪年以后出生",
    ],
)
def test_what_the_direction_never_mentions_is_not_answered_by_its_neighbour(assistant: Assistant, question: str):
    assert not assistant.ask(question, today=_TODAY).covered


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("热泵储电方向的电电效率要达到多少", "60%"),
        ("战略性科技创新合作专项的项目负责人要哪年以后出生", "1962年1月1日"),
    ],
)
def test_what_it_mentions_is_answered_as_before(assistant: Assistant, question: str, value: str):
    answer = assistant.ask(question, today=_TODAY)
    assert answer.covered
    assert value in answer.answer
