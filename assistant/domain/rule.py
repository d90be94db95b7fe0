"""Rules as data: what a draft must keep, on which clause, with examples."""

from typing import Literal

from assistant.domain.finding import Basis, Force, Severity, Source
from assistant.domain.value import Value

Scope = Literal["document", "batch"]


class Rule(Value):
    """What every rule has, whatever its kind."""

    id: str
    force: Force
    basis: Basis
    severity: Severity
    scope: Scope = "document"
    forms: tuple[str, ...]
    sources: tuple[Source, ...] = ()
    """Clauses that the rule rests on; empty for a house rule."""
    reading: str | None = None
