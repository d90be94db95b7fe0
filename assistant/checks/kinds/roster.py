"""Kind `roster`: a list of members is whole."""

import re

from assistant.checks.judgement import Flaw, Found, Judgement, Kept, Silent, Unsure, conclude, shorten
from assistant.checks.parsing.member_doubts import name_doubt
from assistant.checks.parsing.member_records import Member
from assistant.checks.parsing.members import ATTACHED, list_members
from assistant.checks.parsing.organisations import is_foreign, split_organisations
from assistant.checks.parsing.partners import find_partner
from assistant.checks.parsing.people import NOTHING
from assistant.checks.parsing.roles import list_told_roles
from assistant.checks.stated import find_stated_number
from assistant.checks.subject import Subject
from assistant.domain.kinds.procedure import RosterRule
from assistant.text import bare

_PARTNERS = re.compile(r"(?:国外|境外|外国|国际|外方)\S{0,6}(?:组织|机构|学会|伙伴)")
"""Label of an item of the author's own for those who recommend jointly."""
_FIELD_OF_NAMES = 120
"""Characters up to which a field may be nothing but names of organisations."""
_PROSE = re.compile(r"推荐|征集|开展|专家|鼓励|未|合作|组织(?!$)")


def judge(rule: RosterRule, subject: Subject) -> Judgement:
    """Judge the members listed; with no committee at all only the rule that counts members speaks."""
    label = next(iter(subject.labels(rule.fields)), None)
    if not label or not bare(subject.text(label)):
        return Silent()
    members = list_members(subject.lines(label))
    if rule.demand == "foreign":
        return _judge_foreign(rule, subject, label, members)
    if not members and ATTACHED.search(subject.text(label)):
        return Unsure("委员名单不在本文件中：另附的名单是否写明主任、副主任和各委员的姓名、工作单位、职务职称？")
    roles = rule.demand == "roles"
    judged = _judge_roles(rule, subject, label, members) if roles else _judge_details(subject, label, members)
    doubt = name_doubt(subject.text(label), members) if isinstance(judged, Found) else None
    asked = "主任、副主任、委员是否都已列明" if roles else "每位委员的姓名、工作单位、职务职称是否都已写明"
    return Unsure(f"{doubt}：{asked}？") if doubt else judged


def _judge_roles(rule: RosterRule, subject: Subject, label: str, members: list[Member]) -> Judgement:
    text = subject.text(label)
    filled = {member.role for member in members} | list_told_roles(text)
    if not filled and find_stated_number(text) is None:
        return Silent()
    missing = [role for role in rule.roles if role not in filled]
    if not missing:
        return Kept()
    shown = "、".join(missing)
    where = subject.place(label)
    evidence = "、".join(f"{member.role}：{member.name}" for member in members[:3]) or "没有列出成员"
    return Found(
        (
            Flaw(
                where=where,
                evidence=evidence,
                detail=f"没有列出{shown}",
                measured=shown,
                allowed="、".join(rule.roles),
                missing=True,
            ),
        )
    )


def _judge_details(subject: Subject, label: str, members: list[Member]) -> Judgement:
    if not members:
        return Silent()
    return conclude(
        [
            Flaw(
                where=subject.place(label, member.name),
                evidence=f"{member.role}：{member.name or '（无姓名）'}",
                detail=f"{member.name or '一位委员'}缺少{'、'.join(member.missing)}",
                measured="、".join(member.missing),
                allowed="姓名、工作单位、职务职称",
            )
            for member in members
            if member.missing
        ]
    )


def _judge_foreign(rule: RosterRule, subject: Subject, label: str, members: list[Member]) -> Judgement:
    partner = _find_partner(rule, subject)
    if not partner:
        return Silent()
    if any(member.foreign for member in members):
        return Kept()
    if not members:
        return Unsure(f"联合推荐的国外组织是“{partner}”，但没有列出委员：委员会中是否有国外专家？")
    if doubt := name_doubt(subject.text(label), members):
        return Unsure(f"{doubt}；联合推荐的国外组织是“{partner}”：委员会中是否有国外专家？")
    where = subject.place(label)
    return Found(
        (Flaw(where=where, evidence=partner, detail=f"与“{partner}”联合推荐", measured=0, allowed="至少1名国外专家"),)
    )


def _find_partner(rule: RosterRule, subject: Subject) -> str | None:
    """Return the foreign organisation of a field of names, or the sentence that tells of a joint recommendation."""
    for one in subject.draft.fields:
        if _PARTNERS.search(one.label) and not NOTHING.match(one.text):
            return shorten(one.text, 40)
    for label in subject.labels(rule.partner_fields):
        text = subject.text(label)
        holds_names = label in subject.context.form.find_labels("recommender") and len(text) < _FIELD_OF_NAMES
        names = split_organisations(re.sub(r"[（(）)]|联合", " ", text)) if holds_names else []
        named = next((name for name in names if is_foreign(name) and not _PROSE.search(name)), None)
        if named:
            return named
        if told := find_partner(text):
            return told
    return None
