"""What a filled form still lacks: the programme's own rules looked at the author's words alone."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.checks.context import CheckContext
from assistant.checks.judgement import Flaw, Found
from assistant.checks.judging import judge
from assistant.checks.subject import Subject, build_subject
from assistant.domain.draft import Block, Document, Draft, Field, FieldLine, Location
from assistant.domain.form import FieldSpec, Form
from assistant.domain.kinds.amounts import CountRule, LengthRule, ShareRule
from assistant.domain.kinds.content import CoverageRule
from assistant.domain.kinds.layout import PartsRule
from assistant.domain.kinds.titles import QuestionRule
from assistant.domain.rule import Rule
from assistant.text import count_characters

_SEVERAL = 2
"""Fields from which a length is that of the whole text; that of a single field is offered as cuts."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that the template wants of a field and the notes lack."""

    label: str
    """Empty for something that may stand in any of several fields: only asked for."""
    what: str
    """In Chinese, as it stands in the mark."""
    question: str
    """What to ask the author."""
    rule: str = ""
    """Id of the rule that misses it; empty for a blank field."""


def find_gaps(texts: dict[str, str], rules: Sequence[Rule], context: CheckContext) -> list[Gap]:
    """Return what is missing, in the order of the form.

    Args:
        texts: the author's words by label; blank fields may be left out.
        rules: the programme's rules.
        context: programme and form.
    """
    subject = build_subject(draft_of(texts, context.form), context)
    own = [rule for rule in rules if context.form.name in rule.forms]
    gaps: list[Gap] = []
    for spec in context.form.fields:
        if spec.heading or spec.signed:
            continue
        gaps += [_blank(spec)] if not texts.get(spec.label, "").strip() else _half_filled(spec, own, subject)
    return gaps


def describe_budgets(texts: dict[str, str], rules: Sequence[Rule], form: Form) -> dict[str, str]:
    """Return in Chinese what length the rules allow each field, beside what it has."""
    budgets: dict[str, str] = {}
    for rule in rules:
        if isinstance(rule, LengthRule) and form.name in rule.forms:
            total = sum(count_characters(texts.get(label, "")) for label in rule.fields)
            for label in rule.fields:
                budgets[label] = _describe(rule, total)
    for rule in rules:
        if isinstance(rule, ShareRule) and form.name in rule.forms and len(rule.fields) == 1:
            label = rule.fields[0]
            budgets[label] = f"{budgets.get(label, '')}，本栏不超过其中的{rule.most:.0%}".strip("，")
    return budgets


def list_limits(rules: Sequence[Rule], form: Form) -> dict[str, int]:
    """Return the most characters that the rules allow a field of its own, by label."""
    return {
        rule.fields[0]: rule.most
        for rule in rules
        if isinstance(rule, LengthRule) and form.name in rule.forms and len(rule.fields) == 1 and rule.most
    }


def draft_of(texts: dict[str, str], form: Form) -> Draft:
    """Return the words as a draft of the form, a line a paragraph."""
    fields: list[Field] = []
    blocks: list[Block] = []
    for spec in form.fields:
        lines: list[FieldLine] = []
        for text in texts.get(spec.label, "").splitlines():
            where = Location(field=spec.label, paragraph=len(blocks) + 1, end=len(text))
            blocks.append(Block(kind="paragraph", text=text, where=where))
            lines.append(FieldLine(text=text, where=where))
        place = lines[0].where if lines else Location(field=spec.label)
        fields.append(Field(label=spec.label, printed_label=spec.label, lines=tuple(lines), where=place))
    digest = hashlib.sha256("\n".join(block.text for block in blocks).encode()).hexdigest()
    document = Document(file="", blocks=tuple(blocks), sha256=digest)
    return Draft(document=document, form=form.name, fields=tuple(fields), unassigned=())


