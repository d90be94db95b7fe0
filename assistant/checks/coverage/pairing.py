"""Which number of the draft answers which number of the guide."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.checks.coverage.levels import Level, compare, may_compare
from assistant.checks.coverage.statements import Statement
from assistant.checks.coverage.terms import Weights
from assistant.checks.coverage.units import Unit

NEAR, PART, LED = 0.5, 0.3, 0.2
"""What the words next to the number, those of its part and those that lead to it count."""
LEAST = 0.25
"""Likeness from which a number may be meant."""
_CONDITION, _OTHER_CONDITION, _NO_CONDITION = 0.2, -0.3, -0.1
"""What the same and other circumstances of a measurement count, and such as only one of the two names."""
_COUNTER, _OTHER_COUNTER = 0.1, -0.08
"""What the same and another telling measure word count."""
_SAME_COUNTERS = (
    frozenset("种款型类"),
    frozenset("例人名位"),
    frozenset("次场届"),
    frozenset("篇本部"),
    frozenset("台套辆"),
)
"""Measure words that count the same things."""
_PLAIN_COUNTERS = frozenset("项个种套件类份部条台")
"""Measure words that tell nothing of what is counted."""
_SHARED_WORDS = 1.5
"""Weight of shared words from which a number whose unit tells nothing may be meant."""
_FAR = 100
"""How many times as many a count has to be for a single one of each (各1套) to come to it by no means."""
_KEPT, _EQUAL = 0.04, 0.06
"""Advantage of a number that is good enough, and of the very number asked for, where two are as likely meant."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A number of the draft that may answer one of the guide."""

    offered: Statement
    likeness: float
    level: Level
    both: float = 1.0
    """What the guide's words have of the draft's and the draft's of the guide's, the lesser of the two."""
    taken: bool = False
    """True where the number rather answers another demand."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """The numbers of a draft beside those of a guide."""

    ranked: tuple[tuple[Pair, ...], ...]
    """For each of the guide's statements its candidates, the likeliest first; none for one without a number."""
    free: tuple[Statement, ...]
    """Numbers of the draft's indicators that answer nothing."""
    aside: tuple[Statement, ...]
    """Numbers elsewhere in the draft that answer nothing."""


def pair_numbers(
    asked: Sequence[Statement], own: Sequence[Statement], aside: Sequence[Statement], weights: Weights
) -> Pairing:
    """Return which numbers of the draft may answer which of the guide.

    Each number of the draft answers one demand, the likeliest; for the others it is marked as taken.

    Args:
        asked: what the guide asks for.
        own: numbers of the draft's indicators.
        aside: numbers that stand elsewhere in the draft; they may answer a demand but not fall short of it.
        weights: what words tell between the demands.
    """
    numbered = [*own, *aside]
    found = [
        (row, place, pair)
        for row, one in enumerate(asked)
        for place, other in enumerate(numbered)
        if (pair := _pair(one, other, weights)) is not None and (place < len(own) or pair.level == "kept")
    ]
    found.sort(key=lambda it: -(it[2].likeness + _favour(asked[it[0]], it[2])))
    owner: dict[int, int] = {}
    served: set[int] = set()
    for row, place, _ in found:
        if place not in owner and row not in served:
            owner[place] = row
            served.add(row)
    ranked: list[list[Pair]] = [[] for _ in asked]
    for row, place, pair in found:
        ranked[row].append(replace(pair, taken=owner.get(place, row) != row))
    return Pairing(
        tuple(tuple(sorted(pairs, key=lambda pair: -pair.likeness)) for pairs in ranked),
        tuple(one for place, one in enumerate(own) if place not in owner),
        tuple(one for place, one in enumerate(aside, len(own)) if place not in owner),
    )


def _favour(asked: Statement, pair: Pair) -> float:
    one, other = asked.measure, pair.offered.measure
    equal = one is not None and other is not None and (one.low, one.high) == (other.low, other.high)
    return _KEPT * (pair.level == "kept") + _EQUAL * equal


