"""Kind `prerequisite`: a condition under one direction is met (第三方公共检测机构不少于1家)."""

import re
from collections.abc import Iterator

from assistant.checks.judgement import Flaw, Judgement, Kept, Silent, Unsure, conclude, shorten
from assistant.checks.parsing.proposals.direction import find_direction
from assistant.checks.parsing.proposals.reading import read_units
from assistant.checks.subject import Subject
from assistant.domain.direction import Direction, Requirement
from assistant.domain.kinds.proposals import Prerequisite, PrerequisiteRule
from assistant.text import squash

_DENIED = re.compile(
    r"尚未|未(?!来)|没有|不具备|正在(?:申请|办理)|拟(?:申请|办理)|待(?:申请|办理|取得)|无(?!锡|机|人|线|损)"
)


def judge(rule: PrerequisiteRule, subject: Subject) -> Judgement:
    """What is denied, or shown by nothing where it matters, is found; where nothing tells whether it matters, ask."""
    direction = find_direction(subject)
    asked = [] if direction is None else list(_list_asked(rule, direction))
    if direction is None or not asked:
        return Silent()
    flaws: list[Flaw] = []
    for prerequisite, requirement in asked:
        verdict = _weigh(prerequisite, subject)
        if isinstance(verdict, Unsure):
            return verdict
        if verdict is not None:
            source = subject.context.cite(requirement, direction)
            place = "units" if prerequisite.among == "units" else "content"
            flaws.append(
                Flaw(
                    where=subject.place_as(place),
                    evidence=shorten(verdict, 80),
                    detail=prerequisite.shown.name,
                    allowed=requirement.text,
                    source=source,
                )
            )
    return conclude(flaws) if flaws else Kept()


def _list_asked(rule: PrerequisiteRule, direction: Direction) -> Iterator[tuple[Prerequisite, Requirement]]:
    for prerequisite in rule.prerequisites:
        for requirement in direction.requirements:
            if squash(prerequisite.quote) in squash(requirement.quote):
                yield prerequisite, requirement


def _weigh(prerequisite: Prerequisite, subject: Subject) -> str | Unsure | None:
    """Return the evidence against it; None where it is met."""
    cue = re.compile("|".join(prerequisite.shown.cues))
    units = subject.recall(read_units)
    if prerequisite.among == "units":
        if not units.listed:
            return Unsure(f"没有列出参与单位：是否有{prerequisite.shown.name}？")
        met = any(cue.search(f"{unit.name}，{unit.note}") for unit in units.all)
        return None if met else "；".join(unit.name for unit in units.all)
    clauses = [
        clause
        for passage in subject.passages()
        if not passage.hidden
        for clause in re.split(r"[。；;\n]", passage.text)
    ]
    told = [clause for clause in clauses if cue.search(clause)]
    if told:
        return next((clause for clause in told if _DENIED.search(clause)), None)
    concerning = [clause for clause in clauses if prerequisite.concerns and re.search(prerequisite.concerns, clause)]
    if concerning or prerequisite.concerns is None:
        return f"没有写到{prerequisite.shown.name}"
    return Unsure(f"稿中没有写到{prerequisite.shown.name}：是否已经具备？")
