"""What speaks for and against the best direction covering a problem at all."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass

from assistant.domain.passage import Hit
from assistant.matching.vocabulary import DirectionWords, Vocabulary
from assistant.text import normalise, shared_runs
from assistant.topic import STEM, tokenise_topic

_FIELD = 19
"""Directions after the best one that make the level of chance agreement."""
_MOST = 20.0
"""Largest ratio that is told apart; a query of one rare word has no second hit at all."""
_LEAST_MASS = 8.0
"""Weight of a query that is taken for the shortest: below it, a strong agreement is chance."""
_NEIGHBOURS = 8
"""Best hits whose guides are compared."""
_UNKNOWN_LATENT = 0.62
"""Likeness taken where the latent space does not tell: the mean of real titles that fit."""
_NONE = 1e-9


@dataclass(frozen=True, slots=True)
class Signals:
    """Figures of one query, of comparable size whatever its length."""

    lead: float
    """Logarithm of the best lexical score over the mean of those that follow."""
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
    third_run: float
    """The same of the third run."""
    terms: float
    """Logarithm of the weight of the direction's search terms that stand whole in the query."""
    english: float
    """Logarithm of the weight of the query's words that the direction's English phrases hold."""
    foreign: float
    """The same of the weightiest run that is a subject's or an industry's name and that the direction lacks."""
    inside: float
    """Likeness to the nearest problem written for the direction, 0 to 1."""
    outside: float
    """Likeness to the nearest problem written that no direction covers, 0 to 1."""
    odds: float
    """Log odds of the query's words among problems that are covered; below 0 they speak against any direction."""

    latent: float
    """Likeness of the problem to the direction in the latent space, about 0 to 1: it sees kindred words as well."""
    together: float
    """Share of the best hits that are of the best one's guide: what a guide is about has several neighbours there."""

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
    best, level = _levels(hits)
    runs = _heaviest_runs(query, words, vocabulary)
    alike = vocabulary.written.compare(query, hits[0].passage.id)
    return Signals(
        lead=math.log(best / level),
        strength=best / math.sqrt(max(vocabulary.weigh_all(tokens), _LEAST_MASS)),
        amount=math.log1p(best),
        coverage=_share((token for token in whole if token in words.searched), whole, vocabulary),
        unknown=_share(unknown, whole, vocabulary),
        second_run=math.log1p(runs[1]),
        third_run=math.log1p(runs[2]),
        terms=math.log1p(vocabulary.weigh_terms(normalise(query), words.terms)),
        english=math.log1p(vocabulary.weigh_all(token for token in tokens if token in words.english)),
        foreign=math.log1p(_foreign(query, words, vocabulary)),
        inside=alike.inside,
        outside=alike.outside,
        odds=alike.odds,
        latent=_latent(hits),
        together=_together(hits),
    )


def _latent(hits: Sequence[Hit]) -> float:
    likeness = hits[0].likeness
    return likeness if likeness is not None and any(hit.likeness for hit in hits) else _UNKNOWN_LATENT


def _together(hits: Sequence[Hit]) -> float:
    own = sum(hit.passage.programme == hits[0].passage.programme for hit in hits[:_NEIGHBOURS])
    return own / _NEIGHBOURS


def _heaviest_runs(query: str, words: DirectionWords, vocabulary: Vocabulary) -> list[float]:
    """Return the weights of the query's runs that the direction holds, the largest first, three at least."""
    runs = sorted(map(vocabulary.weigh_run, shared_runs(query, words.searched)), reverse=True)
    return [*runs, 0.0, 0.0, 0.0]


def _foreign(query: str, words: DirectionWords, vocabulary: Vocabulary) -> float:
    tokens = frozenset(tokenise_topic(query)) & vocabulary.subjects - words.searched
    return max(map(vocabulary.weigh_run, shared_runs(query, tokens)), default=0.0)


def _levels(hits: Sequence[Hit]) -> tuple[float, float]:
    """Return the best and the mean of the following lexical scores, both above 0."""
    scores = sorted((hit.parts["lexical"] for hit in hits), reverse=True)
    following = scores[1 : 1 + _FIELD]
    best = max(scores[0], _NONE)
    return best, max(sum(following) / _FIELD, best / _MOST)


def _share(chosen: Iterable[str], tokens: Sequence[str], vocabulary: Vocabulary) -> float:
    """Return the share of the tokens' weight that the chosen ones have; 0 for no tokens."""
    total = vocabulary.weigh_all(tokens)
    return vocabulary.weigh_all(chosen) / total if total else 0.0
