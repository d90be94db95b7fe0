"""Kind `same`: a field holds the same in all documents of the package."""

from collections import Counter

from assistant.checks.judgement import Flaw, shorten
from assistant.checks.packages.bundle import Bundle, Member
from assistant.checks.packages.judgement import NOTHING, Said
from assistant.checks.parsing.organisations import split_organisations
from assistant.checks.subject import Subject
from assistant.domain.kinds.batch import SameRule
from assistant.text import bare, clean


def judge(rule: SameRule, bundle: Bundle) -> Said:
    """Take the value of most documents for the right one; a tie is decided by the first."""
    held = [(member, subject) for member, subject in bundle.drafts(*rule.forms) if bare(subject.text(rule.field))]
    if len(held) < 2:  # noqa: PLR2004 - one document agrees with itself
        return NOTHING
    values = [_read(rule, subject) for _, subject in held]
    usual = Counter(values).most_common(1)[0][0]
    shown = clean(held[values.index(usual)][1].text(rule.field))
    flaws = [
        _differ(rule, member, subject, shown)
        for (member, subject), value in zip(held, values, strict=True)
        if value != usual
    ]
    return Said(flaws=tuple(flaws))


def _read(rule: SameRule, subject: Subject) -> frozenset[str]:
    """Names of several units may stand in any order."""
    text = subject.text(rule.field)
    return frozenset(map(bare, split_organisations(text))) or frozenset({bare(text)})


def _differ(rule: SameRule, member: Member, subject: Subject, usual: str) -> Flaw:
    text = shorten(clean(subject.text(rule.field)))
    return Flaw(
        where=subject.place(rule.field),
        evidence=text,
        detail=f"“{member.name}”的{rule.field}为“{text}”，其余材料为“{shorten(usual)}”",
        measured=text,
        allowed=shorten(usual),
        files=(member.file,),
    )
