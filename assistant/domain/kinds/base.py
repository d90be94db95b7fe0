"""What every rule has, whatever its kind: its clauses, its force, its examples."""

from typing import Literal

from pydantic import ConfigDict, Field, computed_field

from assistant.domain.finding import Basis, Force, Severity, Source
from assistant.domain.form import FormName
from assistant.domain.value import Value

Gate = Literal["all", "missing", "field"]


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
"""Field label to text; the empty label stands for lines outside all fields, `@direction` for the id of the direction
that the example is judged under."""


class Examples(Value):
    """Small drafts that prove a rule."""

    passing: tuple[Example, ...] = Field(alias="pass", min_length=1)
    failing: tuple[Example, ...] = Field(alias="fail", min_length=1)


class RuleCore(Value):
    """What every rule has, whether it looks at one draft or at several."""

    # of some eighty classes only their union is ever asked for: each by itself need not be built
    model_config = ConfigDict(defer_build=True)

    id: str = Field(pattern=r"^[a-z]+(\.[a-z0-9-]+)+$")
    name: str
    """What is asked, in a few Chinese words."""
    forms: tuple[FormName, ...] = Field(min_length=1)
    force: Force
    basis: Basis
    advice: bool = False
    """True for what is shown but never touches the verdict."""
    sources: tuple[Quote, ...] = ()
    """Clauses that the rule rests on, the programme's own first; empty for a house rule."""
    reading: str | None = None
    """Our interpretation in Chinese, where the sources leave room."""
    message: str
    """Chinese sentence; may hold {field} {detail} {evidence} {measured} {allowed}."""
    suggestion: str | None = None
    question: str | None = None
    """What a person is asked where the rule cannot be decided; None for one made from the name."""
    version: str = ""
    """Digest of the rule's content; found on load, never written by hand."""

    @computed_field
    @property
    def severity(self) -> Severity:
        """Return the severity that force and basis give."""
        if self.advice:
            return "info"
        return "error" if self.force == "must" and self.basis == "text" else "warning"


class RuleBase(RuleCore):
    """A rule that is judged in one draft, whatever its kind."""

    scope: Literal["document"] = "document"
    gate: Gate | None = None
    """A finding of this rule silences all other rules, those that look for a missing item, or those that look for the
    very item that it finds missing."""
    silences: tuple[str, ...] = ()
    """Ids of rules in whose place a finding of this rule stands."""
    examples: Examples


BatchExample = tuple[Example, ...]
"""Several drafts; in each the key `@form` names its form, `@file` its file where that matters, and `@scan` stands for a
file that is a picture."""


class BatchExamples(Value):
    """Small packages that prove a rule."""

    passing: tuple[BatchExample, ...] = Field(alias="pass", min_length=1)
    failing: tuple[BatchExample, ...] = Field(alias="fail", min_length=1)


class BatchRuleBase(RuleCore):
    """A rule that needs several drafts, whatever its kind."""

    scope: Literal["batch"]
    examples: BatchExamples

    @property
    def labels(self) -> tuple[str, ...]:
        """Return every field label that the rule names."""
        raise NotImplementedError
