"""What the words of an English keyword or title mean, by the corpus's own table of terms."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

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


def list_stems(english: str) -> set[str]:
    """Return the stems of the words that name something, those of a hyphened word each."""
    parts = (part for word in list_words(english) for part in word.split("-"))
    return {stem(part) for part in parts if part and part not in _EMPTY}


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


def _list_forms(word: str) -> Iterator[str]:
    """Yield the word as it stands, in the American spelling, and in what may be the singular of both."""
    american = word
    for british, other in _SPELLINGS:
        american = american.replace(british, other)
    for form in dict.fromkeys((word, american)):
        yield form
        if form.endswith("ies"):
            yield f"{form[:-3]}y"
        if form.endswith("es"):
            yield form[:-2]
        if form.endswith("s"):
            yield form[:-1]
