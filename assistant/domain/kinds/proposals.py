"""Rules on proposals under a guide: direction, units, money, time. What a guide lays down is looked up there."""

from typing import Literal

from assistant.domain.kinds.base import RuleBase
from assistant.domain.kinds.content import Element
from assistant.domain.value import Value


class DirectionRule(RuleBase):
    """A proposal names one second-level direction of its guide."""

    kind: Literal["direction"]
    fields: tuple[str, ...]


class UnitsRule(RuleBase):
    """The units are no more than the limit for the draft's category; the lead is one of them."""

    kind: Literal["units"]


class DurationRule(RuleBase):
    """The period is no longer than the limit."""

    kind: Literal["duration"]


class RatioRule(RuleBase):
    """Other funds reach each ratio to the state's money that the direction sets."""

    kind: Literal["ratio"]


class UndividedRule(RuleBase):
    """Where the guide allows no subprojects, there are none."""

    kind: Literal["undivided"]


class PartnersRule(RuleBase):
    """Partners from abroad take part, as many or from as many countries as the guide asks."""

    kind: Literal["partners"]
    of: Literal["units", "countries"]


class Prerequisite(Value):
    """What a sentence of a direction asks for, as a draft would show it."""

    quote: str
    """Words of the direction's sentence; only directions that have it are judged."""
    shown: Element
    """What shows that it is met."""
    among: Literal["units", "text"]
    """Where it has to be shown: by a unit's name or the remark beside it, or anywhere in the draft."""
    concerns: str | None = None
    """Regular expression for what makes it matter; None where it always does. Without it a person is asked."""


class PrerequisiteRule(RuleBase):
    """A condition that a direction sets is met."""

    kind: Literal["prerequisite"]
    prerequisites: tuple[Prerequisite, ...]


class SubjectRule(RuleBase):
    """Title and content are about what the direction is about."""

    kind: Literal["subject"]
