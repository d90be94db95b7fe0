"""The pairs of letters of all sentences: which sentences hold one, and whose language it is."""

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from assistant.answering.sentences.units import Unit
from assistant.postings import Postings

_BODIES = frozenset({"content", "indicator", "row"})
"""Kinds of sentences that are no rules: what directions ask for, and the list of past problems."""


def pairs_of(text: str) -> Iterable[str]:
    """Yield the pairs of neighbouring letters and digits."""
    return (
        text[place : place + 2] for place in range(len(text) - 1) if text[place].isalnum() and text[place + 1].isalnum()
    )


class Pairs(dict[int, frozenset[str]]):
    """The pairs of texts by place, found out for those that are asked for."""

    def __init__(self, text: Callable[[int], str]) -> None:
        """Take the pairs of what `text` gives for a place."""
        super().__init__()
        self._text = text

    def __missing__(self, place: int) -> frozenset[str]:
        """Find out the pairs of a text; sentences below the same titles share theirs."""
        found = self[place] = _gather(self._text(place))
        return found


@lru_cache(maxsize=4096)
def _gather(text: str) -> frozenset[str]:
    return frozenset(pairs_of(text))


@dataclass(frozen=True)
class Language:
    """Which programmes use a pair in their rules, and how often: directions and the list of past problems apart."""

    units: Sequence[Unit]
    body: Postings
    """Pairs of the sentences."""
    above: Postings
    """Pairs that stand above a sentence and not in it; the same tokens."""

    def users(self, pair: str) -> frozenset[str]:
        """Return the ids of the programmes that use a pair."""
        return frozenset(self.units[place].programme for place in self._rules_with(pair).tolist())

    def shares(self, pair: str) -> dict[str, float]:
        """Return for each family of programmes the log share of a pair, half a use added to each pair."""
        names, families, totals = self._families
        counts = np.bincount(families[self._rules_with(pair)], minlength=len(names)).tolist()
        return {name: math.log((count + 0.5) / total) for name, count, total in zip(names, counts, totals, strict=True)}

    def _rules_with(self, pair: str) -> NDArray[np.int32]:
        places = np.concatenate([self.body.find(pair), self.above.find(pair)])
        return places[self._are_rules[places]]

    @cached_property
    def _are_rules(self) -> NDArray[np.bool_]:
        return np.asarray([unit.kind not in _BODIES for unit in self.units], np.bool_)

    @cached_property
    def _families(self) -> tuple[tuple[str, ...], NDArray[np.int64], list[float]]:
        """Return the families of programmes, that of each sentence, and how often each uses any pair."""
        family = {one: re.split(r"-\d{4}", one)[0] for one in dict.fromkeys(unit.programme for unit in self.units)}
        places = {name: place for place, name in enumerate(dict.fromkeys(family.values()))}
        own = np.asarray([places[family[unit.programme]] for unit in self.units], np.int64)
        totals = np.full(len(places), len(self.body.tokens) / 2)
        for postings in (self.body, self.above):
            held = postings.places[self._are_rules[postings.places]]
            totals += np.bincount(own[held], minlength=len(places))
        return tuple(places), own, totals.tolist()
