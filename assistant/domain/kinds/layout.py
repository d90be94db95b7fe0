"""Rules on how a form is filled: labels, their order, what stands beside them."""

from typing import Literal

from pydantic import Field

from assistant.domain.kinds.base import RuleBase

Wanted = Literal["text", "chinese", "english", "person", "signature", "problems"]


Part = Literal["name", "employer", "mobile", "landline", "phone", "email", "address", "post"]


class TemplateRule(RuleBase):
    """The draft bears enough of the template's labels."""

    kind: Literal["template"]
    fields: tuple[str, ...]
    least: int


class OrderRule(RuleBase):
    """The labelled items come in this order."""

    kind: Literal["order"]
    fields: tuple[str, ...]


class PlaceholderRule(RuleBase):
    """The template's own guidance, which the form knows, has been deleted."""

    kind: Literal["placeholder"]
    phrases: tuple[str, ...] = ()
    """Guidance that the form's fields do not hold."""


class PresentRule(RuleBase):
    """Each field is filled with what is wanted there."""

    kind: Literal["present"]
    fields: tuple[str, ...]
    want: Wanted = "text"
    groups: tuple[str, ...] = ()
    """Headings of a wanted list of problems."""
    only_if_labelled: bool = False
    """True where a blank field passes and only a deleted one is found."""
    none_passes: tuple[str, ...] | None = None
    """Fields in which 无 is an answer; None for all."""
    opinions: tuple[str, ...] = ()
    """Fields in which a unit gives its opinion above its seal and date, which alone fill nothing."""


class ChoiceRule(RuleBase):
    """A field holds one of the values."""

    kind: Literal["choice"]
    fields: tuple[str, ...]
    values: tuple[str, ...] = ()
    lookup: Literal["disciplines"] | None = None
    """Standard whose first level gives the values."""
    aliases: dict[str, str] = Field(default_factory=dict[str, str])
    several: bool = False
    """True where each of several values may stand."""
    blank_fails: bool = True


class PartsRule(RuleBase):
    """A field gives each part of a contact."""

    kind: Literal["parts"]
    fields: tuple[str, ...]
    parts: tuple[Part, ...]
    apart: bool = False
    """True where the n-th part has the n-th field to itself; it may stand in another of them all the same."""


class FormatRule(RuleBase):
    """Mobile numbers and addresses of electronic mail have a valid form."""

    kind: Literal["format"]
    fields: tuple[str, ...]
    mobile: str
    """Regular expression for a number after width, spaces and hyphens are folded."""
    email: str
