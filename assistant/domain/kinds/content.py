"""Rules on what the text treats, must not hold, or leaves to a person."""

from typing import Literal

from assistant.domain.kinds.base import RuleBase
from assistant.domain.value import Value


class Element(Value):
    """One thing that a section has to treat."""

    name: str
    cues: tuple[str, ...]
    """Regular expressions; one that is found suffices."""
    unless: str | None = None
    """Regular expression for clauses that prove nothing for this element, such as what has not been reached."""
    spoils: bool = False
    """True where such a clause takes the rest of its sentence with it."""
    denied: str | None = None
    """Regular expression for words that deny the element, whatever else the text says."""


class CoverageRule(RuleBase):
    """A section treats these elements."""

    kind: Literal["coverage"]
    fields: tuple[str, ...]
    elements: tuple[Element, ...]
    least: int | None = None
    """Elements that have to be found; None for all."""
    ignore: str | None = None
    """Regular expression for clauses that prove nothing, such as praise of the author."""
    blank_fails: bool = False
    """True where a blank section is an error of this rule."""
    each: bool = False
    """True where every field has to treat the elements for itself."""
    answered: str | None = None
    """Regular expression for a field that has nothing to treat and says so (尚未获奖)."""


class ForbiddenRule(RuleBase):
    """Nothing of this sort stands in the draft."""

    kind: Literal["forbidden"]
    what: Literal["secrecy", "contact", "injection"]
    allowed_in: tuple[str, ...] = ()
    """Labels, official or printed, beside which it may stand."""


class AttestRule(RuleBase):
    """What no program decides: a line for a person to tick."""

    kind: Literal["attest"]
    fields: tuple[str, ...]
