"""What to ask next: what the template and the rules miss, the most important first, each with its reason."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from assistant.checks.run import check_draft
from assistant.domain.finding import Finding
from assistant.domain.form import FieldSpec
from assistant.domain.interview import Question
from assistant.domain.kinds.amounts import LengthRule
from assistant.domain.kinds.content import CoverageRule
from assistant.domain.kinds.titles import QuestionRule
from assistant.drafting.gaps import Gap, draft_of, find_gaps
from assistant.drafting.interview.offers import list_offers
from assistant.drafting.interview.work import Work
from assistant.writing.sections.headings import SECTIONS

_BLANK, _OPEN, _MORE = "blank", "open", "more"
_FEW = 100
"""字数 below which a section that nobody was asked about is asked for: its words came along with other answers."""
_TEMPLATE_WORDS = re.compile(r"（模板要求：.*）(?=？$)|可用 wenjin title 看几个问法。")
"""What a question of the verb `fill` says of the template and of titles; here both stand below the question."""
_ASKED = {True: 2, False: 1}
"""Times that a question is asked by itself: a blank field twice, a single thing that a field lacks once."""
_NAMED = {"Title": "英文题目是什么？与中文题目对应。", "Key Words": "英文关键词是什么？与中文关键词一一对应。"}
_OPENINGS = {
    "title": "想报的问题是什么？先用一句话说说，不必是问句。",
    "kind": "这个问题属于哪一类？",
    "field": "归在哪个科技领域？",
    "discipline": "所属学科选哪个一级学科？",
}


def list_questions(work: Work) -> tuple[Question, ...]:
    """Return all that is still missing, the most important first, questions left for later included."""
    gaps = find_gaps(work.texts, work.programme.rules, work.context)
    asked = {(gap.label, gap.rule) for gap in gaps}
    ranked = [(_rank_gap(gap, work), _of_gap(gap, work)) for gap in gaps]
    ranked += [
        (_rank_finding(one), _of_finding(one, work))
        for one in _list_findings(work)
        if (one.where.field or "", one.rule) not in asked and not _is_blank(one, work)
    ]
    ranked += list(_ask_for_more(work))
    ranked.sort(key=lambda one: one[0])
    return tuple({question.key: question for _, question in ranked}.values())


def choose_question(questions: Sequence[Question], work: Work) -> Question | None:
    """Return the next question; None where only such are left as the author passed or has answered.

    A field that the author turned to comes first, whether it lacks anything or not.
    """
    focus = work.standing.focus
    if focus:
        question = next((one for one in questions if one.label == focus), None) or _ask_freely(focus, work)
    else:
        question = next((one for one in questions if not is_deferred(one, work)), None)
    return _offer(question, work) if question else None


def _offer(question: Question, work: Work) -> Question:
    """Return a question with what may be chosen."""
    about = question.key.split("|")[1]
    offers = list_offers(question.label, _BLANK if about == _OPEN else about, work)
    return question.model_copy(update={"choices": offers.choices, "take": offers.take})


def is_deferred(question: Question, work: Work) -> bool:
    """Say whether a question was left for later, or asked as often as it may be."""
    times = Counter(work.standing.answered)[question.key]
    return question.key in work.standing.passed or times >= _ASKED[question.key.endswith(_BLANK)]


def _ask_freely(label: str, work: Work) -> Question:
    field = work.plain.find_field(label)
    text = f"“{label}”要补充什么？直接说就接在后面；想重写，请说“改成：……”。"
    spec = work.find_spec(label)
    return Question(
        key=f"{label}|{_OPEN}",
        label=label,
        text=text,
        why=_quote_template(spec, work) if spec else "",
        count=field.count if field else 0,
        budget=field.budget if field else "",
    )


def _ask_for_more(work: Work) -> Iterator[tuple[tuple[int, int], Question]]:
    """Yield a question on each section that has a sentence or two and was not asked about yet."""
    told = {key.split("|")[0] for key in work.standing.answered}
    for place, spec in enumerate(work.context.form.fields):
        field = work.plain.find_field(spec.label)
        if spec.label in SECTIONS and field and 0 < field.count < _FEW and spec.label not in told:
            text = f"“{spec.label}”目前只有一两句，还能多说说吗？"
            yield (1, place), _build(spec.label, _MORE, text, _quote_template(spec, work), work)


def _of_gap(gap: Gap, work: Work) -> Question:
    spec = work.find_spec(gap.label)
    blank = not gap.rule
    text = _open(spec) if spec and blank else _TEMPLATE_WORDS.sub("", gap.question)
    why = _quote_template(spec, work) if spec else ""
    return _build(gap.label, gap.rule or _BLANK, text, why or _quote_rule(gap.rule, work), work)


def _of_finding(finding: Finding, work: Work) -> Question:
    rule = next((one for one in work.programme.rules if one.id == finding.rule), None)
    over_several = isinstance(rule, LengthRule) and len(rule.fields) > 1
    label = "" if over_several else finding.where.field or ""
    text = f"检查发现：{finding.message}{finding.suggestion or ''}"
    return _build(label, finding.rule, text, _quote_rule(finding.rule, work), work)


def _build(label: str, about: str, text: str, why: str, work: Work) -> Question:
    field = work.plain.find_field(label)
    return Question(
        key=f"{label}|{about}",
        label=label,
        text=text,
        why=why,
        count=field.count if field else 0,
        budget=field.budget if field else "",
    )


def _open(spec: FieldSpec) -> str:
    if spec.label in _NAMED:
        return _NAMED[spec.label]
    if spec.role in _OPENINGS:
        return _OPENINGS[spec.role]
    return f"请说说“{spec.label}”，想到几句说几句。" if spec.label in SECTIONS else f"“{spec.label}”怎么填？"


def _quote_template(spec: FieldSpec, work: Work) -> str:
    """Return the template's own words on a field, with their clause."""
    form = work.context.form
    source = work.catalogue.find_programme(form.doc).info.short_title if form.doc else ""
    return f"模板写明：{spec.guidance.strip()}〔{source} {form.clause}〕" if spec.guidance and source else ""


