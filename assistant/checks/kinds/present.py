"""Kind `present`: a field is filled with what is wanted there."""

import re

from assistant.checks.judgement import Flaw, Judgement, Silent, Unsure, conclude, shorten
from assistant.checks.parsing.dates import strip_dates
from assistant.checks.parsing.listing import list_problems
from assistant.checks.parsing.organisations import is_organisation
from assistant.checks.parsing.people import NOTHING, find_persons
from assistant.checks.parsing.signatures import is_filled, says_something
from assistant.checks.subject import Subject
from assistant.domain.kinds.layout import PresentRule
from assistant.text import bare

_PENDING = re.compile(
    r"待(?:理事长|主席|会长|领导|本人)?(?:亲笔)?(?:签|定|补|填|确认|盖|审)|未签|尚未|暂未|空缺|后补|补签|此处|"
    r"[处栏位]签|签[字名章][处栏位]|^\\W*请"
)
_SIGN_WORDS = re.compile(
    r"亲笔|电子|手写|已?签[字名署章]|盖章|公章|印章|签发|理事长|副?主席|副?会长|负责人|企业科协|学会|日期|时间|"
    r"年|月|日|（|）|\(|\)|[：:_＿—/\s\u3000.。、，,]"
)
_NONE = re.compile(r"^\s*(?:暂)?无\s*[。.]?\s*$")
_SEAL = re.compile(r"[（(]\s*(?:盖章|公章|签章|印章|章)\s*[）)]|盖章处?")
_HAN, _LATIN = re.compile(r"[\u4e00-\u9fff]"), re.compile(r"[A-Za-z]")
_MOSTLY = 0.5
"""Share of letters from which a text counts as English."""
_TOLD = re.compile(r"^(?:已|经|业经|现|拟|呈)")
"""What opens words on how the signature came or will come (已报理事长审阅)."""


def judge(rule: PresentRule, subject: Subject) -> Judgement:
    """Judge each field that the form asks for."""
    labels = subject.labels(rule.fields)
    if not labels:
        return Silent()
    flaws: list[Flaw] = []
    doubt: Unsure | None = None
    for label in labels:
        problem = _find_problem(rule, subject, label)
        if isinstance(problem, Unsure):
            doubt = doubt or problem
        elif problem:
            flaws.append(
                Flaw(
                    where=subject.place(label),
                    evidence=shorten(subject.text(label)) or "（空白）",
                    detail=f"“{label}”{problem}",
                    missing=True,
                )
            )
    return doubt if doubt and not flaws else conclude(flaws)


def _find_problem(rule: PresentRule, subject: Subject, label: str) -> str | Unsure | None:
    """Return what is wrong in Chinese; None where the field is filled."""
    text = subject.text(label)
    if rule.only_if_labelled:
        return None if subject.fields(label) else "一栏被删去了"
    if rule.want == "signature" and not NOTHING.match(text):
        return _find_signature_problem(text)
    if rule.want == "signature" and _has_picture(subject, label):
        return None
    if not subject.fields(label):
        return "没有找到"
    if not bare(_SEAL.sub("", text)) or (rule.want != "text" and NOTHING.match(text)):
        return "没有填写"
    if rule.none_passes is not None and NOTHING.match(text) and not _answers(rule, label, text):
        return "没有填写"
    if label in rule.opinions:
        return _find_opinion_problem(label, text)
    return _find_wanted_problem(rule, text)


def _answers(rule: PresentRule, label: str, text: str) -> bool:
    return label in (rule.none_passes or ()) and bool(_NONE.match(text))


def _find_opinion_problem(label: str, text: str) -> str | Unsure | None:
    if not is_filled(text):
        return "没有填写"
    return None if says_something(text) else Unsure(f"“{label}”只有落款：是否还应写明意见？")


def _find_wanted_problem(rule: PresentRule, text: str) -> str | None:
    match rule.want:
        case "chinese":
            return None if _HAN.search(text) else "没有中文"
        case "english":
            return None if _is_english(text) else "不是英文"
        case "person":
            return None if find_persons(text) else "没有写明专家姓名"
        case "problems":
            problems, headings = list_problems(text, rule.groups)
            return None if problems or len(headings) > 1 else "没有列出问题难题"
        case _:
            return None


def _is_english(text: str) -> bool:
    letters, han = len(_LATIN.findall(text)), len(_HAN.findall(text))
    return letters > 0 and letters >= _MOSTLY * (letters + 2 * han)


def _find_signature_problem(text: str) -> str | Unsure | None:
    if _PENDING.search(text):
        return "还没有签字"
    plain = strip_dates(text)
    if is_organisation(_SEAL.sub("", plain).strip(" ：:，,。；;\n\u3000")):
        return Unsure(f"签字栏只写着单位“{shorten(text, 30)}”：负责人是否已经签字？")
    rest = _SIGN_WORDS.sub("", plain)
    told = _TOLD.search(rest) and not find_persons(rest)
    if not told and (len(_HAN.findall(rest)) > 1 or len(_LATIN.findall(rest)) > 1):
        return None
    if told or re.search(r"已签", plain):
        return Unsure(f"签字栏写着“{shorten(text, 30)}”，没有姓名：负责人是否已经签字？")
    return "还没有签字"


def _has_picture(subject: Subject, label: str) -> bool:
    """Something drawn in the box counts as a signature."""
    return any(one.unread for one in subject.fields(label))
