"""Kind `youth-direction`: a youth project is filed under a direction that is open to youth projects."""

from assistant.checks.judgement import Flaw, Found, Judgement, Kept, Silent
from assistant.checks.parsing.proposals.category import read_category
from assistant.checks.parsing.proposals.direction import find_direction
from assistant.checks.subject import Subject
from assistant.domain.direction import Direction
from assistant.domain.kinds.conditions import YouthDirectionRule

_YOUTH = "青年科学家"
_STAR = "*"
"""Mark by which a guide points to the directions that youth projects may follow."""


def judge(_rule: YouthDirectionRule, subject: Subject) -> Judgement:
    """A mark behind the title, a star, or a sentence of the direction itself opens it."""
    direction = find_direction(subject)
    if direction is None or not subject.recall(read_category).youth:
        return Silent()
    if _is_open(direction):
        return Kept()
    flaw = Flaw(
        where=subject.place_as("direction"),
        evidence=f"{direction.number} {direction.title}",
        detail=f"{direction.number}“{direction.title}”",
        measured=direction.number,
        allowed="标有“青年科学家项目”的方向",
    )
    return Found((flaw,))


def _is_open(direction: Direction) -> bool:
    marked = any(_YOUTH in tag or tag == _STAR for tag in direction.tags)
    return marked or any(one.scope == "direction" and _YOUTH in one.text for one in direction.requirements)
