"""What a kind says of one rule and one draft."""

from dataclasses import dataclass

from assistant.domain.draft import Location
from assistant.domain.finding import Severity, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """One place where the draft does not keep the rule."""

    where: Location
    evidence: str
    detail: str = ""
    """A Chinese phrase for the message: what exactly is wrong."""
    measured: int | float | str | None = None
    allowed: str | None = None
    quote: str | None = None
    """The one of the rule's quotes that is broken; None for the first."""
    source: Source | None = None
    """Sentence of the direction itself that is broken, which the rule's own quotes do not hold; None for those."""
    severity: Severity | None = None
    """None for the rule's own."""
    files: tuple[str, ...] = ()
    """Files that the flaw is in, where several drafts are judged together; empty for a flaw of one draft."""
    missing: bool = False
    """True where an item is absent or blank, which unread parts of the file may explain."""


@dataclass(frozen=True, slots=True)
class Found:
    """The draft does not keep the rule."""

    flaws: tuple[Flaw, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """The draft keeps the rule."""


@dataclass(frozen=True, slots=True)
class Unsure:
    """A person has to decide."""

    question: str


@dataclass(frozen=True, slots=True)
class Silent:
    """There is nothing that the rule could be applied to."""


Judgement = Found | Kept | Unsure | Silent


def conclude(flaws: list[Flaw]) -> Judgement:
    """Return what the flaws amount to; none at all means that the rule is kept."""
    return Found(tuple(flaws)) if flaws else Kept()


def shorten(text: str, longest: int = 60) -> str:
    """Return a text as evidence: on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"
