"""Numbers are read with what they bound, in every notation of the guides."""

import pytest

from assistant.checks.coverage.levels import Level, compare
from assistant.checks.coverage.notation import plain
from assistant.checks.coverage.numerals import read_chinese, read_digits
from assistant.checks.coverage.quantities import Measure, find_measures
from assistant.checks.coverage.units import read_unit

READ: list[tuple[str, list[tuple[str, float, float | None, str]]]] = [
    ("捕集率≥90%", [(">=", 90, None, "%")]),
    ("燃尽度$\\geq 90\\%$", [(">=", 90, None, "%")]),
    ("损耗不大于1.5dB", [("<=", 1.5, None, "dB")]),
    ("误差控制在5%以内", [("<=", 5, None, "%")]),
    ("处理量超过10万吨/年", [(">", 100_000, None, "吨/年")]),
    ("灵敏度≥1×109cps", [(">=", 1e9, None, "cps")]),
    ("增益不低于2×10^7", [(">=", 2e7, None, "")]),
    ("增益不低于2×10⁷", [(">=", 2e7, None, "")]),
    ("检出限≤10-10摩尔/升", [("<=", 1e-10, None, "摩尔/升")]),
    ("单种产能3.7E11 Bq/年", [("=", 3.7e11, None, "Bq/年")]),
    ("真空度≤5×10-4Pa", [("<=", 5e-4, None, "Pa")]),
    ("形成关键技术3~4项", [("range", 3, 4, "项")]),
    ("建立五至八种体系", [("range", 5, 8, "种")]),
    ("建立一套数据库和三种模型", [("=", 1, None, "套"), ("=", 3, None, "种")]),
    ("建立至少两种模型", [(">=", 2, None, "种")]),
    ("容错率提升一个数量级", [("=", 1, None, "个数量级")]),
    ("形成标准（送审稿）2项以上", [(">=", 2, None, "项")]),
    ("耐受-50℃~1300℃", [("range", -50, 1300, "℃")]),
    ("适应温度20摄氏度至80摄氏度", [("range", 20, 80, "摄氏度")]),
    ("频率范围9kHz~50GHz", [("range", 9e-6, 50, "GHz")]),
    ("加速电压-20V~-35kV", [("range", -35, -0.02, "kV")]),
    ("液位误差≤±5%", [("<=", 5, None, "%")]),
    ("稳定性≤10ppm/15分钟", [("<=", 10, None, "ppm/15分钟")]),
    ("像元数≥1920×1080", [(">=", 1920 * 1080, None, "")]),
    ("在50余家单位应用", [(">=", 50, None, "家")]),
    ("时间不大于１分钟", [("<=", 1, None, "分钟")]),
    ("精度优于2℃", [("better", 2, None, "℃")]),
    ("举办国际研讨会三次", [("=", 3, None, "次")]),
    ("建立1 200例队列", [("=", 1200, None, "例")]),
    ("收集1.2 万例样本", [("=", 12_000, None, "例")]),
    ("半小时内完成", [("<=", 0.5, None, "小时")]),
    ("在十余家医院应用", [(">=", 10, None, "家")]),
    ("燃尽度九成三", [("=", 93, None, "%")]),
    ("误差控制在一成以内", [("<=", 10, None, "%")]),
    ("合格率达到百分之九十五以上", [(">=", 95, None, "%")]),
    ("考核不少于三百小时", [(">=", 300, None, "小时")]),
    ("建立万吨级示范", [("=", 10_000, None, "吨")]),
    ("精度分别不低于95%、90%和85%", [(">=", 95, None, "%"), (">=", 90, None, "%"), (">=", 85, None, "%")]),
]
NO_NUMBER = [
    "符合IEC 61853-4:2018标准",
    "2022年启动",
    "第三方检测",
    "一体化平台",
    "开展统一管理",
    "3H、133Xe活度",
    "二次滑坡",
]


