"""Kind `filled`: no labelled item is blank; 无 is an answer (按格式要求填写完整)."""

import re

from assistant.checks.judgement import Flaw, Judgement, conclude
from assistant.checks.subject import Subject
from assistant.domain.kinds.applicants import FilledRule

_BLANK = re.compile(
    r"[\s_＿—/\\.。-]*(?:[（(【\[]?\s*(?:待(?:定|补充?|填写?|完善|确定)|请?填写?|空白?|暂缺|略|"
    r"TBD|X{2,}|×{2,})\s*[）)】\]]?)?[\s_＿—/\\.。-]*",
    re.IGNORECASE,
)


def judge(_rule: FilledRule, subject: Subject) -> Judgement:
    """Several items of one role (参与单位, 中方参与单位) are filled when one of them is; hints are no content."""
    form = subject.context.form
    specs = {spec.label: spec for spec in form.fields if not spec.heading}
    there = list(dict.fromkeys(one.label for one in subject.draft.fields if one.label in specs))
    filled = {label for label in there if not _BLANK.fullmatch(subject.text(label))}
    roles = {specs[label].role for label in filled if specs[label].role}
    blank = [label for label in there if label not in filled and specs[label].role not in roles]
    return conclude([_build(subject, label) for label in blank])


def _build(subject: Subject, label: str) -> Flaw:
    text = subject.text(label).strip()
    return Flaw(where=subject.place(label), evidence=text or "（空白）", detail=label, missing=True)
