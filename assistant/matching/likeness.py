"""How like a problem is to those that somebody wrote: for directions, and for what none of them covers."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.domain.catalogue import Catalogue
from assistant.postings import Postings, Vector, add_vectors, scale_to_unit
from assistant.text import tokenise

_SMOOTH = 0.1
"""Added to the weight of each token in the naive Bayes."""


@dataclass(frozen=True, slots=True)
class Alike:
    """One problem set beside the written ones."""

    inside: float
    """Cosine with the nearest written for the direction, 0 to 1."""
    outside: float
    """Cosine with the nearest that no direction covers, 0 to 1."""
    odds: float
    """Log odds of the problem's words among those of covered problems; below 0 they speak against any direction."""


@dataclass(frozen=True)
class WrittenProblems:
    """All written problems, their tokens weighed by how few of them hold one."""

    rarity: Mapping[str, float]
    unseen: float
    postings: Postings
    rows: Mapping[str, NDArray[np.int64]]
    """Id of a direction to the places of its problems; those that no direction covers under an empty one."""
    odds: Mapping[str, float]

    def compare(self, problem: str, direction: str) -> Alike:
        """Return how like a problem is to those written for a direction and to those that none covers."""
        vector = scale_to_unit({token: self.rarity.get(token, self.unseen) for token in tokenise(problem)})
        likeness = self.postings.add_up(vector)
        return Alike(
            inside=float(likeness[self._of(direction)].max(initial=0.0)),
            outside=float(likeness[self._of("")].max(initial=0.0)),
            odds=sum(weight * self.odds.get(token, 0.0) for token, weight in vector.items()),
        )

    def _of(self, owner: str) -> NDArray[np.int64]:
        return self.rows.get(owner, np.zeros(0, np.int64))


def gather_problems(catalogue: Catalogue) -> WrittenProblems:
    """Return the problems written in `expansions.yaml` and `outside.yaml`, the directions' titles among them."""
    written: list[tuple[str, str]] = []
    for programme in catalogue.programmes:
        for direction in programme.directions:
            own = programme.expansion_of(direction)
            written += [(direction.id, text) for text in (direction.title, *own.asks, *own.english)]
        written += [("", text) for text in programme.outside]
    written += [("", text) for text in catalogue.outside]
    tokens = [dict.fromkeys(tokenise(text)) for _, text in written]
    counts = Counter(token for own in tokens for token in own)
    rarity = {token: math.log(1 + (1 + len(written)) / number) for token, number in counts.items()}
    vectors = [scale_to_unit({token: rarity[token] for token in own}) for own in tokens]
    owners = [owner for owner, _ in written]
    rows: dict[str, list[int]] = defaultdict(list)
    for place, owner in enumerate(owners):
        rows[owner].append(place)
    return WrittenProblems(
        rarity=rarity,
        unseen=math.log(2 + len(written)),
        postings=Postings.gather(vectors, len(vectors)),
        rows={owner: np.asarray(places, np.int64) for owner, places in rows.items()},
        odds=_rate_odds(vectors, owners),
    )


def _rate_odds(vectors: Sequence[Vector], owners: Sequence[str]) -> dict[str, float]:
    """Return the log odds of each token among covered problems against the others, both kinds taken as equally many."""
    if "" not in owners:
        return {}
    covered = add_vectors(vector for vector, owner in zip(vectors, owners, strict=True) if owner)
    outside = add_vectors(vector for vector, owner in zip(vectors, owners, strict=True) if not owner)
    kinds = len(covered.keys() | outside.keys())
    share = math.log((sum(outside.values()) + _SMOOTH * kinds) / (sum(covered.values()) + _SMOOTH * kinds))
    return {
        token: math.log((covered.get(token, 0.0) + _SMOOTH) / (outside.get(token, 0.0) + _SMOOTH)) + share
        for token in covered.keys() | outside.keys()
    }
