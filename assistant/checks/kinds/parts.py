"""Kind `parts`: a field gives each part of a contact."""

import re

from assistant.checks.judgement import Flaw, Found, Judgement, Kept, Silent, conclude, shorten
from assistant.checks.parsing.people import LONGEST_CONTACT, NOTHING, find_part, find_persons, list_labelled
from assistant.checks.parsing.posts import read_tokens
from assistant.checks.subject import Subject
from assistant.domain.kinds.layout import Part, PartsRule
from assistant.text import bare

NAMES: dict[Part, str] = {
    "name": "姓名", "employer": "工作单位", "mobile": "手机", "landline": "座机", "phone": "电话", "email": "邮箱",
    "address": "通信地址", "post": "职务职称",
}  # fmt: skip
_NAME_LABEL = re.compile(
    r"(?=(?:第[一二三四五]|通[讯信])?作者\s*(?:[一二三四五\d]\s*)?(?:姓\s*名)?\s*[:：]|(?<!作者)(?<!秘书)姓\s*名\s*[:：])"
)
_PLAIN = re.compile(r"[\u4e00-\u9fff]{2,10}(?<![省市县区路街号楼室])")
"""What a firm's short name looks like, and an address does not."""


def judge(rule: PartsRule, subject: Subject) -> Judgement:
    """One whole set suffices where several persons are named."""
    labels = subject.labels(rule.fields)
    if not labels:
        return Silent()
    if rule.apart:
        return _judge_apart(rule, subject, labels)
    label = labels[0]
    text = subject.text(label)[:LONGEST_CONTACT]
    missing = min((_list_missing(rule, one) for one in _list_persons(text)), key=len)
    if not missing:
        return Kept()
    names = "、".join(NAMES[part] for part in missing)
    flaw = Flaw(
        where=subject.place(label),
        evidence=shorten(text) or "（空白）",
        detail=f"缺少{names}" if bare(text) else "没有填写",
        measured=len(rule.parts) - len(missing),
        allowed="、".join(NAMES[part] for part in rule.parts),
        missing=True,
    )
    return Found((flaw,))


def _judge_apart(rule: PartsRule, subject: Subject, labels: list[str]) -> Judgement:
    """Whatever stands in a part's own field is that part, well-formed or not."""
    texts = {label: subject.text(label)[:LONGEST_CONTACT] for label in labels}
    together = "\n".join(text for text in texts.values() if not NOTHING.match(text))
    lacking = [
        (label, part)
        for label, part in zip(labels, rule.parts, strict=True)
        if NOTHING.match(texts[label]) and not find_part(part, together)
    ]
    return conclude(
        [
            Flaw(
                where=subject.place(label),
                evidence=texts[label] or "（空白）",
                detail=f"“{label}”没有填写",
                allowed="、".join(NAMES[one] for one in rule.parts),
                missing=True,
            )
            for label, _ in lacking
        ]
    )


def _list_missing(rule: PartsRule, text: str) -> list[Part]:
    if not bare(text):
        return list(rule.parts)
    missing: list[Part] = [part for part in rule.parts if not find_part(part, text)]
    return [part for part in missing if part != "employer" or not _names_plain_employer(text)]


def _names_plain_employer(text: str) -> bool:
    """Say whether a word of a text without labels may be an employer that no suffix shows (华为, 宁德时代)."""
    tokens = [] if list_labelled(text) else read_tokens(text)
    return any(token.is_plain and _PLAIN.fullmatch(token.text) for token in tokens)


def _opens_with_person(line: str) -> bool:
    """Say whether the line begins with a person's name, a number before it apart."""
    plain = re.sub(r"^\s*(?:[（(]?\d{1,2}[）).、．:：]\s*|[①-⑳]\s*|[-•·●]\s*)", "", line)
    return bool(find_persons(re.split(r"[，,；;\s(（]", plain.strip())[0]))


def _list_persons(text: str) -> list[str]:
    """Part the text by persons where it names several; the whole text otherwise."""
    by_label = [part for part in _NAME_LABEL.split(text) if _NAME_LABEL.match(part)]
    if len(by_label) > 1:
        return by_label
    lines = [line for line in text.split("\n") if bare(line)]
    if len(lines) > 1 and all(_opens_with_person(line) for line in lines):
        return lines
    return [text]