def _quote_rule(rule: str, work: Work) -> str:
    found = next((one for one in work.programme.rules if one.id == rule), None)
    quote = next(iter(found.sources), None) if found else None
    if quote is None:
        return ""
    doc = next((one.info.short_title for one in work.catalogue.programmes if one.info.doc == quote.doc), quote.doc)
    return f"通知写明：{quote.quote}〔{doc} {quote.clause}〕"


def _list_findings(work: Work) -> list[Finding]:
    draft = draft_of(work.texts, work.context.form)
    found = check_draft(draft, work.programme.rules, work.context).findings
    return [one for one in found if one.severity != "info"]


def _is_blank(finding: Finding, work: Work) -> bool:
    """Say whether a finding only says that a field is blank, or speaks before there is any text to judge."""
    label = finding.where.field
    rule = next((one for one in work.programme.rules if one.id == finding.rule), None)
    if isinstance(rule, LengthRule):
        return any(label not in work.texts for label in rule.fields)
    return label is not None and label not in work.texts


def _rank_gap(gap: Gap, work: Work) -> tuple[int, int]:
    """Return the stage at which something is asked, and its place in the form."""
    labels = [spec.label for spec in work.context.form.fields]
    place = labels.index(gap.label) if gap.label in labels else len(labels)
    spec = work.find_spec(gap.label)
    role = spec.role if spec else None
    if role == "title" and not gap.rule:
        return 0, place
    if is_prose(gap.label, work):
        return (2 if gap.rule else 1), place
    if role == "kind":
        return 3, place
    rule = next((one for one in work.programme.rules if one.id == gap.rule), None)
    if isinstance(rule, QuestionRule):
        return 4, place
    if role == "author":
        return 7, place
    return (6 if spec and spec.label.isascii() else 5), place


def is_prose(label: str, work: Work) -> bool:
    """Say whether the author writes whole sentences in a field, one answer after the other."""
    return label in _list_prose(work)


def _list_prose(work: Work) -> set[str]:
    form = work.context.form
    ruled = (
        label
        for rule in work.programme.rules
        if isinstance(rule, CoverageRule | LengthRule) and form.name in rule.forms
        for label in rule.fields
    )
    return {*SECTIONS, *ruled}


def _rank_finding(finding: Finding) -> tuple[int, int]:
    return 8, ("error", "warning", "info").index(finding.severity)
