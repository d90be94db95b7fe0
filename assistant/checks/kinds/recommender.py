"""Kind `recommender`: where the direction names who recommends or organises, the proposal comes through one of them."""

from assistant.checks.judgement import Flaw, Found, Judgement, Kept, Silent, Unsure
from assistant.checks.parsing.proposals.bodies import is_provincial, is_same_body
from assistant.checks.parsing.proposals.demands import find_recommender
from assistant.checks.parsing.proposals.direction import find_direction
from assistant.checks.parsing.proposals.recommenders import list_recommenders
from assistant.checks.subject import Subject
from assistant.domain.kinds.conditions import RecommenderRule

_EVERY_PROVINCE = "各省"


def judge(_rule: RecommenderRule, subject: Subject) -> Judgement:
    """One of the bodies named suffices; a blank field is a question."""
    direction = find_direction(subject)
    demand = find_recommender(direction) if direction else None
    if direction is None or demand is None:
        return Silent()
    asked = f"方向{direction.number}要求“{demand.requirement.text}”"
    named = list_recommenders(subject.text_as("recommender"))
    if not named:
        return Unsure(f"{asked}：推荐单位是哪一个？")
    fits = [_fits(name, demand.bodies) for name in named]
    if any(fit is True for fit in fits):
        return Kept()
    if any(fit is None for fit in fits):
        return Unsure(f"{asked}：“{'、'.join(named)}”是否符合？")
    flaw = Flaw(
        where=subject.place_as("recommender", named[0]),
        evidence="、".join(named),
        detail=f"推荐单位是“{'、'.join(named)}”",
        measured="、".join(named),
        allowed="、".join(demand.bodies),
        source=subject.context.cite(demand.requirement, direction),
    )
    return Found((flaw,))


def _fits(name: str, bodies: tuple[str, ...]) -> bool | None:
    if any(body.startswith(_EVERY_PROVINCE) for body in bodies):
        return is_provincial(name)
    return any(is_same_body(name, body) for body in bodies)
