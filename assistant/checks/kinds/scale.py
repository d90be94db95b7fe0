"""Kind `scale`: a field gives a number on a scale."""

from assistant.checks.judgement import Flaw, Found, Judgement, Kept, Silent, shorten
from assistant.checks.parsing.grades import find_grade
from assistant.checks.parsing.people import NOTHING
from assistant.checks.subject import Subject
from assistant.domain.kinds.declarations import ScaleRule
from assistant.text import bare

_LONGEST = 200
"""Characters of a field that may give the number; an explanation may stand behind it."""


def judge(rule: ScaleRule, subject: Subject) -> Judgement:
    """Judge the first of the fields that the form asks for."""
    label = next(iter(subject.labels(rule.fields)), None)
    if label is None:
        return Silent()
    text = subject.text(label)[:_LONGEST]
    blank = not bare(text) or bool(NOTHING.match(text))
    grade = None if blank else find_grade(text)
    if grade is not None and rule.least <= grade <= rule.most:
        return Kept()
    detail = "没有填写" if blank else "不是数值" if grade is None else f"{grade:g}不在量表范围内"
    flaw = Flaw(
        where=subject.place(label),
        evidence="（空白）" if blank else shorten(text),
        detail=detail,
        measured=grade,
        allowed=f"{rule.least:g}至{rule.most:g}",
        missing=blank,
    )
    return Found((flaw,))
