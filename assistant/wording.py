"""Words that every face uses alike: names of verdicts and places, citation marks, which statement a quote proves."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.domain.answer import Answer, Citation, Sentence
from assistant.domain.catalogue import Catalogue
from assistant.domain.draft import Location
from assistant.domain.finding import Severity, Source, Verdict
from assistant.domain.made import Usage
from assistant.domain.owner import Role
from assistant.domain.programme import Programme, ProgrammeInfo
from assistant.domain.timeline import PointKind
from assistant.errors import UnknownNameError
from assistant.text import clean, find_quote

if TYPE_CHECKING:
    from assistant.domain.explanation import Candidate
    from assistant.domain.match import Match

VERDICTS: dict[Verdict, str] = {
    "pass": "通过",
    "unconfirmed": "待人工确认",
    "warn": "有警告",
    "fail": "有错误",
    "unreadable": "无法读取",
}
SEVERITIES: dict[Severity, str] = {"error": "错误", "warning": "警告", "info": "提示"}
POINTS: dict[PointKind, str] = {
    "issued": "发布",
    "opens": "开始",
    "stage": "阶段",
    "deadline": "截止",
    "eligibility": "条件",
}
"""Names of the kinds of dates of a timeline."""
SECTIONS = {
    "title": "题目",
    "research_content": "研究内容",
    "assessment_indicators": "考核指标",
    "requirements": "有关要求",
}
CHECKED_SO_FAR = "已检查 {n}/{all} 份…"
"""What is told while several files are checked."""
ROLE_NAMES: dict[Role, str] = {
    "scientist": "科研人员",
    "secretary": "科研秘书",
    "reviewer": "审阅人",
    "admin": "管理员",
}
READING_MARK = "〔本工具的解读〕"
HOUSE_MARK = "〔通用检查〕"
NOT_ACCEPTANCE = "通过检查不等于被受理或入选，以通知原文和受理单位的审核为准。"
"""Stands in every report, so that nobody takes a judgement by rules for the decision."""
EMBEDDED_MODE = "内置引擎"

_DATA_NAMES = {"released-problems": "往年发布问题", "gbt13745": "GB/T 13745", "gbt4754": "GB/T 4754"}
_PARTS = {"header": "页眉", "footer": "页脚", "footnote": "脚注", "text_box": "文本框", "comment": "批注", "body": ""}
_HEADED = re.compile(
    r"(?P<head>(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|附件 ?\d)[^\n，。；：]{0,20})\n(?P<rest>.+)",
    re.DOTALL,
)


def mode_name(writer: str) -> str:
    """Return what is shown for a writer: the embedded engine or the model's name."""
    return EMBEDDED_MODE if writer == "embedded" else writer


def usage_line(usage: Usage) -> str:
    """Return what a model's requests cost."""
    about = "约" if usage.estimated else ""
    cost = f"，费用{usage.cost:.4f}元" if usage.cost is not None else ""
    vectors = f"、求向量{usage.embedded}词元" if usage.embedded else ""
    return f"模型请求{usage.requests}次，{about}发出{usage.read}词元、收到{usage.written}词元{vectors}{cost}"


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


def source_mark(catalogue: Catalogue, source: Source, programme: str | None = None) -> str:
    """Return the mark of a rule's source; a quote of nkrd-2021 bears the guide that it stands in.

    Args:
        catalogue: of notices.
        source: of a rule or a finding.
        programme: id of the guide that the draft is judged under, which is named where the quote stands in it, too.
    """
    found = find_source(catalogue, source, programme)
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


_find_in_notice = lru_cache(maxsize=1024)(find_quote)
"""The drafts of a folder break the same few rules."""


def find_source(
    catalogue: Catalogue, source: Source, programme: str | None = None
) -> tuple[Programme, tuple[int, int]] | None:
    """Return the programme, that of the id first, and the span where a quote stands; None where it is in no notice."""
    for one in sorted(catalogue.programmes, key=lambda one: one.id != programme):
        if source.doc in {one.info.doc, one.id}:
            span = _find_in_notice(one.notice.text, source.quote)
            if span:
                return one, span
    return None


def readable(quote: str) -> str:
    """Return a quote on one line; a heading that it opens with is set off by a wide space."""
    found = _HEADED.match(quote.strip())
    return f"{clean(found['head'])}\u3000{clean(found['rest'])}" if found else clean(quote)


def show_quote(citation: Citation) -> str:
    """Return the quote of an answer on one line, with a wide space for each break that it keeps."""
    return "\u3000".join(citation.quote.splitlines())


def direction_id(match: "Match") -> str:
    """Return the id of a matched direction."""
    return f"{match.programme}/{match.number}"


def bind_citations(answer: Answer) -> tuple[Sentence, ...]:
    """Return the sentences of an answer, each with the citations that prove it.

    An answer without sentences is one sentence that nothing proves: which quote proves which words is not guessed.
    """
    return answer.sentences or (Sentence(text=answer.answer),)


def split_citations(answer: Answer) -> tuple[tuple[Citation, ...], tuple[Citation, ...]]:
    """Return the citations that a sentence refers to, and the others, each in their order."""
    used = {place for sentence in answer.sentences for place in sentence.citations}
    cited = tuple(one for place, one in enumerate(answer.citations) if place in used)
    return cited, tuple(one for place, one in enumerate(answer.citations) if place not in used)


def _short_name(catalogue: Catalogue, info: ProgrammeInfo) -> str:
    """Return the year inside a series, else the short title, or the shortest alias of its own where that is long."""
    if _in_series(catalogue, info):
        return str(info.year)
    others = {alias for one in catalogue.programmes if one.id != info.id for alias in one.info.aliases}
    own = [alias for alias in info.aliases if alias not in others and len(alias) > 1]
    return min([info.short_title, *own], key=len)


def _in_series(catalogue: Catalogue, info: ProgrammeInfo) -> bool:
    return info.supersedes is not None or any(one.info.supersedes == info.id for one in catalogue.programmes)


def candidate_lines(candidate: "Candidate") -> list[str]:
    """Return what is told of a passage or sentence that was weighed, one ground a line."""
    shares = "、".join(f"{one.name} {one.value:+.2f}" for one in candidate.shares)
    terms = "、".join(f"{one.text}{'（写在旁边的词）' * one.written} {one.weight:.1f}" for one in candidate.terms)
    likeness = f"与写好的问法相似 {candidate.likeness:.2f}" if candidate.likeness else ""
    told = (f"得分来自：{shares}" if shares else "", f"相同的词：{terms}" if terms else "", likeness)
    return [line for line in told if line]
