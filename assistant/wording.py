"""Words that every face uses alike: names of verdicts and places, citation marks, which statement a quote proves."""

import re
from dataclasses import dataclass

from assistant.domain.answer import Citation
from assistant.domain.catalogue import Catalogue
from assistant.domain.draft import Location
from assistant.domain.explanation import Candidate
from assistant.domain.finding import Severity, Source, Verdict
from assistant.domain.match import Match
from assistant.domain.programme import Programme, ProgrammeInfo
from assistant.domain.task import DERIVED_MARK
from assistant.errors import UnknownNameError
from assistant.text import bigrams, clean, find_quote

VERDICTS: dict[Verdict, str] = {
    "pass": "通过",
    "unconfirmed": "待人工确认",
    "warn": "有警告",
    "fail": "有错误",
    "unreadable": "无法读取",
}
SEVERITIES: dict[Severity, str] = {"error": "错误", "warning": "警告", "info": "提示"}
SECTIONS = {
    "title": "题目",
    "research_content": "研究内容",
    "assessment_indicators": "考核指标",
    "requirements": "有关要求",
}
READING_MARK = "〔本工具的解读〕"
HOUSE_MARK = "〔通用检查〕"
EMBEDDED_MODE = "内置引擎"

_DATA_NAMES = {"released-problems": "往年发布问题", "gbt13745": "GB/T 13745", "gbt4754": "GB/T 4754"}
_PARTS = {"header": "页眉", "footer": "页脚", "footnote": "脚注", "text_box": "文本框", "comment": "批注", "body": ""}
_HEADED = re.compile(
    r"(?P<head>(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|附件 ?\d)[^\n，。；：]{0,20})\n(?P<rest>.+)",
    re.DOTALL,
)
_ENDS = "。！？；;\n"
_OPENS, _CLOSES = "（(《〔【「『“", "）)》〕】」』”"
_BELONGS = frozenset("。！？；;〔" + _CLOSES)
"""What may follow an end and still belongs to the statement."""
_YEAR = re.compile(r"(20\d\d)年(?!\d)")
"""A year that is named as such, not the beginning of a date."""
_PROVES = 0.25
"""Least share of a statement's bigrams that the best quote must hold to be shown behind it."""
_ADDS = 0.1
"""Least share that a further quote must hold of what the quotes before it leave unproved, to be shown, too."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One statement of an answer."""

    text: str
    marks: tuple[int, ...]
    """Positions, from 0, in the answer's citations of those that prove it; empty where none does."""


def mode_name(writer: str) -> str:
    """Return what is shown for a writer: the embedded engine or the model's name."""
    return EMBEDDED_MODE if writer == "embedded" else writer


def programme_of(catalogue: Catalogue, programme: str) -> Programme | None:
    """Return a programme, or None for data that is no notice."""
    try:
        return catalogue.find_programme(programme)
    except UnknownNameError:
        return None


def programme_name(catalogue: Catalogue, programme: str) -> str:
    """Return the short name of a programme or data set; its id where neither is known."""
    found = programme_of(catalogue, programme)
    return found.info.short_title if found else _DATA_NAMES.get(programme, programme)


def source_line(info: ProgrammeInfo) -> str:
    """Return 通知名 · 文号 · 日期, what is unknown left out."""
    issued = info.issued_on.isoformat() if info.issued_on else None
    return " · ".join(part for part in (info.title, info.document_no, issued) if part)


def standing(catalogue: Catalogue, info: ProgrammeInfo) -> str:
    """Return whether a notice is the newest of its series or which one follows it; empty where it has no series."""
    if not _in_series(catalogue, info):
        return ""
    later = next((one.info for one in catalogue.programmes if one.info.supersedes == info.id), None)
    return f"已有后续：{later.short_title}" if later else "本系列最新"


def citation_mark(catalogue: Catalogue, programme: str, clause: str) -> str:
    """Return the mark behind an assertion, such as 〔2023 三〕: calls of one series are told apart by their year."""
    found = programme_of(catalogue, programme)
    name = _short_name(catalogue, found.info) if found else programme_name(catalogue, programme)
    return f"〔{' '.join(part for part in (name, clause) if part)}〕"


def source_mark(catalogue: Catalogue, source: Source) -> str:
    """Return the mark of a rule's source; a quote of nkrd-2021 bears the guide that it stands in."""
    found = find_source(catalogue, source)
    return citation_mark(catalogue, found[0].id if found else source.doc, source.clause)


def place_name(where: Location) -> str:
    """Return a place in a draft, such as `题目 · 第3段` or `表1 第2行第3列`; empty where nothing is known."""
    if where.table is not None:
        row = f"第{where.row}行" if where.row is not None else ""
        column = f"第{where.column}列" if where.column is not None else ""
        spot = f"表{where.table} {row}{column}".strip()
    else:
        spot = f"第{where.paragraph}段" if where.paragraph is not None else ""
    return " · ".join(part for part in (where.field, _PARTS[where.part], spot) if part)


