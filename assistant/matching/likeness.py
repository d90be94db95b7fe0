"""How like a problem is to those that somebody wrote: for directions, and for what none of them covers."""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from assistant.domain.catalogue import Catalogue
from assistant.postings import Column, Postings, Vector, add_vectors, scale_to_unit
from assistant.text import tokenise

_SMOOTH = 0.1
"""Added to the weight of each token in the naive Bayes."""
_NEIGHBOURS = 20
"""Nearest written problems that are asked on which side they lie."""


@dataclass(frozen=True, slots=True)
class Alike:
    """One problem set beside the written ones."""

    outside: float
    """Cosine with the nearest that no direction covers, 0 to 1."""
    odds: float
    """Log odds of the problem's words among those of covered problems; below 0 they speak against any direction."""
    neighbours: float
    """Share of the nearest written problems that a direction covers, 0 to 1; 0 where none is like it at all."""


@dataclass(frozen=True)
class WrittenProblems:
    """All written problems, their tokens weighed by how few of them hold one."""

    rarity: Mapping[str, float]
    unseen: float
    problems: Postings
    """Of all, those first that a direction covers."""
    covered: int
    """Number of those that a direction covers."""
    odds: Mapping[str, float]

    def compare(self, problem: str) -> Alike:
        """Return how like a problem is to those that no direction covers, and to which kind its words belong."""
        vector = scale_to_unit({token: self.rarity.get(token, self.unseen) for token in tokenise(problem)})
        alike = self.problems.add_up(vector)
        return Alike(
            outside=float(alike[self.covered :].max(initial=0.0)),
            odds=sum(weight * self.odds.get(token, 0.0) for token, weight in vector.items()),
            neighbours=self._share_covered(alike),
        )

    def _share_covered(self, alike: Column) -> float:
        nearest = np.argsort(-alike, kind="stable")[:_NEIGHBOURS]
        nearest = nearest[alike[nearest] > 0]
        return float((nearest < self.covered).mean()) if nearest.size else 0.0


def gather_problems(catalogue: Catalogue) -> WrittenProblems:
    """Return the problems written in `expansions.yaml` and `outside.yaml`, the directions' titles among them."""
    covered: list[str] = []
    for programme in catalogue.programmes:
        for direction in programme.directions:
            own = programme.expansion_of(direction)
            covered += (direction.title, *own.asks, *own.english)
    outside = [*(text for programme in catalogue.programmes for text in programme.outside), *catalogue.outside]
    tokens = [dict.fromkeys(tokenise(text)) for text in (*covered, *outside)]
    counts = Counter(token for own in tokens for token in own)
    rarity = {token: math.log(1 + (1 + len(tokens)) / number) for token, number in counts.items()}
    vectors = [scale_to_unit({token: rarity[token] for token in own}) for own in tokens]
    inside, others = vectors[: len(covered)], vectors[len(covered) :]
    return WrittenProblems(
        rarity=rarity,
        unseen=math.log(2 + len(tokens)),
        problems=Postings.gather(vectors, len(vectors)),
        covered=len(covered),
        odds=_rate_odds(add_vectors(inside), add_vectors(others)) if others else {},
    )


def _rate_odds(covered: Vector, outside: Vector) -> dict[str, float]:
    """Return the log odds of each token among covered problems against the others, both kinds taken as equally many."""
    kinds = len(covered.keys() | outside.keys())
    share = math.log((sum(outside.values()) + _SMOOTH * kinds) / (sum(covered.values()) + _SMOOTH * kinds))
    return {
        token: math.log((covered.get(token, 0.0) + _SMOOTH) / (outside.get(token, 0.0) + _SMOOTH)) + share
        for token in covered.keys() | outside.keys()
    }