def _pair(asked: Statement, other: Statement, weights: Weights) -> Pair | None:
    likeness = measure_likeness(asked, other, weights)
    if likeness < LEAST or asked.measure is None or other.measure is None:
        return None
    level = compare(asked.measure, other.measure, asked.near, other.before)
    return Pair(other, likeness, level, measure_agreement(asked, other, weights))


def measure_agreement(one: Statement, other: Statement, weights: Weights) -> float:
    """Return from 0 to 1 how much each has of the other's words, the lesser of the two."""
    pairs = ((one.near_terms, other.near_terms), (one.terms, other.terms))
    return max(min(_hold(mine, yours, weights), _hold(yours, mine, weights)) for mine, yours in pairs)


def _hold(wanted: frozenset[str], held: frozenset[str], weights: Weights) -> float:
    whole = weights.sum(wanted)
    return weights.sum(wanted & held) / whole if whole else 0.0


def measure_likeness(one: Statement, other: Statement, weights: Weights) -> float:
    """Return from 0 to about 1.2 how surely two numbers are about the same thing; 0 where they cannot be compared."""
    if one.measure is None or other.measure is None or one.around.isdisjoint(other.around):
        return 0.0
    if not may_compare(one.measure, other.measure, other.before):
        return 0.0
    near = _share(one.near_terms, other.near_terms | other.terms, other.near_terms, weights)
    part = _share(one.terms, other.terms | other.led_terms, other.terms, weights)
    around, beside = one.led_terms | one.terms, other.led_terms | other.terms
    led = _share(around, beside, beside, weights)
    return NEAR * near + PART * part + LED * led + _extras(one, other, one.measure.unit, other.measure.unit)


def _compare_counters(one: str, other: str) -> float:
    both = {one, other}
    if both <= _PLAIN_COUNTERS and len(both) == 1:
        return 0.0
    if len(both) == 1 or any(both <= group for group in _SAME_COUNTERS):
        return _COUNTER
    return 0.0 if both & _PLAIN_COUNTERS else _OTHER_COUNTER


def _extras(one: Statement, other: Statement, unit: Unit, beside: Unit) -> float:
    extra = 0.0
    if one.conditions and other.conditions:
        extra += _CONDITION if one.conditions & other.conditions else _OTHER_CONDITION
    elif one.conditions or other.conditions:
        extra += _NO_CONDITION
    if unit.kind == beside.kind == "count":
        extra += _compare_counters(unit.printed, beside.printed)
    return extra


def _share(wanted: frozenset[str], held: frozenset[str], own: frozenset[str], weights: Weights) -> float:
    """Return the mean of how much of the guide's words the draft has, and how much of the draft's the guide has."""
    whole, back = weights.sum(wanted), weights.sum(own)
    if not whole or not back:
        return 0.0
    forth, back = weights.sum(wanted & held) / whole, weights.sum(wanted & own) / back
    return 0.55 * max(forth, back) + 0.45 * min(forth, back)


def may_answer(asked: Statement, other: Statement, weights: Weights) -> bool:
    """Say whether a number with other words may be meant: its value will do; its unit tells, or a word is shared."""
    if asked.measure is None or other.measure is None:
        return False
    if not may_compare(asked.measure, other.measure, other.before):
        return False
    if asked.measure.unit.kind == other.measure.unit.kind == "count" and _FAR * other.measure.high < asked.measure.low:
        return False
    good = compare(asked.measure, other.measure, asked.near, other.before) != "weaker"
    return good and (is_telling(asked, other) or weights.rarity.sum(asked.terms & other.terms) >= _SHARED_WORDS)


def is_telling(asked: Statement, other: Statement) -> bool:
    """Say whether the units tell what is measured: any but a bare number and a measure word that counts anything."""
    if asked.measure is None or other.measure is None:
        return False
    unit, beside = asked.measure.unit, other.measure.unit
    return unit.kind not in ("count", "") or (unit.printed == beside.printed and unit.printed not in _PLAIN_COUNTERS)
