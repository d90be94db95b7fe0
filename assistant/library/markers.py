"""How notices number and label their parts, recognised at the start of a line."""

import re
from dataclasses import dataclass
from typing import Literal

MarkerStyle = Literal["attachment", "chinese", "bracketed-chinese", "arabic", "bracketed-arabic"]

_DIGITS = "一二三四五六七八九"
_CHINESE = "[一二三四五六七八九十]{1,3}"
_STYLES: tuple[tuple[MarkerStyle, re.Pattern[str]], ...] = (
    ("chinese", re.compile(rf"({_CHINESE})、")),
    ("bracketed-chinese", re.compile(rf"[（(]\s*({_CHINESE})\s*[）)]")),
    ("bracketed-arabic", re.compile(r"[（(]\s*(\d{1,2})\s*[）)]")),
    ("arabic", re.compile(r"(\d{1,2})(?:[.．](?!\d)|、)")),
)  # fmt: skip
_ATTACHMENT = re.compile(r"附\s*件\s*(\d{0,2})")
_ATTACHMENT_LIST = re.compile(r"附\s*件\s*[:：]")
_CONTACT = re.compile(
    r"(?:联\s*系\s*(?:人|电\s*话|方\s*式)|(?:电子)?邮箱|电\s*话|(?:邮寄|通信)?地\s*址|传\s*真)\s*[:：]"
)
_RESPONSIBLE = re.compile(r"(?:本专项)?([^，。；、：:\s]{0,10}责任人)\s*[:：]")
_PERSON = re.compile(r"联\s*系\s*人\s*[:：]")
_LABEL = re.compile(r"([^\W\d_][^，。；、（）()\d:：]{0,15})[:：]")
_REMARK = re.compile(r"[（(]\s*注\s*[:：]")
_DATE = re.compile(r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日")


@dataclass(frozen=True, slots=True)
class Marker:
    """A number at the start of a line."""

    style: MarkerStyle
    number: int
    """0 for an attachment without a number."""
    length: int
    """Characters of the line that the marker takes."""


def parse_marker(text: str) -> Marker | None:
    """Return the number that the line starts with, or None."""
    whole = _ATTACHMENT.fullmatch(text)
    if whole:
        return Marker("attachment", int(whole[1] or 0), len(text))
    for style, pattern in _STYLES:
        found = pattern.match(text)
        if found:
            number = parse_chinese_number(found[1]) if "chinese" in style else int(found[1])
            return Marker(style, number, found.end()) if number else None
    return None


def parse_chinese_number(text: str) -> int:
    """Return the value of 一 to 九十九; 0 for any other text."""
    return _CHINESE_NUMBERS.get(text, 0)


def format_chinese_number(number: int) -> str:
    """Return 1 to 99 in Chinese."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens - 1]}十"
    return head + (_DIGITS[ones - 1] if ones else "")


_CHINESE_NUMBERS = {format_chinese_number(number): number for number in range(1, 100)}


def name_number(marker: Marker) -> str:
    """Return the number as paths write it: `附件1`, `四`, `（一）`, `2`, `（3）`."""
    match marker.style:
        case "attachment":
            return f"附件{marker.number or ''}"
        case "chinese":
            return format_chinese_number(marker.number)
        case "bracketed-chinese":
            return f"（{format_chinese_number(marker.number)}）"
        case "arabic":
            return str(marker.number)
        case "bracketed-arabic":
            return f"（{marker.number}）"


def find_label(text: str) -> str | None:
    """Return the label that a line of a form starts with, such as `所属学科`; None where it has none."""
    found = _LABEL.match(text)
    return found[1].strip() if found else None


def is_attachment_list(text: str) -> bool:
    """Say whether the line opens the list of attachments (附件：…)."""
    return bool(_ATTACHMENT_LIST.match(text))


def is_contact(text: str) -> bool:
    """Say whether the line gives a person, a telephone number or an address."""
    return bool(_CONTACT.match(text) or _RESPONSIBLE.match(text))


def find_responsible(text: str) -> str | None:
    """Return what the person named is responsible for, such as `形式审查责任人`; None for another contact line."""
    found = _RESPONSIBLE.match(text)
    return found[1] if found else None


def is_contact_person(text: str) -> bool:
    """Say whether the line gives a person, the first line of a contact block below its name."""
    return bool(_PERSON.match(text))


def is_remark(text: str) -> bool:
    """Say whether the line is a remark below a form (（注：…）)."""
    return bool(_REMARK.match(text))


def is_date(text: str) -> bool:
    """Say whether the line is a date and nothing else."""
    return bool(_DATE.fullmatch(text))
