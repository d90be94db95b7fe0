"""Money, time and subprojects as proposals state them."""

import pytest

from assistant.checks.parsing.proposals.money import read_money
from assistant.checks.parsing.proposals.period import exceeds, falls_short, read_period
from assistant.checks.parsing.proposals.tasks import read_tasks


@pytest.mark.parametrize(
    ("text", "central", "others"),
    [
        ("总经费2400万元，其中申请国拨经费800万元，配套经费1600万元，比例为2:1。", 800, 1600),
        ("总经费3,600.00万元：国拨经费１２００万元，自筹经费2400万元（其中企业1800万元，地方财政600万元）", 1200, 2400),
        ("申请中央财政经费0.1亿元，其他经费（单位出资）1000万元", 1000, 1000),
        ("经费来源\t金额（万元）\n国拨经费\t800\n配套经费\t1600\n合计\t2400", 800, 1600),
        ("单位：万元\n国拨\t300\t100\t100\t100\n自筹\t600\t200\t200\t200", 300, 600),
        ("申请国拨经费800万元，其余1600万元由参与单位自筹解决。", 800, 1600),
        ("国拨经费800万元，1600万元由企业自筹", 800, 1600),
        ("省财政配套经费500万元，企业投入300万元，申请国拨800万元", 800, 800),
        ("配套经费1600万元，企业自筹1000万元，地方财政600万元，国拨经费800万元", 800, 1600),
        ("经费总额为9000000元，中央财政专项经费4500000元，单位自筹4500000元", 450, 450),
        ("总预算2400万元。申请国拨经费800万元。", 800, 1600),
        ("总经费600万元，全部申请国拨经费。", 600, 0),
        ("申请中央财政经费500万元。", 500, None),
        ("国拨经费500万元，无配套经费。", 500, 0),
        ("", None, None),
    ],
)  # fmt: skip
def test_money_is_told_apart_by_its_source(text: str, central: float | None, others: float | None):
    found = read_money(text)
    assert found.central == central
    assert found.others == others


def test_local_finance_and_other_funds_are_told_apart():
    found = read_money("中央财政经费1000万元，地方财政投入1100万元，其他经费（单位出资及社会渠道资金）1200万元。")
    assert (found.central, found.find("local"), found.others_besides_local, found.others) == (1000, 1100, 1200, 2300)


def test_a_stated_ratio_is_kept_beside_the_amounts():
    assert read_money("配套经费与国拨经费比例为3:2").ratio == ("配套", 1.5)


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("2022年12月至2025年11月，共3年。", False),
        ("2022年12月至2025年12月", False),
        ("2022年12月至2026年1月", True),
        ("2022年12月1日—2025年11月30日", False),
        ("2022.12-2026.11", True),
        ("3年", False),
        ("三年", False),
        ("三年半", True),
        ("36个月", False),
        ("37个月", True),
        ("3年6个月", True),
        ("2022年1月起，为期4年", True),
        ("2022—2025年", None),
        ("2022—2025年，共3年", False),
        ("2022年12月至2026年11月，共3年", True),
        ("2022年12月至2025年11月，共4年", None),
        ("二〇二二年十二月至二〇二五年十一月", False),
        ("二〇二二年十二月至二〇二六年十一月，共四年", True),
        ("待定", None),
    ],
)
def test_a_period_is_measured_in_months(text: str, *, over: bool | None):
    assert exceeds(read_period(text), 3) is over


def test_a_period_may_be_too_short_as_well():
    assert falls_short(read_period("2021年12月至2023年11月，共2年"), 3)
    assert not falls_short(read_period("2021年12月至2024年11月"), 3)
    assert not falls_short(read_period("待定"), 3)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("无。", 0),
        ("项目不设任务（课题），按四个研究方向统一组织实施。", 0),
        ("青年科学家项目，不下设课题。", 0),
        ("本项目不再设置子课题", 0),
        ("课题1 清单；课题2 减控；课题3 研发；课题4 集成。", 4),
        ("共设置5个课题", 5),
        ("本项目下设四个课题", 4),
        ("设课题6个", 6),
        ("课题一：机理\n课题二：技术", 2),
        ("1. 机理研究（负责人：甲）\n2. 技术研究（负责人：乙）\n3. 示范（负责人：丙）", 3),
        ("序号\t课题名称\t负责人\n1\t机理\t甲\n2\t技术\t乙", 2),
        ("按任务1、任务2、任务3组织", 3),
        ("", None),
    ],
)
def test_subprojects_are_counted_and_denials_are_none(text: str, count: int | None):
    assert read_tasks(text).count == count
