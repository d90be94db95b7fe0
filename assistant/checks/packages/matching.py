"""Which titles of two documents are the same: equal ones first, then the most alike of those that are left."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.checks.packages.bundle import Titled
from assistant.text import bare, dice

ALIKE = 0.4
"""Dice coefficient of pairs of characters from which two titles are taken for one that was changed; titles of different
problems of one field share up to a third of their pairs."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two titles that belong together."""

    left: Titled
    right: Titled

    @property
    def equal(self) -> bool:
        """Say whether the titles are the same, marks and white space apart."""
        return bare(self.left.title) == bare(self.right.title)


def pair_up(left: Sequence[Titled], right: Sequence[Titled]) -> tuple[list[Pair], list[Titled], list[Titled]]:
    """Return the pairs, and what is left over on either side; each title is used once, all in the order of the left."""
    rated = sorted(
        (
            (-_likeness(one.title, other.title), i, j)
            for i, one in enumerate(left)
            for j, other in enumerate(right)
            if _likeness(one.title, other.title) >= ALIKE
        ),
    )
    chosen: dict[int, int] = {}
    for _, i, j in rated:
        if i not in chosen and j not in chosen.values():
            chosen[i] = j
    taken = set(chosen.values())
    pairs = [Pair(left[i], right[chosen[i]]) for i in sorted(chosen)]
    return (
        pairs,
        [one for i, one in enumerate(left) if i not in chosen],
        [one for j, one in enumerate(right) if j not in taken],
    )


def _likeness(one: str, other: str) -> float:
    """Return 2 for equal titles, so that they come before all others."""
    return 2.0 if bare(one) == bare(other) else dice(one, other)
