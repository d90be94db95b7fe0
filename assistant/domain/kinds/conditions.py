"""Rules on what a proposal's kind of work, its direction or its category demands."""

from typing import Literal

from assistant.domain.kinds.base import RuleBase
from assistant.domain.kinds.content import Element


class SafeguardRule(RuleBase):
    """A draft that plans a kind of work states how it is safeguarded."""

    kind: Literal["safeguard"]
    work: Element
    """What shows the work beyond doubt."""
    hint: Element
    """What may show it; a person is asked."""
    context: str | None = None
    """Regular expression for words, anywhere in what is planned, beside which a hint leaves no doubt."""
    statements: tuple[Element, ...]
    """All of them have to stand somewhere in the draft."""
    advised: Element | None = None
    """A statement whose absence is a question only."""
    denial: str
    """Regular expression by which a draft says that it does no such work."""
    planned: tuple[str, ...]
    """Fields in which work is planned; text outside all fields counts with them."""
    fields: tuple[str, ...]
    """Field in which the statement is expected."""


class LeadRule(RuleBase):
    """Where the direction asks for it, a unit of that kind leads."""

    kind: Literal["lead"]
    wanted: Literal["enterprise", "hospital"]


class RecommenderRule(RuleBase):
    """Where the direction names who recommends or organises, the proposal comes through one of them."""

    kind: Literal["recommender"]


class JointRule(RuleBase):
    """Where the direction asks for units of several kinds together, each kind is among the units."""

    kind: Literal["joint"]


class EndorsementRule(RuleBase):
    """Where the direction asks for endorsements, each of the bodies has given its own."""

    kind: Literal["endorsement"]


class ConditionRule(RuleBase):
    """What else a direction asks of the units is offered in the draft."""

    kind: Literal["condition"]


class SubprojectsRule(RuleBase):
    """The subprojects are no more than the direction's limit for the draft's category."""

    kind: Literal["subprojects"]
    youth: bool = False
    """True for youth projects only, False for all others."""


class LeadersRule(RuleBase):
    """One leader for the project and one for each subproject."""

    kind: Literal["leaders"]


class YouthDirectionRule(RuleBase):
    """A youth project is filed under a direction that is open to youth projects."""

    kind: Literal["youth-direction"]


class YouthBudgetRule(RuleBase):
    """The state's money asked for a youth project is no more than the guide plans."""

    kind: Literal["youth-budget"]


class YouthAgeRule(RuleBase):
    """Persons of a youth project, or of a youth subproject in another, were born late enough."""

    kind: Literal["youth-age"]
    who: Literal["leader", "members", "subprojects"]
    dates: str
    """Words of the notice that hold the first day of birth for men and for women; read there and not retyped."""
