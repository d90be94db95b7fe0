"""Entries of a list of persons are read by what most of them show, not by surnames and suffixes alone."""

import pytest

from assistant.checks.examples import build_draft
from assistant.checks.parsing.member_doubts import name_doubt
from assistant.checks.parsing.member_records import Member
from assistant.checks.parsing.members import list_members
from assistant.checks.parsing.partners import find_partner
from assistant.checks.stated import find_stated_number
from tests.unit.checking import finds

FIELD = "1. 组织机构"
PEOPLE = (
    ("沈怀山", "云岭电力科学研究院", "研究员"),
    ("敖日娜其其格", "塞北大学", "青年研究员"),
    ("晚晴", "中国远山重工", "国家级教学名师"),
    ("魏知秋", "镜湖大学（东洲）", "院长、教授"),
    ("任重", "星海智造", "国家杰青"),
    ("古丽·阿曼", "中科院沙洲所", "副理事长兼秘书长"),
    ("常青", "稻香食品", "副总裁"),
    ("谢东篱", "第一人民医院", "副主任医师、副教授"),
)
WAYS = (
    "{name}，{unit}，{post}", "{name}／{unit}／{post}", "{name}-{unit}-{post}", "{name}（{unit}，{post}）",
    "{name}（{unit} {post}）", "{name}（{post}，{unit}）", "{name}|{unit}|{post}", "{name}：{unit}，{post}",
    "{unit} {name} {post}", "姓名：{name}；工作单位：{unit}；职务职称：{post}", "{name}，{unit}（{post}）",
)  # fmt: skip


def role_of(index: int) -> str:
    return "主任" if index == 0 else "副主任" if index in {1, 2} else "委员"


def read(text: str) -> list[Member]:
    return list_members(build_draft("report", {FIELD: text}).fields[0].lines)


def entries(way: str) -> list[str]:
    return [way.format(name=name, unit=unit, post=post) for name, unit, post in PEOPLE]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("head", ["{role}：", "{number}. {role}：", "【{role}】"])
def test_names_and_employers_that_nothing_shows_are_told_by_their_place(way: str, head: str):
    rows = (head.format(role=role_of(index), number=index + 1) + entry for index, entry in enumerate(entries(way)))
    members = read("学会于2022年2月11日组建专家推荐委员会，成员计八人，名单如下：\n" + "\n".join(rows))
    assert [(one.name, one.role) for one in members] == [(row[0], role_of(i)) for i, row in enumerate(PEOPLE)]
    assert not [one.name for one in members if one.missing]


@pytest.mark.parametrize("way", [way for way in WAYS if way.startswith("{name}（")])
def test_a_running_list_is_parted_into_entries(way: str):
    shown = entries(way)
    text = f"主任：{shown[0]}；副主任：{'、'.join(shown[1:3])}；委员：{'、'.join(shown[3:])}。"
    members = read(text)
    assert [(one.name, one.role) for one in members] == [(row[0], role_of(i)) for i, row in enumerate(PEOPLE)]


def test_a_name_alone_in_a_numbered_list_is_a_member_without_the_rest():
    rows = [f"（{index}）{entry}" for index, entry in enumerate(entries(WAYS[0]), 1)]
    members = read("\n".join(["委员：", *rows[:4], "（5）云间", *rows[5:]]))
    assert [one.name for one in members if one.missing] == ["云间"]


@pytest.mark.parametrize(
    "text",
    [
        "会议推举{0}为主任，{1}、{2}为副主任，其余委员是：{rest}。",
        "由{0}任主任委员，{1}、{2}任副主任委员，{rest}任委员。",
    ],
)
def test_persons_are_told_in_a_sentence(text: str):
    shown = [f"{name}（{unit}，{post}）" for name, unit, post in PEOPLE]
    members = read(text.format(*shown[:3], rest="、".join(shown[3:])))
    assert sorted((one.name, one.role) for one in members) == sorted(
        (row[0], role_of(i)) for i, row in enumerate(PEOPLE)
    )


def test_a_remark_behind_an_entry_leaves_it_an_entry():
    rows = [f"{index}. {entry}" for index, entry in enumerate(entries(WAYS[0]), 1)]
    assert (
        len(read("\n".join(["委员：", *rows, "9. 松涛，镜湖大学，教授，会务与往来事宜由其办理并负责解释"])))
        == len(rows) + 1
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("本次推荐与国际航道学会（总部设在某地）联合开展。", True),
        ("本年度遴选工作同英国水利协会共同组织。", True),
        ("学会每年与国际航道学会联合开展学术会议。", False),
        ("本次推荐未与国际航道学会联合开展。", False),
    ],
)
def test_a_joint_recommendation_may_be_told_as_joint_work(text: str, *, wanted: bool):
    assert bool(find_partner(text)) is wanted


