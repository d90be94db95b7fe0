"""Rules on dates, organisations and committees."""

from typing import Literal

from assistant.domain.kinds.base import RuleBase
from assistant.domain.value import Value

Body = Literal["national_society", "society_union", "enterprise_association"]


class DeadlineRule(RuleBase):
    """No date of submission or signature is after the closing date."""

    kind: Literal["deadline"]
    not_after: Literal["programme.deadline"]
    signed: tuple[str, ...] = ()
    """Fields in which every date counts."""
    narrated: tuple[str, ...] = ()
    """Fields whose prose may tell when the draft was submitted."""
    prose: tuple[str, ...] = ()
    """Fields of prose, in which only a line that is nothing but a date counts."""


class Step(Value):
    """One step of a schedule."""

    name: str
    cue: str
    """Regular expression by which a draft tells of it."""
    quote: str
    """Words of the notice that hold the date; the date is read there and not retyped."""


class ScheduleRule(RuleBase):
    """Dates told in the draft keep the notice's interim dates."""

    kind: Literal["schedule"]
    fields: tuple[str, ...]
    steps: tuple[Step, ...]


class OrganisationRule(RuleBase):
    """Every organisation named in a field is of an allowed kind."""

    kind: Literal["organisation"]
    fields: tuple[str, ...]
    bodies: tuple[Body, ...]


class RosterRule(RuleBase):
    """A list of members is whole."""

    kind: Literal["roster"]
    fields: tuple[str, ...]
    demand: Literal["roles", "details", "foreign"]
    roles: tuple[str, ...] = ()
    partner_fields: tuple[str, ...] = ()
    """Fields that may name a foreign partner."""


class ActorRule(RuleBase):
    """The draft says that the right person did something."""

    kind: Literal["actor"]
    fields: tuple[str, ...]
    needs: tuple[str, ...] = ()
    """Those of the fields without which nobody can tell: where one is blank, its own rule speaks."""
    actors: str
    """Regular expression for the persons who have to do it."""
    others: str
    """Regular expression for persons who may be named instead."""
    deed: str
    """Regular expression for what is done."""
