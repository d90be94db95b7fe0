"""Kind `joint`: where the direction asks for several kinds of units together, each kind is among the units."""

import re

from assistant.checks.judgement import Flaw, Found, Judgement, Kept, Silent, Unsure, shorten
from assistant.checks.parsing.proposals.demands import find_joint
from assistant.checks.parsing.proposals.direction import find_direction
from assistant.checks.parsing.proposals.reading import read_units
from assistant.checks.parsing.proposals.unit_kinds import UNIT_KIND_NAMES, UnitKind
from assistant.checks.parsing.proposals.units import Unit
from assistant.checks.subject import Subject
from assistant.domain.kinds.conditions import JointRule

_SIDES: tuple[tuple[str, re.Pattern[str], tuple[UnitKind, ...], tuple[UnitKind, ...]], ...] = (
    ("企业", re.compile(r"企业|公司|产(?=[、和学])"), ("enterprise", "subsidiary"), ("unclear",)),
    (
        "科研机构或高校",
        re.compile(r"科研|研究机构|院所|高校|学校|(?<=、)[学研]"),
        ("institute", "university", "hospital"),
        ("unclear", "dependent", "public-institution"),
    ),
    (
        "医疗机构",
        re.compile(r"医(?:院|疗机构)|(?<=、)医"),
        ("hospital",),
        ("unclear", "dependent", "public-institution"),
    ),
)
"""Side, words of a guide that ask for it, kinds of units that are it, kinds that may be it."""


def judge(_rule: JointRule, subject: Subject) -> Judgement:
    """Ask where no units are listed or one of them may be of the kind that lacks."""
    direction = find_direction(subject)
    demand = find_joint(direction) if direction else None
    if direction is None or demand is None:
        return Silent()
    read = subject.recall(read_units)
    units = read.all
    asked = f"方向{direction.number}要求“{shorten(demand.requirement.text, 60)}”"
    lacking = [side for side in _SIDES if side[1].search(demand.who) and not _holds(units, side[2])]
    if not lacking:
        return Kept()
    if not read.listed:
        return Unsure(f"{asked}：参与单位有哪些，各是什么性质？")
    if any(_holds(units, side[3]) for side in lacking):
        return Unsure(f"{asked}：单位中是否有{'、'.join(side[0] for side in lacking)}？")
    names = "、".join(side[0] for side in lacking)
    flaw = Flaw(
        where=subject.place_as("units"),
        evidence="、".join(f"{unit.name}（{UNIT_KIND_NAMES[unit.kind]}）" for unit in units),
        detail=f"单位中没有{names}",
        measured=names,
        allowed=demand.who,
        source=subject.context.cite(demand.requirement, direction),
    )
    return Found((flaw,))


def _holds(units: tuple[Unit, ...], kinds: tuple[UnitKind, ...]) -> bool:
    return any(unit.kind in kinds for unit in units)
