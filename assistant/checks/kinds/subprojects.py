"""Kind `subprojects`: the subprojects are no more than the direction's limit for the draft's category."""

import re

from assistant.checks.judgement import Flaw, Found, Judgement, Kept, Silent, Unsure, shorten
from assistant.checks.parsing.proposals.category import read_category, select_limits
from assistant.checks.parsing.proposals.direction import find_direction
from assistant.checks.parsing.proposals.reading import read_subprojects
from assistant.checks.parsing.proposals.tasks import Tasks, list_named
from assistant.checks.subject import Subject
from assistant.domain.direction import Direction, Limit
from assistant.domain.kinds.conditions import SubprojectsRule

_NONE = re.compile(r"(?:不再?|未|无需|没有)(?:另行|单独|再)?(?:下)?(?:设置?|设立|划分|分设|分解为?)?(?:任何|子)?课题")
_NUMBERED = re.compile(r"课题\s*[（(]?\s*(?:\d|[一二三四五六七八九十](?!个))")
"""Research tasks that are numbered (任务1) are no subprojects where the draft says that it has none."""


def judge(rule: SubprojectsRule, subject: Subject) -> Judgement:
    """Limits of several categories ask for the draft's own only where they would judge it differently."""
    direction = find_direction(subject)
    category = subject.recall(read_category)
    if direction is None or rule.youth is not bool(category.youth):
        return Silent()
    guide = subject.context.directions
    found = select_limits(direction, "subprojects", category, youth=rule.youth, guide=guide)
    limits = sorted((one for one in found if one.maximum is not None), key=lambda one: one.maximum or 0)
    if not limits or rule.youth is not (limits[0].kind == "youth_subprojects"):
        return Silent()
    tasks = _read(subject)
    if tasks.count is None:
        return Kept() if rule.youth else Unsure(f"没有写明下设几个课题：是否不超过{limits[0].maximum:g}个？")
    broken = [one for one in limits if tasks.count > (one.maximum or 0)]
    if not broken:
        return Kept()
    if len(broken) < len(limits):
        names = "、".join(f"{one.applies_to}{one.maximum:g}个" for one in limits)
        return Unsure(f"下设{tasks.count}个课题，上限是{names}：本项目属于哪一类？")
    return _find(subject, direction, limits[-1], tasks)


def _read(subject: Subject) -> Tasks:
    """The research content may name them where the list of subprojects is absent."""
    text = subject.text_as("tasks").strip()
    if _NONE.search(text) and not _NUMBERED.search(text):
        return Tasks(count=0, denied=True)
    if text:
        return subject.recall(read_subprojects)
    named = list_named(subject.text_as("content"))
    return Tasks(count=len(named) or None, names=tuple(named))


def _find(subject: Subject, direction: Direction, limit: Limit, tasks: Tasks) -> Found:
    kind = limit.applies_to or "项目"
    flaw = Flaw(
        where=subject.place_as("tasks"),
        evidence="；".join(shorten(name, 20) for name in tasks.names) or f"{tasks.count}个课题",
        detail=kind,
        measured=tasks.count,
        allowed=f"不超过{limit.maximum:g}个" if limit.maximum else "不下设课题",
        source=subject.context.cite(limit, direction),
    )
    return Found((flaw,))
