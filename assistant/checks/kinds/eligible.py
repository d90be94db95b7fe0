"""Kind `eligible`: lead and Chinese participants are legal entities of the mainland and no state organs."""

from assistant.checks.judgement import Flaw, Judgement, Kept, Silent, Unsure, conclude, shorten
from assistant.checks.parsing.proposals.reading import read_units
from assistant.checks.parsing.proposals.unit_kinds import is_faculty
from assistant.checks.parsing.proposals.units import Unit
from assistant.checks.subject import Subject
from assistant.domain.kinds.applicants import EligibleRule


def judge(_rule: EligibleRule, subject: Subject) -> Judgement:
    """Names and remarks tell; a faculty's standing is asked about."""
    units = subject.recall(read_units)
    judged = (*units.lead, *(unit for unit in units.chinese if unit not in units.lead))
    if not judged:
        return Silent()
    flaws = [_build(subject, unit, why) for unit in judged if (why := _find_fault(unit, lead=unit in units.lead))]
    doubtful = [unit.name for unit in judged if is_faculty(unit.name) and not _find_fault(unit, lead=False)]
    if not flaws and doubtful:
        return Unsure(f"{'、'.join(doubtful)}是否为独立法人？")
    return conclude(flaws) if flaws else Kept()


def _find_fault(unit: Unit, *, lead: bool) -> str | None:
    if unit.kind == "state-organ":
        return "是国家机关"
    if unit.kind == "dependent":
        return "是没有法人资格的内设机构"
    if lead and unit.is_foreign:
        return "不是在中国大陆境内登记注册的单位"
    return None


def _build(subject: Subject, unit: Unit, why: str) -> Flaw:
    role = "lead" if unit.name in subject.text_as("lead") else "units"
    note = f"（{unit.note}）" if unit.note else ""
    return Flaw(
        where=subject.place_as(role, unit.name), evidence=shorten(f"{unit.name}{note}", 80), detail=f"{unit.name}{why}"
    )
