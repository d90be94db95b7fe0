"""Attachment 4 of the 2022 call against the table of released problems, which owes nothing to the parser."""

from assistant.domain.notice import TableRow
from assistant.library.locations import corpus_root
from assistant.library.programmes import load_catalogue
from assistant.library.standards import load_released
from assistant.text import normalise

NOTICE = load_catalogue().find_programme("cast-2022").notice
KINDS = {"附件4（一）": "前沿科学问题", "附件4（二）": "工程技术难题", "附件4（三）": "产业技术问题"}
LOST = "附件4（二）41"


def cells(row: TableRow) -> tuple[str, ...]:
    """Field, year and title, whatever the table calls them."""
    return tuple(row.cells.values())[1:]


def test_the_three_lists_have_all_their_rows():
    assert {table.clause: len(table.rows) for table in NOTICE.tables} == {
        "附件4（一）": 64,
        "附件4（二）": 56,
        "附件4（三）": 10,
    }


def test_rows_are_numbered_without_a_gap_and_addressed_by_their_numbers():
    for table in NOTICE.tables:
        assert [row.cells["序号"] for row in table.rows] == [str(number + 1) for number in range(len(table.rows))]
        assert [row.clause for row in table.rows] == [f"{table.clause}{row.cells['序号']}" for row in table.rows]


def test_kinds_fields_years_and_titles_are_those_released():
    parsed = [
        (KINDS[table.clause], *map(normalise, cells(row)))
        for table in NOTICE.tables
        for row in table.rows
        if row.clause != LOST
    ]
    released = [
        (problem.kind, *map(normalise, (problem.field, str(problem.year), problem.title)))
        for problem in load_released(corpus_root() / "standards")
        if problem.source.startswith("cast-2022")
    ]
    assert len(parsed) == 129
    assert sorted(parsed) == sorted(released)


def test_the_row_without_a_title_says_so():
    row = next(row for table in NOTICE.tables for row in table.rows if row.clause == LOST)
    assert cells(row) == ("制造科技", "2021", "")
    assert row.repairs == ("原文这一行的各格错位，已按内容归入各栏。", "原文这一行缺“题目”。")


def test_repaired_rows_and_no_others_are_reported():
    repaired = {row.clause for table in NOTICE.tables for row in table.rows if row.repairs}
    assert repaired == {"附件4（一）53", *(f"附件4（二）{number}" for number in range(41, 47))}
    rows = {row.clause for table in NOTICE.tables for row in table.rows}
    noted = {note.where for note in NOTICE.notes if note.message.startswith("原文序号") or "这一行" in note.message}
    assert noted == repaired
    assert noted <= rows


def test_only_a_repaired_number_differs_from_the_text():
    wrong = {
        row.clause
        for table in NOTICE.tables
        for row in table.rows
        for clause in NOTICE.clauses
        if clause.path == row.clause and not clause.pieces[0].slice(NOTICE.text).startswith(row.cells["序号"])
    }
    assert wrong == {"附件4（一）53"}
