"""References to a place in a notice (四、2, 第四条第2款, 附件2, 指南 2.10, 〔2022〕19号), read from any wording."""

import re
import unicodedata
from dataclasses import dataclass

from assistant.text import squash

Address = tuple[str, ...]
"""Parts of a clause path from the outside in, numerals as Arabic digits, an attachment as `附件1`."""

_HAN_NUMERAL = r"(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_NUMERAL = rf"(?:{_HAN_NUMERAL}|\d{{1,3}})"
_ATTACHMENT = re.compile(rf"(?:附件|附表|附录)({_NUMERAL})")
_STEP = re.compile(
    rf"第({_NUMERAL})(?:部分|大点|小点|[章节条款项点题])"  # 第四条, 第2款, 第三部分
    rf"|第?\(({_NUMERAL})\)(?:部分|[条款项点])?"  # （一）, 第（二）项
    rf"|(?<![一二三四五六七八九十])({_HAN_NUMERAL})(?:、|\.(?=\d)|(?=\())"  # 四、, 三（一）; not 六六六、
    r"|(\d{1,3})(?:、|\.(?!\d)|(?=$|[^\d.%年月日个项人家万亿元字页岁]))"  # a bare number, after another step only
)
_UNIT = r"[%度倍亿万元年月米人个种]|°|(?:[kMGTmμnpcd]?(?:Wh?|m|g|s|Hz|V|A|J|L|Pa|eV|T|K|B)|ppm|rpm|mol)(?![A-Za-z])"
_DIRECTION = re.compile(rf"(?<![\d.])(\d{{1,2}}\.\d{{1,2}})(?![\d.]|\s*(?:{_UNIT}))")
_PATH_STEP = re.compile(rf"附件({_NUMERAL})|({_NUMERAL})")
_DOCUMENT = re.compile(r"[〔\[(【]?((?:19|20)\d\d)[〕\])】]?第?(\d{1,4})号")


@dataclass(frozen=True, slots=True)
class References:
    """All that a query refers to by number."""

    addresses: tuple[Address, ...]
    directions: tuple[str, ...]
    """Direction numbers such as `2.10`."""
    documents: tuple[tuple[str, str], ...]
    """Year and running number of document numbers."""


def find_references(query: str) -> References:
    """Return what the query refers to; empty tuples where it refers to nothing."""
    folded = unicodedata.normalize("NFKC", query)
    text = squash(folded)
    return References(
        addresses=tuple(dict.fromkeys(_addresses(text))),
        directions=tuple(dict.fromkeys(_DIRECTION.findall(folded))),
        documents=tuple(dict.fromkeys(_DOCUMENT.findall(text))),
    )


def parse_address(path: str) -> Address:
    """Return the parts of a clause path as the notice numbers it, then its label if it ends in one.

    A path without any number (正文, 落款) has no parts.
    """
    text = squash(unicodedata.normalize("NFKC", path))
    steps = list(_PATH_STEP.finditer(text))
    if not steps:
        return ()
    numbers = tuple(f"附件{_digits(step[1])}" if step[1] else _digits(step[2]) for step in steps)
    label = text[steps[-1].end() :].strip("、.)")
    return (*numbers, label) if label else numbers


def _addresses(text: str) -> list[Address]:
    """Return the runs of steps; a run starts at an attachment or at a step whose form shows that it is one."""
    found: list[Address] = []
    place = 0
    while place < len(text):
        opening = _ATTACHMENT.match(text, place) or _opening_step(text, place)
        if opening is None:
            place += 1
            continue
        first = _digits(next(group for group in opening.groups() if group))
        steps = [f"附件{first}" if opening.re is _ATTACHMENT else first]
        place = opening.end()
        while (step := _next_step(text, place)) is not None:
            steps.append(_digits(next(group for group in step.groups() if group)))
            place = step.end()
        found.append(tuple(steps))
    return found


def _opening_step(text: str, place: int) -> re.Match[str] | None:
    """Return the step at the place; a bare number alone refers to nothing, nor does a number inside a longer one."""
    match = _STEP.match(text, place)
    if match is None or match[4] or (place and text[place - 1].isdigit() and text[place].isdigit()):
        return None
    return match


def _next_step(text: str, place: int) -> re.Match[str] | None:
    """Return the step that follows, over 的, 中的 or a joining mark."""
    joint = re.compile(r"(?:中的|里的|下的|的|[、,，.\-—])?").match(text, place)
    return _STEP.match(text, joint.end() if joint else place) or _STEP.match(text, place)


_CHINESE = {numeral: value for value, numeral in enumerate("一二三四五六七八九", start=1)}


def _digits(numeral: str) -> str:
    """Return the numeral in Arabic digits."""
    if numeral.isdigit():
        return str(int(numeral))
    tens, ten, ones = numeral.partition("十")
    if not ten:
        return str(_CHINESE[tens])
    return str(10 * _CHINESE.get(tens, 1) + _CHINESE.get(ones, 0))
