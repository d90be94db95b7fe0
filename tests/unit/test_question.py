"""A title asks by its grammar, not by its mark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.question import find_ask, is_question, list_questions

QUESTIONS = (
    "如何解决国产色谱填料批次一致性差的问题？",
    "大脑如何编码时间",
    "超大规模预训练模型能耗过高怎么办",
    "暗物质是种能探测到的基本粒子吗",
    "如何突破大尺寸晶体材料的制备理论和技术",
    "水平起降组合动力运载器一体化设计为何成为空天技术新焦点?",
    "“亚洲水塔”失衡失稳对青藏高原河流水系的影响如何?",
    "什么样的催化剂能在常温下固氮",
    "如何推进脑机接口研究",
    "宇宙有几个维度",
    "面向复杂场景如何实现高可靠的自主导航",
    "在何种尺度上由微结构缺陷主导",
    "齿轮接触疲劳裂纹在何种尺度上由微结构缺陷主导？",
    "热界面材料究竟能承受多大的热流密度",
    "相变是一级还是二级？是连续还是突变",
    "固态电解质的离子电导率极限何在",
    "单晶是否开裂由什么决定",
    "哪些因素制约着钙钛矿电池的长期稳定性",
    "硅光技术能否促成光电子和微电子的融合",
    "几何阻挫如何产生自旋液体",
    "任意形状的几何结构如何影响散热",
    "黎曼几何中曲率流的奇点有哪些类型",
    "如何使氢能成为钢铁行业的核心技术",
    "如何阐明植物免疫的信号传递机制",
    "碳中和路径：如何降低钢铁流程的碳排放",
    "有没有室温超导体",
    "为什么水的密度在四摄氏度最大",
    "如何用几何方法证明能量守恒",
    "怎样才能实现",
    "如何建立可靠的评价方法",
    "如何提出新的诊断方法？",
    "是否存在普适的标度律",
    "大模型的涌现能力从何而来",
    "深海极端微生物有何特殊代谢机制",
    "冷大气等离子体与细胞膜的作用遵循何规律",
    "人工智能会不会改变科学研究",
    "如何利用人工智能推动科学研究？",
    "如何实现单晶涡轮叶片气膜冷却孔的无重熔层高效精密加工？",
    "超导与磁性是如何共存的",
    "钙钛矿材料为何如此稳定",
    "“双碳”目标下如何保障电网安全？",
    "谁是暗能量的载体",
    "地球以外有统一的时间规则吗",
    "多大的脉冲能量才不会产生重熔层",
)

NO_QUESTIONS = (
    "关于如何提高锂电池寿命的研究",
    "如何提高锂电池寿命的研究",
    "如何提高锂电池循环寿命的方法研究？",
    "固液界面反应过程研究？",
    "几何拓扑优化设计方法",
    "黎曼几何中的曲率流",
    "任何材料的断裂",
    "关于是否存在第五种力的探讨",
    "面向如何快速决策的人工智能模型",
    "阐明微环境如何决定偶联路径",
    "研究钠离子在界面如何迁移",
    "本问题旨在探讨如何提高效率",
    "微环境如何决定偶联路径尚不清楚",
    "如何提高循环寿命是固态电池的关键问题",
    "如何提高循环寿命，是固态电池产业化的关键",
    "对如何降低碳排放的思考",
    "几种新型催化剂的合成",
    "近几年来的进展",
    "基于几何深度学习的药物设计",
    "俯冲板片脱水流体触发中源地震的机理",
    "碳中和技术？",
    "无论如何变化都稳定的控制算法",
    "如何提高电池寿命的方法",
    "如何提高电池寿命的问题",
    "围绕如何实现碳中和开展的研究",
    "论如何提升装备可靠性的途径",
    "什么是暗物质的研究",
    "锂金属枝晶为何生长的机理研究",
    "具有无机电解质的电池",
    "多高层建筑抗震",
    "探索大脑如何编码时间",
    "揭示冠状病毒如何跨种传播",
    "对量子计算机能否实现纠错的分析",
    "十几个省的联动",
    "何首乌的药理",
    "复杂系统能否控制的判据研究",
    "关于X射线怎样损伤晶体的若干问题",
    "某型发动机如何减振的技术方案",
    "有几何约束的优化",
)

SEVERAL = (
    "如何提高效率？如何降低成本？",
    "暗物质是什么，如何探测？",
    "如何表征界面结构、如何调控界面反应？",
    "锂枝晶为何生长，怎样抑制？",
    "如何揭示断层带的成核机理以及如何预测破裂过程",
)

ONE = (
    "断层在流体作用下如何成核与破裂",
    "如何在毫瓦级功耗下，实现神经解码？",
    "何时、何地、以何种方式成核",
    "在何种条件下、以何种方式实现共存",
    "如何兼顾海水淡化反渗透膜的抗污染性与低能耗？",
    "如何优化变化环境下我国水资源承载力，实现健康的区域水平衡状态？",
    "如何在极寒、高湿、强风条件下保证风机安全？",
)


@pytest.mark.parametrize("title", QUESTIONS)
def test_a_question_is_one_with_and_without_its_mark(title: str):
    assert is_question(title)
    assert is_question(title.rstrip("？?"))
    assert is_question(f"“{title}”")


@pytest.mark.parametrize("title", NO_QUESTIONS)
def test_a_noun_phrase_or_statement_is_none_even_with_a_mark(title: str):
    assert not is_question(title)
    assert not is_question(title.rstrip("？?") + "？")


@pytest.mark.parametrize("title", SEVERAL)
def test_two_questions_in_one_title_are_told_apart(title: str):
    assert len(list_questions(title)) == 2


@pytest.mark.parametrize("title", ONE)
def test_coordinate_parts_of_one_question_stay_together(title: str):
    assert len(list_questions(title)) == 1


def test_the_word_that_asks_is_named():
    ask = find_ask("复杂工况下如何降低轴承磨损？")
    assert ask is not None
    assert ask.word == "如何"


@pytest.mark.parametrize(
    ("title", "asks"),
    [
        ("How can lithium dendrites be suppressed?", True),
        ("In which phase does the alloy fail?", True),
        ("Mechanism of superconductivity in nickelates", False),
        ("Study on how to suppress dendrites", False),
    ],
)
def test_an_english_title_asks_when_it_opens_with_an_interrogative(title: str, *, asks: bool):
    assert is_question(title) is asks


@given(st.text(max_size=60))
def test_any_text_is_judged_without_failing(text: str):
    assert is_question(text) in {True, False}
    assert all(list_questions(text))


@given(st.sampled_from(QUESTIONS), st.sampled_from(["", "？", "?", "。", "  "]))
def test_the_closing_mark_changes_nothing(title: str, mark: str):
    assert is_question(title.rstrip("？?") + mark)
