"""Which category a proposal is of: youth project, basic research, key technology, demonstration, clinical research."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.checks.parsing.ticks import read_ticks
from assistant.checks.subject import Subject
from assistant.domain.direction import Direction, Limit, LimitKind

YOUTH = "青年科学家项目"
_NAMED = re.compile(r"[\u4e00-\u9fff]{2,8}类")
_YOUTH_TYPE = re.compile(r"青年(?!(?:科学家)?(?:子)?课题)")
_NOT_YOUTH = re.compile(
    r"非青年科学家项目|(?:不(?:是|属于|申报)|常规)[^，。；]{0,4}(?:青年科学家)?项目|常规项目|一般项目"
)
_OWN: dict[LimitKind, LimitKind] = {"units": "youth_units", "subprojects": "youth_subprojects"}
"""Kinds of which a youth project has its own."""


@dataclass(frozen=True, slots=True)
class Category:
    """What a proposal says of its category."""

    names: tuple[str, ...]
    """Such as 基础研究类; empty where none is stated."""
    youth: bool | None
    """None where the draft does not say whether it is a youth project."""


def read_category(subject: Subject) -> Category:
    """Return the proposal's category; ask with `subject.recall(read_category)`.

    The direction's own marks are no statement of the draft's: a direction that is open to youth projects takes others.
    """
    stated = read_ticks(subject.text_as("category"))
    names = tuple(dict.fromkeys(_NAMED.findall(stated)))
    return Category(names=names, youth=_read_youth(subject, stated))


def _read_youth(subject: Subject, stated: str) -> bool | None:
    for text in (stated, subject.text_as("title"), subject.text_as("tasks")):
        if _NOT_YOUTH.search(text):
            return False
        if "青年科学家项目" in text or (text == stated and _YOUTH_TYPE.search(text)):
            return True
    return False if stated.strip() else None


def select_limits(
    direction: Direction, kind: LimitKind, category: Category, *, youth: bool, guide: Sequence[Direction] = ()
) -> list[Limit]:
    """Return the limits that may bind the proposal; more than one maximum means that its category has to be asked for.

    Args:
        direction: whose limits are looked up.
        kind: `units`, `subprojects` or `duration_years`; for a youth project its own kind is taken where there is one.
        category: of the proposal.
        youth: True where it is a youth project.
        guide: the guide's directions; a youth project under one that is not open to it keeps the guide's limits for
            youth projects all the same.
    """
    own = _OWN.get(kind) if youth else None
    if own:
        found = [limit for limit in direction.limits if limit.kind == own] or _list_general(guide, own)
        if found:
            return found
    found = [limit for limit in direction.limits if limit.kind == kind]
    named = [limit for limit in found if limit.applies_to in category.names]
    return named or found


def _list_general(guide: Sequence[Direction], kind: LimitKind) -> list[Limit]:
    """Return the limits that a guide's preamble lays down, each once; they hang on the directions that they bind."""
    held = (limit for one in guide for limit in one.limits if limit.kind == kind and limit.scope == "programme")
    return list(dict.fromkeys(held))
