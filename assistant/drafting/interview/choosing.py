"""A choice that an author types: by number, by several numbers, or by name."""

import re
from dataclasses import dataclass

from assistant.domain.filled import Choice
from assistant.domain.interview import Question
from assistant.numbered import parse_number
from assistant.text import bare

_NUMBER = r"(?:\d{1,2}|十[一二]?|[一二两三四五六七八九])"
_NUMBERS = re.compile(
    rf"(?:我?(?:就|还是)?[选要用取](?:择|的是)?)?(?:第?{_NUMBER}[个号项条]?(?:[、，,；;和与及跟\s]|以及)*)+(?:吧|了|就行|就好|都要|[。.！!])*"
)
_EACH = re.compile(_NUMBER)
_PARTS = re.compile(r"[、，,；;\s]+")
_SHORTEST_NAME = 2
_MORE = 6
"""Characters beside its name by which a value is still chosen and not talked about (就选先进材料吧)."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The values that an author has chosen."""

    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class OutOfRange:
    """A number that none of the choices has."""

    number: int


def read_choice(text: str, question: Question) -> Chosen | OutOfRange | None:
    """Return what an answer chooses; None where it is the author's own words."""
    said = text.strip()
    if _NUMBERS.fullmatch(said):
        return _by_numbers([parse_number(one) for one in _EACH.findall(said)], question)
    if not question.choices:
        return None
    if question.take > 1:
        return _mixed(said, question)
    return _by_name(said, question)


def _by_numbers(numbers: list[int], question: Question) -> Chosen | OutOfRange:
    wrong = [one for one in numbers if not 1 <= one <= len(question.choices)]
    if wrong:
        return OutOfRange(wrong[0])
    return Chosen(tuple(question.choices[one - 1] for one in dict.fromkeys(numbers)))


def _by_name(said: str, question: Question) -> Chosen | None:
    """Return the one value whose name is said, or whose name begins what is said."""
    wanted = bare(said)
    named = [one for one in question.choices if _is_named(bare(one.value), wanted)]
    same = [one for one in named if bare(one.value) == wanted]
    found = same or named
    return Chosen((found[0],)) if len(found) == 1 else None


def _is_named(value: str, said: str) -> bool:
    if len(said) < _SHORTEST_NAME:
        return False
    return said in value or (value in said and len(said) <= len(value) + _MORE)


def _mixed(said: str, question: Question) -> Chosen | OutOfRange | None:
    """Return numbers as the values that they stand for, other words as they are (1、3、界面能垒)."""
    parts = [one for one in _PARTS.split(said) if one]
    numbers = [int(one) for one in parts if one.isdigit()]
    if not numbers:
        return None
    wrong = [one for one in numbers if not 1 <= one <= len(question.choices)]
    if wrong:
        return OutOfRange(wrong[0])
    return Chosen(
        tuple(
            question.choices[int(one) - 1] if one.isdigit() else Choice(value=one, reason="作者自己写的。")
            for one in parts
        )
    )
