"""What a writer may use, and what it gives back."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from assistant.domain.answer import Citation

Opening = Literal["", "yes", "no", "agree", "differ"]


DERIVED_MARK = "〔据此推算〕"
"""Ends a sentence that was computed from several quotes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing to be said, worded so that it can be said as it is."""

    programmes: tuple[str, ...]
    """Ids of the programmes that it is true of, in the order of the answer."""
    text: str
    """Without a mark at its end."""
    citations: tuple[int, ...]
    """Positions in the task's citations that it rests on."""
    derived: bool = False
    """True for what code computed: to be marked 〔据此推算〕."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTask:
    """All that a writer may use to word an answer; the decision to answer has been taken already."""

    question: str
    citations: tuple[Citation, ...]
    """Best first inside each programme; programmes in the order in which they are to be answered."""
    labels: dict[str, str]
    """Programme id to the name that the answer calls it by, such as `2023年征集通知`."""
    facts: tuple[str, ...] = ()
    """Sentences computed in code from the citations (counts, differences, absences); to be marked 〔据此推算〕."""
    statements: tuple[Statement, ...] = ()
    """What is to be said, in order, the computed ones included."""
    opening: Opening = ""
    """The answer in a word, where the question wants one and the clause decides it."""
    unanswered: tuple[str, ...] = ()
    """Parts of the question that the notices do not answer, as the user put them."""
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """An answer in words."""

    text: str
    """At most 600 characters."""
    used: tuple[int, ...]
    """Positions in the task's citations that the text rests on, in the order of the text."""
    writer: str
    """`embedded`, or the model's name."""
    warnings: tuple[str, ...] = ()


class Writer(Protocol):
    """Whoever words an answer: the embedded writer, a language model, or one that falls back from the other."""

    def answer(self, task: AnswerTask) -> Wording:
        """Return the answer in words that rest on the task alone.

        Raises:
            WriterError: the model's endpoint failed, or answered what cannot be used.
        """
        ...
