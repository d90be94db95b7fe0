"""A case that a question tells of, judged by the limit that a sentence itself lays down."""

from datetime import date

import pytest

from assistant.answering.personal.born import read_born
from assistant.answering.personal.case import Read
from assistant.answering.personal.engaged import read_engaged
from assistant.answering.personal.qualified import read_qualified
from assistant.answering.personal.registered import read_kind, read_registered

TODAY = date(2026, 11, 22)
BORN = "项目设1名项目负责人，青年科学家项目负责人年龄要求，男性应为1983年1月1日以后出生，女性应为1981年1月1日以后出生。"
QUALIFIED = "项目负责人应为1962年1月1日以后出生，具有高级职称或博士学位。"
LEADING = "国家科技重大专项、国家重点研发计划重点专项的在研项目（含任务或课题）负责人不得牵头申报项目。"
TAKING_PART = "国家科技重大专项、国家重点研发计划重点专项的在研项目负责人（不含任务或课题负责人）也不得参与申报项目。"
REGISTERED = "注册时间在2021年6月30日前。"
LEGAL = "在中国大陆境内登记注册的科研院所、高等学校和企业等法人单位。"

JUDGED = (
    (read_born, "我85年的能当青年项目负责人不", BORN, "1985年出生，男性、女性都符合青年科学家项目负责人的年龄要求"),
    (read_born, "82年出生的能报吗", BORN, "1982年出生，男性不符合，女性符合青年科学家项目负责人的年龄要求"),
    (read_born, "男,1980年3月生,能牵头吗", BORN, "1980年3月出生的男性不符合青年科学家项目负责人的年龄要求"),
    (
        read_born,
        "女,45岁,还能报吗",
        BORN,
        "45岁（以2026-11-22计，1980年11月至1981年11月间出生）的女性要看具体日期才知是否符合青年科学家项目负责人的年龄要求",
    ),
    (read_born, "我1961年的能报吗", QUALIFIED, "1961年出生，不符合项目负责人的年龄要求"),
    (read_qualified, "没有博士学位,副教授,能当负责人吗", QUALIFIED, "有高级职称即符合，高级职称或博士学位有其一即可"),
    (read_qualified, "讲师,没有博士学位,能当吗", QUALIFIED, "高级职称和博士学位都没有，不符合项目负责人的条件"),
    (read_qualified, "工程师能不能牵头", QUALIFIED, "没有高级职称的，要有博士学位才符合项目负责人的条件"),
    (read_qualified, "负责人必须是博士吗", QUALIFIED, "不一定要有博士学位，高级职称或博士学位有其一即可"),
    (read_registered, "公司2021年9月才成立,能报吗", REGISTERED, "2021年9月注册的单位不符合注册时间的要求"),
    (read_registered, "公司2021年9月才拿到登记注册,能报吗", REGISTERED, "2021年9月注册的单位不符合注册时间的要求"),
    (read_registered, "2020年注册的公司能报吗", REGISTERED, "2020年注册的单位符合注册时间的要求"),
    (read_registered, "2021年成立的公司能报吗", REGISTERED, "2021年注册的单位要看具体日期才知是否符合注册时间的要求"),
    (read_registered, "成立了3年的公司能报吗", REGISTERED, "成立3年（以2026-11-22计）的单位不符合注册时间的要求"),
    (read_engaged, "手上有在研的重点专项项目,还能牵头吗", LEADING, "不可以，所列计划在研项目的负责人不得牵头申报"),
    (
        read_engaged,
        "我是在研课题负责人,能参与吗",
        TAKING_PART,
        "可以，所列计划在研课题（任务）的负责人不在不得参与申报之列",
    ),
    (read_kind, "外资企业能不能申报", LEGAL, "可以，企业在所列单位之中，只要是在中国大陆境内登记注册的法人单位"),
    (read_kind, "部队医院可以申报吗", LEGAL, "没有单列部队医院，要看是不是在中国大陆境内登记注册的法人单位"),
)


@pytest.mark.parametrize(("read", "question", "sentence", "verdict"), JUDGED, ids=[row[1] for row in JUDGED])
def test_the_clauses_own_limit_is_applied_to_the_case(read: Read, question: str, sentence: str, verdict: str) -> None:
    judge = read(question, TODAY)
    assert judge is not None
    found = judge(sentence)
    assert found is not None
    assert found.text == verdict
    assert sentence[slice(*found.limit)]


NOT_TOLD = (
    (read_born, "2018年的难题还能再报吗"),
    (read_born, "成员40岁可以吗"),
    (read_qualified, "项目设几个课题"),
    (read_qualified, "我是退休教授,能申报吗"),
    (read_registered, "2022年的通知什么时候截止"),
    (read_engaged, "我主持着一个省级项目,能报吗"),
    (read_kind, "高校老师能申报吗"),
    (read_kind, "境外公司能申报吗"),
)


@pytest.mark.parametrize(("read", "question"), NOT_TOLD, ids=[row[1] for row in NOT_TOLD])
def test_a_question_that_tells_of_no_such_case_has_no_judge_or_verdict(read: Read, question: str) -> None:
    judge = read(question, TODAY)
    assert judge is None or all(judge(one) is None for one in (BORN, QUALIFIED, LEADING, REGISTERED, LEGAL))


def test_another_rule_is_no_limit_for_the_case() -> None:
    judge = read_engaged("手上有在研的重点专项项目,还能牵头吗", TODAY)
    assert judge is not None
    assert judge(TAKING_PART) is None
