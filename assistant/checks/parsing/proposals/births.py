"""Dates of birth, as far as they are given."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assistant.checks.parsing.dates import find_dates, write_in_digits
from assistant.checks.parsing.names import narrow

_BIRTH = re.compile(
    r"(?P<before>出生(?:年月日?|日期|时间)?[ :为于\t]*|生于 *)?(?P<y>19[2-9]\d|20[01]\d) *(?:年|[./-])? *"
    r"(?:(?P<m>1[0-2]|0?[1-9])(?!\d))? *(?:月|[./-])? *(?:(?P<d>3[01]|[12]\d|0?[1-9])(?!\d) *日?)? *(?P<after>出?生)?"
)
_SHORT = re.compile(r"(?<![\d./年-])(?=[3-9]\d年(?:\d{1,2}月)?(?:\d{1,2}日)?出?生(?!产|效|态|物))")
"""Where a year of birth has lost its century: 62年5月出生."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Birth:
    """A date of birth as far as it is given."""

    year: int
    month: int | None = None
    day: int | None = None
    text: str = ""

    def is_before(self, limit: date) -> bool | None:
        """Say whether the person was born before that day; None where the words leave it open."""
        earliest = date(self.year, self.month or 1, self.day or 1)
        if self.day and self.month:
            return earliest < limit
        last = date(self.year + (self.month or 12) // 12, (self.month or 12) % 12 + 1, 1)
        if earliest >= limit:
            return False
        return True if last <= limit else None


def find_births(text: str) -> list[Birth]:
    """Return the dates of birth of a text: such as are labelled, or stand alone with a year that no career has."""
    written = _SHORT.sub("19", narrow(text))
    return _list_births(written) or list(_find_han_births(text)) or _list_births(write_in_digits(written))


def _list_births(text: str) -> list[Birth]:
    return [birth for found in _BIRTH.finditer(text) if (birth := _read_birth(found))]


def _find_han_births(text: str) -> Iterator[Birth]:
    """一九六二年三月出生."""
    for found in find_dates(text, 0):
        if re.match(r"\s*出?生", text[found.end :]) or re.search(
            r"(?:出生|生于)[^，。；,;]{0,6}$", text[: found.start]
        ):
            yield Birth(year=found.value.year, month=found.value.month, text=found.text)


def _read_birth(found: re.Match[str]) -> Birth | None:
    labelled = bool(found["before"] or found["after"])
    before, behind = found.string[: found.start()], found.string[found.start() + len(found[0].rstrip()) :]
    alone = bool(found["m"]) and bool(re.match(r"\s*(?:[,;。)|\t]|$)|\s+(?![至~—–起获毕入任加参调-])", behind))
    opened = re.search(r"(?:^|[,;(|\t、\s])\s*$", before) is not None
    if not labelled and not (alone and opened):
        return None
    month, day = (int(found[key]) if found[key] else None for key in ("m", "d"))
    try:
        date(int(found["y"]), month or 1, day or 1)
    except ValueError:
        return None
    return Birth(year=int(found["y"]), month=month, day=day, text=found[0].strip(" ,;。"))
