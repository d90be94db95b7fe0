"""What the grammar of limits reads from the shipped guides, against the guides as people read them."""

import re

import pytest

from assistant.domain.direction import Direction
from assistant.library.programmes import load_catalogue
from assistant.text import squash

DIRECTIONS = {
    direction.id: direction for programme in load_catalogue().programmes for direction in programme.directions
}
GUIDE = "nkrd-2021-{:02d}"


def ids(programme: str, *numbers: str) -> set[str]:
    """Return the ids of these directions; a number without a dot is a whole area, none the whole guide."""
    return {
        item.id
        for item in DIRECTIONS.values()
        if item.programme == programme and (not numbers or {item.number, item.area_number}.intersection(numbers))
    }


def with_limit(kind: str, *, most: float, least: float | None = None, of: str = "") -> set[str]:
    return {
        item.id
        for item in DIRECTIONS.values()
        if any(
            (limit.kind, limit.maximum, limit.minimum, limit.applies_to) == (kind, most, least, of)
            for limit in item.limits
        )
    }


def asking(pattern: str, *scopes: str) -> set[str]:
    return {
        item.id
        for item in DIRECTIONS.values()
        if any(re.search(pattern, squash(one.text)) and one.scope in scopes for one in item.requirements)
    }


def ratios_of(ratio: str) -> set[str]:
    return {item.id for item in DIRECTIONS.values() if item.matching_funds == ratio}


def test_matching_funds_of_the_cooperation_guide():
    sticoop = "sticoop-2022"
    assert ratios_of("2:1") & ids(sticoop) == ids(sticoop, "1.1", "1.2", "1.3", "3.3", "8.1", "8.2")
    none = ids(sticoop, "2.1", "2.3", "3.4", "6.4", "9.2", "9.3", "9.4", "9.5")
    none |= ids(sticoop, "10.1", "10.2", "10.3", "10.4", "10.5", "10.7", "10.8")
    assert ids(sticoop) - ratios_of("2:1") - ratios_of("1:1") == none


def test_matching_funds_of_the_twelve_guides():
    equipment, society, instruments = GUIDE.format(6), GUIDE.format(9), GUIDE.format(12)
    sticoop = ids("sticoop-2022")
    assert ratios_of("2:1") - sticoop == ids(equipment, "2") | ids(GUIDE.format(11), "5.4")
    assert ratios_of("3:1") == ids(GUIDE.format(7), "2.4")
    assert ratios_of("1:2") == ids(GUIDE.format(4), "1.5")
    own = ids(equipment, "1", "3", "4") | ids(society, "1.1", "2.1", "3", "4.1")
    assert ratios_of("1:1") - sticoop == own | ids(instruments, "1", "2")


def test_province_linked_directions_have_a_ratio_of_local_finance_and_most_a_second_one():
    society = GUIDE.format(9)
    two = {item.id for item in DIRECTIONS.values() if sum(one.scope == "direction" for one in item.ratios) == 2}
    assert two == ids(society, "3.2", "3.3", "3.4")
    assert asking("地方财政投入", "direction") == ids(society, "3")
    assert asking("限组织申报其中一项", "programme") == ids(society, "3")
    assert asking("共同认可.*条件保障", "direction") == ids(society, "3")


def test_periods():
    long = ids(GUIDE.format(2)) | ids(GUIDE.format(5)) | ids(GUIDE.format(11)) | ids(GUIDE.format(12))
    assert with_limit("duration_years", most=5, least=3) == long - ids(GUIDE.format(12), "2")
    assert with_limit("duration_years", most=5) == ids(GUIDE.format(9)) | ids(GUIDE.format(6), "2")
    assert with_limit("duration_years", most=4) == ids(GUIDE.format(4), "1.5", "3.5", "4.3")
    rest = DIRECTIONS.keys() - long - ids(GUIDE.format(9)) - ids(GUIDE.format(6), "2")
    rest -= ids(GUIDE.format(4), "1.5", "3.5", "4.3")
    assert with_limit("duration_years", most=3) == rest | ids(GUIDE.format(12), "2")


def test_every_direction_has_one_period():
    for item in DIRECTIONS.values():
        assert len([limit for limit in item.limits if limit.kind == "duration_years"]) == 1


def test_units_and_subprojects_of_clinical_research_replace_the_general_ones():
    clinical = ids(GUIDE.format(6), "3") | ids(GUIDE.format(8), "2.1", "2.2", "2.5", "3.3", "3.4", "3.5", "4.1", "4.2")
    assert with_limit("subprojects", most=6, of="临床研究类") == clinical
    assert with_limit("units", most=15, of="临床研究类") == clinical
    assert not clinical & with_limit("units", most=10)
    assert not clinical & with_limit("units", most=10, of="示范应用类")


def test_units_and_subprojects_by_category():
    categories = [GUIDE.format(number) for number in (1, 2, 3, 4, 5, 7, 9)]
    both = set[str]().union(*(ids(guide) for guide in categories))
    clinical = with_limit("units", most=15, of="临床研究类")
    basic = (both | ids(GUIDE.format(8))) - clinical
    assert with_limit("subprojects", most=4, of="基础研究类") == basic
    assert with_limit("units", most=6, of="基础研究类") == basic
    tagged = {item.id for item in DIRECTIONS.values() if "基础研究类" in item.tags}
    applied = (basic - tagged) | ids(GUIDE.format(10))
    for category in ("共性关键技术类", "示范应用类"):
        assert with_limit("subprojects", most=5, of=category) == applied
        assert with_limit("units", most=10, of=category) == applied


