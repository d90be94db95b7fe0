import pytest

from assistant.writing.title_parts import read_phrase, strip_study
from assistant.writing.title_sentence import is_sentence, read_question, read_sentence


@pytest.mark.parametrize(
    ("title", "core"),
    [
        ("关于提升海水稻耐盐性的研究", "提升海水稻耐盐性"),
        ("综合管廊安全运维技术研究与应用示范", "综合管廊安全运维技术"),
        ("研究冰川退缩对径流的影响", "冰川退缩对径流的影响"),
        ("1.碳纤维国产化的若干关键问题", "碳纤维国产化"),
        ("岩爆预测难题", "岩爆预测"),
        ("人工智能在药物发现中的应用研究", "人工智能在药物发现中的应用"),
    ],
)
def test_what_only_says_that_it_is_a_study_goes(title: str, core: str):
    assert strip_study(title) == core


@pytest.mark.parametrize(
    ("title", "head", "object_", "focus"),
    [
        ("月壤原位资源利用技术", "done", "月壤原位资源", "利用"),
        ("帕金森病的早期预警", "done", "帕金森病", "早期预警"),
        ("宇宙重元素的起源", "happens", "宇宙重元素", "起源"),
        ("大豆根瘤固氮机理", "mechanism", "大豆根瘤固氮", "机理"),
        ("微塑料对土壤微生物的影响", "influence", "微塑料", "土壤微生物"),
        ("太阳风与磁层的耦合机制", "relation", "太阳风", "耦合机制"),
        ("海水稻的耐盐性", "property", "海水稻", "海水稻的耐盐性"),
        ("稀土永磁材料", "thing", "稀土永磁材料", ""),
    ],
)
def test_the_last_word_says_what_a_title_is_about(title: str, head: str, object_: str, focus: str):
    parts = read_phrase(title)

    assert (parts.head, parts.object, parts.focus) == (head, object_, focus)


def test_a_condition_at_the_head_is_set_apart():
    parts = read_phrase("高寒高湿环境下输电线路的除冰")

    assert parts.setting == "高寒高湿环境下"
    assert parts.topic == "输电线路的除冰"


@pytest.mark.parametrize(
    ("sentence", "head", "topic", "verb"),
    [
        ("深海采矿装备需要提高可靠性", "property", "深海采矿装备的可靠性", "提高"),
        ("我国高端轴承钢的疲劳寿命偏低", "property", "高端轴承钢的疲劳寿命", "提高"),
        ("氢燃料电池的制造成本过高", "property", "氢燃料电池的制造成本", "降低"),
        ("黑土地的退化机制尚不明确", "mechanism", "黑土地的退化机制", ""),
        ("冻土退化严重影响铁路路基稳定性", "influence", "冻土退化影响铁路路基稳定性", "影响"),
        ("现有传感器难以在高温下稳定工作", "clause", "传感器在高温下稳定工作", ""),
        ("页岩油采收率低，需要提高其产量", "property", "页岩油的产量", "提高"),
    ],
)
def test_the_point_of_a_sentence_is_found(sentence: str, head: str, topic: str, verb: str):
    parts = read_sentence(sentence)

    assert is_sentence(sentence)
    assert (parts.head, parts.topic, parts.verb) == (head, topic, verb)


@pytest.mark.parametrize(
    "title",
    [
        "稀土永磁材料",
        "微塑料对土壤微生物的影响",
        "智能机器人可靠性",
        "流域多目标协同水沙调控关键技术",
        "人类智能的基因调控机理",
        "数字控制机床",
        "突发事件应对数字化标准研究",
        "社会治理协同化技术",
        "基于谱学成像的产品品质检测鉴定技术",
    ],
)
def test_a_phrase_is_no_sentence(title: str):
    assert not is_sentence(title)


@pytest.mark.parametrize(
    ("question", "topic", "setting", "verb"),
    [
        ("如何提高光伏组件的耐候性", "光伏组件的耐候性", "", "提高"),
        ("在高温高压条件下如何实现岩石的高效破碎", "岩石的高效破碎", "高温高压条件下", "实现"),
        ("海底滑坡的触发机制是什么", "海底滑坡的触发机制", "", ""),
        ("哪些因素决定神经元的可塑性", "神经元的可塑性", "", ""),
        ("土壤微生物如何影响碳循环", "土壤微生物影响碳循环", "", "影响"),
    ],
)
def test_a_question_is_brought_down_to_its_phrase(question: str, topic: str, setting: str, verb: str):
    parts = read_question(question)

    assert (parts.topic, parts.setting, parts.verb) == (topic, setting, verb)
