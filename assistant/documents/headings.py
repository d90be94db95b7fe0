"""Headings and lines of a table of contents known by their look, where the author left the style alone."""

import re

_HAN_DIGITS = "一二三四五六七八九十百"
_NUMBERED = re.compile(
    rf"^\s*(?:第[{_HAN_DIGITS}\d]+(?:部分|[章节条])|[{_HAN_DIGITS}]+、|[（(][{_HAN_DIGITS}]+[）)]|\d+(?:\.\d+)+[\s、.．]?)"
)
_LEADER = re.compile(r"^\s*\S.*?[.．…·‥⋯]{4,}+[\s.．…·]*+\d{1,3}\s*$")
"""A line of a table of contents: dots lead to the number of a page."""
_LONGEST = 40
_LONGEST_ENTRY = 400
"""Characters of a line of a table of contents with its dots."""
_SENTENCE = re.compile(r"[。；;，,：:！!]")


def looks_like_heading(text: str) -> bool:
    """Say whether a paragraph is short, numbered as headings are (一、 （一） 1.1 第一章) and no sentence."""
    found = _NUMBERED.match(text)
    rest = text[found.end() :].strip() if found else ""
    return bool(rest) and len(rest) <= _LONGEST and not _SENTENCE.search(rest.rstrip("：:"))


def leads_to_page(text: str) -> bool:
    """Say whether a line is one of a table of contents by its look."""
    return text[-1:].isdigit() and len(text) <= _LONGEST_ENTRY and bool(_LEADER.match(text))