def test_elements_may_be_labelled_inside_a_line():
    told = "推荐原则：宁缺毋滥。推荐标准：原创、凝练。\n征集方式：分会组织与个人自荐。\n时间进度：3月1日启动。"
    assert not finds("cast.report.process-elements", {"2. 遴选推荐工作开展情况": told})
    assert finds(
        "cast.report.process-elements", {"2. 遴选推荐工作开展情况": told.replace("推荐标准：原创、凝练。", "")}
    )


def test_a_committee_in_running_text_that_was_not_read_whole_is_asked_about():
    shown = [f"{unit}的{name}先生亲自参加" for name, unit, _ in PEOPLE]
    text = f"专家推荐委员会共16人，{PEOPLE[0][0]}（{PEOPLE[0][1]}，教授）任主任，此外有{'，又有'.join(shown[1:])}。"
    assert name_doubt(text, read(text)) is not None
    for rule in ("committee-size", "committee-roles", "committee-member-info", "committee-count-consistent"):
        assert not finds(f"cast.report.{rule}", {FIELD: text})


def test_a_list_line_by_line_is_judged_as_it_stands():
    text = "\n".join(["专家推荐委员会共16人：", *(f"委员：{entry}" for entry in entries(WAYS[0]))])
    assert name_doubt(text, read(text)) is None
    assert finds("cast.report.committee-size", {FIELD: text})


@pytest.mark.parametrize(
    "text",
    [
        "主任1人，{0}；副主任2人，{1}、{2}；委员5人，{rest}。",
        "担任主任的是{0}，担任副主任的是{1}、{2}，委员包括{rest}，共8人。",
    ],
)
def test_roles_with_their_number_or_a_verb_before_them_are_read(text: str):
    shown = [f"{name}（{unit}，{post}）" for name, unit, post in PEOPLE]
    members = read(text.format(*shown[:3], rest="、".join(shown[3:])))
    assert sorted((one.name, one.role) for one in members) == sorted(
        (row[0], role_of(i)) for i, row in enumerate(PEOPLE)
    )


def _told(rows: tuple[tuple[str, str], ...]) -> str:
    return "、".join(f"{name}（{employer}，教授）" for name, employer in rows)


ORIGINS = (("沈怀山", "云岭大学"), ("陆景行", "镜湖大学")), (("魏知秋", "北原工业研究院"),)


def test_members_parted_by_their_origin_are_read():
    first, second = map(_told, ORIGINS)
    found = read(f"闻一舟（东湖大学，教授）任主任。委员中，来自高等学校的有{first}；来自科研院所的有{second}。")
    assert [(one.name, one.role) for one in found] == [
        ("闻一舟", "主任"), ("沈怀山", "委员"), ("陆景行", "委员"), ("魏知秋", "委员"),
    ]  # fmt: skip


def test_a_role_may_stand_right_before_a_name():
    first, _ = map(_told, ORIGINS)
    found = read(
        f"学会成立委员会。主任闻一舟（东湖大学，教授），副主任魏知秋（北原工业研究院，主任医师），委员{first}。"
    )
    assert [one.role for one in found] == ["主任", "副主任", "委员", "委员"]


def test_who_takes_office_is_told_apart_from_the_next():
    found = read("主任由闻一舟（东湖大学，教授）担任，魏知秋（北原工业研究院，研究员）任副主任。")
    assert [(one.name, one.role) for one in found] == [("闻一舟", "主任"), ("魏知秋", "副主任")]


@pytest.mark.parametrize(
    "passed_over",
    ["东湖大学教授封一舟", "东湖大学的封一舟教授", "封一舟（东湖大学，教授）", "封一舟（东湖大学（北区），教授）"],
)
def test_whoever_is_passed_over_in_running_text_makes_a_question(passed_over: str):
    text = f"主任：{_told(ORIGINS[0][:1])}。委员：{_told(ORIGINS[0][1:] + ORIGINS[1])}，"
    text += f"以及特别邀请的各位同行代表，{passed_over}。"
    text += "委员会负责审定推荐的问题，对推荐的结果负责，并在会后向理事会书面报告有关情况。"
    members = [one for one in read(text) if "封一舟" not in one.name]
    assert name_doubt(text, members) is not None


def test_the_rest_of_the_members_is_not_their_whole_number():
    assert find_stated_number("主任1人，其余18位委员为高校教师") is None
