"""Kind `leaders`: one leader for the project and one for each subproject."""

import re
from dataclasses import replace

from assistant.checks.judgement import Flaw, Judgement, Silent, Unsure, conclude, shorten
from assistant.checks.parsing.people import find_persons
from assistant.checks.parsing.proposals.persons import Person, list_persons
from assistant.checks.subject import Subject
from assistant.domain.draft import FieldLine
from assistant.domain.form import FieldRole
from assistant.domain.kinds.conditions import LeadersRule

_STATED = re.compile(
    r"(?<![无未不])(?<!没有|不设|未设)(?:双|共同|联合)(?:项目|课题)?(?:负责人|首席)|(?:负责人|首席)\s*[（(]?\s*(?:[2-9]|[二两三四五])\s*[名人位]|"
    r"(?:[2-9]|[二两三四五])\s*[名位个](?:项目|课题)?(?:负责人|首席)"
)
_OTHERS = re.compile(r"(?:子?课题|任务)[^，。；]{0,6}负责人|(?:项目|团队|研究)?(?:骨干|成员)|参与人员|参加人员|联系人")
"""Words behind which the field goes on with other persons."""
_LONGEST_LIST = 40
"""Characters up to which a field may be nothing but names."""
_IN_TURN = re.compile(r"负责人(?:依次|分别|各)")
"""One name a subproject follows."""
_OTHER_POST = re.compile(r"联系人|秘书|执行|常务|副(?:负责人|组长)|财务|管理|导师|技术(?:负责人|骨干)|骨干|成员|参与人")
_TASK_LEADER = re.compile(
    r"负责人\s*[:：]?\s*(?P<names>[^（(）)；;。\n：:]+?)(?=[（()）；;。\n]|$|[，,]\s*(?:单位|承担|[^，,]{4,}(?:大学|所|院|公司|中心|医院)))"
)


def judge(_rule: LeadersRule, subject: Subject) -> Judgement:
    """Names that other posts are given to are a question."""
    lines = [replace(line, text=_OTHERS.split(line.text)[0]) for line in _list_first(subject)]
    leaders = [person for person in list_persons(lines) if person.name]
    text = "\n".join(line.text for line in lines)
    names = list(dict.fromkeys(person.name for person in leaders))
    flaws: list[Flaw] = []
    doubt: str | None = None
    if len(names) > 1 or _STATED.search(text):
        sure = _STATED.search(text) or len(text) <= _LONGEST_LIST or _are_described(leaders)
        if not sure or (_OTHER_POST.search(text) and not _STATED.search(text)):
            doubt = f"“{shorten(text, 40)}”：项目是否只设1名负责人？"
        else:
            flaws.append(_build(subject, "leader", "项目", names or [shorten(text, 40)]))
    told = False
    for line in subject.lines_as("tasks"):
        told = told or "负责人" in line.text
        flaws.extend(_list_of_tasks(subject, line))
    if doubt and not flaws:
        return Unsure(doubt)
    return conclude(flaws) if names or told or flaws else Silent()


def _are_described(leaders: list[Person]) -> bool:
    """A second name in a long text may be a teacher's or a colleague's; a leader's own birth or sex is given."""
    return sum(bool(person.birth or person.sex) for person in leaders) > 1


def _list_first(subject: Subject) -> list[FieldLine]:
    """The first field of the leader: the same label inside the list of subprojects is the leader of one of these."""
    labels = subject.context.form.find_labels("leader")
    filled = (one for one in subject.draft.fields if one.label in labels and one.text.strip())
    return list(next((one.lines for one in filled), ()))


def _list_of_tasks(subject: Subject, line: FieldLine) -> list[Flaw]:
    found: list[Flaw] = []
    for match in _TASK_LEADER.finditer(line.text):
        if _IN_TURN.match(match.group()):
            continue
        names = find_persons(match["names"])
        if len(names) > 1 and not _OTHER_POST.search(match["names"]):
            found.append(_build(subject, "tasks", f"“{shorten(line.text[: match.start()].strip(' （('), 24)}”", names))
    return found


def _build(subject: Subject, role: FieldRole, what: str, names: list[str]) -> Flaw:
    return Flaw(
        where=subject.place_as(role, names[0]),
        evidence="、".join(names),
        detail=f"{what}列了{len(names)}名负责人" if len(names) > 1 else f"{what}不止1名负责人",
        measured=len(names),
        allowed="1名",
    )
