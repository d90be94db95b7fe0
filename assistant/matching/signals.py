"""What speaks for and against the best direction covering a problem at all."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass

from assistant.domain.passage import Hit
from assistant.matching.vocabulary import DirectionWords, Vocabulary
from assistant.text import shared_runs
from assistant.topic import STEM, tokenise_topic

_LEAST_MASS = 8.0
"""Weight of a query that is taken for the shortest: below it, a strong agreement is chance."""
_UNKNOWN_LATENT = 0.62
"""Likeness taken where the latent space does not tell: the mean of real titles that fit."""


@dataclass(frozen=True, slots=True)
class Signals:
    """Figures of one query, of comparable size whatever its length."""

    strength: float
    """The best lexical score, in relation to the square root of the query's weight."""
    amount: float
    """Logarithm of the best lexical score."""
    coverage: float
    """Share, by weight, of the query's pairs and words that the direction holds."""
    unknown: float
    """Share, by weight, of the query's pairs and words that no direction holds."""
    second_run: float
    """Logarithm of the weight of the second run of words that the direction holds: one may be chance, two seldom."""
    english: float
    """Logarithm of the weight of the query's words that the direction's English phrases hold."""
    foreign: float
    """The same of the weightiest run that is a subject's or an industry's name and that the direction lacks."""
    outside: float
    """Likeness to the nearest problem written that no direction covers, 0 to 1."""
    odds: float
    """Log odds of the query's words among problems that are covered; below 0 they speak against any direction."""
    neighbours: float
    """Share of the nearest written problems that a direction covers, 0 to 1."""
    latent: float
    """Likeness of the problem to the direction in the latent space, about 0 to 1: it sees kindred words as well."""

    def values(self) -> tuple[float, ...]:
        """Return the figures in the order of their declaration."""
        return astuple(self)


def measure(query: str, hits: Sequence[Hit], vocabulary: Vocabulary) -> Signals:
    """Return the signals of the best hit.

    Args:
        query: the problem.
        hits: directions found for it, best first, at least one.
        vocabulary: of the catalogue that the hits come from.
    """
    words = vocabulary.directions[hits[0].passage.id]
    tokens = [token for token in dict.fromkeys(tokenise_topic(query)) if len(token) > 1]
    whole = [token for token in tokens if not token.startswith(STEM)]
    unknown = [token for token in whole if not vocabulary.knows(token)]
    best = max(hit.parts["lexical"] for hit in hits)
    alike = vocabulary.written.compare(query)
    return Signals(
        strength=best / math.sqrt(max(vocabulary.weigh_all(tokens), _LEAST_MASS)),
        amount=math.log1p(best),
        coverage=_share((token for token in whole if token in words.searched), whole, vocabulary),
        unknown=_share(unknown, whole, vocabulary),
        second_run=math.log1p(_second_run(query, words, vocabulary)),
        english=math.log1p(vocabulary.weigh_all(token for token in tokens if token in words.english)),
        foreign=math.log1p(_foreign(query, words, vocabulary)),
        outside=alike.outside,
        odds=alike.odds,
        neighbours=alike.neighbours,
        latent=_latent(hits),
    )


def _latent(hits: Sequence[Hit]) -> float:
    likeness = hits[0].likeness
    return likeness if likeness is not None and any(hit.likeness for hit in hits) else _UNKNOWN_LATENT


def _second_run(query: str, words: DirectionWords, vocabulary: Vocabulary) -> float:
    """Return the second largest weight of the query's runs that the direction holds; 0 where it holds but one."""
    return sorted((0.0, 0.0, *map(vocabulary.weigh_run, shared_runs(query, words.searched))))[-2]


def _foreign(query: str, words: DirectionWords, vocabulary: Vocabulary) -> float:
    tokens = frozenset(tokenise_topic(query)) & vocabulary.subjects - words.searched
    return max(map(vocabulary.weigh_run, shared_runs(query, tokens)), default=0.0)


def _share(chosen: Iterable[str], tokens: Sequence[str], vocabulary: Vocabulary) -> float:
    """Return the share of the tokens' weight that the chosen ones have; 0 for no tokens."""
    total = vocabulary.weigh_all(tokens)
    return vocabulary.weigh_all(chosen) / total if total else 0.0
