"""Values as plain Chinese text for people; the page shows the same values, in the same words, as HTML."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.checks.subject import MUCH_UNASSIGNED
from assistant.domain.answer import Answer, Citation
from assistant.domain.catalogue import Catalogue
from assistant.domain.coverage import Coverage, CoverageItem
from assistant.domain.explanation import Candidate, Explanation
from assistant.domain.exported import Exported, Removed
from assistant.domain.filled import FieldProposal, FilledDraft, FilledField, IntoBlank
from assistant.domain.finding import ErrorValue, Reports
from assistant.domain.match import Match, MatchResult
from assistant.domain.timeline import PointState, Timeline
from assistant.domain.title import ProblemsResult, SimilarProblem, TitleAdvice, TitleCandidate
from assistant.reporting.plain import render_plain
from assistant.reporting.shown import show_report
from assistant.text import clean
from assistant.wording import (
    POINTS,
    SECTIONS,
    SEVERITIES,
    bind_citations,
    candidate_lines,
    citation_mark,
    mode_name,
    place_name,
    programme_name,
    programme_of,
    readable,
    show_quote,
    source_line,
    split_citations,
)

if TYPE_CHECKING:
    from assistant.documents.describe import ReadBlock, Reading

_APART = frozenset({"header", "footer", "comment", "hidden"})
"""Kinds of blocks that are read but are no part of the author's text."""
_MUCH_UNASSIGNED = "未识别的文字超过全文的十分之一，缺少某一项的规则因此都列为待确认。"

_SHOWN_NOTE = 24
"""Characters of a sentence by which its author knows it again."""
_STATES: dict[PointState, str] = {"past": "已过", "now": "正在进行", "ahead": "未到"}
_STATUSES = {"covered": "已覆盖", "partly": "待确认", "missing": "缺少", "contradicted": "低于指南"}
_ITEM_KINDS = {"research_content": "研究内容", "assessment_indicator": "考核指标"}


def present_answer(answer: Answer, catalogue: Catalogue) -> str:
    """Return the answer with marks behind its sentences and the quotes below, or the refusal with what is nearest."""
    marks = [citation_mark(catalogue, one.programme, one.clause) for one in answer.citations]
    said = bind_citations(answer)
    body = "".join(_marked(sentence.text, [marks[number] for number in sentence.citations]) for sentence in said)
    cited, further = split_citations(answer)
    groups = (("依据", cited), ("相关条款", further), ("最接近的条款", answer.nearest))
    quotes = [line for heading, group in groups for line in _quotes(heading, group, catalogue)]
    return "\n".join([body, *quotes, *(f"注意：{warning}" for warning in answer.warnings), _writer(answer.writer)])


def _quotes(heading: str, citations: Sequence[Citation], catalogue: Catalogue) -> list[str]:
    return [heading, *(_quote(one, catalogue) for one in citations)] if citations else []


def present_match(result: MatchResult, catalogue: Catalogue) -> str:
    """Return the directions, best first, with their reasons and demands."""
    if not result.matches:
        return "没有找到相近的指南方向。"
    head = "可以考虑这些指南方向：" if result.fits else "现有指南没有覆盖这个问题；最接近的是："
    return "\n\n".join([head, *(_match(number, one, catalogue) for number, one in enumerate(result.matches, start=1))])


def present_reports(reports: Reports, catalogue: Catalogue) -> str:
    """Return the judgement of each file."""
    return render_plain([show_report(report, catalogue) for report in reports.reports])


def present_coverage(coverage: Coverage) -> str:
    """Return each item of the direction with what the draft says to it, and what the draft promises besides."""
    counts = "，".join(f"{name}{getattr(coverage, status)}项" for status, name in _STATUSES.items())
    kinds = dict.fromkeys(item.kind for item in coverage.items)
    parts = [f"对照指南方向 {coverage.direction}：{counts}。"]
    for kind in kinds:
        lines = [_coverage_item(item) for item in coverage.items if item.kind == kind]
        parts.append("\n".join([_ITEM_KINDS[kind], *lines]))
    if coverage.unasked:
        parts.append(
            "\n".join(["指南没有要求、稿中另外承诺的：", *(f"  {one.draft_quote}" for one in coverage.unasked)])
        )
    return "\n\n".join(parts)


