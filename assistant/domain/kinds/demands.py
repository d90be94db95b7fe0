"""Rules on what the direction of a guide asks for."""

from typing import Literal

from pydantic import computed_field

from assistant.domain.finding import Severity
from assistant.domain.kinds.base import RuleBase


class DemandsRule(RuleBase):
    """A proposal answers every item of its direction's research content, or every one of its indicators.

    A judgement of meaning, yet an error: it counts items and compares numbers, and is raised only for what is wholly
    absent or plainly weaker.
    """

    kind: Literal["demands"]
    of: Literal["research_content", "assessment_indicators"]
    fields: tuple[str, ...]
    """Fields that have to answer; judged only where they have text."""
    help: tuple[str, ...] = ()
    """Fields whose text counts as well."""
    free: str
    """Regular expression for an indicator that leaves the figures to the applicant."""
    youth_free: str
    """Regular expression for the sentence of a guide that sets youth projects free of content and indicators."""

    @computed_field
    @property
    def severity(self) -> Severity:
        """Return `error` for what binds, though a judgement of meaning is at most a warning elsewhere."""
        if self.advice:
            return "info"
        return "error" if self.force == "must" else "warning"
