"""What a guide lays down on units, time, money and partners, kept, found or asked about."""

import pytest

from assistant.checks.judgement import Found, Judgement, Kept, Silent, Unsure
from tests.unit.proposing import STICOOP, apply

OUTCOMES: dict[str, type[Judgement]] = {"found": Found, "kept": Kept, "asked": Unsure, "silent": Silent}
NAMES = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳"
PARTNERS = "国（境）外参与单位"


def outcome(rule: str, texts: dict[str, str], direction: str) -> str:
    judged = apply(rule, texts, direction.split("/", maxsplit=1)[0], direction)
    return next(name for name, kind in OUTCOMES.items() if isinstance(judged, kind))


def listed(number: int, suffix: str = "大学") -> str:
    return "、".join(f"{name}{suffix}" for name in NAMES[:number])


@pytest.mark.parametrize(
    ("text", "direction", "wanted"),
    [
        ("国拨500万，自筹1000万", "sticoop-2022/1.1", "kept"),
        (
            "国拨经费500万元（设备费100万元、业务费400万元）；配套经费1000万元（来自甲公司）。",
            "sticoop-2022/1.1",
            "kept",
        ),
        ("申请国拨经费500万元，配套经费由牵头单位600万元、参与单位400万元承担", "sticoop-2022/1.1", "kept"),
        ("国拨经费：500万元\n配套经费：900万元\n合计：1400万元", "sticoop-2022/1.1", "found"),
        ("申请国拨经费500万元，不申请配套", "sticoop-2022/1.1", "found"),
        ("国拨经费500万元。", "sticoop-2022/1.1", "asked"),
        ("国拨:配套=1:1", "sticoop-2022/1.1", "found"),
        ("国拨与配套之比为1:2", "sticoop-2022/1.1", "kept"),
        ("科目\t国拨经费（万元）\t配套经费（万元）\n设备费\t100\t300\n合计\t500\t1000", "sticoop-2022/1.1", "kept"),
        ("科目\t国拨经费（万元）\t配套经费（万元）\n设备费\t100\t300\n合计\t500\t900", "sticoop-2022/1.1", "found"),
        ("总经费600万元，全部申请国拨经费", "sticoop-2022/2.1", "silent"),
        ("申请中央财政经费1000万元，企业提供其他经费500万元", "nkrd-2021-04/1.5", "kept"),
        ("申请中央财政经费1000万元，企业提供的其他经费400万元", "nkrd-2021-04/1.5", "found"),
        ("中央财政1000万元，省级财政投入600万元、市级财政投入400万元，企业自筹1000万元", "nkrd-2021-09/3.3", "kept"),
        ("中央财政1000万元，地方财政配套1000万元，单位自筹800万元", "nkrd-2021-09/3.3", "found"),
        ("中央财政1000万元，地方财政投入900万元，单位自筹100万元", "nkrd-2021-09/3.1", "found"),
        ("国拨经费1000万元，自筹经费1000万元", "nkrd-2021-12/2.10", "kept"),
    ],
)
def test_each_ratio_of_a_direction_is_reached(text: str, direction: str, wanted: str):
    assert outcome("guide.matching.ratio", {"经费预算": text}, direction) == wanted


@pytest.mark.parametrize(
    ("text", "direction", "wanted"),
    [
        ("2022.12—2025.11", "sticoop-2022/1.1", "kept"),
        ("2022年12月-2026年6月", "sticoop-2022/1.1", "found"),
        ("2022年底至2025年底", "sticoop-2022/1.1", "kept"),
        ("202212-202611", "sticoop-2022/1.1", "found"),
        ("起始日期：2022-12-01\n结束日期：2025-11-30", "sticoop-2022/1.1", "kept"),
        ("叁年", "sticoop-2022/1.1", "kept"),
        ("4 years", "sticoop-2022/1.1", "found"),
        ("自合同签订之日起3年", "sticoop-2022/1.1", "kept"),
        ("2年", "nkrd-2021-02/1.1", "asked"),
        ("5年", "nkrd-2021-02/1.1", "kept"),
        ("4年", "nkrd-2021-04/3.5", "kept"),
        ("4年", "nkrd-2021-04/3.4", "found"),
        ("5年", "nkrd-2021-06/2.2", "kept"),
        ("4年", "nkrd-2021-12/2.10", "found"),
        ("6年", "nkrd-2021-11/1.1", "found"),
    ],
)
def test_the_nearest_limit_on_the_period_holds(text: str, direction: str, wanted: str):
    assert outcome("guide.duration.max", {"实施周期": text}, direction) == wanted


