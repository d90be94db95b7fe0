"""Kind `youth-budget`: the state's money asked for a youth project is no more than the guide plans."""

from assistant.checks.judgement import Flaw, Found, Judgement, Kept, Silent, Unsure, shorten
from assistant.checks.parsing.proposals.category import read_category
from assistant.checks.parsing.proposals.direction import find_direction
from assistant.checks.parsing.proposals.money import Money
from assistant.checks.parsing.proposals.reading import read_budget
from assistant.checks.subject import Subject
from assistant.domain.kinds.conditions import YouthBudgetRule


def judge(_rule: YouthBudgetRule, subject: Subject) -> Judgement:
    """Less than the plan passes; a total without other funds is the state's."""
    direction = find_direction(subject)
    if direction is None or not subject.recall(read_category).youth:
        return Silent()
    # a direction that is not open to youth projects has no such limit of its own; the guide's holds all the same
    limits = (one for other in (direction, *subject.context.directions) for one in other.limits)
    limit = next((one for one in limits if one.kind == "youth_budget_wan_yuan"), None)
    if limit is None or limit.maximum is None:
        return Silent()
    money = subject.recall(read_budget)
    asked = money.central if money.central is not None else _read_total(money)
    if asked is None:
        return Unsure(f"青年科学家项目每个{limit.maximum:g}万元：申请的中央财政经费是多少？")
    if asked <= limit.maximum:
        return Kept()
    flaw = Flaw(
        where=subject.place_as("budget"),
        evidence=shorten(subject.text_as("budget")),
        detail=f"申请中央财政经费{asked:g}万元",
        measured=asked,
        allowed=f"{limit.maximum:g}万元",
        source=subject.context.cite(limit, direction),
    )
    return Found((flaw,))


def _read_total(money: Money) -> float | None:
    return money.find("total") if money.others is None or not money.others else None
