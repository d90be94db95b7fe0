"""Kind `filled`: no labelled item is blank; 无 is an answer (按格式要求填写完整)."""

import re

from assistant.checks.judgement import Flaw, Judgement, conclude
from assistant.checks.subject import Subject
from assistant.domain.form import FieldSpec
from assistant.domain.kinds.applicants import FilledRule
from assistant.text import bare

_BLANK = re.compile(
    r"[\s_＿…。]*(?:[（(【\[]?\s*(?:待(?:定|补充?|填写?|完善|确定)|请填写?|空白|暂缺|TBD|X{2,}|×{2,})\s*"
    r"[）)】\]]?)?[\s_＿…。]*",
    re.IGNORECASE,
)
"""A dash or a stroke (/) says that there is nothing, as 无 does."""
_NUMBER = re.compile(r"^[\s（(]*[\d一二三四五六七八九十]+[）)、.．\s]+")
_NOTE = re.compile(r"[\s:：]*[（(【\[][^（()）】\]]*[)）】\]]\s*$")
"""Behind a label: 推荐单位：（待填）."""


def judge(_rule: FilledRule, subject: Subject) -> Judgement:
    """Several items of one role (参与单位, 中方参与单位) are filled when one of them is.

    A line that only reads like a label of the form may be a heading, and is no blank item.
    """
    specs = {spec.label: spec for spec in subject.context.form.fields if not spec.heading}
    known = [one for one in subject.draft.fields if one.label in specs]
    asked = [one.label for one in known if _is_asked(one.printed_label, specs[one.label])]
    blank = [label for label in dict.fromkeys(asked) if _is_blank(subject, specs[label])]
    return conclude([_build(subject, label) for label in blank])


def _is_asked(printed: str, spec: FieldSpec) -> bool:
    plain = _NUMBER.sub("", printed)
    names = {bare(name) for name in (spec.label, *spec.aliases)}
    return bare(plain) in names or bare(_NOTE.sub("", plain)) in names


def _is_blank(subject: Subject, spec: FieldSpec) -> bool:
    if not _BLANK.fullmatch(subject.text(spec.label)):
        return False
    return spec.role is None or bool(_BLANK.fullmatch(subject.text_as(spec.role)))


def _build(subject: Subject, label: str) -> Flaw:
    text = subject.text(label).strip()
    return Flaw(where=subject.place(label), evidence=text or "（空白）", detail=label, missing=True)
