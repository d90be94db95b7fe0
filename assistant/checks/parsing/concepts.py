"""Whether an English keyword names another concept than the Chinese one, by the corpus's own table of terms."""

import re
from collections.abc import Iterator

from assistant.domain.terms import Terms

_WORD = re.compile(r"[a-z0-9]+(?:[-'][a-z0-9]+)*")
_EMPTY = frozenset(("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "via"))
_LONGEST_TERM = 4
"""Words of the longest term of the table."""
_MOST_UNKNOWN = 1
_LEAST_KNOWN = 2
"""Words that the table has to know where it does not know all, or where there is little text beside the keywords:
one word of two misleads (cold seep, saline stress)."""
_ENOUGH_TEXT = 300
"""Characters of a draft in which a concept of its keywords would occur."""


def names_another(chinese: str, english: str, text: str, terms: Terms) -> bool:
    """Say whether the English keyword plainly stands for something that neither its pair nor the draft speaks of.

    Args:
        chinese: the Chinese keyword of the pair.
        english: the English one.
        text: the draft's Chinese text, keywords and title included; a synonym (芯片, integrated circuit) occurs there.
        terms: Chinese words by English terms, in lower case and in the singular.
    """
    words = [word for word in _WORD.findall(english.lower()) if word not in _EMPTY]
    found = list(_look_up(words, terms))
    known = sum(size for size, _ in found)
    if not known or len(words) - known > _MOST_UNKNOWN:
        return False
    if known < _LEAST_KNOWN and (known < len(words) or len(text) < _ENOUGH_TEXT):
        return False
    meanings = [meaning for _, meaning in found]
    if any(set(meaning) & set(chinese) for meaning in meanings):
        return False
    return not any(_occurs(meaning, text) for meaning in meanings)


def _look_up(words: list[str], terms: Terms) -> Iterator[tuple[int, str]]:
    """Yield each known term of the words, the longest first, with its number of words and its meaning."""
    place = 0
    while place < len(words):
        for size in range(min(_LONGEST_TERM, len(words) - place), 0, -1):
            meaning = terms.main(_name(words[place : place + size]))
            if meaning:
                yield size, meaning
                place += size
                break
        else:
            place += 1


def _name(words: list[str]) -> str:
    """Return the words as the table writes them: the last in the singular."""
    last = words[-1]
    if last.endswith("ies"):
        last = last[:-3] + "y"
    elif last.endswith("s") and not last.endswith(("ss", "us", "is")):
        last = last[:-1]
    return " ".join((*words[:-1], last))


def _occurs(meaning: str, text: str) -> bool:
    """Say whether the draft speaks of the meaning; of a longer word two characters suffice (早期预警, 预警)."""
    if meaning in text:
        return True
    return any(meaning[place : place + 2] in text for place in range(len(meaning) - 1))
