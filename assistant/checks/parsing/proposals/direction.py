"""The direction that the rules judge a proposal by."""

from assistant.checks.parsing.proposals.naming import Named, name_direction
from assistant.checks.parsing.proposals.stated import gather
from assistant.checks.subject import Subject
from assistant.domain.direction import Direction


def read_named(subject: Subject) -> Named:
    """Return what the proposal says of its direction; ask with `subject.recall(read_named)`."""
    return name_direction(gather(subject.draft, subject.context.form), subject.context.directions)


def find_direction(subject: Subject) -> Direction | None:
    """Return the direction that decides limits and ratios; None where the draft names no single one.

    A direction that the user named goes before the draft's own; one that is only guessed decides nothing.
    """
    chosen = subject.context.direction
    if chosen is not None:
        return next((one for one in subject.context.directions if one.id == chosen), None)
    return subject.recall(read_named).direction
