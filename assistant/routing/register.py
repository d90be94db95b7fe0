"""Whether words sound like a question about a call's rules or like a piece of research, as the corpus has taught it.

The questions written for clauses (`asks.yaml`) are one kind of language; directions, their search terms and the
released problems are the other. A pair of characters weighs by how much more often the one kind uses it.
"""

import re
import unicodedata
import zlib
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from assistant.domain.catalogue import Catalogue

_MARKS = re.compile(r"[\W_]+")
_DIGITS = re.compile(r"\d+")
_LATIN = re.compile(r"[a-z]+")
_PRIVATE, _PRIVATE_SIZE = 0xF0000, 0xFFFD
"""A plane of code points that no text uses: a Latin word is one of them, twice, so that it is a pair of its own."""
_PART = "|"
_BOUND = 3.0
"""Largest weight of one pair, so that no single pair decides."""
_SMOOTHING = 0.5

Codes = NDArray[np.uint64]


@dataclass(frozen=True, eq=False)
class Register:
    """The two kinds of language of one catalogue; learned when it is first asked."""

    catalogue: Catalogue

    def lean(self, text: str) -> float:
        """Return the mean weight of the text's pairs: above 0 it asks for rules, below it tells of research."""
        codes = _pairs(_plain(text))
        return float(self._weigh(codes).mean()) if codes.size else 0.0

    def core(self, text: str) -> float:
        """Return the sum of weights of the stretch that tells most of research; 0 where none does."""
        lowest = running = 0.0
        for weight in self._weigh(_pairs(_plain(text))):
            running = min(0.0, running + float(weight))
            lowest = min(lowest, running)
        return lowest

    def pair_weights(self, letters: str) -> NDArray[np.float64]:
        """Return the weight of each letter with the one behind it; 0 for the last and beside marks.

        Args:
            letters: folded text, each letter one code point.
        """
        marked = _MARKS.sub(lambda found: _PART * len(found[0]), letters)
        worded = _LATIN.sub(
            lambda found: chr(_PRIVATE + zlib.crc32(found[0].encode()) % _PRIVATE_SIZE) * len(found[0]), marked
        )
        codes = np.frombuffer(worded.encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
        weights = np.zeros(codes.size)
        if codes.size > 1:
            inside = codes != ord(_PART)
            both = inside[:-1] & inside[1:]
            weights[:-1][both] = self._weigh(((codes[:-1] << np.uint64(32)) | codes[1:])[both])
        return weights

    def _weigh(self, codes: Codes) -> NDArray[np.float64]:
        known, weights = self._weights
        places = np.minimum(np.searchsorted(known, codes), known.size - 1)
        return np.where(known[places] == codes, weights[places], 0.0)

    @cached_property
    def _weights(self) -> tuple[Codes, NDArray[np.float64]]:
        """Return the known pairs, sorted, and the log odds of each."""
        rules, rule_counts = np.unique(_pairs(_plain(_rule_language(self.catalogue))), return_counts=True)
        topics, topic_counts = np.unique(_pairs(_plain(_research_language(self.catalogue))), return_counts=True)
        known = np.union1d(rules, topics)
        odds = _log_shares(known, rules, rule_counts) - _log_shares(known, topics, topic_counts)
        return known, np.clip(odds, -_BOUND, _BOUND)


def _log_shares(known: Codes, pairs: Codes, counts: NDArray[np.int64]) -> NDArray[np.float64]:
    found = np.full(known.size, _SMOOTHING)
    found[np.searchsorted(known, pairs)] += counts
    return np.log(found / counts.sum())


def _rule_language(catalogue: Catalogue) -> str:
    asked = (one for programme in catalogue.programmes for one in (*programme.asked, *programme.silences))
    return "\n".join(question for one in asked for question in one.asks)


def _research_language(catalogue: Catalogue) -> str:
    directions = (direction for programme in catalogue.programmes for direction in programme.directions)
    sections = (section.text for direction in directions for section in direction.sections)
    expansions = (one for programme in catalogue.programmes for one in programme.expansions.values())
    terms = (term for one in expansions for term in one.phrases)
    return "\n".join((*sections, *terms, *(problem.title for problem in catalogue.released)))


def _plain(text: str) -> str:
    """Return the letters of the text, runs of digits as one 0, whatever else as one mark that belongs to no pair."""
    folded = text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).lower()
    return _LATIN.sub(_word, _MARKS.sub(_PART, _DIGITS.sub("0", folded)))


def _word(found: re.Match[str]) -> str:
    return chr(_PRIVATE + zlib.crc32(found[0].encode()) % _PRIVATE_SIZE) * 2


def _pairs(plain: str) -> Codes:
    """Return each two neighbouring letters as one number."""
    letters = np.frombuffer(plain.encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    inside = letters != ord(_PART)
    both = inside[:-1] & inside[1:]
    return ((letters[:-1] << np.uint64(32)) | letters[1:])[both]
