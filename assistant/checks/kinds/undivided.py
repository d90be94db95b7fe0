"""Kind `undivided`: where the guide allows no subprojects there are none (项目不下设任务（或课题）)."""

from assistant.checks.judgement import Flaw, Found, Judgement, Kept, Silent, Unsure, shorten
from assistant.checks.parsing.proposals.limits import cite_limit, list_limits
from assistant.checks.parsing.proposals.reading import read_subprojects
from assistant.checks.parsing.proposals.tasks import list_named
from assistant.checks.subject import Subject
from assistant.domain.kinds.proposals import UndividedRule

_SEVERAL = 2
"""Numbered subprojects in the research content from which the project is divided."""


def judge(_rule: UndividedRule, subject: Subject) -> Judgement:
    """Numbered points of the research content are no subprojects; such as are called 课题1, 任务二 are."""
    limits = [one for one in list_limits(subject, "subprojects") if one.maximum == 0]
    if not limits:
        return Silent()
    tasks = subject.recall(read_subprojects)
    named = list_named(subject.text_as("content"))
    if not tasks.count and len(named) < _SEVERAL:
        return Kept() if tasks.denied else Unsure("没有写明是否下设任务（或课题）：项目是否不下设？")
    if not tasks.count and tasks.denied:
        return Unsure(f"写明不设任务（课题），研究内容里却有{'、'.join(named)}：是否下设了任务（课题）？")
    flaw = Flaw(
        where=subject.place_as("tasks" if tasks.count else "content"),
        evidence=shorten("；".join(tasks.names or named) or subject.text_as("tasks"), 100),
        measured=tasks.count or len(named),
        allowed="0个",
        source=cite_limit(subject, limits[0]),
    )
    return Found((flaw,))
