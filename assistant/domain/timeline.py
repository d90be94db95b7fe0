"""The dates of a call, each with the clause that gives it."""

from datetime import date
from typing import Literal

from assistant.domain.answer import Citation
from assistant.domain.value import Value

PointKind = Literal["issued", "opens", "stage", "deadline", "eligibility"]
"""The day of issue; from when submissions are taken; a period of work; a last day; a date that a condition names."""
PointState = Literal["past", "now", "ahead", "condition"]
"""Over, going on, or to come on the day asked for; a condition is none of these."""


class TimelinePoint(Value):
    """One date."""

    kind: PointKind
    what: str
    """In the notice's words: what is due, what goes on, what is asked of a date."""
    who: str = ""
    """Who acts, in the notice's words; empty where it does not say."""
    first: date
    """First day of a period; the same as `last` for a single day."""
    last: date
    exact: bool = True
    """False for 月底 and the like, which name no day."""
    derived: bool = False
    """True where the day is that of issue, to which the clause refers."""
    state: PointState
    citation: Citation


class Timeline(Value):
    """The result of `corpus timeline`."""

    id: str
    """As asked for: of a programme, or of a document with several."""
    title: str
    today: date
    points: tuple[TimelinePoint, ...]
    """Conditions last, the others by their last day."""
    silent: tuple[str, ...] = ()
    """Chinese sentences: which of the day of issue and the deadline the text does not give."""
    output: str | None = None
    """Calendar file that was written; None where none was asked for."""
