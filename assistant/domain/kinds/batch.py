"""Rules on several drafts together: what a unit hands in, and what many applicants hand in."""

from typing import Literal

from pydantic import Field

from assistant.domain.form import FormName
from assistant.domain.kinds.base import BatchRuleBase
from assistant.domain.value import Value


class Need(Value):
    """A document that a package has to hold."""

    form: FormName
    name: str
    """In Chinese, as the missing document is told of."""
    each: tuple[FormName, ...] = ()
    """The forms for each of whose titles there is one; empty where the package needs one in all."""
    cue: str
    """Regular expression for the names of files that may be a picture of it."""
    asked: bool = False
    """True where a person is asked instead, since the document may have been handed in elsewhere."""


class FilesRule(BatchRuleBase):
    """A package that holds one of the forms holds the documents that belong to it."""

    kind: Literal["files"]
    needs: tuple[Need, ...]
    titles: dict[FormName, str]
    """Field with the title that tells which draft a document belongs to, by form."""
    lists: dict[FormName, str] = Field(default_factory=dict[FormName, str])
    """Field with a list of titles, by form."""
    groups: tuple[str, ...] = ()
    """Headings of that list."""

    @property
    def labels(self) -> tuple[str, ...]:
        """Return the fields with titles and lists."""
        return (*self.titles.values(), *self.lists.values())


class CounterpartRule(BatchRuleBase):
    """A draft says the same of itself as other documents of the package say of it."""

    kind: Literal["counterpart"]
    titles: dict[FormName, str]
    """Field with the title, by form; the first form is the draft itself."""
    lists: dict[FormName, str] = Field(default_factory=dict[FormName, str])
    """Field with a list of titles, by form."""
    groups: tuple[str, ...] = ()
    """Headings of that list."""
    same: Literal["title", "group"] = "title"
    """What has to be the same: the title, or the field that says the group under which the list has it."""
    group_field: str | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """Return the fields with titles, lists and groups."""
        own = (self.group_field,) if self.group_field else ()
        return (*self.titles.values(), *self.lists.values(), *own)


class SameRule(BatchRuleBase):
    """A field holds the same in all documents of the package."""

    kind: Literal["same"]
    field: str

    @property
    def labels(self) -> tuple[str, ...]:
        """Return the field."""
        return (self.field,)


class Grouping(Value):
    """What drafts are put together by."""

    field: str
    read: Literal["value", "organisation", "province"] = "value"
    """Whether the field's value counts, the organisation that it names, or the province of that organisation."""


class TallyRule(BatchRuleBase):
    """So many drafts fall into one group."""

    kind: Literal["tally"]
    by: tuple[Grouping, ...]
    groups: tuple[str, ...] = ()
    """Values that the first grouping tells apart; each is counted even where no draft has it. Empty for any value."""
    quoted_directions: bool = False
    """True where only proposals for the directions are counted whose numbers the rule's quotes name."""
    least: int | None = None
    most: int | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """Return the fields that drafts are grouped by."""
        return tuple(one.field for one in self.by)


class ParticipationRule(BatchRuleBase):
    """A person takes part in so many drafts."""

    kind: Literal["participation"]
    leaders: tuple[str, ...]
    """Fields that name those who apply."""
    members: tuple[str, ...]
    """Fields that name those who take part."""
    most: int

    @property
    def labels(self) -> tuple[str, ...]:
        """Return the fields with names."""
        return (*self.leaders, *self.members)


class DuplicateRule(BatchRuleBase):
    """No two drafts are the same."""

    kind: Literal["duplicate"]
    titles: tuple[str, ...] = ()
    """Fields with a title; empty where the text is compared."""
    bodies: tuple[str, ...] = ()
    """Fields with the text."""
    share: float
    """Likeness from which two are taken for the same, 0 to 1: of titles the Dice coefficient of their pairs of
    characters, of texts the share of the shorter one's runs of characters that stand in the longer one too."""

    @property
    def labels(self) -> tuple[str, ...]:
        """Return the fields compared."""
        return (*self.titles, *self.bodies)
