"""Headings known by their look: those whose author numbered them and left the style alone."""

import re

_HAN_DIGITS = "一二三四五六七八九十百"
_NUMBERED = re.compile(
    rf"^\s*(?:第[{_HAN_DIGITS}\d]+(?:部分|[章节条])|[{_HAN_DIGITS}]+、|[（(][{_HAN_DIGITS}]+[）)]|\d+(?:\.\d+)+[\s、.．]?)"
)
_LONGEST = 40
_SENTENCE = re.compile(r"[。；;，,：:！!]")


def looks_like_heading(text: str) -> bool:
    """Say whether a paragraph is short, numbered as headings are (一、 （一） 1.1 第一章) and no sentence."""
    found = _NUMBERED.match(text)
    rest = text[found.end() :].strip() if found else ""
    return bool(rest) and len(rest) <= _LONGEST and not _SENTENCE.search(rest.rstrip("：:"))
