"""Kind `office`: no applicant holds office in a state organ (国家机关的公务人员不得申报项目)."""

import re
from itertools import pairwise

from assistant.checks.judgement import Flaw, Judgement, Kept, Silent, Unsure, conclude, shorten
from assistant.checks.parsing.proposals.persons import Person
from assistant.checks.parsing.proposals.reading import read_leaders, read_members
from assistant.checks.parsing.proposals.unit_kinds import classify_unit, is_organ
from assistant.checks.subject import Subject
from assistant.domain.kinds.applicants import OfficeRule

_END = re.compile(r"厅|局|委员会|委(?!员)|部|政府|署|法院|检察院|办公室|海关")
_NOT_OFFICE = re.compile(
    r"院(?!长)|所|中心|站|大学|学院|学会|公司|集团|医院|学校|协会|馆|实验室|基地|专家|顾问|学者|参事|委员(?!会)|奖|项目|课题|计划|人才|"
    r"评审|咨询|成员"
)
"""What stands behind an organ's name where the person only belongs to something of its own or has an honour."""
_OFFICE = re.compile(
    r"[\u4e00-\u9fff]{0,12}(?:长|主任|书记|员|干部|调研员|巡视员|民警|警察|法官|检察官|专员|主席|工程师|师|研究员|教授|博士|工作|任职)?"
)
_HEAD = re.compile(
    r"[\u4e00-\u9fff]{1,9}[省市县区州旗乡镇](?:常务|科技|挂职)?副?(?:省长|市长|县长|区长|州长|旗长|乡长|镇长)(?!助理)"
)
"""Heads of a government, whose titles name no organ: 江宁县副县长."""
_RANK = re.compile(r"[一二三四]级(?:主任科员|调研员|巡视员|高级法官|高级检察官|警长|高级警长|警员)|一级科员|二级科员")
"""Ranks that only civil servants hold. Source: 公务员职务与职级并行规定, 第七条."""
_SERVANT = re.compile(r"公务员|公务人员")
_NO_SERVANT = re.compile(r"(?:非|不是|不属于|均非|无|没有)[^，。；,;]{0,6}公务")
_SECONDED = re.compile(r"挂[职任]|借调|曾|^原(?!子|州|阳|平)|退休|离任|卸任|调离")
"""What makes an office one of the past or for a time; 太原 and 原阳 are places."""
_ABOVE = re.compile(r"(?:行政|业务)?(?:隶属|直属|归口|主管|上级|挂靠)")
"""What stands before an organ that the employer belongs to."""
_EMPLOYERS = frozenset({"university", "institute", "enterprise", "hospital"})
"""Whose staff may still bear a rank that is asked about."""
_SPLIT = re.compile(r"[，。；、,;:：\s()（）]+")


def judge(_rule: OfficeRule, subject: Subject) -> Judgement:
    """A post in a university or an institute is none; a former or temporary one in an organ is a question."""
    persons = [*subject.recall(read_leaders), *subject.recall(read_members)]
    if not persons:
        return Silent()
    flaws: list[Flaw] = []
    for person in persons:
        held, certain = _find_office(person)
        if held and not certain:
            return Unsure(f"{person.name}：“{shorten(held)}”，是否属于国家机关公务人员？")
        if held:
            flaws.append(_build(subject, person, held))
    return conclude(flaws) if flaws else Kept()


def _build(subject: Subject, person: Person, held: str) -> Flaw:
    role = "leader" if person in subject.recall(read_leaders) else "members"
    return Flaw(
        where=subject.place_as(role, person.name),
        evidence=shorten(person.text, 100),
        detail=f"{person.name}：{shorten(held, 30)}",
    )


def _find_office(person: Person) -> tuple[str, bool]:
    """Return the words that show an office, empty for none, and whether it is surely held now."""
    if _SERVANT.search(person.text) and not _NO_SERVANT.search(person.text):
        return next(piece for piece in re.split(r"[，。；,;]", person.text) if _SERVANT.search(piece)), True
    own = re.sub(rf"{_ABOVE.pattern}[^，。；,;:：]{{0,8}}[:：][^，。；,;]*", "", person.text)
    pieces = [piece for piece in _SPLIT.split(own) if piece]
    for piece, behind in pairwise((*pieces, "")):
        if _HEAD.search(piece) or _names_office(piece):
            return piece, not _SECONDED.search(piece) and not _SECONDED.match(behind)
    ranked = next((piece for piece in pieces if _RANK.search(piece)), "")
    return ranked, bool(ranked) and not any(classify_unit(piece) in _EMPLOYERS for piece in pieces)


def _names_office(piece: str) -> bool:
    if _ABOVE.match(piece):
        return False
    plain = re.sub(r"^(?:现任|曾任|兼任|挂职(?:担任)?|任|原|曾|工作单位|单位|职务)+", "", piece)
    for end in _END.finditer(plain):
        rest = plain[end.end() :]
        if is_organ(plain[: end.end()]) and _OFFICE.fullmatch(rest) and not _NOT_OFFICE.search(rest):
            return True
    return False
