"""Dates as notices write them: 2022年4月20日, 2020年10-11月, 2020年11月下旬, 2020年12月底."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assistant.domain.notice import Span

_GAP = r"\s*"
_DATE = re.compile(
    rf"(?P<year>(?:\d{_GAP}){{4}})年{_GAP}(?P<month>\d{{1,2}}){_GAP}"
    rf"(?:[-—–~～至]{_GAP}(?P<to>\d{{1,2}}){_GAP}月"
    rf"|月{_GAP}(?:(?P<day>\d{{1,2}}){_GAP}日|(?P<part>上旬|中旬|下旬|初|中|底|末))?)"
)
_PARTS = {
    "上旬": (1, 10),
    "中旬": (11, 20),
    "下旬": (21, 31),
    "初": (1, 10),
    "中": (11, 20),
    "底": (21, 31),
    "末": (21, 31),
}
"""First and last day of a part of a month; 初, 中 and 底 are as vague as the ten days that they lie in."""
_VAGUE = frozenset({"初", "中", "底", "末"})


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A day or a period in a text; years without a month are no dates."""

    first: date
    last: date
    exact: bool
    span: Span

    @property
    def is_day(self) -> bool:
        """Say whether it is a single day."""
        return self.first == self.last


def find_dates(text: str) -> Iterator[WrittenDate]:
    """Yield the dates of a text in order, those that no calendar has left out; lines may break inside them."""
    for found in _DATE.finditer(text):
        try:
            yield _read(found)
        except ValueError:
            continue


def _read(found: re.Match[str]) -> WrittenDate:
    year, month = int(re.sub(r"\s", "", found["year"])), int(found["month"])
    last_month = int(found["to"] or month)
    first, last = 1, monthrange(year, last_month)[1]
    if found["day"]:
        first = last = int(found["day"])
    elif found["part"]:
        first, last = _PARTS[found["part"]][0], min(last, _PARTS[found["part"]][1])
    exact = found["part"] not in _VAGUE
    return WrittenDate(date(year, month, first), date(year, last_month, last), exact, Span(*found.span()))
