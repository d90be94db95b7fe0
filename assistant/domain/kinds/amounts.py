"""Rules that count: entries of a list, characters, shares."""

from typing import Literal

from assistant.domain.kinds.base import RuleBase
from assistant.domain.value import Value

Counted = Literal["keywords_zh", "keywords_en", "problems", "members", "stated_members"]


class CountRule(RuleBase):
    """A list has so many entries."""

    kind: Literal["count"]
    fields: tuple[str, ...]
    of: Counted
    least: int | None = None
    most: int | None = None
    groups: tuple[str, ...] = ()
    """Headings of a list's groups, each counted for itself."""


class Tally(Value):
    """Something that can be counted in a field."""

    field: str
    of: Counted


class AgreementRule(RuleBase):
    """Two counts of the draft are the same; judged only where both are above 0."""

    kind: Literal["agreement"]
    tallies: tuple[Tally, Tally]


class DistinctRule(RuleBase):
    """No entry of a list is repeated."""

    kind: Literal["distinct"]
    tallies: tuple[Tally, ...]


class LengthRule(RuleBase):
    """Characters without white space and labels, over the fields together."""

    kind: Literal["length"]
    fields: tuple[str, ...] = ()
    """Empty for all text of the document besides labels."""
    least: int | None = None
    most: int | None = None
    error_below: int | None = None
    """Where the wording is soft: from here on the length is an error all the same."""
    error_above: int | None = None


class ShareRule(RuleBase):
    """A field takes no more than its share of several fields."""

    kind: Literal["share"]
    fields: tuple[str, ...]
    """Fields judged."""
    of: tuple[str, ...]
    """Fields whose characters are the whole."""
    most: float
    least_fields: int = 3
    """Fewer fields with text than these are not judged."""


class LanguageRule(RuleBase):
    """The text is in Chinese."""

    kind: Literal["language"]
    fields: tuple[str, ...]
    words: int
    """An English sentence of so many words is found."""
    share: float
    """Latin letters among a field's characters; more are found."""
