from assistant.domain.notice import Table
from assistant.library.notices import parse_notice

HEADER = "序号\t领域\t年份\t题目"


def parse(*rows: str) -> Table:
    return parse_notice("\n".join(["各单位：", "附件1", "清单", "(一) 甲", HEADER, *rows, ""])).tables[0]


def test_each_cell_stands_below_its_heading():
    row = parse("1\t地球\t2021\t如何？").rows[0]
    assert row.cells == {"序号": "1", "领域": "地球", "年份": "2021", "题目": "如何？"}
    assert row.clause == "附件1（一）1"
    assert row.repairs == ()


def test_a_heading_repeated_at_a_page_break_is_no_row():
    table = parse("1\t地球\t2021\t甲", "", HEADER, "2\t\t2020\t乙")
    assert [row.cells["题目"] for row in table.rows] == ["甲", "乙"]


def test_the_name_of_a_group_is_carried_down():
    table = parse("1\t地球\t2021\t甲", "2\t\t2020\t乙", "3\t空天\t2020\t丙", "4\t\t2019\t丁")
    assert [row.cells["领域"] for row in table.rows] == ["地球", "地球", "空天", "空天"]


def test_a_number_that_falls_back_is_set_right_and_reported():
    row = parse("52\t地球\t2021\t甲", "23\t\t2020\t乙", "54\t\t2020\t丙").rows[1]
    assert row.cells["序号"] == "53"
    assert row.repairs == ("原文序号印作23，按前后行应为53。",)


def test_shifted_cells_are_told_by_the_year():
    table = parse("40\t信息\t2018\t甲", "41\t\t制造\t2021", "42\t2020\t\t乙", "43\t数理\t2020\t丙")
    assert [row.cells["领域"] for row in table.rows] == ["信息", "制造", "制造", "数理"]
    assert [row.cells["年份"] for row in table.rows] == ["2018", "2021", "2020", "2020"]
    assert [row.cells["题目"] for row in table.rows] == ["甲", "", "乙", "丙"]
    assert table.rows[1].repairs[1] == "原文这一行缺“题目”。"
    assert not table.rows[3].repairs


def test_a_title_broken_over_lines_is_whole():
    assert parse("1\t地球\t2021\t如何揭示板块\n运动？").rows[0].cells["题目"] == "如何揭示板块运动？"


def test_a_cell_too_many_is_kept():
    assert parse("1\t地球\t2021\t甲\t乙").rows[0].cells["题目"] == "甲 乙"


def test_every_repair_is_a_note():
    notice = parse_notice(
        "\n".join(["各单位：", "附件1", "清单", "(一) 甲", HEADER, "1\t地球\t2021\t甲", "1\t\t2021\t乙"])
    )
    assert {(note.where, note.message) for note in notice.notes} == {
        ("附件1（一）", "“领域”只印在每组第一行，另外1行按同组补出。"),
        ("附件1（一）2", "原文序号印作1，按前后行应为2。"),
    }
