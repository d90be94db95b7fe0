"""Kind `participation`: a person takes part in so many drafts."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.checks.judgement import Flaw
from assistant.checks.packages.bundle import Bundle, Member, name_files
from assistant.checks.packages.judgement import NOTHING, Said
from assistant.checks.parsing.people import find_part
from assistant.checks.parsing.proposals.persons import list_persons
from assistant.checks.subject import Subject
from assistant.domain.draft import Location
from assistant.domain.kinds.batch import ParticipationRule
from assistant.text import bare


@dataclass(frozen=True, slots=True)
class _Part:
    """One person in one draft."""

    member: Member
    name: str
    employer: str
    """Empty where the draft does not say."""
    leads: bool
    where: Location
    project: str


def judge(rule: ParticipationRule, bundle: Bundle) -> Said:
    """Put people together by name and employer; two of one name whose employers are not both known are a question."""
    drafts = bundle.drafts(*rule.forms)
    if len(drafts) <= rule.most:
        return NOTHING
    parts = [part for member, subject in drafts for part in _list_parts(rule, member, subject)]
    by_name: dict[str, list[_Part]] = {}
    for part in parts:
        by_name.setdefault(bare(part.name), []).append(part)
    flaws: list[Flaw] = []
    questions: list[str] = []
    for held in by_name.values():
        for same in _tell_apart(held):
            files = name_files(part.member for part in same)
            if len(files) > rule.most:
                flaws.append(_report(rule, same, files))
        questions += _ask(held, rule.most)
    return Said(flaws=tuple(flaws), questions=tuple(questions))


def _list_parts(rule: ParticipationRule, member: Member, subject: Subject) -> Iterator[_Part]:
    """Someone named as leader and again as member of the same draft counts once."""
    seen: set[str] = set()
    for label in (*rule.leaders, *rule.members):
        for name, employer in _list_people(subject, label):
            if bare(name) not in seen:
                seen.add(bare(name))
                yield _Part(member, name, employer, label in rule.leaders, subject.place(label, name), member.name)


def _list_people(subject: Subject, label: str) -> list[tuple[str, str]]:
    """Return names and employers; an employer that the field does not give stays empty."""
    return [(one.name, find_part("employer", one.text) or "") for one in list_persons(subject.lines(label))]


def _tell_apart(held: list[_Part]) -> list[list[_Part]]:
    """Return the groups of one employer; those without one are known to be someone only where nobody else is meant."""
    employers = {bare(part.employer) for part in held if part.employer}
    if len(employers) <= 1 and (not employers or all(part.employer for part in held)):
        return [held]
    return [[part for part in held if bare(part.employer) == one] for one in sorted(employers)]


def _ask(held: list[_Part], most: int) -> Iterator[str]:
    employers = {bare(part.employer) for part in held}
    if len(name_files(part.member for part in held)) > most and len(employers) > 1:
        places = "；".join(f"{part.project}（{part.employer or '未写单位'}）" for part in held)
        yield f"“{held[0].name}”出现在几份申报材料中：{places}。是否为同一人？"


def _report(rule: ParticipationRule, same: list[_Part], files: tuple[str, ...]) -> Flaw:
    leads = sum(part.leads for part in same)
    shown = "；".join(f"{part.project}（{'负责人' if part.leads else '骨干'}）" for part in same)
    return Flaw(
        where=same[-1].where,
        evidence=f"{same[0].name}：{shown}",
        detail=f"{same[0].name}{f'在{leads}项中任负责人，' if leads else ''}共参加{len(files)}项",
        measured=len(files),
        allowed=f"至多{rule.most}项",
        files=files,
    )
