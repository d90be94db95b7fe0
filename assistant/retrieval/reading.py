"""How texts and queries become tokens: clauses by their wording, directions by their subject."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from assistant.domain.passage import PassageKind
from assistant.domain.terms import LONGEST, Terms
from assistant.text import tokenise
from assistant.topic import tokenise_topic

TRANSLATED = 0.5
"""Weight of a word that the table of terms gives for one of the query's English words.

Fitted: withheld English phrases of the directions come first for .47 without the table, .54 at .5, .57 at 1; but of
the real English titles 1 puts a fifth of the right ones behind, .5 none.
"""
_LATIN = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ]")

Tokeniser = Callable[[str], list[str]]
Lookup = Mapping[tuple[str, ...], str]
"""Chinese words by the tokens of an English term."""


def tokeniser_of(kind: PassageKind) -> Tokeniser:
    """Return what makes the tokens of the kind's passages."""
    return tokenise_topic if kind == "direction" else tokenise


class QueryReader:
    """Reads queries for passages of one kind."""

    def __init__(self, kind: PassageKind, terms: Terms) -> None:
        """Take the table of terms, English to Chinese; only subjects are looked up in it."""
        self._tokenise = tokeniser_of(kind)
        self._table = terms.meanings if kind == "direction" else {}

    @cached_property
    def _lookup(self) -> Lookup:
        """The table by the tokens of its English terms, made at the first query that holds a Latin word."""
        return {tuple(tokenise(english)): meanings[0] for english, meanings in self._table.items()}

    def read(self, query: str) -> dict[str, float]:
        """Return the query's tokens with their weights, in order: its own count 1, translated ones less."""
        own = dict.fromkeys(self._tokenise(query), 1.0)
        chinese = translate(query, self._lookup) if self._table and _LATIN.search(query) else []
        added = {token: TRANSLATED for phrase in chinese for token in self._tokenise(phrase) if len(token) > 1}
        return added | own


def translate(query: str, terms: Lookup) -> list[str]:
    """Return the Chinese of the query's English terms, the longest first where several begin at one word."""
    words = tokenise(query)
    found: list[str] = []
    place = 0
    while place < len(words):
        size, chinese = _find_term(words[place : place + LONGEST], terms)
        if size:
            found.append(chinese)
        place += max(size, 1)
    return found


def _find_term(words: Sequence[str], terms: Lookup) -> tuple[int, str]:
    """Return how many of the first words make a term, and its Chinese; 0 for none."""
    for size in range(len(words), 0, -1):
        if chinese := terms.get(tuple(words[:size])):
            return size, chinese
    return 0, ""
