"""Kind `ongoing`: who leads an ongoing project of the national programmes does not apply.

A leader of a project, task or subproject may not lead; a leader of a whole project may not take part either.
"""

import re

from assistant.checks.judgement import Flaw, Judgement, Kept, Silent, Unsure, conclude, shorten
from assistant.checks.parsing.proposals.projects import Undertaking, list_undertakings
from assistant.checks.parsing.proposals.reading import read_leaders, read_members
from assistant.checks.subject import Subject
from assistant.domain.kinds.applicants import OngoingRule

_ASIDE = re.compile(r"在研|(?:主持|承担|牵头|现任)[^，。；]{0,40}(?:专项|重大项目|科技创新2030)")


def judge(_rule: OngoingRule, subject: Subject) -> Judgement:
    """Find what is told as ongoing; where person or state is left open, ask."""
    text = "\n".join([subject.text_as("ongoing"), *_list_asides(subject)])
    if not text.strip():
        return (
            Silent()
            if subject.has("ongoing")
            else Unsure("没有写明负责人和骨干的在研项目：是否主持在研的国家重大或重点专项项目？")
        )
    leader = next((one.name for one in subject.recall(read_leaders)), "")
    members = tuple(one.name for one in subject.recall(read_members) if one.name)
    told = [one for one in list_undertakings(text, leader, members, subject.context.info.year) if one.leads]
    flaws = [_build(subject, one) for one in told if one.state == "ongoing" and _bars(one)]
    if flaws:
        return conclude(flaws)
    open_ones = [one for one in told if one.state != "finished" and (_bars(one) or not one.person)]
    if open_ones:
        return Unsure(f"“{shorten(open_ones[0].clause)}”：由谁主持，是否仍在研？")
    return Kept()


def _list_asides(subject: Subject) -> list[str]:
    """Return the lines about persons that tell of ongoing projects beside the names."""
    lines = (*subject.lines_as("leader"), *subject.lines_as("members"))
    return [line.text for line in lines if _ASIDE.search(line.text)]


def _bars(one: Undertaking) -> bool:
    """The project's leader is barred by any of them, others by a whole project only."""
    leads = "leader" in one.person.split(",")
    return leads or (bool(one.person) and one.level == "项目")


def _build(subject: Subject, one: Undertaking) -> Flaw:
    leads = "leader" in one.person.split(",")
    who = "项目负责人" if leads else "参与人员" if one.person == "member" else one.person
    return Flaw(
        where=subject.place_as("ongoing"),
        evidence=shorten(one.clause, 100),
        detail=f"{who}主持在研{one.level}",
        measured=one.level,
        allowed="不主持在研项目、任务或课题" if leads else "不主持在研项目",
    )
