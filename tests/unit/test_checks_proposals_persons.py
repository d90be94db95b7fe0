"""The persons of a proposal, and the projects that they lead already."""

from datetime import date

import pytest

from assistant.checks.parsing.proposals.persons import Person, list_persons
from assistant.checks.parsing.proposals.projects import list_undertakings
from assistant.domain.draft import FieldLine, Location

LIMIT = date(1962, 1, 1)


def persons(text: str) -> list[Person]:
    return list_persons(FieldLine(text=line, where=Location(paragraph=1)) for line in text.split("\n"))


@pytest.mark.parametrize(
    "text",
    [
        "沈若川，男，1971年3月出生，研究员，博士，云溪大学，国籍：中国，聘用方式：全职",
        "项目负责人1名：沈若川（男，1971年3月生，研究员，博士），云溪大学；国籍：中国；全职",
        "姓名：沈若川\n性别：男\n出生年月：1971.03\n职称：研究员\n学位：博士\n国籍：中国\n聘用方式：全职",
        "姓名\t性别\t出生年月\t职称\t学位\t国籍\t聘用\n沈若川\t男\t1971-03\t研究员\t博士\t国籍：中国\t全职",
    ],
)
def test_a_person_is_read_from_prose_labels_and_rows(text: str):
    (found,) = persons(text)
    assert found.name == "沈若川"
    assert found.sex == "男"
    assert found.birth is not None
    assert (found.birth.year, found.birth.month) == (1971, 3)
    assert found.senior
    assert found.doctor
    assert found.is_foreign is False
    assert found.full_time


def test_members_are_told_apart():
    found = persons("项目骨干：穆云帆，男，1986年2月出生，副研究员；丘南星，女，1988年10月出生，副教授；戚长风，讲师。")
    assert [one.name for one in found] == ["穆云帆", "丘南星", "戚长风"]
    assert [one.sex for one in found] == ["男", "女", None]
    assert [one.name for one in persons("项目骨干：丘一鸣、路遥知、骆宾等12人。")] == ["丘一鸣", "路遥知", "骆宾"]


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("1962年1月1日出生", False),
        ("1961年12月31日出生", True),
        ("1962年1月", False),
        ("1961.12", True),
        ("1962年生", False),
        ("1961年出生", True),
    ],
)
def test_birth_is_compared_as_far_as_it_is_given(text: str, *, before: bool | None):
    (found,) = persons(f"沈若川，男，{text}，教授")
    assert found.birth is not None
    assert found.birth.is_before(LIMIT) is before


def test_a_month_around_the_limit_leaves_it_open():
    (found,) = persons("沈若川，男，1962年1月，教授")
    assert found.birth is not None
    assert found.birth.is_before(date(1962, 1, 15)) is None


def test_an_age_is_no_date_of_birth_and_a_year_of_graduation_neither():
    (found,) = persons("沈若川，男，61岁，教授，1995年获博士学位")
    assert found.birth is None
    assert found.states_age == "61岁"


@pytest.mark.parametrize(
    ("text", "senior", "doctor"),
    [
        ("副教授，硕士", True, False),
        ("高级工程师", True, None),
        ("教授级高级工程师，本科", True, False),
        ("副主任医师，博士", True, True),
        ("助理研究员，博士在读", False, False),
        ("讲师，在读博士", False, False),
        ("工程师，硕士", False, False),
        ("主治医师，博士研究生在读", False, False),
        ("助理教授，博士", False, True),
        ("研究员，博士生导师", True, None),
        ("高工，博士生", True, False),
        ("云溪大学", None, None),
    ],
)
def test_senior_titles_and_doctorates_are_known_by_grammar(text: str, *, senior: bool | None, doctor: bool | None):
    (found,) = persons(f"沈若川，男，{text}")
    assert (found.senior, found.doctor) == (senior, doctor)


@pytest.mark.parametrize(
    ("text", "nationality", "full_time"),
    [
        ("国籍：德国，非全职", "德国", False),
        ("美籍华人，全职受聘", "美国", True),
        ("中国香港，双聘", "香港", False),
        ("外籍专家", "外籍", None),
        ("国籍：中国，全职", "中国", True),
        ("教授", None, None),
    ],
)
def test_nationality_and_employment(text: str, nationality: str | None, *, full_time: bool | None):
    (found,) = persons(f"沈若川，男，{text}")
    assert (found.nationality, found.full_time) == (nationality, full_time)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("负责人目前无国家科技重大专项、国家重点研发计划在研项目；在研国家自然科学基金项目1项。", []),
        ("负责人及项目骨干均无国家重点研发计划重点专项在研项目。", []),
        ("负责人及骨干均不存在主持在研国家重点研发计划项目、课题的情况。", []),
        ("负责人主持云溪省重点研发计划项目1项（在研）。", []),
        ("负责人曾主持国家重点研发计划课题，已于2020年结题；目前无在研项目。", [("leader", "课题", True, "finished")]),
        ("沈若川主持国家重点研发计划“储能”重点专项课题（2020年7月至2023年6月）", [("leader", "课题", True, "ongoing")]),
        ("骨干李望舒为国家重点研发计划重点专项在研项目负责人。", [("李望舒", "项目", True, "ongoing")]),
        ("负责人参与在研国家重点研发计划项目1项。", [("leader", "项目", False, "ongoing")]),
        ("负责人主持国家科技重大专项任务1项，执行期2019年1月—2021年6月。", [("leader", "任务", True, "finished")]),
        ("沈若川：国家科技重大专项课题负责人，在研", [("leader", "课题", True, "ongoing")]),
    ],
)  # fmt: skip
def test_projects_of_national_programmes_come_with_role_and_state(text: str, wanted: list[tuple[str, str, bool, str]]):
    found = list_undertakings(text, "沈若川", ("李望舒",), 2022)
    assert [(one.person, one.level, one.leads, one.state) for one in found] == wanted


def test_a_project_of_someone_whom_the_lists_leave_out_is_not_the_leaders():
    text = "项目负责人无在研项目；戚长风：国家重点研发计划课题负责人，在研。"
    assert [one.person for one in list_undertakings(text, "沈若川", ("穆云帆",), 2022) if one.leads] == ["戚长风"]