def test_units_and_subprojects_for_all_projects_of_a_guide():
    general = ids(GUIDE.format(6), "1", "2", "4") | ids(GUIDE.format(11)) | ids(GUIDE.format(12))
    assert with_limit("subprojects", most=5) == general - ids(GUIDE.format(12), "2")
    assert with_limit("units", most=10) == general - ids(GUIDE.format(12), "2")
    assert with_limit("subprojects", most=4) == ids(GUIDE.format(12), "2")
    assert with_limit("units", most=4) == ids(GUIDE.format(12), "2")
    assert with_limit("units", most=10, of="中方") == ids("sticoop-2022")
    assert with_limit("subprojects", most=0) == ids("sticoop-2022")


def test_youth_projects():
    youth = {item.id for item in DIRECTIONS.values() if {"青年科学家项目", "*"}.intersection(item.tags)}
    youth |= ids(GUIDE.format(9), "1.2", "1.3")
    assert with_limit("youth_units", most=3, of="青年科学家项目") == youth
    assert with_limit("youth_subprojects", most=0, of="青年科学家项目") == youth
    assert asking("男性应为1983年1月1日以后出生，女性应为1981年1月1日以后出生", "programme") == youth
    assert asking("团队其他参与人员年龄要求同上", "programme") == youth
    assert asking("不受研究内容和考核指标限制", "programme") == ids(GUIDE.format(11), "2.3", "3.3")
    budgets = {1: 500, 5: 500, 7: 500, 8: 500, 9: 500, 11: 200, 12: 300}
    for number, budget in budgets.items():
        expected = youth & ids(GUIDE.format(number))
        assert with_limit("youth_budget_wan_yuan", most=budget, of="青年科学家项目") >= expected
    assert youth == {name for name in youth if DIRECTIONS[name].programme_no in budgets}


@pytest.mark.parametrize(
    ("pattern", "programme", "numbers"),
    [
        ("由海关总署推荐申报", 1, ["2.4"]),
        ("国家市场监督管理总局推荐牵头单位", 6, ["4.1"]),
        ("国家药品监督管理局推荐牵头单位", 6, ["4.2"]),
        ("由最高人民法院、最高人民检察院、司法部组织申报", 9, ["2.1"]),
        ("由工业和信息化部、应急管理部组织申报", 10, ["7.2"]),
        ("由住房和城乡建设部组织申报", 10, ["9.1"]),
        ("由交通运输部组织申报", 10, ["10.1"]),
        ("由住建部推荐不超过2项", 11, ["5.2"]),
    ],
)
def test_who_recommends_or_organises(pattern: str, programme: int, numbers: list[str]):
    assert asking(pattern, "direction") == ids(GUIDE.format(programme), *numbers)


def test_who_leads():
    assert asking("企业牵头", "direction") == ids(GUIDE.format(6), "2") | ids(GUIDE.format(7), "2.4")
    centres = ids(GUIDE.format(1), "4") | ids(GUIDE.format(8), "1.2", "2.1", "2.2", "3.3", "4.1", "4.2")
    assert asking("由建有国家临床医学研究中心的医疗机构牵头申报", "direction") == centres


def test_who_applies_together():
    instruments = GUIDE.format(12)
    joint = ids(instruments, "1", "2", "3", "4", "5") - ids(instruments, "5.1")
    assert asking("须由科研机构与.*企业联合申报", "area") == joint
    assert asking("要求产、学、研联合申报", "direction") == ids(GUIDE.format(4), "1.5")


def test_partners_of_the_cooperation_guide():
    several = {"5.2": 2, "5.3": 2, "6.4": 2, "7.1": 4, "7.2": 3, "7.3": 3, "8.1": 2, "8.2": 2}
    for count in (2, 3, 4):
        expected = ids("sticoop-2022", *(number for number, least in several.items() if least == count))
        assert asking(f"{count}个以上国家", "direction") == expected
    assert asking("来自亚洲、欧洲、美洲的合作单位", "direction") == ids("sticoop-2022", "2.1")
    assert asking("国（境）外单位共同参与申报", "programme") == ids("sticoop-2022")


def test_projects_per_direction_where_a_direction_says_so():
    assert with_limit("projects", most=20, least=20) == ids(GUIDE.format(5), "8.1")
    assert with_limit("projects", most=6) == ids(GUIDE.format(12), "6.3")
    assert with_limit("projects", most=7) == ids(GUIDE.format(11), "4.1")
    assert with_limit("projects", most=10) == ids(GUIDE.format(11), "5.4")
    assert with_limit("projects", most=2) == ids(GUIDE.format(6), "2.3")


def test_no_limit_is_of_a_further_scope_than_another_of_its_kind():
    for item in DIRECTIONS.values():
        assert_nearest(item)


def assert_nearest(item: Direction) -> None:
    for kind in {limit.kind for limit in item.limits}:
        assert len({limit.scope for limit in item.limits if limit.kind == kind}) == 1
