"""Kind `endorsement`: where the direction asks for endorsements, each of the bodies has given its own."""

import re

from assistant.checks.judgement import Flaw, Found, Judgement, Kept, Silent, Unsure, shorten
from assistant.checks.parsing.proposals.bodies import describe_body
from assistant.checks.parsing.proposals.demands import find_endorsement
from assistant.checks.parsing.proposals.direction import find_direction
from assistant.checks.subject import Subject
from assistant.domain.kinds.conditions import EndorsementRule

_ENDORSES = re.compile(r"认可|同意|批准|审核|审定|支持|出具|盖章|函|意见|会签|联合|共同|确认|保障|提供|承诺")
_NOT_YET = re.compile(
    r"尚未|还未|未(?:来函|取得|获|得|出具|征得|经|能)|没有|暂无|拟|正在|待|将(?!为)|计划|争取|沟通中|办理中|缺"
)
_LISTED = re.compile(r"认可|同意|支持|保障|意见")
"""What an attachment that endorses is called; a letter of recommendation does not."""
_PROVIDES = re.compile(r"保障|提供|支持|条件|配套|场地|落实|示范")


def judge(_rule: EndorsementRule, subject: Subject) -> Judgement:
    """A body's endorsement stands in a clause that names it, says that it endorses, and is no plan."""
    direction = find_direction(subject)
    demand = find_endorsement(direction) if direction else None
    if direction is None or demand is None:
        return Silent()
    own = subject.text_as("endorsement")
    others = subject.context.form.find_labels("recommender")
    text = own or "\n".join(one.text for one in subject.passages() if not one.hidden and one.label not in others)
    listed = [one for one in re.split(r"[、，；。;\n]", subject.text_as("attachments")) if _LISTED.search(one)]
    missing = [body for body in demand.bodies if not _is_given(body, "\n".join((text, *listed)))]
    if not missing:
        if _PROVIDES.search(own or text):
            return Kept()
        return Unsure(f"方向{direction.number}还要求{'和'.join(demand.bodies)}为示范应用提供条件保障：是否已写明？")
    names = "、".join(missing)
    flaw = Flaw(
        where=subject.place_as("endorsement"),
        evidence=shorten(own, 80) or "（空白）",
        detail=f"没有写明{names}的认可",
        measured=names,
        allowed="、".join(demand.bodies),
        source=subject.context.cite(demand.requirement, direction),
        missing=True,
    )
    return Found((flaw,))


def _is_given(body: str, text: str) -> bool:
    """The deed may follow in a later clause of the sentence that names the body; a plan spoils its own clause."""
    named = re.compile(describe_body(body))
    for sentence in re.split(r"[。；;\n]", text):
        clauses = re.split(r"[，,]", sentence)
        for place, clause in enumerate(clauses):
            if not named.search(clause) or _NOT_YET.search(clause):
                continue
            rest = "，".join(clauses[place:])
            follows = clauses[place + 1] if place + 1 < len(clauses) else ""
            if _ENDORSES.search(clause) or (_ENDORSES.search(rest) and not _NOT_YET.search(follows)):
                return True
    return False
