"""Questions about the tables of a notice: rows chosen by year, field, kind, number or words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answering.asked.question import Inquiry
from assistant.answering.saying.claims import Claim
from assistant.answering.sentences.corpus import Corpus
from assistant.answering.sentences.pairs import pairs_of
from assistant.answering.sentences.units import Unit
from assistant.domain.notice import Table, TableRow
from assistant.domain.programme import Programme
from assistant.text import normalise

_YEAR = re.compile(r"(?<!\d)(20[12]\d|[12]\d(?=年))")
_RANGE = re.compile(r"(20[12]\d)年?[-~—–到至](20[12]\d)")
_NUMBER = re.compile(r"第(\d{1,3})(?:个|条|项|号|行|题)|序号(?:为|是)?(\d{1,3})")
_ASKS_ROWS = re.compile(r"清单|列表|历年|往年|往届|历届|(?:入选|发布|评选|征集)过")
_ASKS_LEAVE = re.compile(
    r"(?:还|再|重新|继续)(?:能|可以|可|能不能)?(?:再|重新|继续)?(?:申?报|推荐|提交?|投|入选|征集)[^,。]{0,6}[吗么不?？]"
)
"""Asks whether what the table lists may be handed in again, which no row tells."""
_ASKS_COUNT = re.compile(r"几[个条项道行]|多少[个条项道行]?|数量|总数|一共|共有")
_ASKS_YEAR = re.compile(r"哪(?:一|几)?年|年份|什么时候")
_PLAIN = re.compile(
    r"附件|清单|列表|问题|难题|前沿|科学|工程|技术|产业|领域|重大|历年|往年|题目|名称|年份|序号|列|收录|入选|"
    r"发布|共|有|都|属于|条目|类|方面|方向|相关|关于|包括|过|是|第|里面?|到|至"
)
_SHOWN = 12
_ENOUGH = 0.5
"""Share of the question's remaining words that a row must hold to be meant."""


@dataclass(frozen=True, slots=True)
class _Found:
    """Rows of one table that the question means."""

    programme: Programme
    table: Table
    rows: tuple[TableRow, ...]


def claim_rows(inquiry: Inquiry, corpus: Corpus) -> list[Claim] | None:
    """Return what the tables say; None where the question is about no table; empty where no row answers it."""
    candidates = [(programme, table) for programme in corpus.catalogue.programmes for table in programme.notice.tables]
    if not candidates or not _is_about(inquiry, candidates):
        return None
    tables = _choose_tables(inquiry.text, candidates)
    found = [_Found(programme, table, tuple(_choose_rows(inquiry, table, corpus))) for programme, table in tables]
    filled = [one for one in found if one.rows]
    return [claim for one in filled for claim in _state(one, inquiry, corpus)]


def _is_about(inquiry: Inquiry, candidates: Sequence[tuple[Programme, Table]]) -> bool:
    """Say whether the question names a table, or a year for which only the tables have something to list."""
    if inquiry.compares or _ASKS_LEAVE.search(inquiry.text):
        return False
    attachments = {table.clause.split("（")[0] for _, table in candidates}
    if _ASKS_ROWS.search(inquiry.text) or any(normalise(name) in inquiry.text for name in attachments):
        return True
    years = {row.cells.get("年份", "") for _, table in candidates for row in table.rows}
    listed = any(part.wants("list", "count") for part in inquiry.parts)
    return bool(inquiry.scope.missing) and listed and any(str(year) in years for year in inquiry.scope.years)


def _choose_tables(text: str, candidates: Sequence[tuple[Programme, Table]]) -> list[tuple[Programme, Table]]:
    """Return the tables whose title the question names; all where it names none."""
    titled = [(programme, table, _kind(programme, table)) for programme, table in candidates]
    named = [(programme, table) for programme, table, kind in titled if kind and (kind in text or kind[:4] in text)]
    return named or list(candidates)


def _kind(programme: Programme, table: Table) -> str:
    title = next((clause.title for clause in programme.notice.clauses if clause.path == table.clause), "")
    return normalise(title).removesuffix("清单")


