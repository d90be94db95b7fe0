"""Rules as data: what a draft must keep, on which clause, with examples. The kinds are closed."""

from typing import Annotated, Literal

from pydantic import Field, computed_field

from assistant.domain.finding import Basis, Force, Severity, Source
from assistant.domain.form import FormName
from assistant.domain.value import Value

Scope = Literal["document", "batch"]
Gate = Literal["all", "missing"]
Counted = Literal["keywords_zh", "keywords_en", "problems", "members", "stated_members"]
Part = Literal["name", "employer", "mobile", "landline", "email", "address", "post"]
Wanted = Literal["text", "chinese", "english", "person", "signature", "problems"]
Body = Literal["national_society", "society_union", "enterprise_association"]


class Quote(Value):
    """Words of a document that a rule rests on."""

    doc: str
    quote: str
    """Exact substring of the document once white space is removed from both; proved on load."""
    clause: str = ""
    """Path of the clause; found on load, never written by hand."""

    @property
    def source(self) -> Source:
        """Return the quote as findings show it."""
        return Source(doc=self.doc, clause=self.clause, quote=self.quote)


class Repeated(Value):
    """A long text of an example, so that nobody has to write 2000 characters."""

    repeat: str
    times: int


ExampleText = str | Repeated
Example = dict[str, ExampleText]
"""Field label to text; the empty label stands for lines outside all fields."""


class Examples(Value):
    """Small drafts that prove a rule."""

    passing: tuple[Example, ...] = Field(alias="pass", min_length=1)
    failing: tuple[Example, ...] = Field(alias="fail", min_length=1)


class RuleBase(Value):
    """What every rule has, whatever its kind."""

    id: str = Field(pattern=r"^[a-z]+(\.[a-z0-9-]+)+$")
    name: str
    """What is asked, in a few Chinese words."""
    forms: tuple[FormName, ...] = Field(min_length=1)
    force: Force
    basis: Basis
    advice: bool = False
    """True for what is shown but never touches the verdict."""
    scope: Scope = "document"
    gate: Gate | None = None
    """A finding of this rule silences all other rules, or those that look for a missing item."""
    sources: tuple[Quote, ...] = ()
    """Clauses that the rule rests on, the programme's own first; empty for a house rule."""
    reading: str | None = None
    """Our interpretation in Chinese, where the sources leave room."""
    message: str
    """Chinese sentence; may hold {field} {detail} {evidence} {measured} {allowed}."""
    suggestion: str | None = None
    question: str | None = None
    """What a person is asked where the rule cannot be decided; None for one made from the name."""
    examples: Examples
    version: str = ""
    """Digest of the rule's content; found on load, never written by hand."""

    @computed_field
    @property
    def severity(self) -> Severity:
        """Return the severity that force and basis give."""
        if self.advice:
            return "info"
        return "error" if self.force == "must" and self.basis == "text" else "warning"


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


class QuestionRule(RuleBase):
    """A title asks a question, and one only."""

    kind: Literal["question"]
    titles: tuple[str, ...]
    lists: tuple[str, ...] = ()
    """Fields of which each listed problem is a title."""
    groups: tuple[str, ...] = ()
    """Headings inside such a list."""
    most: int | None = None
    """Most questions in one title; None asks for the question form itself."""


class NoveltyRule(RuleBase):
    """A title is not on a list of released problems."""

    kind: Literal["novelty"]
    titles: tuple[str, ...]
    lists: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    """Headings inside such a list."""
    released: str
    """Source that the list's rows name, such as `cast-2022 附件4`."""
    threshold: float
    """Dice coefficient of bigrams from which a title is too near; 1 asks for the same characters."""


class BreadthRule(RuleBase):
    """A title is narrower than a discipline or an industry."""

    kind: Literal["breadth"]
    titles: tuple[str, ...]


class TranslationRule(RuleBase):
    """English stands for the Chinese beside it."""

    kind: Literal["translation"]
    titles: tuple[str, str]
    """Fields of the Chinese and of the English title."""
    keywords: tuple[str, str]
    """Fields of the Chinese and of the English keywords, which serve as the dictionary."""
    of: Literal["title", "keywords"]


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


class FormatRule(RuleBase):
    """Mobile numbers and addresses of electronic mail have a valid form."""

    kind: Literal["format"]
    fields: tuple[str, ...]
    mobile: str
    """Regular expression for a number after width, spaces and hyphens are folded."""
    email: str


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


class Element(Value):
    """One thing that a section has to treat."""

    name: str
    cues: tuple[str, ...]
    """Regular expressions; one that is found suffices."""
    unless: str | None = None
    """Regular expression for clauses that prove nothing for this element, such as what has not been reached."""
    spoils: bool = False
    """True where such a clause takes the rest of its sentence with it."""


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


class ActorRule(RuleBase):
    """The draft says that the right person did something."""

    kind: Literal["actor"]
    fields: tuple[str, ...]
    actors: str
    """Regular expression for the persons who have to do it."""
    others: str
    """Regular expression for persons who may be named instead."""
    deed: str
    """Regular expression for what is done."""


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


Rule = Annotated[
    TemplateRule
    | OrderRule
    | PlaceholderRule
    | PresentRule
    | QuestionRule
    | NoveltyRule
    | BreadthRule
    | TranslationRule
    | ChoiceRule
    | PartsRule
    | FormatRule
    | CountRule
    | AgreementRule
    | DistinctRule
    | LengthRule
    | ShareRule
    | LanguageRule
    | DeadlineRule
    | ScheduleRule
    | OrganisationRule
    | RosterRule
    | CoverageRule
    | ActorRule
    | ForbiddenRule
    | AttestRule,
    Field(discriminator="kind"),
]


class RuleSet(Value):
    """A `rules.yaml`."""

    extends: tuple[str, ...] = ()
    """Names of other sets, as folders of the corpus."""
    docs: tuple[str, ...] = ()
    """Documents whose quotes a programme's rules may rest on, its own first; empty in a shared set."""
    borrowed: str | None = None
    """Reading added to rules that rest on another document than the programme's own."""
    rules: tuple[Rule, ...] = ()
