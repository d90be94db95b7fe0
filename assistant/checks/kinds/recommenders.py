"""Kind `recommenders`: one unit recommends (须通过单个推荐单位申报)."""

from assistant.checks.judgement import Flaw, Found, Judgement, Kept, Silent, Unsure
from assistant.checks.parsing.proposals.recommenders import list_recommenders
from assistant.checks.subject import Subject
from assistant.domain.kinds.applicants import RecommendersRule


def judge(rule: RecommendersRule, subject: Subject) -> Judgement:
    """A blank item is another rule's."""
    text = subject.text_as("recommender")
    names = list_recommenders(text)
    if not names:
        return Silent() if subject.has("recommender") else Unsure("没有写明推荐单位：是否只通过一个推荐单位申报？")
    if len(names) <= rule.most:
        return Kept()
    flaw = Flaw(
        where=subject.place_as("recommender"),
        evidence="；".join(names),
        detail="、".join(names),
        measured=len(names),
        allowed=f"{rule.most}个",
    )
    return Found((flaw,))