def _choose_rows(inquiry: Inquiry, table: Table, corpus: Corpus) -> Iterator[TableRow]:
    text = inquiry.text
    own_years = {row.cells.get("年份", "") for row in table.rows}
    asked = _list_years(text)
    years = [year for year in asked if year in own_years]
    if asked and not years and not any(inquiry.scope.programmes):
        return
    field_column = next((column for column in table.columns if "领域" in column), "")
    fields = {row.cells.get(field_column, "") for row in table.rows}
    named = {field for field in fields if field and _bare(field) in text}
    numbers = {first or second for first, second in _NUMBER.findall(text)}
    rest = _remaining(named, corpus, inquiry)
    for row in table.rows:
        fits_year = not years or row.cells.get("年份", "") in years
        fits_field = not named or row.cells.get(field_column, "") in named
        fits_number = not numbers or row.cells.get(table.columns[0], "") in numbers
        if fits_year and fits_field and fits_number and _fits_words(row, rest):
            yield row


def _list_years(text: str) -> list[str]:
    years = [year if len(year) == 4 else f"20{year}" for year in _YEAR.findall(text)]  # noqa: PLR2004 - digits of a year
    for first, last in _RANGE.findall(text):
        years += [str(year) for year in range(int(first), int(last) + 1)]
    return years


def _bare(field: str) -> str:
    return re.sub(r"\(.*?\)", "", normalise(field))


def _remaining(named: set[str], corpus: Corpus, inquiry: Inquiry) -> dict[str, float]:
    """Return the pairs of the words that choose neither year, field, kind nor column."""
    runs = [run for part in inquiry.parts for run in (*part.runs, *part.context_runs)]
    pairs: dict[str, float] = {}
    for run in dict.fromkeys(runs):
        for name in map(_bare, named):
            run = run.replace(name, "|")  # noqa: PLW2901 - one word after another is taken out
        for piece in _PLAIN.sub("|", run).split("|"):
            pairs |= {pair: corpus.weigh(pair) for pair in pairs_of(piece)}
    return pairs


def _fits_words(row: TableRow, rest: dict[str, float]) -> bool:
    if not rest:
        return True
    own = frozenset(pairs_of(normalise(" ".join(row.cells.values()))))
    return sum(weight for pair, weight in rest.items() if pair in own) >= _ENOUGH * sum(rest.values())


def _state(found: _Found, inquiry: Inquiry, corpus: Corpus) -> Iterator[Claim]:
    """Yield the rows, or their number where that is asked for."""
    programme, rows = found.programme, found.rows
    title = _kind(programme, found.table) or found.table.clause
    units = _row_units(found, corpus)
    counts = _ASKS_COUNT.search(inquiry.text) is not None
    years = sorted({row.cells.get("年份", "") for row in rows} - {""})
    if counts or len(rows) == len(found.table.rows):
        text = f"{found.table.clause}“{title}清单”{_describe(found)}共{len(rows)}条，年份为{'、'.join(years)}年"
        yield Claim(programmes=(programme.id,), text=text, units=units, derived=True)
    if not counts or len(rows) <= _SHOWN:
        items = "；".join(
            _name(row, found.table, with_year=len(years) > 1 or bool(_ASKS_YEAR.search(inquiry.text))) for row in rows
        )
        only = f"（{found.table.clause}第{next(iter(rows)).cells[found.table.columns[0]]}行）" if len(rows) == 1 else ""
        lead = f"{title}{only}："
        yield Claim(programmes=(programme.id,), text=f"{lead}{items}", units=units)


def _describe(found: _Found) -> str:
    return "中符合条件的" if len(found.rows) < len(found.table.rows) else ""


def _name(row: TableRow, table: Table, *, with_year: bool) -> str:
    title = row.cells.get(table.columns[-1], "") or "（原文缺题目）"
    return f"{title}（{row.cells.get('年份', '')}）" if with_year else title


def _row_units(found: _Found, corpus: Corpus) -> tuple[Unit, ...]:
    """Return the rows' sentences: all, or the heading with the first and last ones where there are too many."""
    by_clause = {
        corpus.units[place].clause: corpus.units[place]
        for place in corpus.own[found.programme.id]
        if corpus.units[place].kind in {"row", "table"}
    }
    head = by_clause.get(found.table.clause)
    units = [by_clause[row.clause] for row in found.rows if row.clause in by_clause]
    whole = len(found.rows) == len(found.table.rows)
    if whole or len(units) > _SHOWN:
        units = [*([head] if head else []), *units[: _SHOWN - 2], *units[_SHOWN - 2 :][-1:]]
    return tuple(units)
