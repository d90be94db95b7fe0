"""Lists of keywords as authors write them."""

import re
import unicodedata

from assistant.text import bare

_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-zα-ωΑ-Ω]")
_STRONG = re.compile(
    r"[；;|｜\n•·●]|(?<!\d)[，,]|[，,](?!\d)|(?<!^\d)(?<![；;，,、\s]\d)、|(?<=[”」\"])\s*(?=[“「\"])|\t|"
    r"[ \u3000]{2,}|(?=[②-⑩])|\s+(?=[（(]?[2-9][）).、．]\s*[^\s\d])"
)
"""A comma between digits belongs to a chemical name (2,5-呋喃二甲酸), one behind a lone digit to a number (1、催化)."""
_NUMBER = re.compile(r"^(?:[（(]?\d{1,2}[）).、．:：](?!\d)|[①-⑩])\s*")
_DIGITS = {0xFF10 + digit: str(digit) for digit in range(10)}
_BRACKETS = str.maketrans("（[【", "(((")
_NOTHING = {"无", "略", "暂无", "待定", "待补充", "none", "na", "tbd"}


def split_keywords(text: str, *, chinese: bool) -> list[str]:
    """Return the keywords of a field, in order.

    Args:
        text: the field's content without the template's hints.
        chinese: True for the Chinese list, where single spaces part if nothing else does; entries of the English
            list that hold Chinese are left out, as are all entries of a Chinese list without any Chinese.
    """
    cleaned = re.sub(r"^\s*(?:关键词|key\s*words?)\s*[:：]", "", text.strip(), flags=re.IGNORECASE).translate(_DIGITS)
    parts = _split_outside_brackets(cleaned, _STRONG)
    if chinese and len(parts) == 1 and _HAN.search(cleaned):
        parts = re.split(r"[ \u3000]+", cleaned)
    words = [_NUMBER.sub("", part.strip()).strip(" 。.．;；,，") for part in parts]
    words = [word for word in words if bare(word) and bare(word) not in _NOTHING]
    if chinese:
        return words if any(map(_HAN.search, words)) else []
    return [word for word in words if _LATIN.search(word) and not _HAN.search(word)]


def find_repeated(words: list[str]) -> list[str]:
    """Return words that say again what an earlier one says: the same term, or it with or without its abbreviation."""
    seen: set[str] = set()
    repeated: list[str] = []
    for word in words:
        names = _names(word)
        if names & seen:
            repeated.append(word)
        seen |= names
    return repeated


def _names(word: str) -> set[str]:
    """碳化硅（SiC） is known as 碳化硅 and as SiC."""
    text = unicodedata.normalize("NFKC", word)
    inner = re.findall(r"\(([^()]*)\)", text)
    names = {bare(name) for name in (re.sub(r"\([^()]*\)", "", text), *inner)}
    return {re.sub(r"(?<=[a-z]{3})(?<!s)s$", "", name) for name in names if name}


def _split_outside_brackets(text: str, separator: re.Pattern[str]) -> list[str]:
    parts: list[str] = []
    depth, start = 0, 0
    flat = text.translate(_BRACKETS)
    cuts = {found.start(): found.end() for found in separator.finditer(text)}
    for index, character in enumerate(flat):
        depth += (character == "(") - (character in "）)]】" and depth > 0)
        if index in cuts and depth == 0:
            parts.append(text[start:index])
            start = cuts[index]
    return [*parts, text[start:]]
