"""What is left of a label when number, marks and notes are taken off: the keys by which a form knows it."""

import re
import unicodedata

from assistant.text import bare

_HAN_DIGITS = "一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾"
NUMBER = re.compile(
    rf"^[\s*•●◆■▪※★☆►>#·-]*"
    rf"(?:第[{_HAN_DIGITS}\d]+(?:(?:部分|[章节部条项篇])[、.:]?|[、,])|\d+(?:[.-]\d+)+[、.)]?"
    rf"|[(\[【]?(?:[{_HAN_DIGITS}]+|\d+|[IVX]+|[a-zA-Z])[)\]】、.,:]+|\d+|[{_HAN_DIGITS}]+(?=\s)|[①-⒛Ⅰ-ⅻ㈠-㈩][、.]?)[\s*]*"
)
"""Number before a label, its width folded."""
NUMERALS = frozenset(f"{_HAN_DIGITS}第0123456789abcdefghijklmnopqrstuvwxyz")
"""Characters with which a number may begin, lower case for both; so may what NFKC changes, such as ①."""
NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
"""Full-width signs to those of ASCII, so that all characters keep their places; NFKC would turn ⑴ into three."""
MARKS = re.compile(r"^[\s*•●◆■▪※★☆►>#·-]+")
_AROUND = " \t\r\n=:"
"""White space, and what authors write between label and text."""
OPENING, CLOSING = "(（[［【〔", ")）]］】〕"


def list_keys(text: str) -> list[str]:
    """Return the forms under which a label may be known, the most literal first."""
    folded = unicodedata.normalize("NFKC", text).strip(_AROUND)
    keys: list[str] = []
    for form in (folded, MARKS.sub("", folded), NUMBER.sub("", folded)):
        while True:
            key = bare(form)
            if key and key not in keys:
                keys.append(key)
            shorter = _strip_note(form)
            if shorter == form:
                break
            form = shorter  # noqa: PLW2901 - the note is peeled off layer by layer
    return keys


def _strip_note(text: str) -> str:
    """Return the text without the bracket at its end, brackets inside it included; unchanged if it does not end so."""
    text = text.rstrip(" \t\r\n*:")
    depth = 0
    for place in range(len(text) - 1, -1, -1):
        depth += (text[place] in CLOSING) - (text[place] in OPENING)
        if depth <= 0:
            return text[:place] if text[place] in OPENING else text
    return text


def find_closing(text: str, start: int) -> int:
    """Return one past the bracket that closes the one at `start`; 0 where none does."""
    if text[start : start + 1] not in tuple(OPENING):
        return 0
    depth = 0
    for place in range(start, len(text)):
        depth += (text[place] in OPENING) - (text[place] in CLOSING)
        if not depth:
            return place + 1
    return 0
