"""Kind `ratio`: other funds reach the ratio to the state's money that the direction sets (比例不低于2:1)."""

from dataclasses import dataclass

from assistant.checks.judgement import Flaw, Judgement, Kept, Silent, Unsure, conclude, shorten
from assistant.checks.parsing.proposals.direction import find_direction
from assistant.checks.parsing.proposals.money import Money
from assistant.checks.parsing.proposals.ratios import NAMES, Ratio, list_ratios
from assistant.checks.parsing.proposals.reading import read_budget
from assistant.checks.subject import Subject
from assistant.domain.direction import Direction
from assistant.domain.kinds.proposals import RatioRule

_SLACK = 1e-6
"""Amounts are rounded when they are written down."""


@dataclass(frozen=True, slots=True)
class _Measured:
    """What the draft gives for one ratio."""

    value: float | None
    text: str


def judge(_rule: RatioRule, subject: Subject) -> Judgement:
    """Each ratio is judged by the amounts; where they are not given, by a ratio that the draft states."""
    direction = find_direction(subject)
    ratios = list_ratios(direction) if direction else []
    if direction is None or not ratios:
        return Silent()
    money = subject.recall(read_budget)
    flaws: list[Flaw] = []
    asked: list[str] = []
    for ratio in ratios:
        found = _measure(money, ratio)
        if found.value is None:
            asked.append(f"{NAMES[ratio.share]}与国拨（中央财政）经费的比例是否不低于{ratio.text}")
        elif found.value < ratio.value - _SLACK:
            flaws.append(_build(subject, direction, ratio, found))
    if not flaws and asked:
        return Unsure(f"没有写明金额：{'；'.join(asked)}？")
    return conclude(flaws) if flaws else Kept()


def _measure(money: Money, ratio: Ratio) -> _Measured:
    amount = {
        "others": money.others,
        "local": money.local,
        "others-besides-local": money.others_besides_local,
    }[ratio.share]
    if amount is None and ratio.share == "local" and money.others == 0:
        amount = 0.0
    if amount is not None and money.central:
        return _Measured(
            amount / money.central, f"{NAMES[ratio.share]}{amount:g}万元，国拨（中央财政）经费{money.central:g}万元"
        )
    if money.ratio and (money.ratio[0] == "地方") == (ratio.share == "local"):
        return _Measured(money.ratio[1], f"写明的比例是{money.ratio[1]:g}:1")
    return _Measured(None, "")


def _build(subject: Subject, direction: Direction, ratio: Ratio, found: _Measured) -> Flaw:
    value = found.value or 0.0
    return Flaw(
        where=subject.place_as("budget"),
        evidence=shorten(found.text, 100),
        detail=NAMES[ratio.share],
        measured=f"{value:.2f}".rstrip("0").rstrip(".") + ":1",
        allowed=f"不低于{ratio.text}",
        source=subject.context.cite(ratio.requirement, direction),
    )
