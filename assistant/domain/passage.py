"""What the retriever finds: a piece of a notice, a direction or a released problem, always with its exact place."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from assistant.domain.notice import Span

PassageKind = Literal["clause", "direction", "released_problem"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One retrievable text."""

    id: str
    """Unique and stable, such as `cast-2022#四、2@0`, `nkrd-2021-12/2.10`."""
    kind: PassageKind
    doc: str
    programme: str
    clause: str
    """Clause path, or direction number with the section's label, such as `2.4 有关说明`."""
    heading: str
    """Titles above the text, joined by ` > `: searched with it, never quoted."""
    text: str
    """Shown text: an exact substring of the source once white space is removed from both."""
    span: Span
    """Place of `text` in the notice; (0, 0) for a released problem."""
    searched: str = ""
    """Further words that are searched and never shown, such as expansions."""


@dataclass(frozen=True, kw_only=True)
class Hit:
    """A passage found for a query."""

    passage: Passage
    score: float
    """Fused score, 0 excluded to 1; comparable inside one query only."""
    parts: dict[str, float]
    """Score of each part (lookup, lexical, vector), before weighting."""
    likeness: float | None = None
    """Cosine in the latent space computed here; None where others' vectors, of another scale, were asked for."""
    find_terms: Callable[[], tuple[str, ...]] = field(default=tuple, compare=False, repr=False)
    """Gives the terms: most who search never ask for them."""

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """Return the query's terms that the passage holds, the weightiest first."""
        return self.find_terms()
