"""The three kinds of problems, a question on its way to a candidate, and what may narrow it."""

from dataclasses import dataclass
from typing import Literal

from assistant.domain.title import Addition

SCIENCE, ENGINEERING, INDUSTRY = "前沿科学问题", "工程技术难题", "产业技术问题"
KINDS = (SCIENCE, ENGINEERING, INDUSTRY)
HINT = "按颗粒度要求的提示，请换成实际的内容"
"""Origin of words that come from no source: they only show what a narrower title could name."""

AddedPart = Literal["condition", "mechanism", "measure", "obstacle", "target", "aspect", "object", "name"]
"""A name replaces the title's own, which is a part of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extra:
    """Something narrower that a candidate may take up."""

    part: AddedPart
    text: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A question before it is judged."""

    text: str
    why: str
    added: tuple[Addition, ...] = ()
    bare: bool = False
    """Only the kind's own words stand around the title."""


def hint(*texts: str) -> tuple[Addition, ...]:
    """Return additions that come from no source and show what could stand there."""
    return tuple(Addition(text=text, origin=HINT) for text in texts)
