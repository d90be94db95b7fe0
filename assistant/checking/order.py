"""What a check is asked to do, the same for all files of one run."""

from dataclasses import dataclass
from datetime import date

from assistant.domain.draft import View

AUTO = "auto"
"""Stands for a programme or a form that is told from the file itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOrder:
    """The options of one run. It can be handed to another process."""

    programme: str = AUTO
    """Id of a programme or a document."""
    form: str = AUTO
    direction: str | None = None
    """Id of the direction that proposals are judged by; None for the one that each of them names."""
    view: View = "accepted"
    """Whether tracked changes are taken as accepted or as rejected."""
    today: date
    """The day that deadlines are compared with."""
