"""What the words of an English keyword or title mean, by the corpus's own table of terms."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.domain.terms import LONGEST, Terms
from assistant.topic import stem

_WORD = re.compile(r"[a-zà-ÿ0-9]+(?:[-'][a-zà-ÿ0-9]+)*")
_EMPTY = frozenset(
    """
    a across against an and are as at based be been between by can could do does done during for from has have how if in
    into is it its may more most not of on or our over per should so than that the their these this those through to
    toward towards under upon using versus via vs was we were what when where whether which while who whose why will
    with within without would
    """.split()  # noqa: SIM905 - a hundred words in quotation marks are hard to read
)
"""Words that name nothing; the last part of `light-based` is one of them."""
_SPELLINGS = (
    ("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("our", "or"), ("fibre", "fiber"), ("metre", "meter"),
    ("centre", "center"), ("sulph", "sulf"), ("aluminium", "aluminum"), ("delling", "deling"), ("nalling", "naling"),
    ("haem", "hem"), ("oedema", "edema"), ("anaem", "anem"), ("palaeo", "paleo"),
    ("defence", "defense"),
)  # fmt: skip
"""British spellings with the American ones."""
_SHORTEST_STEMMED = 5
"""Letters of a word from which its stem says what it means: shorter ones collide (form, former)."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One term of an English text."""

    words: str
    meanings: tuple[str, ...]
    """Chinese words; none where the table does not know the term."""
    sure: bool
    """Whether the table holds the term itself; False where it only has a word of the same stem, or nothing."""


def read_concepts(english: str, terms: Terms) -> list[Concept]:
    """Return the terms of an English text in order, the longest first where several begin at one word."""
    return list(_read(list_words(english), terms))


def list_words(english: str) -> list[str]:
    """Return the words of an English text in lower case, those with a hyphen whole."""
    return _WORD.findall(english.lower().replace("’", "'").replace("–", "-"))


@lru_cache(maxsize=1024)
def list_stems(english: str) -> frozenset[str]:
    """Return the stems of the words that name something, those of a hyphened word each.

    A title is compared with each word of the one in the other language, a keyword with each of the other list.
    """
    parts = (part for word in list_words(english) for part in word.split("-"))
    return frozenset(stem(part) for part in parts if part and part not in _EMPTY)


def _read(words: list[str], terms: Terms) -> Iterator[Concept]:
    place = 0
    while place < len(words):
        for size in range(min(LONGEST, len(words) - place), 0, -1):
            if meanings := _look_up(words[place : place + size], terms):
                yield Concept(" ".join(words[place : place + size]), meanings, sure=True)
                place += size
                break
        else:
            yield from _read_word(words[place], terms)
            place += 1


def _read_word(word: str, terms: Terms) -> Iterator[Concept]:
    """Yield the parts of a word that is in the table neither whole nor in another form."""
    for part in word.split("-"):
        if part and part not in _EMPTY:
            known = _look_up([part], terms) if part != word else ()
            kin = terms.kin(part) if len(part) >= _SHORTEST_STEMMED else ()
            yield Concept(part, known or kin, sure=bool(known))


def _look_up(words: list[str], terms: Terms) -> tuple[str, ...]:
    """Return the meanings of a term; none for a word that names nothing."""
    if len(words) == 1 and words[0] in _EMPTY:
        return ()
    head = " ".join(words[:-1])
    for form in _list_forms(words[-1]):
        name = f"{head} {form}".strip()
        if meanings := terms.every(name) or terms.every(name.replace("-", " ")):
            return meanings
    return ()


@lru_cache(maxsize=2048)
def _list_forms(word: str) -> tuple[str, ...]:
    """Return the word as it stands, in the American spelling, and in what may be the singular of both."""
    american = word
    for british, other in _SPELLINGS:
        american = american.replace(british, other)
    return tuple(form for one in dict.fromkeys((word, american)) for form in _list_singulars(one))


def _list_singulars(word: str) -> Iterator[str]:
    yield word
    if word.endswith("ies"):
        yield f"{word[:-3]}y"
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("s"):
        yield word[:-1]
