"""Rules on who applies: persons, units, who recommends them. Dates are read in the rule's own quote."""

from typing import Literal

from assistant.domain.form import FieldRole
from assistant.domain.kinds.base import RuleBase


class BirthRule(RuleBase):
    """The leader was born on the quote's day or after it."""

    kind: Literal["birth"]


class QualificationRule(RuleBase):
    """The leader has a senior title or a doctorate."""

    kind: Literal["qualification"]


class AppointmentRule(RuleBase):
    """A leader from abroad proves the appointment, a part-time one by both employers."""

    kind: Literal["appointment"]


class OngoingRule(RuleBase):
    """Nobody who leads an ongoing project of the programmes named applies."""

    kind: Literal["ongoing"]


class DisclosureRule(RuleBase):
    """The draft does not itself say what bars it; a statement that it is not so passes, silence is asked about."""

    kind: Literal["disclosure"]
    says: str
    """Regular expression for a clause that is about it."""
    affirms: str
    """Regular expression for words in that clause by which it is so."""
    denies: str
    """Regular expression for words in that clause by which it is not so."""
    ended: str = r"(?!)"
    """Regular expression for words behind it in the same sentence by which it is over."""
    expected: FieldRole
    """Item in which the statement belongs."""


class OfficeRule(RuleBase):
    """No applicant holds office in a state organ."""

    kind: Literal["office"]


class EligibleRule(RuleBase):
    """Lead and Chinese participants are legal entities of the mainland and no state organs."""

    kind: Literal["eligible"]


class RegisteredRule(RuleBase):
    """The lead was registered before the quote's day; the day itself is let pass."""

    kind: Literal["registered"]


class RecommendersRule(RuleBase):
    """One unit recommends."""

    kind: Literal["recommenders"]
    most: int


class FilledRule(RuleBase):
    """No labelled item is blank."""

    kind: Literal["filled"]
