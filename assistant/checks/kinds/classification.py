"""Kind `classification`: a field names an entry of a classification standard at one of the levels."""

from assistant.checks.judgement import Flaw, Found, Judgement, Kept, Silent, Unsure, shorten
from assistant.checks.parsing.categories import Named, find_categories, find_nearest
from assistant.checks.parsing.people import NOTHING
from assistant.checks.subject import Subject
from assistant.domain.catalogue import Category
from assistant.domain.kinds.declarations import ClassificationRule
from assistant.text import bare

_LONGEST = 400
"""Characters of a field that may name an entry; whole pages may stand there by mistake."""
_NEAR = 0.7
"""Dice coefficient from which a name may be meant for one of the standard's."""


def judge(rule: ClassificationRule, subject: Subject) -> Judgement:
    """One entry of the right level suffices; a code that may be newer than our table is a question."""
    label = next(iter(subject.labels(rule.fields)), None)
    if label is None:
        return Silent()
    text = subject.text(label)[:_LONGEST]
    if not bare(text) or NOTHING.match(text):
        return _fail(rule, subject, label, "（空白）", "没有填写", missing=True)
    named = find_categories(text, subject.context.industries)
    if any(one.level in rule.levels for one in named.categories):
        return Kept()
    doubt = _find_doubt(rule, subject, text, named)
    return doubt or _fail(rule, subject, label, shorten(text), _describe(rule, named.categories, named.unknown_codes))


def _find_doubt(rule: ClassificationRule, subject: Subject, text: str, named: Named) -> Unsure | None:
    known = {one.code for one in subject.context.industries}
    newer = [code for code in named.unknown_codes if code[:-1] in known and len(code) in rule.levels]
    if newer:
        return Unsure(f"“{newer[0]}”不在收录的{rule.standard}中：是否为其修改单增补的代码？")
    if named.categories or named.unknown_codes:
        return None
    nearest = find_nearest(text, subject.context.industries, rule.levels)
    if nearest and nearest[1] >= _NEAR:
        return Unsure(f"“{shorten(text, 30)}”是否指{rule.standard}的“{nearest[0].code} {nearest[0].name}”？")
    return None


def _describe(rule: ClassificationRule, named: tuple[Category, ...], unknown: tuple[str, ...]) -> str:
    if named:
        one = max(named, key=lambda category: category.level)
        return f"“{one.code} {one.name}”是{rule.level_names[one.level - 1]}"
    return f"标准中没有“{unknown[0]}”" if unknown else "没有写明标准中的行业"


def _fail(
    rule: ClassificationRule, subject: Subject, label: str, evidence: str, detail: str, *, missing: bool = False
) -> Found:
    allowed = "或".join(rule.level_names[level - 1] for level in rule.levels)
    where = subject.place(label)
    return Found(
        (Flaw(where=where, evidence=evidence, detail=detail, measured=evidence, allowed=allowed, missing=missing),)
    )
