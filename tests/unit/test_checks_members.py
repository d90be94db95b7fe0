"""A committee's members are read from every common way of listing people."""

from collections.abc import Callable

import pytest

from assistant.checks.examples import build_draft
from assistant.checks.parsing.member_records import Member
from assistant.checks.parsing.members import list_members
from assistant.checks.stated import find_stated_number
from tests.unit.checking import finds

FIELD = "1. 组织机构"
INTRO = "学会成立专家推荐委员会，由理事长担任主任，名单如下："
Row = tuple[str, str, str]
PEOPLE: tuple[Row, ...] = (
    ("沈怀山", "云岭电力科学研究院", "研究员"),
    ("陆景行", "北原工业研究院", "首席科学家"),
    ("魏知秋", "镜湖大学", "教授"),
    ("欧阳远之", "稻香食品科技股份有限公司", "总工程师"),
    ("贺兰舟", "朔方航天材料工艺研究所", "正高级工程师"),
    ("谢东篱", "第一人民医院", "主任医师"),
    ("蒋涵之", "中国科学院某某研究所", "中国工程院院士"),
)


def role_of(index: int) -> str:
    return "主任" if index == 0 else "副主任" if index in {1, 2} else "委员"


def join(mark: str, *parts: str) -> str:
    return mark.join(part for part in parts if part)


def by_line(people: tuple[Row, ...]) -> list[str]:
    return [f"{role_of(i)}：{join('，', *row)}" for i, row in enumerate(people)]


def by_full_role(people: tuple[Row, ...]) -> list[str]:
    return [f"{role_of(i)}委员：".replace("委员委员", "委员") + join("，", *row) for i, row in enumerate(people)]


def by_number(people: tuple[Row, ...]) -> list[str]:
    return [f"{i + 1}. {role_of(i)}：{join('，', *row)}" for i, row in enumerate(people)]


def by_tab(people: tuple[Row, ...]) -> list[str]:
    return [join("\t", role_of(i), *row) for i, row in enumerate(people)]


def by_space(people: tuple[Row, ...]) -> list[str]:
    return [join("  ", role_of(i), *row) for i, row in enumerate(people)]


def by_bracket(people: tuple[Row, ...]) -> list[str]:
    return [f"{role_of(i)}：{name}（{join('，', employer, post)}）" for i, (name, employer, post) in enumerate(people)]


def by_pause(people: tuple[Row, ...]) -> list[str]:
    return [f"{role_of(i)}：{join('、', *row)}" for i, row in enumerate(people)]


def by_last_column(people: tuple[Row, ...]) -> list[str]:
    head = "序号\t姓名\t工作单位\t职务职称\t委员会职务"
    return [head, *(join("\t", str(i + 1), *row, role_of(i)) for i, row in enumerate(people))]


def by_role_in_brackets(people: tuple[Row, ...]) -> list[str]:
    return [join("，", f"{i + 1}. {row[0]}（{role_of(i)}）", *row[1:]) for i, row in enumerate(people)]


def by_groups(people: tuple[Row, ...]) -> list[str]:
    def show(rows: tuple[Row, ...]) -> str:
        return "、".join(f"{name}（{join('，', employer, post)}）" for name, employer, post in rows)

    return [f"主任：{show(people[:1])}", f"副主任：{show(people[1:3])}", f"委员：{show(people[3:])}。"]


def by_semicolons(people: tuple[Row, ...]) -> list[str]:
    def show(rows: tuple[Row, ...]) -> str:
        return "；".join(join("，", *row) for row in rows)

    return [f"主任：{show(people[:1])}", f"副主任：{show(people[1:3])}", f"委员：{show(people[3:])}。"]


def below_headings(people: tuple[Row, ...]) -> list[str]:
    lines = [join("，", *row) for row in people]
    return ["主任：", lines[0], "副主任：", *lines[1:3], f"委员（{len(lines) - 3}人）：", *lines[3:]]


def by_named_columns(people: tuple[Row, ...]) -> list[str]:
    head = "序号\t委员会职务\t姓名\t工作单位\t职务职称"
    return [head, *(join("\t", str(i + 1), role_of(i), *row) for i, row in enumerate(people))]


def by_other_columns(people: tuple[Row, ...]) -> list[str]:
    head = "姓 名\t职称/职务\t单位名称\t类别"
    return [head, *(join("\t", row[0], row[2], row[1], role_of(i)) for i, row in enumerate(people))]


def by_turned_table(people: tuple[Row, ...]) -> list[str]:
    roles = [role_of(place) for place in range(len(people))]
    columns = ("姓名", "工作单位", "职称"), *people
    return ["\t".join(cells) for cells in (*zip(*columns, strict=True), ("委员会职务", *roles))]


def by_roles_told_once_more(people: tuple[Row, ...]) -> list[str]:
    chair, *vices = (row[0] for row in people[:3])
    heads = "姓名\t工作单位\t职称"
    return [heads, *("\t".join(row) for row in people), f"主任：{chair}；副主任：{'、'.join(vices)}；其余为委员。"]


