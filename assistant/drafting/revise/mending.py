"""The smallest change for each finding: a value of the list, a hint taken out, sentences left out; no fact is made.

What only the author knows becomes a visible 【待补充：…】 with the question beside it.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.checks.context import CheckContext
from assistant.checks.guidance import remove_guidance
from assistant.checks.parsing.keywords import find_repeated, split_keywords
from assistant.domain.catalogue import Catalogue
from assistant.domain.draft import Draft, FieldLine
from assistant.domain.filled import mark
from assistant.domain.finding import Finding
from assistant.domain.kinds.amounts import CountRule, DistinctRule, LengthRule
from assistant.domain.kinds.content import CoverageRule, ForbiddenRule
from assistant.domain.kinds.layout import ChoiceRule, FormatRule, PartsRule, PlaceholderRule, PresentRule
from assistant.domain.kinds.titles import QuestionRule
from assistant.domain.revision import Mend
from assistant.domain.rule import Rule
from assistant.drafting.cutting import list_cuts
from assistant.text import bare, dice
from assistant.writing.sections.sentences import split_sentences
from assistant.writing.titles import advise_title

_NEAREST = 3
_SEPARATOR = {True: "；", False: "; "}
_ONLY_AUTHOR = "这一处要由作者决定，没有可以照搬的改法。"


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What mends are made with."""

    draft: Draft
    rules: Sequence[Rule]
    context: CheckContext
    catalogue: Catalogue


@dataclass(frozen=True, slots=True)
class _Change:
    line: FieldLine | None
    after: str | None
    why: str
    others: tuple[str, ...] = ()
    question: str = ""


def propose_mends(findings: Sequence[Finding], desk: Desk) -> tuple[Mend, ...]:
    """Return one mend a finding, in their order; advice is left out."""
    told = [one for one in findings if one.severity != "info"]
    return tuple(_mend(number, one, desk) for number, one in enumerate(told, start=1))


def _mend(number: int, finding: Finding, desk: Desk) -> Mend:
    rule = next((one for one in desk.rules if one.id == finding.rule), None)
    label = finding.where.field or ""
    change = _change(rule, finding, label, desk) if rule else _leave(finding, label, desk)
    line = change.line
    return Mend(
        id=number,
        finding=finding,
        label=label,
        where=line.where if line else finding.where,
        before=line.text if line else "",
        after=change.after if line is None or change.after != line.text else None,
        others=change.others,
        why=change.why,
        question=change.question,
    )


def _change(rule: Rule, finding: Finding, label: str, desk: Desk) -> _Change:  # noqa: C901 - one case a kind of rule
    lines = _lines(label, desk.draft)
    if not lines:
        return _ask(None, label, finding)
    line = next((one for one in lines if _holds(one, finding)), lines[0])
    match rule:
        case ChoiceRule():
            return _choose(rule, line, desk)
        case QuestionRule() if label:
            return _rephrase(line, label, desk)
        case PlaceholderRule():
            return _remove_hint(line, label, finding, desk)
        case LengthRule() if rule.most and len(rule.fields) == 1 and len(lines) == 1:
            return _cut(line, rule.most, finding, label, desk)
        case CountRule() if rule.of in ("keywords_zh", "keywords_en"):
            return _count(rule, line, finding)
        case DistinctRule():
            return _drop_repeated(line, finding, label, desk)
        case FormatRule():
            return _fold(line, finding, label, desk)
        case ForbiddenRule() if rule.what == "contact" and finding.evidence in line.text:
            text = line.text.replace(finding.evidence, "")
            return _Change(line, text, f"删去联系方式“{finding.evidence}”；它只写在作者信息栏。")
        case PartsRule() | CoverageRule() | PresentRule():
            return _ask(lines[-1], label, finding)
        case _:
            return _leave(finding, label, desk)


def _lines(label: str, draft: Draft) -> list[FieldLine]:
    return [line for one in draft.fields if one.label == label for line in one.lines if line.text.strip()]


def _holds(line: FieldLine, finding: Finding) -> bool:
    same = (line.where.paragraph, line.where.table, line.where.row) == (
        finding.where.paragraph,
        finding.where.table,
        finding.where.row,
    )
    return same or bool(finding.evidence and finding.evidence.rstrip("…") in line.text)


def _leave(finding: Finding, label: str, desk: Desk) -> _Change:
    lines = _lines(label, desk.draft)
    line = next((one for one in lines if _holds(one, finding)), None)
    return _Change(line, None, _ONLY_AUTHOR, question=finding.suggestion or finding.message)


def _ask(line: FieldLine | None, label: str, finding: Finding) -> _Change:
    """Mark what is missing where it belongs, behind the author's words."""
    lacking = re.search(r"(?:缺少|没有写到)(.+?)[。；，]?$", finding.message) if line else None
    what = finding.measured if isinstance(finding.measured, str) and line else ""
    sign = mark((lacking[1] if lacking else what) or label or "此处")
    question = finding.suggestion or finding.message
    return _Change(
        line, f"{line.text if line else ''}{sign}", "缺的内容只有作者知道，先标出来，不代写。", question=question
    )


