"""Whatever the text, the parser loses nothing and says exactly where everything stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.notice import Clause, Furniture, Span
from assistant.errors import CorpusError
from assistant.library.furniture import find_marks
from assistant.library.located_yaml import load_yaml
from assistant.library.markers import parse_marker
from assistant.library.notices import parse_clauses, parse_notice
from assistant.text import squash

LINES = st.sampled_from(
    """
一、时间|二、要求|十十、甲|（一）推荐|(二) 评审。|1. 甲。|2.乙|3.5 亿元|（1）丙；|附件|附件1|附件 2|附件：1. 模板
联系人：张三|甲学会（信息）|联系电话：010|本专项形式审查责任人：李四|某办公厅|2022年1月3日|题目：（问句）|Key Words:
序号\t领域\t年份\t题目|1\t地球\t2021\t甲|2\t\t2020\t乙|23\t2020\t\t丙|4\t\t制造\t2021|5\t
\t技术名称|\t|\t(甲 (乙|推荐人\t(姓名)
（注：示例）|## 标题|- 项目|[链接](#)|各单位：|没有标点的一行|一句话，
""".replace("\n", "|").split("|")
)
NOTICES = st.lists(LINES | st.text(max_size=12), max_size=30).map("\n".join)


def pieces(clauses: tuple[Clause, ...]) -> list[Span]:
    return sorted(piece for clause in clauses for piece in clause.pieces)


def read(text: str, spans: list[Span]) -> str:
    return squash("".join(span.slice(text) for span in spans))


@given(NOTICES)
def test_no_character_of_any_text_is_lost_doubled_or_moved(text: str):
    assert read(text, pieces(parse_notice(text).clauses)) == squash(text)


@given(NOTICES, st.data())
def test_furniture_and_clauses_share_the_text_between_them(text: str, data: st.DataObject):
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    furniture = [Furniture("页码", Span(a, b)) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    notice = parse_notice(text, furniture)
    assert read(text, sorted([*pieces(notice.clauses), *(item.span for item in furniture)])) == squash(text)


@given(NOTICES)
def test_marks_are_disjoint_and_lose_nothing(text: str):
    marks = tuple(find_marks(text, ()))
    notice = parse_notice(text, marks)
    assert read(text, sorted([*pieces(notice.clauses), *(item.span for item in marks)])) == squash(text)


@given(NOTICES)
def test_paths_are_unique_and_spans_nest(text: str):
    spans: dict[str, Span] = {}
    for clause in parse_notice(text).clauses:
        assert clause.path not in spans
        assert all(clause.span.contains(piece) for piece in clause.pieces)
        assert clause.parent is None or spans[clause.parent].contains(clause.span)
        spans[clause.path] = clause.span


@given(NOTICES)
def test_every_row_of_a_table_is_a_clause_with_all_its_text(text: str):
    notice = parse_notice(text)
    clauses = {clause.path: clause for clause in notice.clauses}
    for table in notice.tables:
        assert clauses[table.clause].kind == "table"
        for row in table.rows:
            assert clauses[row.clause].parent == table.clause
            assert set(row.cells) == set(table.columns)


@given(NOTICES, st.data())
def test_a_part_is_read_whole_and_nothing_beside_it(text: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    clauses = parse_clauses(text, start, end, (), prefix="审查条件")
    assert read(text, pieces(clauses)) == squash(text[start:end])
    if clauses:
        assert clauses[0].path == "审查条件"


@given(st.text(alphabet="一二三十（）()、.0123456789附件 ", max_size=8))
def test_no_line_breaks_the_reading_of_numbers(text: str):
    marker = parse_marker(text)
    assert marker is None or 0 < marker.length <= len(text)


@settings(max_examples=200)
@given(st.text(max_size=60) | st.text(alphabet="ab:-[]{}&*!|>'\"\n #,?%@", max_size=40))
def test_any_text_is_yaml_or_a_located_error(tmp_path_factory: pytest.TempPathFactory, text: str):
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    located: list[str] = []
    try:
        load_yaml(path, dict[str, str])
    except CorpusError as error:
        located = [error.where or ""]
    assert all(place.startswith(f"{path.parent.name}/any.yaml") for place in located)
