"""The report's list is read whatever numbers and headings its types bear."""

from collections.abc import Callable

import pytest

from tests.unit.checking import finds

LIST = "问题难题列表"
ENTRIES = (
    "{n}. 如何解决第{n}号问题？", "（{n}）如何解决第{n}号问题？", "{n}、如何解决第{n}号问题", "如何解决第{n}号问题？",
    "{n}．如何解决第{n}号问题？（张三，东湖大学）",
)  # fmt: skip
HEADINGS = ("{t}：", "（一）{t}", "{t}（3个）：", "1.{t}:", "【{t}】", "{t}", "一、{t}（共3项）")
TYPES = ("前沿科学问题", "工程技术难题", "产业技术问题")


def write(counts: tuple[int, int, int], heading: str, entry: str) -> dict[str, str]:
    lines: list[str] = []
    for kind, count in zip(TYPES, counts, strict=True):
        lines.append(heading.format(t=kind))
        lines.extend(entry.format(n=number + 1) for number in range(count))
    return {LIST: "\n".join(lines)}


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("entry", ENTRIES)
def test_problems_are_counted_by_type(heading: str, entry: str):
    good = write((3, 5, 4), heading, entry)
    assert not finds("cast.report.count-max", good)
    assert not finds("cast.report.count-min", good)
    assert finds("cast.report.count-max", write((3, 6, 4), heading, entry))
    assert finds("cast.report.count-min", write((3, 5, 2), heading, entry))
    assert finds("cast.report.count-min", write((3, 0, 3), heading, entry))


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("entry", ENTRIES)
def test_one_title_of_the_list_that_asks_nothing_is_found(heading: str, entry: str):
    good = write((3, 3, 3), heading, entry)
    assert not finds("cast.title.question-form", good)
    assert finds("cast.title.question-form", {LIST: good[LIST].replace("如何解决第2号问题", "第2号问题的机理研究", 1)})


def test_numbers_without_titles_and_a_plain_none_are_no_problems():
    blank = "前沿科学问题：\n1.\n2.\n3.\n工程技术难题：无\n产业技术问题：\n1. 如何？\n2. 为何衰减？\n3. 何时成核？"
    assert finds("cast.report.count-min", {LIST: blank})


def test_types_on_one_line_are_told_apart():
    three = "1. 甲如何生长？ 2. 乙如何生长？ 3. 丙如何生长？"
    assert not finds("cast.report.count-min", {LIST: " ".join(f"{kind}： {three}" for kind in TYPES)})


NUMBERS = "一二三四五六"
Manner = Callable[[str, list[str]], list[str]]
MANNERS: tuple[Manner, ...] = (
    lambda kind, titles: [f"{kind}{n}：{title}？" for n, title in enumerate(titles, 1)],
    lambda kind, titles: [f"{title}（{kind}）" for title in titles],
    lambda kind, titles: [f"【{kind}】{title}" for title in titles],
    lambda kind, titles: [f"{kind}：{'；'.join(titles)}。"],
    lambda kind, titles: [f"{kind}：{'？'.join(titles)}？"],
    lambda kind, titles: [f"{kind}（{len(titles)}个）：" + "".join(f"（{n}）{t}？" for n, t in enumerate(titles, 1))],
    lambda kind, titles: [f"{kind}（{len(titles)}个）：" + "".join(f"（{n}）{t}" for n, t in enumerate(titles, 1))],
    lambda kind, titles: [f"{kind}共{len(titles)}个，排序为：", *(f"{n}．{t}？" for n, t in enumerate(titles, 1))],
    lambda kind, titles: [f"{kind}：", *(f"问题{n}：{title}？" for n, title in enumerate(titles, 1))],
    lambda kind, titles: [f"{kind}：" + "；".join(f"{NUMBERS[n]}是{t}" for n, t in enumerate(titles))],
)  # fmt: skip


