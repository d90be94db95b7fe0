"""A proposal names one second-level direction."""

from assistant.checks.judgement import Flaw, Found, Judgement, Kept, Unsure, shorten
from assistant.checks.parsing.proposals.direction import read_named
from assistant.checks.parsing.proposals.likeness import share_of_words
from assistant.checks.parsing.proposals.naming import Named
from assistant.checks.subject import Subject
from assistant.domain.kinds.proposals import DirectionRule

_MOST_LISTED = 6
"""Directions that a message lists."""
_UNLIKE = 0.3
"""Share of a direction's title from which words may be meant for it."""


def judge(rule: DirectionRule, subject: Subject) -> Judgement:
    """Ask where the words may be a direction's; find where they are a heading, several, or none of the guide's."""
    if not subject.context.directions:
        return Kept()
    named = subject.recall(read_named)
    match named.fault:
        case None:
            return Kept()
        case "blank":
            return _miss(rule, subject, named)
        case "conflict":
            number, other = named.others
            return Unsure(f"指南方向的编号是{number}，名称却像{other}：申报的是哪一个方向？")
        case "unrecognised" if _may_be_meant(named, subject):
            return Unsure(f"“{shorten(named.text)}”指的是指南的哪一个二级方向？请写明编号。")
        case _:
            return _find(rule, subject, named, _describe(named, subject))


def _miss(rule: DirectionRule, subject: Subject, named: Named) -> Judgement:
    labelled = any(subject.fields(label) for label in rule.fields)
    if named.guess is not None and not labelled:
        return Unsure(f"稿中没有写明指南方向，从项目名称看可能是{named.guess.number}“{named.guess.title}”，是否如此？")
    hint = f"，从项目名称看可能是{named.guess.number}“{named.guess.title}”" if named.guess else ""
    return _find(rule, subject, named, f"没有写明{hint}", missing=True)


def _find(rule: DirectionRule, subject: Subject, named: Named, detail: str, *, missing: bool = False) -> Judgement:
    where = subject.place(rule.fields[0])
    measured = "、".join(named.others) or None
    return Found((Flaw(where=where, evidence=named.text, detail=detail, measured=measured, missing=missing),))


def _describe(named: Named, subject: Subject) -> str:
    match named.fault:
        case "first-level":
            under = [one for one in subject.context.directions if one.area_number == named.others[0]]
            listed = "、".join(f"{one.number} {one.title}" for one in under[:_MOST_LISTED])
            return f"“{shorten(named.text)}”是一级标题，下面的二级方向有{listed}{'等' * (len(under) > _MOST_LISTED)}"
        case "several":
            return f"写了{len(named.others)}个方向（{'、'.join(named.others)}），只能选一个"
        case "not-in-guide":
            return f"指南中没有编号为{named.others[0]}的方向"
        case _:
            return f"“{shorten(named.text)}”不是指南的二级方向"


def _may_be_meant(named: Named, subject: Subject) -> bool:
    among = subject.context.directions
    return any(share_of_words(one.title, named.text, among) >= _UNLIKE for one in among)