@pytest.mark.parametrize(
    ("text", "direction", "category", "wanted"),
    [
        (listed(10), "sticoop-2022/1.1", "", "kept"),
        (listed(11), "sticoop-2022/1.1", "", "found"),
        (f"{listed(10)}、慕尼黑工业大学（德国）", "sticoop-2022/1.1", "", "kept"),
        ("乙大学、丙大学等共11家单位", "sticoop-2022/1.1", "", "found"),
        (f"{listed(6)}。其中企业2家，高校4家。", "nkrd-2021-01/1.2", "基础研究类", "kept"),
        (f"参与单位共6家，分别为：{listed(6)}", "nkrd-2021-01/1.2", "基础研究类", "kept"),
        (listed(7), "nkrd-2021-01/1.2", "基础研究类", "found"),
        (listed(8), "nkrd-2021-01/2.1", "共性关键技术类", "kept"),
        (listed(8), "nkrd-2021-01/2.1", "", "asked"),
        (listed(11), "nkrd-2021-01/2.1", "", "found"),
        (listed(4), "nkrd-2021-01/1.1", "青年科学家项目、基础研究类", "found"),
        (listed(4), "nkrd-2021-01/1.1", "基础研究类", "kept"),
        (listed(4), "nkrd-2021-01/1.1", "", "asked"),
        (listed(15, "医院"), "nkrd-2021-08/2.1", "", "kept"),
        (listed(16, "医院"), "nkrd-2021-08/2.1", "", "found"),
        ("无", "nkrd-2021-01/1.2", "", "kept"),
    ],
)
def test_units_are_counted_against_the_limit_of_the_category(text: str, direction: str, category: str, wanted: str):
    lead = "甲医院" if "医院" in text else "甲大学"
    texts = {"申报单位": lead, "参与单位": text, **({"项目类型": category} if category else {})}
    assert outcome("guide.units.max", texts, direction) == wanted


def test_a_lead_that_the_list_leaves_out_counts_all_the_same():
    assert outcome("guide.units.max", {"申报单位": "子研究院", "参与单位": listed(10)}, "sticoop-2022/1.1") == "found"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("德国慕尼黑工业大学", "kept"),
        ("澳门大学", "kept"),
        ("International Energy Agency (IEA)", "kept"),
        ("无", "found"),
        ("拟邀请德国单位参加", "found"),
        ("博世（中国）投资有限公司", "found"),
        ("GE全球研发中心（上海）", "found"),
        ("Siemens Ltd., China", "found"),
        ("西交利物浦大学", "found"),
        ("香港城市大学深圳研究院", "found"),
        ("国际单位：法国国家科学研究中心（CNRS）", "kept"),
    ],
)
def test_a_partner_from_abroad_is_no_chinese_body_with_a_foreign_name(text: str, wanted: str):
    assert outcome("sticoop.partner.foreign-min", {PARTNERS: text}, "sticoop-2022/1.1") == wanted


@pytest.mark.parametrize(
    ("text", "number", "wanted"),
    [
        ("甲研究所（德国）、乙大学（法国）", "5.3", "kept"),
        ("德国：甲研究所、乙大学", "5.3", "found"),
        ("慕尼黑工业大学；巴黎理工学院", "5.3", "kept"),
        ("香港理工大学、甲大学（德国）", "5.3", "found"),
        ("香港理工大学、甲大学（德国）", "8.2", "kept"),
        ("甲大学（德国）、国际能源署", "6.4", "kept"),
        ("甲实验室、乙大学（法国）", "5.2", "asked"),
        ("香港科技大学、乙大学（德国）、丙大学（巴西）", "2.1", "kept"),
        ("乙大学（德国）、丙大学（巴西）", "2.1", "found"),
        ("甲大学（德国）", "1.1", "silent"),
    ],
)
def test_partners_come_from_as_many_countries_as_the_direction_asks(text: str, number: str, wanted: str):
    assert outcome("sticoop.partner.direction-countries", {PARTNERS: text}, f"{STICOOP}/{number}") == wanted


@pytest.mark.parametrize(
    ("tasks", "content", "wanted"),
    [
        ("项目整体实施，不分设任务和课题", "", "kept"),
        ("不下设课题", "（1）机理；（2）装置", "kept"),
        ("设1个课题", "", "found"),
        ("共分解为三个课题", "", "found"),
        ("", "课题1：机理；课题2：装置", "found"),
        ("不设置课题", "课题1：机理；课题2：装置", "asked"),
        ("", "（1）机理；（2）装置", "asked"),
    ],
)
def test_numbered_points_are_no_subprojects(tasks: str, content: str, wanted: str):
    texts = {"研究内容": content, **({"课题设置": tasks} if tasks else {})}
    assert outcome("sticoop.subtasks.none", texts, "sticoop-2022/1.1") == wanted


def test_limits_that_all_directions_share_hold_without_a_direction():
    assert isinstance(apply("guide.units.max", {"指南方向": "3", "申报单位": "甲大学", "参与单位": listed(11)}), Found)
    assert isinstance(apply("guide.duration.max", {"指南方向": "3", "实施周期": "4年"}), Found)
    assert isinstance(apply("guide.matching.ratio", {"指南方向": "3", "经费预算": "国拨500万元，配套100万元"}), Silent)


def test_a_finding_cites_the_directions_own_sentence():
    judged = apply("guide.matching.ratio", {"指南方向": "8.1", "经费预算": "国拨经费500万元，配套经费500万元"})
    assert isinstance(judged, Found)
    source = judged.flaws[0].source
    assert source is not None
    assert (source.doc, source.clause) == ("sticoop-2022", "8.1")
    assert source.quote == "配套经费与国拨经费的比例不低于2:1。"