def _choose(rule: ChoiceRule, line: FieldLine, desk: Desk) -> _Change:
    """Offer the values of the list that are nearest to what stands there."""
    values = rule.values or tuple(f"{one.code} {one.name}" for one in desk.context.disciplines if one.level == 1)
    named = _by_lower_class(line.text, desk) if rule.lookup else ()
    ranked = sorted(values, key=lambda one: -dice(re.sub(r"^\d+\s*", "", one), line.text))
    near = named or tuple(one for one in ranked if dice(one, line.text) > 0)[:_NEAREST]
    if not near:
        others = tuple(ranked[:_NEAREST]) if rule.values else ()
        return _Change(line, None, _ONLY_AUTHOR, others=others, question=_list(values))
    return _Change(
        line, near[0], "改成列表里与原来写的最近的一项，由作者确认。", others=near[1:], question=_list(values)
    )


def _list(values: Sequence[str]) -> str:
    shown = "、".join(values[:12])
    return f"请从列表里选一项：{shown}{'等' if len(values) > 12 else ''}。"  # noqa: PLR2004 - as many as fit a line


def _by_lower_class(text: str, desk: Desk) -> tuple[str, ...]:
    """Return the first-level disciplines of the lower ones that are named (分析化学 belongs to 150 化学)."""
    by_code = {one.code: one for one in desk.context.disciplines}
    found: list[str] = []
    for one in desk.context.disciplines:
        if one.level > 1 and bare(one.name) and bare(one.name) in bare(text):
            above = one
            while above.level > 1 and above.parent in by_code:
                above = by_code[above.parent]
            found.append(f"{above.code} {above.name}")
    return tuple(dict.fromkeys(found))


def _rephrase(line: FieldLine, label: str, desk: Desk) -> _Change:
    """Offer questions made of the title's own words; such as add to them only the author can confirm."""
    kinds = [one.text for role in desk.context.form.find_labels("kind") for one in _lines(role, desk.draft)]
    own = remove_guidance(line.text, _hints(label, desk)).strip()
    found = advise_title(own, kinds[0] if kinds else None, None, desk.catalogue).candidates
    candidates = [one.zh for one in found if one.zh != line.text and not one.added]
    if not candidates:
        return _Change(line, None, _ONLY_AUTHOR, question="想问的究竟是什么？请写成一个问句。")
    return _Change(line, candidates[0], "把题目写成一个问句，只用原题的词。", others=tuple(candidates[1:]))


def _hints(label: str, desk: Desk) -> tuple[str, ...]:
    return tuple(spec.guidance for spec in desk.context.form.fields if spec.label == label and spec.guidance)


def _remove_hint(line: FieldLine, label: str, finding: Finding, desk: Desk) -> _Change:
    text = remove_guidance(line.text, _hints(label, desk)).strip()
    if text == line.text and finding.evidence in line.text:
        text = line.text.replace(finding.evidence, "").strip()
    return _Change(line, text, "删去模板自己的说明，作者的话不动。")


def _cut(line: FieldLine, most: int, finding: Finding, label: str, desk: Desk) -> _Change:
    sentences = [line.text[start:end] for start, end in split_sentences(line.text)]
    cuts = list_cuts(sentences, most)
    if not cuts:
        return replace(_leave(finding, label, desk), line=line, question=f"请删到{most}字以内：整句删减做不到。")
    why = f"只整句删减，不改一个字：{cuts[0].reason}"
    return _Change(line, cuts[0].value, why, others=tuple(one.value for one in cuts[1:]))


def _count(rule: CountRule, line: FieldLine, finding: Finding) -> _Change:
    chinese = rule.of == "keywords_zh"
    words = split_keywords(line.text, chinese=chinese)
    if rule.most and len(words) > rule.most:
        kept = [words[: rule.most], words[-rule.most :]]
        texts = [_SEPARATOR[chinese].join(one) for one in kept]
        return _Change(
            line, texts[0], f"多了{len(words) - rule.most}个，留下前{rule.most}个，由作者确认。", tuple(texts[1:])
        )
    lacking = (rule.least or 0) - len(words)
    text = (
        _SEPARATOR[chinese].join([*words, mark(f"还缺{lacking}个")])
        if words
        else f"{line.text}{mark(f'还缺{lacking}个')}"
    )
    return _Change(line, text, "缺的关键词由作者补。", question=finding.suggestion or finding.message)


def _drop_repeated(line: FieldLine, finding: Finding, label: str, desk: Desk) -> _Change:
    chinese = not label.isascii()
    words = split_keywords(line.text, chinese=chinese)
    repeated = find_repeated(words)
    if not repeated:
        return _leave(finding, label, desk)
    kept = list(words)
    for one in repeated:
        kept.reverse()
        kept.remove(one)
        kept.reverse()
    return _Change(
        line, _SEPARATOR[chinese].join(kept), f"删去重复的“{'、'.join(repeated)}”。", question="请另补一个关键词。"
    )


def _fold(line: FieldLine, finding: Finding, label: str, desk: Desk) -> _Change:
    """Fold full-width digits and letters of a contact; a number of the wrong length only the author can mend."""
    folded = re.sub(r"[０-９Ａ-Ｚａ-ｚ＠．＋－]+", lambda one: unicodedata.normalize("NFKC", one[0]), line.text)
    if folded != line.text:
        return _Change(line, folded, "全角的数字和字母改为半角。", question=finding.suggestion or "")
    return _leave(finding, label, desk)
