"""What a notice's contacts say, as one sentence: who, by which number, at which address."""

import re

from assistant.answering.asked.question import Part
from assistant.text import clean

_FIELD = re.compile(
    r"(?P<label>(?:联\s*系\s*(?:人|电话|方式)|[^\s：:，。]{0,12}责任人|电子邮箱|邮\s*箱|(?:邮寄|通信)?地\s*址|电\s*话|传\s*真))\s*[:：]\s*"
)
_SLOTS: tuple[tuple[str, str], ...] = (
    ("person", "联系人|责任人|电话|联系方式|邮箱"),
    ("phone", "电话|联系方式|联系人"),
    ("email", "邮箱"),
    ("address", "地址"),
)
_ALL = re.compile(r"联系方式|怎么联系|如何联系|咨询方式")
_NAME = re.compile(r"[\u4e00-\u9fff]+")
_FULL_NAME = 2


def read_contact(raw: str, part: Part) -> str:
    """Return the wanted fields of a contact as one statement; all of them where the part names none.

    Args:
        raw: the contact as the notice prints it, line breaks included.
        part: what is asked.
    """
    pieces = _FIELD.split(raw)
    head = re.sub(r"[\s:：]+$", "", clean(pieces[0]))
    fields = [(clean(label), _tidy(value)) for label, value in zip(pieces[1::2], pieces[2::2], strict=True)]
    if not fields:
        return clean(raw)
    wanted = "|".join(labels for slot, labels in _SLOTS if part.wants(slot))
    named = [(label, value) for label, value in fields if wanted and re.search(wanted, label)]
    kept = fields if _ALL.search(part.text) else named or fields
    said = "，".join(f"{label.removeprefix('本专项')}是{value}" for label, value in kept)
    return f"{head}的{said}" if head else said


def _tidy(value: str) -> str:
    """Return a value on one line, names that only a space parts set off by a mark."""
    words = value.split()
    if len(words) > 1 and all(_NAME.fullmatch(word) for word in words):
        return "".join(words) if any(len(word) < _FULL_NAME for word in words) else "、".join(words)
    return re.sub(r"[，,；;。\s]+$", "", clean(value)).replace(", ", "、")
