"""What a writer of titles may use, and what it gives back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from assistant.domain.title import TitleAdvice, TitleCandidate


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleTask:
    """A title to be rephrased, with what the embedded writer made of it."""

    title: str
    kind: str | None
    notes: str
    """The author's own; empty for none."""
    advice: TitleAdvice
    """The embedded writer's candidates, and the released problems near the title."""
    find_faults: Callable[[str], tuple[str, ...]]
    """What speaks against a candidate, in Chinese: the title rules, and nearness to released problems."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleWording:
    """Candidates that nothing speaks against."""

    candidates: tuple[TitleCandidate, ...]
    writer: str
    prompt: str
    """Id and version."""
    warnings: tuple[str, ...] = ()


class TitleWriter(Protocol):
    """Whoever adds to the embedded writer's candidates."""

    def propose(self, task: TitleTask) -> TitleWording:
        """Return candidates in words of the title and the notes.

        Raises:
            WriterError: the endpoint failed, or answered what cannot be used.
        """
        ...
