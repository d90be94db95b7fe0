"""Ends of what an English turn is about: which words still belong to it, and which only lead to it."""

import re

from assistant.routing.fitted.spans import Span

_ORDERING_TEXT = """
    please thanks thank fit fits match matches matching direction directions topic topics call calls guide guides
    question questions interrogative title titles problem problems list lists already ever been be is are was were has
    have had do does did should could can would will may we us me i you our my it its this that these those which what
    where how who years year previous past earlier old released published covered listed funded selected repeated any
    anyone there as into instead shorter better programme programs program programmes funding apply proposal
"""
_ORDERING = frozenset(_ORDERING_TEXT.split())
"""Words of orders, and the closed classes that no name of a piece of research goes on with."""
_JOINING_TEXT = """
    of in on at for with without by via from to under over within before after during among between through using
    against across and or the a an
"""
_JOINING = frozenset(_JOINING_TEXT.split())
"""Words that something has to follow."""
_LEADING = re.compile(
    r"(?:(?:deal(?:s|t|ing)? with|related to|relating to|regarding|concerning|about|on|with|for|of|in|to|the|a|an|"
    r"mention(?:s|ed|ing)?|cover(?:s|ed|ing)?|involv(?:es|ed|ing)|address(?:es|ed|ing)?)\s+)+",
    re.IGNORECASE,
)
_WORDS = re.compile(r"\s*[A-Za-z0-9]+(?:[-–'’./][A-Za-z0-9]+)*")
_GOES_ON = re.compile(r"\s")


def mend_english(span: Span, text: str) -> Span:
    """Return the stretch without words that lead to it, and with those behind that still belong to it."""
    said = span.of(text)
    if not said[-1:].isascii() or not _WORDS.match(said):
        return span
    found = _LEADING.match(said.lstrip())
    start = span.start + (len(said) - len(said.lstrip()) + found.end() if found else 0)
    end = last = span.end
    while (word := _WORDS.match(text, last)) and (last > span.end or _GOES_ON.match(text, last)):
        plain = word[0].strip().lower()
        if plain in _ORDERING:
            break
        last = word.end()
        end = end if plain in _JOINING else last
    return Span(start, end) if start < end else span
