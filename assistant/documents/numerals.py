"""Numbers as a word processor writes them before a paragraph (ECMA-376, ST_NumberFormat)."""

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_LEGAL = str.maketrans("〇零一二三四五六七八九十百千", "零零壹贰叁肆伍陆柒捌玖拾佰仟")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ALPHABET_SIZE = 26
_LARGEST_CHINESE = 9999


def format_number(value: int, style: str) -> str:
    """Return the number in the named style; an unknown style gives Arabic digits, `none` and `bullet` give nothing."""
    if value < 0:
        return str(value)
    return _STYLES.get(style, str)(value)


def spell_chinese(value: int) -> str:
    """Return 0 to 9999 in Chinese (十一, 一百零五); larger numbers digit by digit."""
    if value == 0 or value > _LARGEST_CHINESE:
        return _spell_digits(value)
    text, gap = "", False
    for unit, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, value = divmod(value, size)
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[digit] + unit
        gap = not digit
    return text.removeprefix("一") if text.startswith("一十") else text


def _spell_digits(value: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(value))


def _spell_roman(value: int) -> str:
    text = ""
    for size, letters in _ROMAN:
        count, value = divmod(value, size)
        text += letters * count
    return text


def _spell_letters(value: int) -> str:
    """Word doubles letters after z: aa, bb, not aa, ab."""
    if value == 0:
        return ""
    repeats, index = divmod(value - 1, _ALPHABET_SIZE)
    return chr(ord("A") + index) * (repeats + 1)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda value: signs[(value - 1) % len(signs)] if value else str(value)


def _enclose(first: int, last: int, shift: int) -> Callable[[int], str]:
    """Return a style of ready-made characters; numbers outside first to last are written plainly."""
    return lambda value: chr(shift + value - first) if first <= value <= last else str(value)


def _widen(value: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(value))


_circle = _enclose(1, 20, 0x2460)
_STYLES: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "bullet": lambda _: "",
    "decimalZero": lambda value: f"{value:02d}",
    "upperRoman": _spell_roman,
    "lowerRoman": lambda value: _spell_roman(value).lower(),
    "upperLetter": _spell_letters,
    "lowerLetter": lambda value: _spell_letters(value).lower(),
    "chineseCounting": spell_chinese,
    "chineseCountingThousand": spell_chinese,
    "taiwaneseCounting": spell_chinese,
    "taiwaneseCountingThousand": spell_chinese,
    "japaneseCounting": spell_chinese,
    "chineseLegalSimplified": lambda value: spell_chinese(value).translate(_LEGAL),
    "ideographLegalTraditional": lambda value: spell_chinese(value).translate(_LEGAL),
    "ideographDigital": _spell_digits,
    "japaneseDigitalTenThousand": _spell_digits,
    "taiwaneseDigital": _spell_digits,
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "decimalEnclosedCircle": _circle,
    "decimalEnclosedCircleChinese": _circle,
    "decimalEnclosedParen": _enclose(1, 20, 0x2474),
    "decimalEnclosedFullstop": _enclose(1, 20, 0x2488),
    "ideographEnclosedCircle": _enclose(1, 10, 0x3280),
    "decimalFullWidth": _widen,
    "decimalFullWidth2": _widen,
    "ordinal": lambda value: f"{value}{_english_ordinal(value)}",
    "numberInDash": lambda value: f"- {value} -",
}


def _english_ordinal(value: int) -> str:
    teens = range(11, 14)
    return "th" if value % 100 in teens else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
