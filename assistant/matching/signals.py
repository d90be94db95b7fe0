"""What speaks for and against the best direction covering a problem at all."""

import math
from collections.abc import Sequence
from dataclasses import astuple, dataclass

from assistant.domain.passage import Hit
from assistant.matching.vocabulary import Vocabulary
from assistant.text import shared_runs, tokenise

_FIELD = 19
"""Directions after the best one that make the level of chance agreement."""
_NONE = 1e-9


@dataclass(frozen=True, slots=True)
class Signals:
    """Figures of one query, of comparable size whatever its length."""

    lead: float
    """Logarithm of the best lexical score over the mean of those that follow."""
    gap: float
    """Logarithm of the best lexical score over the second."""
    characters: float
    """Share, by weight, of the query's single characters that the direction holds."""
    coverage: float
    """Share, by weight, of those of its pairs and words that any direction holds, in this direction."""
    agreement: float
    """Logarithm of the weight of all runs of the query that the direction holds."""
    second_run: float
    """The same of the second weightiest run: one agreeing run may be chance, two seldom are."""
    foreign: float
    """The same of the weightiest run that is a subject's or an industry's name and that the direction lacks."""

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
    held = vocabulary.directions[hits[0].passage.id].searched
    tokens = tuple(dict.fromkeys(tokenise(query)))
    pairs = [token for token in tokens if len(token) > 1]
    runs = sorted((vocabulary.weigh_run(run) for run in shared_runs(query, held)), reverse=True)
    foreign = shared_runs(query, vocabulary.subjects - held)
    best, second, level = _levels(hits)
    return Signals(
        lead=math.log(best / level),
        gap=math.log(best / second),
        characters=_share([token for token in tokens if len(token) == 1] or pairs, held, vocabulary),
        coverage=_share([token for token in pairs if vocabulary.knows(token)], held, vocabulary),
        agreement=math.log1p(sum(runs)),
        second_run=math.log1p(runs[1] if len(runs) > 1 else 0.0),
        foreign=math.log1p(max(map(vocabulary.weigh_run, foreign), default=0.0)),
    )


def _levels(hits: Sequence[Hit]) -> tuple[float, float, float]:
    """Return the best, the second and the mean of the following lexical scores, all above 0."""
    scores = sorted((hit.parts["lexical"] for hit in hits), reverse=True)
    following = scores[1 : 1 + _FIELD] + [0.0] * (1 + _FIELD - len(scores))
    level = sum(following) / _FIELD
    floor = max(scores[0], _NONE) / _MOST
    return max(scores[0], _NONE), max(following[0], floor), max(level, floor)


_MOST = 20.0
"""Largest ratio that is told apart; a query of one rare word has no second hit at all."""


def _share(tokens: Sequence[str], held: frozenset[str], vocabulary: Vocabulary) -> float:
    """Return the share of the tokens' weight that the direction holds; 0 for no tokens."""
    total = vocabulary.weigh_all(tokens)
    return vocabulary.weigh_all(token for token in tokens if token in held) / total if total else 0.0
