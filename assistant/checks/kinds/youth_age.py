"""Kind `youth-age`: persons of a youth project, or of a youth subproject in another, were born late enough."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from assistant.checks.judgement import Flaw, Judgement, Silent, Unsure, conclude
from assistant.checks.parsing.dates import find_dates
from assistant.checks.parsing.names import narrow
from assistant.checks.parsing.proposals.category import read_category
from assistant.checks.parsing.proposals.entries import cut_brackets, split_outside
from assistant.checks.parsing.proposals.persons import Person, Sex, list_persons
from assistant.checks.parsing.proposals.reading import read_leaders, read_members
from assistant.checks.subject import Subject
from assistant.domain.kinds.conditions import YouthAgeRule

_YOUTH_SUBPROJECT = re.compile(r"青年科学家(?:子)?课题|青年课题")
_TASK = re.compile(r"(?=(?:子?课题|任务)\s*[（(]?\s*[\d一二三四五六七八九十])")
_NO_SUBPROJECT = re.compile(r"(?:不|未|无)(?:再)?(?:下?设|设置|设立)?[^，。；]{0,4}青年(?:科学家)?(?:子)?课题")


def judge(rule: YouthAgeRule, subject: Subject) -> Judgement:
    """A person whose birth or sex the draft does not give is a question, unless every sex gives the same answer."""
    limits = _read_limits(rule.dates)
    persons = list(_list_persons(rule, subject))
    if not persons:
        return Silent()
    late = [(person, limit) for person in persons if (limit := _find_broken(person, limits))]
    if late:
        return conclude([_build(person, limit) for person, limit in late])
    open_ones = [person for person in persons if _is_open(person, limits)]
    if open_ones:
        names = "、".join(person.name or "负责人" for person in open_ones[:6])
        return Unsure(f"{names}的出生日期是否符合要求（男{limits['男']}、女{limits['女']}以后出生）？")
    return conclude([])


def _read_limits(words: str) -> dict[Sex, date]:
    """Return the first day of birth that is allowed; 以后 includes the day."""
    found: dict[Sex, date] = {}
    for sex in ("男", "女"):
        if match := re.search(rf"{sex}性应为(.{{6,14}}?)以后", words):
            found[sex] = find_dates(match[1], 0)[0].value
    return found


def _list_persons(rule: YouthAgeRule, subject: Subject) -> Iterator[Person]:
    youth = subject.recall(read_category).youth
    if rule.who == "subprojects":
        if not youth:
            yield from _list_of_subprojects(subject)
    elif youth:
        yield from subject.recall(read_leaders)[:1] if rule.who == "leader" else subject.recall(read_members)


def _list_of_subprojects(subject: Subject) -> Iterator[Person]:
    """Persons named in the line of a youth subproject; what other fields say of the same name is added."""
    known = {one.name: one for one in (*subject.recall(read_leaders), *subject.recall(read_members)) if one.name}
    for line in subject.lines_as("tasks"):
        for task in _TASK.split(narrow(line.text)):
            for piece in split_outside(task, ";。"):
                if not _YOUTH_SUBPROJECT.search(piece) or _NO_SUBPROJECT.search(piece):
                    continue
                named = [person for name, person in known.items() if name in piece]
                _, remarks = cut_brackets(piece.split("\t")[0])
                cells = ",".join(piece.split("\t")[1:])
                here = [
                    one for one in list_persons([replace(line, text=f"{remarks};{cells}")]) if one.name or one.birth
                ]
                born = [person for person in here if person.birth]
                yield from born or named or here


def _find_broken(person: Person, limits: dict[Sex, date]) -> date | None:
    """Return the limit that the person's birth is before; None where it is not, or where that is open."""
    if person.birth is None:
        return None
    own = [limits[person.sex]] if person.sex else sorted(limits.values())
    return own[0] if person.birth.is_before(own[0]) is True else None


def _is_open(person: Person, limits: dict[Sex, date]) -> bool:
    if person.birth is None:
        return True
    own = [limits[person.sex]] if person.sex else list(limits.values())
    return any(person.birth.is_before(limit) is not False for limit in own)


def _build(person: Person, limit: date) -> Flaw:
    born = person.birth.text if person.birth else ""
    sex = f"，{person.sex}" if person.sex else ""
    return Flaw(
        where=person.where,
        evidence=f"{person.name}{sex}，{born}",
        detail=f"{person.name or '负责人'}{sex}，{born}",
        measured=born,
        allowed=f"{limit.year}年{limit.month}月{limit.day}日以后出生",
    )