def _coverage_item(item: CoverageItem) -> str:
    place = f"（{place_name(item.where)}）" if item.where else ""
    answer = f"\n      稿中：{item.draft_quote}{place}" if item.draft_quote else ""
    return f"  {_STATUSES[item.status]}｜{item.text}{answer}"


def present_exported(exported: Exported) -> str:
    """Return what was written, what waits for a text, what was taken out, and where a person should look."""
    written = f"已写入 {exported.output}：" if exported.output else ""
    parts = [f"{written}{exported.heading}，{len(exported.fields)}个栏目。"]
    groups = (
        ("待补充", "、".join(exported.wanted)),
        ("已删去模板说明", "、".join(exported.guidance)),
        ("已隐去", "；".join(_show_removed(one) for one in exported.removed)),
    )
    parts += [f"{name}：{text}。" for name, text in groups if text]
    if exported.format == "txt":
        filled = (one for one in exported.fields if not one.wanted)
        parts += [f"  {one.label}　{one.count}字（连同空格{one.characters}个字符）" for one in filled]
    parts += [f"附录列出依据的条款和来源{exported.cited}条，提交前请删去。"] if exported.cited else []
    if exported.removed:
        parts.append("单位的简称、“我校”“本团队”一类的话和文献自引认不全，发出前请自己再看一遍。")
    if exported.loose and not exported.removed:
        parts.append(f"有{exported.loose}段文字没有归入任何栏目，列在附录里。")
    parts += [present_changed(exported)] if exported.changed else []
    return "\n".join(parts)


def present_changed(exported: Exported) -> str:
    """Return where a person should look, because the file is read otherwise than the source."""
    return f"请核对：{'、'.join(exported.changed)}——其中有形如栏目名的文字，再次读入时会与原稿不同。"


def _show_removed(one: Removed) -> str:
    return f"{one.label}（{one.what}{f'{one.count}处' if one.count > 1 else ''}）"


def present_filled(filled: FilledDraft) -> str:
    """Return each field with the reason for each sentence, then what fits nowhere, what may be chosen, what to ask."""
    parts = [
        "\n".join([f"【{field.label}】{_measure(field)}", field.text, *_origins(field)]) for field in filled.fields
    ]
    if filled.unplaced:
        loose = [f"  {one.text}（{place_name(one.where)}）" for one in filled.unplaced]
        parts.append("\n".join(["未归类（一句不丢，请决定放在哪里或删去）：", *loose]))
    parts += [_choices(one) for one in filled.proposals]
    if filled.questions:
        asked = [f"  {number}. {one}" for number, one in enumerate(filled.questions, start=1)]
        parts.append("\n".join(["还需要您回答：", *asked]))
    parts += [present_into(filled.into)] if filled.into else []
    parts += [f"草稿已写入 {filled.output}。"] if filled.output else []
    return "\n\n".join(parts)


def present_into(into: IntoBlank) -> str:
    """Return which items of a blank form were filled in, and what a person has to see to."""
    groups = (
        ("空白表里找不到位置的栏目（内容见上，请自行填入）", into.homeless),
        ("空白表里已有文字、没有改动的栏目", into.occupied),
        ("再次读入时与写入不同、请核对的栏目", into.changed),
    )
    parts = [f"“{into.blank}”填写了{len(into.placed)}个栏目。"]
    return "\n".join([*parts, *(f"{name}：{'、'.join(labels)}。" for name, labels in groups if labels)])


def present_draft(filled: FilledDraft, *, markdown: bool) -> str:
    """Return the draft alone, a label a line, as the checker reads it back."""
    head = "## " if markdown else ""
    parts = [f"{head}{field.label}：\n{field.text}".rstrip() for field in filled.fields]
    return "\n\n".join(parts)