def ask_for_length(texts: dict[str, str], rules: Sequence[Rule], form: Form) -> Iterator[str]:
    """Yield a question where fields counted together are all begun and hold too few or too many characters."""
    for rule in rules:
        if not isinstance(rule, LengthRule) or form.name not in rule.forms or len(rule.fields) < _SEVERAL:
            continue
        counts = [count_characters(texts.get(label, "")) for label in rule.fields]
        total = sum(counts)
        if all(counts) and rule.least and total < rule.least:
            least = "、".join(f"“{label}”{count}字" for label, count in zip(rule.fields, counts, strict=True))
            yield f"{len(rule.fields)}栏合计{total}字，至少要{rule.least}字（{least}）：哪一栏还能写得更具体？"
        elif rule.most and total > rule.most:
            yield f"{len(rule.fields)}栏合计{total}字，至多{rule.most}字：请删去{total - rule.most}字。"


def _describe(rule: LengthRule, total: int) -> str:
    bounds = f"{rule.least}至{rule.most}字" if rule.least and rule.most else f"不超过{rule.most}字"
    several = f"{len(rule.fields)}栏合计" if len(rule.fields) > 1 else ""
    return f"{several}{bounds}，现有{total}字"


def _blank(spec: FieldSpec) -> Gap:
    hint = _hint(spec)
    what = f"{spec.label}（{hint}）" if hint else spec.label
    wanted = f"模板要求：{hint}" if hint else "模板要求填写"
    return Gap(spec.label, what, f"“{spec.label}”还没有内容，请提供（{wanted}）。")


def _half_filled(spec: FieldSpec, rules: Sequence[Rule], subject: Subject) -> list[Gap]:
    """Return what the rules miss in a field that has words."""
    gaps: list[Gap] = []
    for rule in rules:
        if isinstance(rule, CoverageRule | PartsRule | CountRule | QuestionRule) and spec.label in _fields(rule):
            judged = judge(rule, subject)
            flaws = judged.flaws if isinstance(judged, Found) else ()
            gaps += [_name(spec, rule, flaw) for flaw in flaws if flaw.where.field == spec.label]
    return gaps


def _hint(spec: FieldSpec) -> str:
    """Return the template's guidance without the brackets around it and the full stop behind it."""
    hint = spec.guidance.strip()
    if hint[:1] in {"（", "("} and hint[-1:] in {"）", ")"}:
        hint = hint[1:-1]
    return hint.strip().rstrip("。")


def _fields(rule: CoverageRule | PartsRule | CountRule | QuestionRule) -> tuple[str, ...]:
    return rule.titles if isinstance(rule, QuestionRule) else rule.fields


def _name(spec: FieldSpec, rule: CoverageRule | PartsRule | CountRule | QuestionRule, flaw: Flaw) -> Gap:
    """Return what a finding asks for, as a mark and as a question."""
    label = spec.label
    match rule:
        case CoverageRule():
            hint = _hint(spec)
            wanted = f"（模板要求：{hint}）" if hint else ""
            if len(rule.fields) > 1 and not rule.each:
                return Gap("", "", f"表中还没有写到{flaw.measured}，能否补充？", rule.id)
            question = f"“{label}”里还没有写到{flaw.measured}，能否补充一两句{wanted}？"
            return Gap(label, str(flaw.measured), question, rule.id)
        case PartsRule():
            lacking = flaw.detail.removeprefix("缺少")
            return Gap(label, lacking, f"“{label}”里还缺{lacking}，请提供。", rule.id)
        case CountRule():
            return Gap(
                label,
                f"应为{flaw.allowed}，现有{flaw.measured}个",
                f"“{label}”现有{flaw.measured}个，应为{flaw.allowed}，请补足或删去。",
                rule.id,
            )
        case QuestionRule():
            question = f"“{label}”还不是一个问句，想问的究竟是什么？可用 wenjin title 看几个问法。"
            return Gap(label, "改为一个问句", question, rule.id)
