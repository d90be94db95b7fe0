"""The limits that may bind a proposal, looked up where its guide lays them down."""

from collections.abc import Sequence

from assistant.checks.parsing.proposals.category import read_category, select_limits
from assistant.checks.parsing.proposals.direction import find_direction
from assistant.checks.subject import Subject
from assistant.domain.direction import Direction, Limit, LimitKind
from assistant.domain.finding import Source


def list_limits(subject: Subject, kind: LimitKind) -> list[Limit]:
    """Return the limits of that kind, several where the draft does not say which category it is of.

    Where no single direction is named, only those that every direction of the guide has.
    """
    direction = find_direction(subject)
    category = subject.recall(read_category)
    if direction is None:
        return _list_common(subject.context.directions, kind)
    ordinary = select_limits(direction, kind, category, youth=False)
    if category.youth is False:
        return ordinary
    if category.youth:
        return select_limits(direction, kind, category, youth=True, guide=subject.context.directions)
    return list(dict.fromkeys((*select_limits(direction, kind, category, youth=True), *ordinary)))


def cite_limit(subject: Subject, limit: Limit) -> Source:
    """Return the sentence that lays the limit down."""
    return subject.context.cite(limit, find_direction(subject) or subject.context.directions[0])


def _list_common(directions: Sequence[Direction], kind: LimitKind) -> list[Limit]:
    if not directions:
        return []
    first, *rest = directions
    own = [limit for limit in first.limits if limit.kind == kind and limit.scope == "programme"]
    others = [[limit for limit in one.limits if limit.kind == kind] for one in rest]
    return own if all(listed == own for listed in others) else []