def _measure(field: FilledField) -> str:
    return f"{field.count}字" + (f"（{field.budget}）" if field.budget else "")


def _origins(field: FilledField) -> list[str]:
    return [f"  ← {_shorten(one.note)}｜{one.reason}{place_name(one.where)}" for one in field.origin]


def _shorten(text: str) -> str:
    return text if len(text) <= _SHOWN_NOTE else f"{text[: _SHOWN_NOTE - 1]}…"


def _choices(proposal: FieldProposal) -> str:
    lines = [f"  {one.value}{f'（{one.english}）' if one.english else ''}：{one.reason}" for one in proposal.choices]
    several = f"，选{proposal.take}个" if proposal.take > 1 else ""
    return "\n".join([f"“{proposal.label}”可以选（由您决定{several}）：", *lines])


def present_timeline(timeline: Timeline, catalogue: Catalogue) -> str:
    """Return a line for each date with its clause below, conditions last, then what the text does not say."""
    parts = [f"{timeline.title}（今天按 {timeline.today}）"]
    for point in timeline.points:
        days = str(point.last) if point.first == point.last else f"{point.first} 至 {point.last}"
        notes = [_STATES[point.state]] if point.state in _STATES else []
        notes += ["原文没有写明哪一天"] if not point.exact else []
        notes += ["按发布日期推算"] if point.derived else []
        who = f"（{point.who}）" if point.who else ""
        where = f"{programme_name(catalogue, point.citation.programme)} {point.citation.clause}"
        parts.append(f"{days}　{POINTS[point.kind]}　{point.what}{who}{'　' if notes else ''}{'，'.join(notes)}")
        parts.append(f"    {where}「{point.citation.quote}」")
    parts += timeline.silent
    parts += [f"日历已写入 {timeline.output}。"] if timeline.output else []
    return "\n".join(parts)


def present_title(advice: TitleAdvice) -> str:
    """Return what the title lacks, the proposals and the released problems near it."""
    head = "题目已经是问句。" if advice.is_question else "题目还不是问句。"
    findings = [f"  {SEVERITIES[one.severity]}：{one.message}" for one in advice.findings]
    proposals = ["可以改成：", *(_proposal(number, one) for number, one in enumerate(advice.candidates, start=1))]
    note = [f"  {advice.similar_note}"] if advice.similar_note else []
    similar = ["相近的往年发布问题：", *map(_problem, advice.similar), *note] if advice.similar else []
    scope = [f"  {advice.scope}"] if advice.scope else []
    chosen = proposals if advice.candidates else []
    return "\n".join([head, *findings, *scope, *chosen, *similar, *advice.warnings, _writer(advice.writer)])


def present_problems(result: ProblemsResult) -> str:
    """Return the released problems found, with what the list covers."""
    found = [*map(_problem, result.problems)] or ["没有找到相近的往年发布问题。"]
    return "\n".join([*found, result.note])


def present_reading(reading: "Reading") -> str:
    """Return a document as the checker sees it: fields, text of none, text that is not counted, things not read."""
    fields = [f"【{field.label}】{place_name(field.where)}\n{field.text or '（空）'}" for field in reading.fields]
    loose = [f"  {place_name(line.where)}：{line.text}" for line in reading.unassigned]
    apart = [f"  {_apart(block)}：{block.text}" for block in reading.blocks if block.kind in _APART]
    unread = [f"  {one.what}（{place_name(one.where)}）" for one in reading.unread]
    parts = [_reading_head(reading), *fields]
    parts += (
        [f"未识别的文字（不属于任何栏目，占全文{reading.unassigned_share:.0%}）：\n" + "\n".join(loose)]
        if loose
        else []
    )
    parts += [_MUCH_UNASSIGNED] if reading.unassigned_share > MUCH_UNASSIGNED else []
    parts += ["不计入正文的文字：\n" + "\n".join(apart)] if apart else []
    parts += ["没有读取的内容：\n" + "\n".join(unread)] if unread else []
    return "\n\n".join(parts)


