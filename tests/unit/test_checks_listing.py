"""The report's list is read whatever numbers and headings its types bear."""

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
