"""Kind `birth`: the leader was born on the quote's day or after it (应为1962年1月1日以后出生)."""

from datetime import date

from assistant.checks.judgement import Flaw, Judgement, Kept, Silent, Unsure, conclude, shorten
from assistant.checks.parsing.dates import find_dates, name_day
from assistant.checks.parsing.proposals.births import Birth
from assistant.checks.parsing.proposals.persons import Person
from assistant.checks.parsing.proposals.reading import read_leaders
from assistant.checks.subject import Subject
from assistant.domain.kinds.applicants import BirthRule


def judge(rule: BirthRule, subject: Subject) -> Judgement:
    """以后 includes the day; an age is no date of birth and is asked about."""
    limits = [found for quote in rule.sources for found in find_dates(quote.quote, subject.context.info.year)]
    leaders = subject.recall(read_leaders)
    if not limits or not leaders:
        return Silent() if subject.has("leader") else Unsure("没有写明项目负责人：负责人的出生日期是哪天？")
    limit = limits[0].value
    flaws: list[Flaw] = []
    asked: list[str] = []
    for leader in leaders:
        before = leader.birth.is_before(limit) if leader.birth else None
        if before is None and (leader.birth or len(leaders) == 1):
            told = f"（写作“{leader.states_age}”）" if leader.states_age else ""
            asked.append(f"项目负责人{leader.name}的出生日期没有写明{told}：是否在{name_day(limit)}以后（含当日）？")
        elif before and leader.birth:
            flaws.append(_build(subject, leader, leader.birth, limit))
    if flaws:
        return conclude(flaws)
    return Unsure(asked[0]) if asked else Kept()


def _build(subject: Subject, leader: Person, birth: Birth, limit: date) -> Flaw:
    return Flaw(
        where=subject.place_as("leader", birth.text),
        evidence=shorten(f"{leader.name}，{birth.text}"),
        measured=birth.text,
        allowed=f"{name_day(limit)}以后",
    )
