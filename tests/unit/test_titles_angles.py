import pytest

from assistant.domain.catalogue import Angle, Catalogue, Category
from assistant.writing.title_angles import find_angle
from assistant.writing.title_kinds import ENGINEERING, HINT, INDUSTRY, KINDS, SCIENCE
from assistant.writing.titles import advise_title

BATTERY = Angle(
    code="48040",
    cues=("电池", "电解质"),
    aspects=("循环寿命", "能量密度"),
    conditions=("低温条件下", "快充工况下"),
    mechanisms=("界面副反应", "应力演化"),
    measures=("抑制界面副反应", "监测早期内短路"),
    targets=("降低制造成本", "减少误报"),
)
WHOLE = Angle(
    code="430",
    cues=("膜", "材料"),
    aspects=(),
    conditions=("极端服役条件下",),
    mechanisms=("界面结构",),
    measures=("调控界面结构",),
    targets=("降低成本",),
)
CATALOGUE = Catalogue(
    programmes=(),
    released=(),
    disciplines=(
        Category(code="48040", level=2, name="储能技术", parent="480"),
        Category(code="430", level=1, name="材料科学", parent=""),
    ),
    industries=(),
    angles=(WHOLE, BATTERY),
    fingerprint="test",
)


def advise(title: str, kind: str, notes: str | None = None) -> list[str]:
    return [one.zh for one in advise_title(title, kind, notes, CATALOGUE).candidates]


def test_the_narrower_discipline_comes_before_a_whole_first_level_one():
    assert find_angle("电池隔膜材料", None, CATALOGUE) is BATTERY
    assert find_angle("分离膜材料", None, CATALOGUE) is WHOLE
    assert find_angle("冰川运动", None, CATALOGUE) is None


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "title", ["钠离子电池", "锌空气电池的安全评估", "提高固态电池的循环稳定性", "电池隔膜材料研究"]
)
def test_at_most_one_of_three_adds_nothing_and_every_addition_stands_there_with_its_origin(title: str, kind: str):
    first = advise_title(title, kind, None, CATALOGUE).candidates[:3]

    assert len(first) == 3
    assert sum(not one.added for one in first) <= 1
    assert all(part.text in one.zh and part.origin for one in first for part in one.added)


def test_a_mere_thing_is_asked_for_a_property_and_a_factor():
    assert advise("钠离子电池", SCIENCE)[0] == "界面副反应如何影响钠离子电池的循环寿命？"


def test_what_finds_out_goes_with_finding_out_and_what_changes_with_changing():
    assert "如何通过监测早期内短路实现电池热失控的早期预警？" in advise("电池热失控的早期预警", ENGINEERING)
    assert "如何通过抑制界面副反应提高电池循环稳定性？" in advise("提高电池循环稳定性", ENGINEERING)
    assert not any("误报" in one for one in advise("提高电池循环稳定性", ENGINEERING))


def test_a_title_under_a_condition_gets_no_second_one():
    assert not any("低温" in one for one in advise("高温条件下电池的循环稳定性", ENGINEERING)[:3])


def test_the_author_s_words_come_first():
    notes = "现场试验发现极片边缘锂离子浓度过高。目标是降低返修率。"
    first = advise_title("电池极片涂布", INDUSTRY, notes, CATALOGUE).candidates[0]

    assert "作者的笔记" in {one.origin for one in first.added}


def test_candidates_that_the_rules_object_to_are_left_out():
    offered = advise_title(
        "钠离子电池", SCIENCE, None, CATALOGUE, passes=lambda text: "循环寿命" not in text
    ).candidates

    assert offered
    assert not any("循环寿命" in one.zh for one in offered)


def test_without_an_angle_three_are_offered_and_hints_are_called_hints():
    first = advise_title("冰川运动的速度变化", SCIENCE, None, CATALOGUE).candidates[:3]

    assert len(first) == 3
    assert any(part.origin == HINT for one in first for part in one.added)


@pytest.mark.parametrize(
    ("title", "kind", "candidate"),
    [
        ("高端压力传感器长期依赖进口", INDUSTRY, "如何实现高端压力传感器国产化？"),
        ("彗星的水是太阳风产生的", SCIENCE, "彗星的水是否由太阳风产生？"),
        ("蝙蝠咋在黑夜里避开障碍的", SCIENCE, "蝙蝠如何在黑夜里避开障碍？"),
        ("锅炉管壁温度过高怎么办", ENGINEERING, "如何降低锅炉管壁温度？"),
        ("湖泊硝酸盐升高的原因尚不清楚，其机制有待阐明", SCIENCE, "湖泊硝酸盐升高的原因是什么？"),
        ("草地氮沉降对土壤呼吸影响的研究", SCIENCE, "草地氮沉降如何影响土壤呼吸？"),
        ("内燃机冷却风扇可靠性提升", ENGINEERING, "如何提升内燃机冷却风扇可靠性？"),
        ("研究如何从地震波中识别地幔柱", SCIENCE, "如何从地震波中识别地幔柱？"),
    ],
)
def test_ways_of_speaking_are_understood(title: str, kind: str, candidate: str):
    assert candidate in advise(title, kind)


def test_plain_speech_is_not_offered_as_a_title():
    assert not any("怎么办" in one for one in advise("固态电池循环寿命短怎么办", INDUSTRY))


def test_one_character_is_evidence_only_where_a_word_ends_with_it():
    assert find_angle("腹膜炎的复发", None, CATALOGUE) is None
    assert find_angle("薄膜破坏", None, CATALOGUE) is WHOLE


def test_another_living_thing_in_the_title_speaks_against_a_clinical_angle():
    clinic = Angle(
        code="32031", cues=("生殖",), aspects=(), conditions=(), mechanisms=("母胎免疫",), measures=(), targets=()
    )
    crops = Angle(
        code="21030", cues=("甘薯",), aspects=(), conditions=(), mechanisms=("光合产物分配",), measures=(), targets=()
    )
    both = Catalogue(
        programmes=(), released=(), disciplines=(), industries=(), angles=(clinic, crops), fingerprint="test"
    )

    assert find_angle("甘薯黑斑病菌的有性生殖", None, both) is crops
    assert find_angle("高龄人群的生殖障碍", None, both) is clinic


def test_a_property_is_asked_of_the_disciplines_own_things_only():
    assert any("循环寿命" in one for one in advise("锌空气电池", INDUSTRY))
    assert not any("循环寿命" in one for one in advise("电池盒盖板", INDUSTRY))


@pytest.mark.parametrize(
    ("title", "kind", "candidate"),
    [
        ("湘绣丝线褪色", ENGINEERING, "如何抑制湘绣丝线褪色？"),
        ("闸室门槛水毁", ENGINEERING, "如何防控闸室门槛水毁？"),
        ("深海养殖网箱抗台风", ENGINEERING, "如何提高深海养殖网箱抗台风能力？"),
        ("漆器断纹的成因", SCIENCE, "哪些因素引起漆器断纹？"),
    ],
)
def test_what_nobody_wants_is_never_to_be_realised(title: str, kind: str, candidate: str):
    offered = advise(title, kind)

    assert candidate in offered
    assert not any("的工程应用" in one or "的规模化应用" in one for one in offered)


def test_a_cause_near_which_nothing_is_known_still_gets_an_addition_called_a_hint():
    first = advise_title("漆器断纹的成因", SCIENCE, None, CATALOGUE).candidates[:3]

    assert sum(not one.added for one in first) <= 1
    assert {part.origin for one in first for part in one.added} == {HINT}