@pytest.mark.parametrize("manner", MANNERS)
def test_titles_are_told_apart_however_types_and_numbers_stand(manner: Manner):
    def show(counts: tuple[int, int, int]) -> dict[str, str]:
        lines = ["经两轮评审，推荐前沿科学问题、工程技术难题和产业技术问题如下："]
        for kind, count in zip(TYPES, counts, strict=True):
            lines += manner(kind, [f"冻土中的第{'甲乙丙丁戊己'[n]}种盐分如何迁移" for n in range(count)])
        return {LIST: "\n".join([*lines, "以上问题均经理事长审定。"])}

    good = show((3, 4, 5))
    for rule in ("cast.report.count-max", "cast.report.count-min", "cast.title.question-form"):
        assert not finds(rule, good)
    assert finds("cast.report.count-min", show((2, 4, 5)))
    assert finds("cast.report.count-max", show((3, 6, 5)))


SENTENCES = (
    "{t}三项，依次为“如何解决甲？”“怎样解决乙？”以及“丙由什么决定？”。",
    "{t}三项：①如何解决甲②怎样解决乙③丙由什么决定。",
    "{t}三项，即如何解决甲；怎样解决乙；以及丙由什么决定。",
    "属于{t}的是：如何解决甲？怎样解决乙？丙由什么决定？",
    "【{t}】如何解决甲？怎样解决乙？丙由什么决定？",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_problems_told_in_a_sentence_are_counted(sentence: str):
    text = "\n".join(("我会经票决推荐九项，分列如下。", *(sentence.format(t=kind) for kind in TYPES)))
    assert not finds("cast.report.count-min", {LIST: text})
    assert not finds("cast.title.question-form", {LIST: text})
    assert finds("cast.report.count-min", {LIST: text.replace("如何解决甲", "", 1)})


def test_the_heads_of_a_table_are_no_titles():
    rows = [f"{kind}\t{n}\t如何解决第{n}号问题？" for kind in TYPES for n in range(1, 4)]
    assert not finds("cast.title.question-form", {LIST: "\n".join(["类别\t序号\t题目", *rows])})


LAYOUTS = (
    "{t}（第1—3题）：1.如何解决甲？2.怎样解决乙？3.丙由什么决定？",
    "一是{t}3个。其一，如何解决甲？其二，怎样解决乙？其三，丙由什么决定？",
    "A类 {t}\nA-1 如何解决甲？\nA-2 怎样解决乙？\nA-3 丙由什么决定？",
    "如何解决甲？——{t}\n怎样解决乙？——{t}\n丙由什么决定？——{t}",
    "{t}：\n1.如何解决甲？\n（提出人：沈怀山）\n2.怎样解决乙？\nHow to solve it?\n3.丙由什么决定？\n（排名不分先后）",
    "{s}1：如何解决甲？\n{s}2：怎样解决乙？\n{s}3：丙由什么决定？",
    "1.【{s}】如何解决甲？\n2.【{s}】怎样解决乙？\n3.【{s}】丙由什么决定？",
)


def test_a_table_may_have_a_column_for_each_type():
    heads, rows = "\t".join(TYPES), ["\t".join(f"如何解决{kind}{n}？" for kind in TYPES) for n in range(1, 4)]
    table = "\n".join([heads, *rows])
    assert not finds("cast.report.count-min", {LIST: table})
    assert finds("cast.report.count-min", {LIST: "\n".join([heads, *rows[:2]])})


@pytest.mark.parametrize("layout", LAYOUTS)
def test_problems_are_counted_in_other_layouts(layout: str):
    text = "\n".join(layout.format(t=kind, s=kind[:2]) for kind in TYPES)
    assert not finds("cast.report.count-min", {LIST: text})
    assert not finds("cast.report.count-max", {LIST: text})
    assert not finds("cast.title.question-form", {LIST: text})


def test_types_may_follow_each_other_in_one_paragraph():
    told = "个，分别是：如何解决甲？怎样解决乙？丙由什么决定？"
    text = "".join(f"本会推荐{kind}3{told}" for kind in TYPES)
    assert not finds("cast.report.count-min", {LIST: text})
    assert finds("cast.report.count-min", {LIST: text.replace("怎样解决乙？", "", 1)})
