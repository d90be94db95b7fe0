"""Kind `qualification`: the leader has a senior title or a doctorate (具有高级职称或博士学位)."""

from assistant.checks.judgement import Flaw, Found, Judgement, Kept, Silent, Unsure, shorten
from assistant.checks.parsing.proposals.reading import read_leaders
from assistant.checks.subject import Subject
from assistant.domain.kinds.applicants import QualificationRule


def judge(_rule: QualificationRule, subject: Subject) -> Judgement:
    """Either suffices; the want of both has to be written down to be found."""
    leaders = subject.recall(read_leaders)
    if not leaders:
        return Silent() if subject.has("leader") else Unsure("没有写明项目负责人：是否有高级职称或博士学位？")
    leader = leaders[0]
    if leader.senior or leader.doctor:
        return Kept()
    if leader.senior is False and leader.doctor is False:
        flaw = Flaw(
            where=subject.place_as("leader", leader.name),
            evidence=shorten(leader.text, 100),
            detail=leader.name,
            measured="没有高级职称，也没有博士学位",
            allowed="高级职称或博士学位",
        )
        return Found((flaw,))
    unknown = "职称" if leader.senior is None else "学位"
    return Unsure(f"没有写明项目负责人{leader.name}的{unknown}：是否有高级职称或博士学位？")
