"""Numbers of characters that a text states: 约9800字, 1.2万字, 一万二千字."""

import re
from dataclasses import dataclass

from assistant.checks.parsing.names import narrow

_HAN = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_STATED = re.compile(
    r"(?:(?P<digits>\d[\d,]*+(?:\.\d++)?)\s*+(?P<times>[万千])?|(?P<han>[〇零一二两三四五六七八九十百千万]++))"
    r"\s*+[余多来]?\s*(?:个)?\s*(?:汉字|字符|字)(?!节|段|典|号|体|母|数|幕|面|样|句|串|库|塔)"
)


@dataclass(frozen=True, slots=True)
class StatedLength:
    """A number of characters with its place in the text."""

    value: int
    start: int
    end: int


def find_stated_lengths(text: str) -> list[StatedLength]:
    """Return the numbers of characters that the text states, in order."""
    return [
        StatedLength(_read(found), found.start(), found.end())
        for found in _STATED.finditer(narrow(text))
        if found["digits"] or len(found["han"]) > 1
    ]


def _read(found: re.Match[str]) -> int:
    if found["digits"]:
        return round(float(found["digits"].replace(",", "")) * {"万": 10000, "千": 1000}.get(found["times"] or "", 1))
    return _read_han(found["han"])


def _read_han(text: str) -> int:
    """Read 八千, 一万二千, 一万二, 三百五十."""
    if "万" in text:
        ten_thousands, _, rest = text.partition("万")
        few = _HAN.get(rest, 0) * 1000 if len(rest) == 1 else _read_han(rest) if rest else 0
        return 10000 * (_read_han(ten_thousands) or 1) + few
    total = digit = 0
    for sign in text:
        if sign in _UNITS:
            total, digit = total + (digit or 1) * _UNITS[sign], 0
        else:
            digit = _HAN[sign]
    return total + digit
