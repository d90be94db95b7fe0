"""Which direction of which guide a proposal names."""

import pytest

from assistant.checks.judgement import Found, Kept, Unsure
from assistant.checks.parsing.proposals.direction import find_direction, read_named
from assistant.checks.parsing.proposals.guides import choose_guide
from assistant.checks.parsing.proposals.stated import Stated
from tests.unit.proposing import apply, guide, subject

GUIDES = tuple(f"nkrd-2021-{number:02}" for number in range(1, 13))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3.1", "3.1"),
        ("3.1 高密度热泵储电关键技术合作研发", "3.1"),
        ("方向３．１", "3.1"),
        ("指南方向3.1：高密度热泵储电关键技术合作研发", "3.1"),
        ("“战略性科技创新合作”重点专项2022年度3.1方向", "3.1"),
        ("高密度热泵储电关键技术合作研发", "3.1"),
        ("高密度热泵储电技术合作研发", "3.1"),
        ("3. 先进储能技术合作——3.1 高密度热泵储电关键技术合作研发", "3.1"),
        ("10.8", "10.8"),
        ("3.1.2", "3.1"),
        ("10.8 基于多组学数据探寻遗传免疫性皮肤病的个体化精准诊疗（温升控制在1.5℃以内）", "10.8"),
    ],
)
def test_number_or_title_names_the_direction(text: str, number: str):
    found = find_direction(subject({"指南方向": text}))
    assert found is not None
    assert found.number == number
    assert isinstance(apply("guide.direction.second-level", {"指南方向": text}), Kept)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("3", "first-level"),
        ("3. 先进储能技术合作", "first-level"),
        ("先进储能技术合作", "first-level"),
        ("3.1、3.2", "several"),
        ("3.1 高密度热泵储电关键技术合作研发；3.2 耐高温长寿命高安全电化学储能技术合作开发", "several"),
        ("3.9", "not-in-guide"),
        ("12.1 量子通信", "not-in-guide"),
        ("", "blank"),
        ("待定", "blank"),
    ],
)
def test_a_heading_several_directions_and_a_wrong_number_name_none(text: str, fault: str):
    one = subject({"指南方向": text})
    assert one.recall(read_named).fault == fault
    assert find_direction(one) is None
    assert isinstance(apply("guide.direction.second-level", {"指南方向": text}), Found)


def test_a_number_that_its_title_contradicts_is_a_question():
    texts = {"指南方向": "3.2 高密度热泵储电关键技术合作研发"}
    assert isinstance(apply("guide.direction.second-level", texts), Unsure)
    assert find_direction(subject(texts)) is None


def test_a_direction_that_the_user_names_goes_before_the_drafts_own():
    found = find_direction(subject({"指南方向": "3.1"}, direction="sticoop-2022/8.1"))
    assert found is not None
    assert found.number == "8.1"


def test_a_direction_may_be_named_outside_its_item():
    found = find_direction(subject({"申报专项": "“战略性科技创新合作”重点专项（指南方向：8.1）", "指南方向": ""}))
    assert found is not None
    assert found.number == "8.1"


def test_a_projects_title_gives_a_guess_that_decides_nothing():
    one = subject({"项目名称": "船舶二氧化碳捕集与存储装备联合研发", "指南方向": ""})
    guess = one.recall(read_named).guess
    assert guess is not None
    assert guess.number == "8.1"
    assert find_direction(one) is None


@pytest.mark.parametrize(
    ("stated", "wanted"),
    [
        (Stated(programme="生物安全关键技术研究", direction="1.1"), "nkrd-2021-03"),
        (Stated(programme="国家重点研发计划“国家质量基础设施体系”重点专项", direction="2.3"), "nkrd-2021-11"),
        (Stated(programme="生物与信息融合", direction="2.4"), "nkrd-2021-07"),
        (Stated(direction="“诊疗装备与生物医用材料”专项 2.1"), "nkrd-2021-06"),
        (Stated(elsewhere="“长江黄河等重点流域水资源与水环境综合治理”重点专项", direction="1.1"), "nkrd-2021-02"),
        (Stated(direction="1.7 病毒复制蛋白机器与广谱药物靶点研究"), "nkrd-2021-01"),
        (Stated(direction="1.7", title="冠状病毒复制蛋白机器的结构与广谱药物靶点"), "nkrd-2021-01"),
    ],
)  # fmt: skip
def test_a_guide_is_known_by_its_name_or_by_the_words_beside_a_number_that_others_share(stated: Stated, wanted: str):
    found = choose_guide(stated, [guide(one) for one in GUIDES])
    assert found is not None
    assert found.programme.id == wanted
    assert found.sure


def test_a_bare_number_tells_no_guide():
    assert choose_guide(Stated(direction="1.1", title="某项研究"), [guide(one) for one in GUIDES]) is None


def test_a_guide_that_only_the_subject_points_to_is_a_guess():
    found = choose_guide(
        Stated(title="流域面源污染防控技术与应用示范"), [guide(one) for one in GUIDES if one != "nkrd-2021-02"]
    )
    assert found is None or not found.sure
