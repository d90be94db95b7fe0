"""Rules on proposals under a guide: direction, units, money, time."""

from typing import Literal

from assistant.domain.kinds.base import RuleBase


class DirectionRule(RuleBase):
    """A proposal names one second-level direction of its guide."""

    kind: Literal["direction"]
    fields: tuple[str, ...]