def by_sentences(people: tuple[Row, ...]) -> list[str]:
    def show(rows: tuple[Row, ...]) -> str:
        return "、".join(f"{name}（{join('，', employer, post)}）" for name, employer, post in rows)

    vices = "和".join(show((row,)) for row in people[1:3])
    return [f"{show(people[:1])}担任主任，{vices}担任副主任，委员为{show(people[3:])}。"]


def by_sentences_with_the_role_first(people: tuple[Row, ...]) -> list[str]:
    def show(rows: tuple[Row, ...]) -> str:
        return "、".join(f"{name}（{join('，', employer, post)}）" for name, employer, post in rows)

    return [f"委员会主任由{show(people[:1])}担任，副主任由{show(people[1:3])}担任，委员包括{show(people[3:])}。"]


LAYOUTS = (
    by_line, by_full_role, by_number, by_tab, by_space, by_bracket, by_pause, by_last_column, by_role_in_brackets,
    by_groups, by_semicolons, below_headings, by_named_columns, by_other_columns, by_sentences,
    by_sentences_with_the_role_first, by_turned_table, by_roles_told_once_more,
)  # fmt: skip
Layout = Callable[[tuple[Row, ...]], list[str]]


def read(text: str) -> list[Member]:
    return list_members(build_draft("report", {FIELD: text}).fields[0].lines)


def write(layout: Layout, people: tuple[Row, ...] = PEOPLE) -> str:
    return "\n".join([INTRO, *layout(people), "委员会负责审定推荐问题，对推荐结果负责。"])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_member_is_read_with_role_employer_and_post(layout: Layout):
    members = read(write(layout))
    assert [(one.name, one.role) for one in members] == [(row[0], role_of(i)) for i, row in enumerate(PEOPLE)]
    assert all(not one.missing for one in members)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("part", [1, 2])
def test_a_member_without_employer_or_post_is_found(layout: Layout, part: int):
    row = list(PEOPLE[4])
    row[part] = ""
    broken = (*PEOPLE[:4], (row[0], row[1], row[2]), *PEOPLE[5:])
    assert finds("cast.report.committee-member-info", {FIELD: write(layout, broken)})
    assert not finds("cast.report.committee-member-info", {FIELD: write(layout)})


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_number_stated_is_compared_with_the_list(layout: Layout):
    right, wrong = f"共有专家{len(PEOPLE)}人。\n", f"共有专家{len(PEOPLE) + 1}人。\n"
    assert not finds("cast.report.committee-count-consistent", {FIELD: right + write(layout)})
    assert finds("cast.report.committee-count-consistent", {FIELD: wrong + write(layout)})


def test_the_list_counts_and_not_the_number_stated():
    listed = "\n".join(f"委员：{name}，镜湖大学，教授" for name in ("甲一", "乙二", "丙三", "丁四"))
    assert finds("cast.report.committee-size", {FIELD: f"共有专家15人。\n{listed}"})


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("共有专家15人", 15),
        ("由15名专家组成", 15),
        ("委员会共15人", 15),
        ("由十五名专家组成", 15),
        ("组建了二十一人的专家推荐委员会", 21),
        ("聘请17位专家", 17),
        ("委员会专家17名", 17),
        ("专家委员会共计18位专家", 18),
        ("专家推荐委员会由主任1人、副主任2人、委员12人组成", 15),
        ("专家共15人，其中外籍专家2人", 15),
        ("其中女性专家3人", None),
        ("共收到问题67项", None),
        ("副主任2人", None),
    ],
)
def test_the_number_of_experts_is_read_from_prose(text: str, number: int | None):
    assert find_stated_number(text) == number


BASE = "主任：沈怀山，云岭研究院，研究员\n委员：陆景行，北原研究院，研究员"


@pytest.mark.parametrize(
    "texts",
    [
        {"推荐单位": "中国化学会、英国皇家化学会", FIELD: BASE},
        {"推荐单位": "中国化学会（联合英国皇家化学会）", FIELD: BASE},
        {"推荐单位": "中国化学会，Royal Society of Chemistry", FIELD: BASE},
        {"推荐单位": "中国化学会", FIELD: BASE, "3. 其他需要说明的问题": "本次与美国化学会联合推荐问题2项。"},
    ],
)
def test_a_foreign_partner_asks_for_a_foreign_expert(texts: dict[str, str]):
    assert finds("cast.report.committee-foreign-expert", texts)
    member = "\n委员：约翰·怀特，英国剑桥大学，教授"
    assert not finds("cast.report.committee-foreign-expert", {**texts, FIELD: BASE + member})


@pytest.mark.parametrize(
    "remark", ["本次未联合国外组织推荐。", "鼓励联合国外科技组织推荐。", "今后拟与国际学会联合推荐。"]
)
def test_no_partner_asks_for_none(remark: str):
    texts = {"推荐单位": "中国化学会", FIELD: BASE, "3. 其他需要说明的问题": remark}
    assert not finds("cast.report.committee-foreign-expert", texts)


def test_a_department_is_an_employer():
    members = read("委员：\n1. 郗望之，临岫大学化学系，教授\n2. 展眉 枢衡大学环境工程系 副教授")
    assert [(one.name, one.employer) for one in members] == [
        ("郗望之", "临岫大学化学系"), ("展眉", "枢衡大学环境工程系"),
    ]  # fmt: skip