def find_source(catalogue: Catalogue, source: Source) -> tuple[Programme, tuple[int, int]] | None:
    """Return the programme and the span where a rule's quote stands; None where the document is no notice."""
    for programme in catalogue.programmes:
        if source.doc in {programme.info.doc, programme.id}:
            span = find_quote(programme.notice.text, source.quote)
            if span:
                return programme, span
    return None


def readable(quote: str) -> str:
    """Return a quote on one line; a heading that it opens with is set off by a wide space."""
    found = _HEADED.match(quote.strip())
    return f"{clean(found['head'])}\u3000{clean(found['rest'])}" if found else clean(quote)


def direction_id(match: Match) -> str:
    """Return the id of a matched direction."""
    return f"{match.programme}/{match.number}"


def split_statements(text: str) -> list[str]:
    """Return the parts that end at 。！？； or a line break outside brackets; joined they are the text."""
    parts, start, depth, ended = list[str](), 0, 0, False
    for position, letter in enumerate(text, start=1):
        depth = max(0, depth + (letter in _OPENS) - (letter in _CLOSES))
        ended = letter in _ENDS or (ended and letter in _BELONGS) or (ended and depth > 0)
        if ended and depth == 0 and text[position : position + 1] not in _BELONGS:
            parts.append(text[start:position])
            start, ended = position, False
    return [*parts, text[start:]] if text[start:] else parts


def bind_citations(text: str, citations: tuple[Citation, ...]) -> tuple[Sentence, ...]:
    """Return the statements of an answer, each with the citations that prove it.

    Behind a statement stands the quote that holds most of its words, then those that hold what is left; a quote that
    holds the words of none stands behind the last statement that has no other, or that was computed from several; else
    behind none, and is shown among the clauses alone. Where two years say the same, the quote
    of the year that was named last stands first.
    """
    parts = split_statements(text)
    grams = [bigrams(citation.quote) for citation in citations]
    years = _years_spoken_of(parts)
    bound = [
        _proofs(bigrams(part), grams, [year in one.programme for one in citations])
        for part, year in zip(parts, years, strict=True)
    ]
    unused = [number for number in range(len(citations)) if not any(number in marks for marks in bound)]
    stated = [number for number, part in enumerate(parts) if part.strip()]
    if unused and stated:
        open_ones = [number for number in stated if not bound[number] or DERIVED_MARK in parts[number]]
        if open_ones:
            bound[open_ones[-1]] = [*bound[open_ones[-1]], *unused]
    return tuple(Sentence(part, tuple(marks)) for part, marks in zip(parts, bound, strict=True))


def _years_spoken_of(parts: list[str]) -> list[str]:
    """Return for each statement the year that it or the nearest one before it names; a dash where none is named."""
    years, last = list[str](), "—"
    for part in parts:
        last = next(iter(_YEAR.findall(part)), last)
        years.append(last)
    return years


def _proofs(statement: frozenset[str], grams: list[frozenset[str]], near: list[bool]) -> list[int]:
    """Return the quotes that together hold most of a statement, the fullest first.

    Ties go to the nearer quote, that is one of the year spoken of, then to the earlier one.
    """
    chosen, left = list[int](), statement
    while left and len(chosen) < len(grams):
        best = max(range(len(grams)), key=lambda number: (len(left & grams[number]), near[number], -number))
        if len(left & grams[best]) < len(statement) * (_ADDS if chosen else _PROVES):
            break
        chosen.append(best)
        left -= grams[best]
    return chosen


def _short_name(catalogue: Catalogue, info: ProgrammeInfo) -> str:
    """Return the year inside a series, else the short title, or the shortest alias of its own where that is long."""
    if _in_series(catalogue, info):
        return str(info.year)
    others = {alias for one in catalogue.programmes if one.id != info.id for alias in one.info.aliases}
    own = [alias for alias in info.aliases if alias not in others and len(alias) > 1]
    return min([info.short_title, *own], key=len)


def _in_series(catalogue: Catalogue, info: ProgrammeInfo) -> bool:
    return info.supersedes is not None or any(one.info.supersedes == info.id for one in catalogue.programmes)


def candidate_lines(candidate: Candidate) -> list[str]:
    """Return what is told of a passage or sentence that was weighed, one ground a line."""
    shares = "、".join(f"{one.name} {one.value:+.2f}" for one in candidate.shares)
    terms = "、".join(f"{one.text}{'（写在旁边的词）' * one.written} {one.weight:.1f}" for one in candidate.terms)
    likeness = f"与写好的问法相似 {candidate.likeness:.2f}" if candidate.likeness else ""
    told = (f"得分来自：{shares}" if shares else "", f"相同的词：{terms}" if terms else "", likeness)
    return [line for line in told if line]