@pytest.mark.parametrize(("clause", "wanted"), READ)
def test_a_number_is_read_with_comparator_and_unit(clause: str, wanted: list[tuple[str, float, float | None, str]]):
    found = [(one.comparator, one.value, one.upper, one.unit.printed) for one in find_measures(plain(clause))]
    assert found == [(kind, pytest.approx(value), upper, unit) for kind, value, upper, unit in wanted]


@pytest.mark.parametrize("clause", NO_NUMBER)
def test_years_standards_ordinals_and_names_bound_nothing(clause: str):
    assert all(one.condition for one in find_measures(plain(clause)))


def test_a_number_that_says_under_which_circumstances_is_a_condition():
    found = find_measures("40摄氏度循环寿命不小于4000次")
    assert [(one.value, one.condition) for one in found] == [(40, True), (4000, False)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("kW", "千瓦"), ("m3/h", "立方米/小时"), ("Wh/kg", "瓦时/千克"), ("m²", "平方米"), ("g/L", "kg/m3"), ("‰", "ppm")],
)
def test_units_of_the_same_sort_can_be_compared(one: str, other: str):
    assert read_unit(one).kind == read_unit(other).kind


@pytest.mark.parametrize(("text", "value"), [("十", 10), ("二十", 20), ("百", 100), ("三百万", 3e6), ("亿", 1e8)])
def test_chinese_numerals_are_read(text: str, value: float):
    assert read_chinese(text) == value


def test_a_size_is_no_power_of_ten():
    assert read_digits("1920×1080") is None


def measure(clause: str) -> Measure:
    return next(one for one in find_measures(plain(clause)) if not one.condition)


JUDGED: list[tuple[str, str, Level]] = [
    ("捕集率≥90%", "捕集率92%", "kept"),
    ("捕集率≥90%", "捕集率达到88%", "weaker"),
    ("捕集率≥90%", "捕集率不超过95%", "unclear"),
    ("捕集率≥90%", "捕集率不超过85%", "weaker"),
    ("误差≤10%", "误差小于8%", "kept"),
    ("误差≤10%", "误差不大于15%", "weaker"),
    ("成本降低10%", "成本降低8%", "weaker"),
    ("成本降低10%", "成本降低12%", "kept"),
    ("装备200kW以上等级", "装备0.3MW", "kept"),
    ("响应时间<5min", "响应时间小于300秒", "kept"),
    ("测试时间不小于3个月", "测试90天", "kept"),
    ("形成技术3~4项", "形成技术3项", "kept"),
    ("形成技术3~4项", "形成技术2项", "weaker"),
    ("计量检测装置5套", "研制装置4套", "weaker"),
    ("不确定度优于2℃", "不确定度1.5℃", "kept"),
    ("不确定度优于2℃", "不确定度3℃", "weaker"),
    ("读长优于10kb", "读长12kb", "kept"),
    ("光谱分辨率不低于10nm", "光谱分辨率5nm", "unclear"),
    ("工作频带范围5~20kHz", "工作频带范围4~25kHz", "kept"),
    ("工作频带范围5~20kHz", "工作频带范围6~15kHz", "weaker"),
    ("空间分辨率达到2mm", "空间分辨率2.5mm", "weaker"),
    ("中心波长633nm", "中心波长640nm", "unclear"),
]


@pytest.mark.parametrize(("asked", "offered", "level"), JUDGED)
def test_a_level_is_compared_the_way_that_is_better_for_what_is_measured(asked: str, offered: str, level: Level):
    assert compare(measure(asked), measure(offered), asked) == level


def test_what_a_number_is_per_may_be_named_before_it():
    cost = measure("捕集成本≤250元/吨")
    assert compare(cost, measure("每吨二氧化碳不高于280元"), "捕集成本", "每吨二氧化碳") == "weaker"
    assert compare(cost, measure("每吨二氧化碳不高于240元"), "捕集成本", "每吨二氧化碳") == "kept"


def test_a_rate_may_be_named_before_the_number():
    assert compare(measure("处理量不低于5000吨/天"), measure("日处理0.6万吨"), "处理量", "日处理") == "kept"
