"""Notes whose lines a mail program or a typist broke."""

from assistant.documents.plain import read_text
from assistant.drafting.unwrapping import unwrap

WRAPPED = """沙漠公路的一点想法
2023年3月

上世纪九十年代起，塔克拉玛干修了多条沙漠公
路，路基填料就地取风积沙。到2020年通车里程
已有一千多公里，路面纵裂却一年比一年多。

想问的是：风积沙路基在车辆荷载和昼夜温差反
复作用下，密实状态是怎样一步步松动的？

国外主要做的是黏土路基，
对 aeolian sand
几乎没有长期观测，我们2019年起在且末埋
了十二个断面的传感器。

关键词：风积沙，路基，纵裂，温差
"""


def _lines(text: str) -> list[str]:
    return [block.text for block in unwrap(read_text("笔记.txt", text.encode())).blocks if block.text]


def test_a_sentence_broken_over_lines_is_whole_again() -> None:
    lines = _lines(WRAPPED)
    assert lines[2] == (
        "上世纪九十年代起，塔克拉玛干修了多条沙漠公路，路基填料就地取风积沙。"
        "到2020年通车里程已有一千多公里，路面纵裂却一年比一年多。"
    )
    assert lines[3].endswith("反复作用下，密实状态是怎样一步步松动的？")


def test_latin_words_of_two_lines_stay_apart_and_chinese_ones_do_not() -> None:
    lines = _lines(WRAPPED.replace("对 aeolian sand\n几乎", "对 aeolian sand under cyclic traffic\nload 几乎"))
    assert "对 aeolian sand under cyclic traffic load 几乎没有长期观测，我们2019年起在且末埋了十二个" in lines[4]


def test_title_date_and_labelled_line_stay_lines_of_their_own() -> None:
    lines = _lines(WRAPPED)
    assert lines[:2] == ["沙漠公路的一点想法", "2023年3月"]
    assert lines[-1] == "关键词：风积沙，路基，纵裂，温差"


def test_no_character_is_lost_by_joining() -> None:
    assert "".join("".join(_lines(WRAPPED)).split()) == "".join(WRAPPED.split())


def test_short_remarks_below_each_other_without_marks_stay_apart() -> None:
    memo = "风积沙路基纵裂越来越多，养护费用翻番\n国外没有同类的长期观测，资料很少\n传感器要再埋十二个，年内完成布设\n"
    assert _lines(memo) == memo.splitlines()


def test_one_paragraph_on_each_line_stays_as_it_is() -> None:
    notes = (
        "上世纪九十年代起，塔克拉玛干修了多条沙漠公路，路基填料就地取风积沙，路面纵裂却一年比一年多。\n"
        "风积沙路基在车辆荷载和昼夜温差反复作用下，密实状态是怎样一步步松动的？\n"
        "下周三前给学会回话\n"
        "国外主要做的是黏土路基，几乎没有长期观测。\n"
    )
    assert _lines(notes) == notes.splitlines()


def test_items_of_a_list_are_never_joined() -> None:
    listed = (
        "\n".join(f"{number}. 第{number}个断面在且末县城以南，埋深三米，已经观测了两年" for number in range(1, 5))
        + "。\n"
    )
    assert _lines(listed) == listed.splitlines()
