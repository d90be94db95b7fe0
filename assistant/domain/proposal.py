"""What a model proposes to write beside a notice, for a person to approve."""

from dataclasses import dataclass

from assistant.domain.programme import Expansion


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedExpansion:
    """Other words for one direction."""

    number: str
    expansion: Expansion


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedAsk:
    """Questions that words of the notice would answer."""

    quote: str
    """As the model copied it: not yet proved."""
    asks: tuple[str, ...]
