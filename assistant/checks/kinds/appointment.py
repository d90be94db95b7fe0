"""Kind `appointment`: a leader from abroad proves the appointment, a part-time one by both employers."""

import re

from assistant.checks.judgement import Flaw, Found, Judgement, Kept, Silent, Unsure, shorten
from assistant.checks.parsing.names import narrow
from assistant.checks.parsing.proposals.entries import split_lines, split_outside
from assistant.checks.parsing.proposals.persons import Person
from assistant.checks.parsing.proposals.reading import read_leaders
from assistant.checks.subject import Subject
from assistant.domain.kinds.applicants import AppointmentRule

_PROOF = re.compile(
    r"(?:聘用|聘任|受聘|雇佣|任职|劳动|工作)[^，。；,;]{0,12}(?:材料|证明|合同|协议|函|书|文件)|"
    r"聘书|聘任书|同意[^，。；,;]{0,8}(?:函|书|证明|材料)"
)
_BOTH = re.compile(r"双方|两家|两个单位|境内外|内地[^，。；,;]{0,10}和|和[^，。；,;]{0,10}(?:境外|原)")
_LACKING = re.compile(r"未(?!来)|没有|暂无|待补|缺|无法|尚")
_PART_TIME, _FULL_TIME = 2, 1


def judge(_rule: AppointmentRule, subject: Subject) -> Judgement:
    """A leader whose nationality is not stated is taken for a Chinese one, as drafts mostly say nothing of it."""
    leader = next(iter(subject.recall(read_leaders)), None)
    if leader is None or not leader.is_foreign:
        return Silent() if leader is None else Kept()
    number = _count_proofs(subject, leader)
    wanted = _FULL_TIME if leader.full_time else _PART_TIME
    if number >= wanted:
        return Kept()
    named = f"项目负责人{leader.name}（{leader.nationality}）"
    if not subject.text_as("attachments").strip() and not number and not _is_denied(subject, leader):
        return Unsure(f"{named}的聘用材料没有列出：是否已由聘用单位（非全职的由双方单位）提供？")
    if leader.full_time is None and number:
        return Unsure(f"{named}是全职还是非全职受聘？非全职的须由双方单位提供聘用材料。")
    kind = "全职" if leader.full_time else "非全职" if leader.full_time is False else "受聘"
    flaw = Flaw(
        where=subject.place_as("attachments" if subject.has("attachments") else "leader"),
        evidence=shorten(subject.text_as("attachments") or leader.text, 100),
        detail=f"{named}为{kind}，" + ("没有列出聘用材料" if not number else "只列出一方的聘用材料"),
        measured=number,
        allowed="内地聘用单位的材料" if wanted == _FULL_TIME else "双方单位的材料",
    )
    return Found((flaw,))


def _count_proofs(subject: Subject, leader: Person) -> int:
    """Return how many employers' proofs the draft lists; one by both counts twice."""
    text = narrow(subject.text_as("attachments"))
    entries = [piece for line, _ in split_lines(text) for piece in split_outside(line, "、,;。")]
    entries += [clause for clause in re.split(r"[。;]", leader.text) if _PROOF.search(clause)]
    proofs = [entry for entry in entries if _PROOF.search(entry) and not _LACKING.search(entry)]
    both = any(_BOTH.search(entry) for entry in proofs)
    return _PART_TIME if both else len(dict.fromkeys(proofs))


def _is_denied(subject: Subject, leader: Person) -> bool:
    text = f"{narrow(subject.text_as('attachments'))}。{leader.text}"
    return any(_PROOF.search(clause) and _LACKING.search(clause) for clause in re.split(r"[,。;\n]", text))
