"""Kind `units`: the units are no more than the limit for the draft's category (中方参与单位总数不超过10家)."""

import re

from assistant.checks.judgement import Flaw, Found, Judgement, Kept, Silent, Unsure, shorten
from assistant.checks.parsing.names import narrow
from assistant.checks.parsing.proposals.limits import cite_limit, list_limits
from assistant.checks.parsing.proposals.reading import Units, read_units
from assistant.checks.parsing.proposals.units import Unit
from assistant.checks.subject import Subject
from assistant.domain.direction import Limit
from assistant.domain.kinds.proposals import UnitsRule

_CHINESE = "中方"
_OPEN_LIST = re.compile(r"等\s*(?:共)?\s*(?:\d|[一二三四五六七八九十])")


def judge(_rule: UnitsRule, subject: Subject) -> Judgement:
    """Count the lead with the others; where the draft's category decides and is not stated, ask."""
    limits = [one for one in list_limits(subject, "units") if one.maximum is not None]
    if not limits:
        return Silent()
    units = subject.recall(read_units)
    if not units.listed:
        return Unsure("没有列出参与单位：参与单位（含牵头单位）一共有几家？")
    chinese = limits[0].applies_to == _CHINESE
    listed = units.chinese if chinese else units.all
    broken = [one for one in limits if len(listed) > (one.maximum or 0)]
    if len(broken) == len(limits):
        return _find(subject, listed, len(listed), max(limits, key=lambda one: one.maximum or 0))
    if broken:
        names = "、".join(f"{one.applies_to or '项目'}不超过{one.maximum:g}家" for one in limits)
        return Unsure(f"列出的参与单位有{len(listed)}家，而{names}：本项目属于哪一类？")
    return _judge_stated(subject, units, listed, min(limits, key=lambda one: one.maximum or 0))


def _judge_stated(subject: Subject, units: Units, listed: tuple[Unit, ...], limit: Limit) -> Judgement:
    """A total that the text states may be more than it lists."""
    if units.stated is None or units.stated <= (limit.maximum or 0):
        return Kept()
    if _OPEN_LIST.search(narrow(subject.text_as("units"))):
        return _find(subject, listed, units.stated, limit)
    return Unsure(f"稿中说共{units.stated}家参与单位，列出的有{len(listed)}家：究竟有几家？")


def _find(subject: Subject, listed: tuple[Unit, ...], number: int, limit: Limit) -> Found:
    flaw = Flaw(
        where=subject.place_as("units"),
        evidence=shorten("；".join(unit.name for unit in listed), 200),
        detail=f"{limit.applies_to}参与单位" if limit.applies_to == _CHINESE else limit.applies_to or "项目参与单位",
        measured=number,
        allowed=f"不超过{limit.maximum:g}家",
        source=cite_limit(subject, limit),
    )
    return Found((flaw,))
