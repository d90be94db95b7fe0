"""A proposal in its author's own words: nothing that it treats is called absent, and a weaker number is still found."""

import pytest

from assistant.checks.coverage.notation import plain
from assistant.checks.coverage.terms import read_terms
from tests.unit.test_checks_guide_rules import outcome

CEMENT = "sticoop-2022/6.2"
CEMENT_TEXTS = {
    "项目名称": "碳化硬化型低钙水泥的制备、装备与示范",
    "研究内容": "（1）熟料：跳出硅酸盐水泥的老路，设计低钙矿物的配比，弄清矿物在窑里怎样生成，"
    "摸索较低温度下的烧成制度。\n"
    "（2）硬化：看水泥遇二氧化碳后怎样变硬，孔和碳酸钙骨架如何长成，并给出强度与耐久的评价办法。\n"
    "（3）制品：把碳化养护用到砌块和构件上，做成混凝土制品，同时研制密闭养护釜等成套装备。\n"
    "（4）示范：在日产千吨的窑线上试制，并在园区道路工程上使用。",
    "考核指标": "1）熟料烧成热耗较硅酸盐水泥下降27%，每吨熟料直接排放的二氧化碳下降26%；"
    "2）每吨水泥碳化可固定二氧化碳320千克；"
    "3）用它做的混凝土制品各项性能符合国标；4）研制碳化专用装备2台（套）；5）建成工业化生产线并完成一处示范工程；"
    "6）形成核心专利3件；新产品两种、新技术两项、新装备两套；7）标准立项1项，申请国家专利4件。",
}
NERVE = "nkrd-2021-06/2.2"
NERVE_TEXTS = {
    "研究内容": "① 从微纳结构、化学组分和生物信号的时空分布入手，仿生构建利于神经再生的微环境，"
    "改善移植物的生物相容性；"
    "② 用3D生物打印、静电纺丝和相分离把丝素蛋白、壳聚糖、脱细胞基质做成功能型神经移植物：体内降解3～12个月且线性可调，"
    "1～3个分支，表面带沟槽等拓扑形状，并能导电；"
    "③ 针对粗大、长段和异形缺损提高修复效果，推进组织工程移植物的产品转化。",
}
SEPSIS = "nkrd-2021-08/2.5"
SEPSIS_TEXTS = {
    "考核指标": "患者数据库6.5万例，动态生命体征、临床资料和样本信息齐全；"
    "肺、肾、心三个器官的早期识别与动态风险评估体系各1套；"
    "规范治疗远程决策支持软件1套并有客户端，在11个地区示范应用；防治规范1套，在省、市、县三级110家医院推广。",
}


@pytest.mark.parametrize("rule", ["sticoop.content.direction-match", "guide.content.covers-research"])
def test_other_words_for_the_same_thing_are_no_other_subject(rule: str):
    assert outcome(rule, CEMENT_TEXTS, CEMENT) != "found"


@pytest.mark.parametrize(("asked", "offered"), [("27%", "20%"), ("320千克", "260千克"), ("核心专利3件", "核心专利2件")])
def test_a_weaker_number_in_other_words_is_found(asked: str, offered: str):
    weaker = {**CEMENT_TEXTS, "考核指标": CEMENT_TEXTS["考核指标"].replace(asked, offered)}
    assert outcome("guide.content.covers-indicators", CEMENT_TEXTS, CEMENT) != "found"
    assert outcome("guide.content.covers-indicators", weaker, CEMENT) == "found"


def test_what_a_product_is_good_for_is_no_demand_of_its_own():
    assert outcome("guide.content.covers-research", NERVE_TEXTS, NERVE) != "found"


def test_a_set_for_each_does_not_stand_for_tens_of_thousands():
    fewer = {"考核指标": SEPSIS_TEXTS["考核指标"].replace("6.5万例", "4万例")}
    assert outcome("guide.content.covers-indicators", SEPSIS_TEXTS, SEPSIS) != "found"
    assert outcome("guide.content.covers-indicators", fewer, SEPSIS) == "found"


@pytest.mark.parametrize(
    ("told", "wanted"), [("每4分钟传输一次", "数据传输4分钟/次"), ("每隔2小时自动采样一次", "数据自动采样2小时/次")]
)
def test_a_frequency_told_in_a_phrase_is_read_as_guides_print_it(told: str, wanted: str):
    assert plain(f"数据{told}") == wanted


@pytest.mark.parametrize(
    ("own", "asked"), [("与实测相差", "与实测误差"), ("氧气体积分数", "氧气浓度"), ("每吨捕集费用", "每吨捕集成本")]
)
def test_other_names_of_a_measured_quantity_are_the_same_words(own: str, asked: str):
    assert read_terms(own) == read_terms(asked)
