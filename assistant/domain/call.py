"""What one turn of a conversation wants: a verb with its arguments, typed."""

from collections.abc import Sequence
from typing import Literal, Protocol

from assistant.domain.answer import Turn
from assistant.domain.drafting_call import (
    CoverageCall,
    ExportCall,
    FillCall,
    InterviewCall,
    OutlineCall,
    ProblemKind,
    ReviseCall,
    TimelineCall,
)
from assistant.domain.wanted import Wanted


class AskCall(Wanted):
    """Answer a procedural question."""

    verb: Literal["ask"] = "ask"
    question: str
    history: tuple[Turn, ...] = ()
    """Earlier messages, oldest first, this question left out."""


class MatchCall(Wanted):
    """Match a problem to directions."""

    verb: Literal["match"] = "match"
    query: str = ""
    """The problem in words; empty where it stands in the files alone."""
    files: tuple[str, ...] = ()


class CheckCall(Wanted):
    """Check files by the rules."""

    verb: Literal["check"] = "check"
    files: tuple[str, ...]
    programme: str = "auto"
    overview: bool = False
    """True where the drafts are to be put together at a glance, and not told of one by one."""


class TitleCall(Wanted):
    """Judge and rephrase a title."""

    verb: Literal["title"] = "title"
    title: str
    kind: ProblemKind | None = None


class ProblemsCall(Wanted):
    """Search the released problems."""

    verb: Literal["problems"] = "problems"
    query: str


class HelpCall(Wanted):
    """Say what can be done: after a greeting, or where an order lacks its object."""

    verb: Literal["help"] = "help"
    missing: str = ""
    """One Chinese sentence that says what is missing; empty for a greeting."""


Call = (
    AskCall
    | MatchCall
    | CheckCall
    | TitleCall
    | ProblemsCall
    | HelpCall
    | FillCall
    | InterviewCall
    | ReviseCall
    | TimelineCall
    | CoverageCall
    | OutlineCall
    | ExportCall
)


class Conductor(Protocol):
    """Whoever decides what a turn wants: the embedded router, or a language model with the verbs as its tools."""

    def route(self, messages: Sequence[Turn], files: Sequence[str] = ()) -> Call:
        """Return the call that the last message wants.

        Args:
            messages: the conversation, oldest first; the last one is the user's.
            files: paths handed over with the last message.

        Raises:
            InputError: there is neither a text nor a file.
        """
        ...
