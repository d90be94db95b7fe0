"""Rules on what a form declares: a class of a standard, a grade, a commitment, a seal, what is attached."""

from typing import Literal

from assistant.domain.kinds.base import RuleBase
from assistant.domain.kinds.content import Element
from assistant.domain.value import Value


class ClassificationRule(RuleBase):
    """A field names an entry of a classification standard at one of the levels."""

    kind: Literal["classification"]
    fields: tuple[str, ...]
    lookup: Literal["industries"]
    standard: str
    """Name of the standard as findings print it."""
    levels: tuple[int, ...]
    level_names: tuple[str, ...]
    """What the standard calls its levels, the widest first."""


class ScaleRule(RuleBase):
    """A field gives a number on a scale."""

    kind: Literal["scale"]
    fields: tuple[str, ...]
    least: float
    most: float


class CommitmentRule(RuleBase):
    """A commitment stands whole: each element in the affirmative, none weakened."""

    kind: Literal["commitment"]
    fields: tuple[str, ...]
    elements: tuple[Element, ...]


class SealRule(RuleBase):
    """Each field that has text bears a seal and a full date."""

    kind: Literal["seal"]
    fields: tuple[str, ...]


class Annex(Value):
    """Detailed material that may be attached to one field."""

    field: str
    most: int
    """Characters allowed."""
    cue: str
    """Regular expression by which a heading or a sentence names this material and no other."""


class AttachmentRule(RuleBase):
    """Attached material keeps to its length, counted where it is at hand and else as the draft states it."""

    kind: Literal["attachment"]
    annexes: tuple[Annex, ...]


class ReadinessRule(RuleBase):
    """The grade declared is high enough, and the text tells of a validation that has been done."""

    kind: Literal["readiness"]
    grade: tuple[str, ...]
    """Fields that hold the grade."""
    least: float
    fields: tuple[str, ...]
    """Fields of prose."""
    proof: Element