def _reading_head(reading: "Reading") -> str:
    view = f"（按全部{'接受' if reading.view == 'accepted' else '拒绝'}）" if reading.revisions else ""
    return f"{reading.file}：{len(reading.blocks)}段，修订{reading.revisions}处{view}，批注{reading.comments}条"


def _apart(block: "ReadBlock") -> str:
    name = "隐藏文字" if block.kind == "hidden" else ""
    return " · ".join(part for part in (name, place_name(block.where)) if part)


def present_explanation(explanation: Explanation, catalogue: Catalogue) -> str:
    """Return how a result came about."""
    grounds = [f"    {one.name} {one.value:+.2f}" for one in explanation.grounds]
    parts = ["为什么是这些", *(f"  {one}" for one in explanation.decided), *grounds]
    for title, candidates in (("检索到的", explanation.passages), ("句子的排序", explanation.sentences)):
        rows = [line for place, one in enumerate(candidates, start=1) for line in _candidate(place, one, catalogue)]
        parts += [f"  {title}：", *rows] if rows else []
    return "\n".join(parts)


def present_error(error: ErrorValue) -> str:
    """Return an error as one line: place, what is wrong, what to do."""
    place = f"{error.where}：" if error.where else ""
    return f"{place}{error.message}{error.hint or ''}"


def _candidate(place: int, one: Candidate, catalogue: Catalogue) -> list[str]:
    mark = "✓" if one.chosen else " "
    head = (
        f"  {mark}{place}. {citation_mark(catalogue, one.programme, one.clause)} {one.score:.3f}  {readable(one.quote)}"
    )
    return [head, *(f"      {line}" for line in candidate_lines(one))]


def _marked(sentence: str, marks: Sequence[str]) -> str:
    bare_sentence = sentence.rstrip("\n")
    unique = list(dict.fromkeys(marks))
    return bare_sentence + "".join(unique) + sentence[len(bare_sentence) :]


def _quote(citation: Citation, catalogue: Catalogue) -> str:
    programme = programme_of(catalogue, citation.programme)
    line = source_line(programme.info) if programme else programme_name(catalogue, citation.programme)
    mark = citation_mark(catalogue, citation.programme, citation.clause)
    return f"  {mark}{line}\n    「{show_quote(citation)}」"


def _writer(writer: str) -> str:
    return f"（{mode_name(writer)}）"


def _match(number: int, match: Match, catalogue: Catalogue) -> str:
    tags = f"（{'、'.join(match.tags)}）" if match.tags else ""
    head = f"{number}. {match.programme_title} {match.number} {match.title}{tags}  [{match.programme}/{match.number}]"
    area = [f"   领域：{match.area}"] if match.area else []
    why = [
        f"   {SECTIONS[reason.section]}：「{readable(reason.quote)}」（{'、'.join(reason.terms)}）"
        for reason in match.why
    ]
    demands = [
        f"   要求：{clean(one.text)}（{programme_name(catalogue, match.programme)}）" for one in match.requirements
    ]
    return "\n".join([head, *area, *why, *demands])


def _proposal(number: int, candidate: TitleCandidate) -> str:
    lines = [f"  {number}. {candidate.zh}", f"     {candidate.why}"]
    if candidate.en:
        lines.append(f"     {candidate.en}")
    lines += [f"     新增“{one.text}”：{one.origin}" for one in candidate.added]
    lines += [f"     {SEVERITIES[one.severity]}：{one.message}" for one in candidate.findings]
    return "\n".join(lines)


def _problem(problem: SimilarProblem) -> str:
    kind = f" {problem.kind}" if problem.kind else ""
    return f"  {problem.similarity:.2f}  {problem.title}（{problem.year}年{kind}，{problem.source}）"
