"""The same fact written in another way: what must change no verdict."""

import re
from collections.abc import Callable

from assistant.checks.examples import DIRECTION

Rewrite = Callable[[str], str]
_DATE = re.compile(r"(?P<y>(?:19|20)\d\d)年(?P<m>\d{1,2})月(?P<d>\d{1,2})日")
_MONTH = re.compile(r"(?P<y>(?:19|20)\d\d)年(?P<m>\d{1,2})月(?!\d|\s*\d)")
_AMOUNT = re.compile(r"(?<![\d.])(\d{2,6})万元")
_COUNT = re.compile(r"(?<![\d.年月—~-])\d{1,2}(?=[家个名项人件](?![月\d]|关键词))")
_HAN = "〇一二三四五六七八九"
_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+|https?://\S+")


def widen_digits(text: str) -> str:
    """Write every digit in full width."""
    return text.translate({ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)})


def narrow_marks(text: str) -> str:
    """Write the marks that have a form in ASCII in it."""
    return text.translate(str.maketrans("，；：（）？！", ",;:()?!"))


def space_out(text: str) -> str:
    """Put blanks between figures and Chinese, as some editors do."""
    spaced = re.sub(r"(?<=[\u4e00-\u9fff])(?=\d)|(?<=\d)(?=[\u4e00-\u9fff])", " ", text)
    return _ADDRESS.sub(lambda found: found[0].replace(" ", ""), spaced)


def indent(text: str) -> str:
    """Begin each line with two ideographic blanks and end it with one."""
    return "\n".join(f"\u3000\u3000{line} " if line.strip() else line for line in text.split("\n"))


def date_with(mark: str) -> Rewrite:
    """Return what writes whole dates in digits with that mark between them."""

    def rewrite(text: str) -> str:
        return _DATE.sub(lambda found: f"{found['y']}{mark}{int(found['m']):02}{mark}{int(found['d']):02}", text)

    return rewrite


def date_in_words(text: str) -> str:
    """Write dates in Chinese numerals."""

    def number(digits: str) -> str:
        tens, ones = divmod(int(digits), 10)
        return ("十" if tens == 1 else f"{_HAN[tens]}十" if tens else "") + (_HAN[ones] if ones else "")

    def year(digits: str) -> str:
        return "".join(_HAN[int(digit)] for digit in digits)

    whole = _DATE.sub(lambda found: f"{year(found['y'])}年{number(found['m'])}月{number(found['d'])}日", text)
    return _MONTH.sub(lambda found: f"{year(found['y'])}年{number(found['m'])}月", whole)


def in_yuan(text: str) -> str:
    """Write amounts in 元 with commas."""
    return _AMOUNT.sub(lambda found: f"{int(found[1]) * 10_000:,}元", text)


def in_hundred_millions(text: str) -> str:
    """Write amounts in 亿元."""
    return _AMOUNT.sub(lambda found: f"{int(found[1]) / 10_000:g}亿元", text)


def count_in_words(text: str) -> str:
    """Write small numbers of things in Chinese numerals, 二 as 两."""

    def number(found: re.Match[str]) -> str:
        tens, ones = divmod(int(found[0]), 10)
        if not tens:
            return "两" if ones == 2 else _HAN[ones]
        return (f"{_HAN[tens]}十" if tens > 1 else "十") + (_HAN[ones] if ones else "")

    return _COUNT.sub(number, text)


def in_numbered_lines(text: str) -> str:
    """Write what semicolons part line by line, each line with a number; a text of several lines stays."""
    parts = [part for part in re.split(r"[；;](?![^（(]*[）)])", text) if part.strip() and "\n" not in text]
    return "\n".join(f"{place}. {part.strip()}" for place, part in enumerate(parts, 1)) if len(parts) > 1 else text


def straighten_quotes(text: str) -> str:
    """Write the quotation marks of a typewriter."""
    return text.translate(str.maketrans("“”", '""'))


REWRITES: dict[str, Rewrite] = {
    "digits": widen_digits,
    "marks": narrow_marks,
    "spaces": space_out,
    "indents": indent,
    "dashes": date_with("-"),
    "points": date_with("."),
    "strokes": date_with("/"),
    "numerals": date_in_words,
    "yuan": in_yuan,
    "hundred millions": in_hundred_millions,
    "counts": count_in_words,
    "lines": in_numbered_lines,
    "quotes": straighten_quotes,
}
"""Name to what rewrites the text of one field."""


def rewrite_example(texts: dict[str, str], rewrite: Rewrite) -> dict[str, str]:
    """Return the example with each of its texts rewritten, the direction that it is judged under apart."""
    return {label: text if label == DIRECTION else rewrite(text) for label, text in texts.items()}
