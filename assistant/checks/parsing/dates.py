"""Dates as Chinese documents write them."""

from dataclasses import dataclass
from datetime import date

from assistant.checks.parsing.names import narrow
from assistant.patterns import lazily

_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_HAN_NUMBER = "〇○零一二三四五六七八九十"
_FULL = lazily(
    rf"(?P<y>\d{{4}}|[{_HAN_NUMBER}]{{4}})\s*年\s*(?P<m>\d{{1,2}}|[{_HAN_NUMBER}]{{1,3}})\s*月\s*"
    rf"(?:(?P<d>\d{{1,2}}|[{_HAN_NUMBER}]{{1,3}})\s*[日号])?|"
    r"(?<![\d.])(?P<y2>20\d{2}|19\d{2})\s*(?P<s>[-/.])\s*(?P<m2>\d{1,2})\s*(?P=s)\s*(?P<d2>\d{1,2})(?![\d.]\d|\d)|"
    r"(?<![\d.])(?P<y4>20\d{2})(?P<m4>0[1-9]|1[0-2])(?P<d4>0[1-9]|[12]\d|3[01])(?![\d.])|"
    r"(?<![\d.年至到~—–-])(?P<y5>2\d)\s*年\s*(?P<m5>1[0-2]|0?[1-9])\s*月\s*(?P<d5>3[01]|[12]\d|0?[1-9])\s*[日号]|"
    rf"(?<![年\d{_HAN_NUMBER}])(?P<m3>\d{{1,2}}|[{_HAN_NUMBER}]{{1,3}})\s*月\s*(?P<d3>\d{{1,2}}|"
    rf"[{_HAN_NUMBER}]{{1,3}})\s*[日号]"
)
_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾", "一二三四五六七八九十")
_COMPACT = lazily(r"(?<!\d)(20\d\d)(0[1-9]|1[0-2])(?:[0-3]\d)?(?!\d)")
"""202212 and 20221201."""
_SPELT_YEAR = lazily(r"(?:二[〇零○]|一九)[〇零○一二三四五六七八九]{2}(?=\s*年)")
_SPELT_MONTH = lazily(r"(?<=年)(?:十[一二]?|[一二三四五六七八九])(?=\s*月)")
_SPELT_DAY = lazily(r"(?<=月)(?:三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])(?=\s*[日号])")
_HINT = lazily(r"月|[12１２][09０９]\d\d")
"""In every date; most texts have neither, and need no closer look."""
_BLANK = lazily(r"[_\s\u3000]*年[_\s\u3000]*月[_\s\u3000]*日")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date with its place in the text."""

    value: date
    text: str
    start: int
    end: int
    whole: bool
    """True where year, month and day are all written."""


def find_dates(text: str, year: int) -> list[FoundDate]:
    """Return the dates of a text, in order; one without a day counts as the month's first.

    Args:
        text: any text; full-width digits are folded in place.
        year: year of a date that names none, until another date names one.
    """
    if not _HINT.search(text):
        return []
    folded = narrow(text)
    found: list[FoundDate] = []
    for match in _FULL.finditer(folded):
        year = (
            _number(match["y"] or match["y2"] or match["y4"]) or 2000 * bool(match["y5"]) + _number(match["y5"]) or year
        )
        month, day = (
            next((match[f"{part}{end}"] for end in ("", "2", "4", "5", "3") if match[f"{part}{end}"]), "1")
            for part in "md"
        )
        value = _date(year, month, day)
        if value:
            whole = bool(match["y4"] or match["y2"] or match["y5"] or (match["y"] and match["d"]))
            found.append(FoundDate(value, text[match.start() : match.end()], match.start(), match.end(), whole))
    return found


def name_day(day: date) -> str:
    """Return the day as Chinese texts print it: 2021年6月30日."""
    return f"{day.year}年{day.month}月{day.day}日"


def write_in_digits(text: str) -> str:
    """Return the text with dates that are spelt (二〇二二年十二月) or run together (202212) in digits with marks."""
    marked = _COMPACT.sub(r"\1年\2月", text.translate(_FORMAL))
    years = _SPELT_YEAR.sub(lambda found: found[0].translate(_DIGITS), marked)
    months = _SPELT_MONTH.sub(lambda found: str(_number(found[0])), years)
    return _SPELT_DAY.sub(lambda found: str(_number(found[0])), months)


def strip_dates(text: str) -> str:
    """Return the text without dates and without blanks for dates (年 月 日)."""
    folded = narrow(text)
    return _BLANK.sub("", _FULL.sub("", folded))


def _date(year: int, month: str, day: str) -> date | None:
    try:
        return date(year, _number(month), _number(day))
    except ValueError:
        return None


def _number(text: str | None) -> int:
    """Read 4, 04, 二〇二二, 十二, 二十, 二十三."""
    if not text:
        return 0
    if "十" in text:
        tens, _, ones = text.partition("十")
        return 10 * int(tens.translate(_DIGITS) or 1) + int(ones.translate(_DIGITS) or 0)
    return int(text.translate(_DIGITS))
