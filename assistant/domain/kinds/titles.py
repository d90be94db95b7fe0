"""Rules on titles and their translations."""

from typing import Literal

from assistant.domain.kinds.base import RuleBase


class QuestionRule(RuleBase):
    """A title asks a question, and one only."""

    kind: Literal["question"]
    titles: tuple[str, ...]
    lists: tuple[str, ...] = ()
    """Fields of which each listed problem is a title."""
    groups: tuple[str, ...] = ()
    """Headings inside such a list."""
    most: int | None = None
    """Most questions in one title; None asks for the question form itself."""


class NoveltyRule(RuleBase):
    """A title is not on a list of released problems."""

    kind: Literal["novelty"]
    titles: tuple[str, ...]
    lists: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    """Headings inside such a list."""
    released: str
    """Source that the list's rows name, such as `cast-2022 附件4`."""
    threshold: float
    """Dice coefficient of bigrams from which a title is too near; 1 asks for the same characters."""


class BreadthRule(RuleBase):
    """A title is narrower than a discipline or an industry."""

    kind: Literal["breadth"]
    titles: tuple[str, ...]


class TranslationRule(RuleBase):
    """English stands for the Chinese beside it."""

    kind: Literal["translation"]
    titles: tuple[str, str]
    """Fields of the Chinese and of the English title."""
    keywords: tuple[str, str]
    """Fields of the Chinese and of the English keywords, which serve as the dictionary."""
    of: Literal["title", "keywords"]
