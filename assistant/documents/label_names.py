"""The names of a form's fields: what a text names, and whether a line may begin with a name."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise
from operator import add

from assistant.documents.form_titles import FormTitles
from assistant.documents.label_keys import NUMBER, NUMERALS, list_keys
from assistant.domain.form import FieldSpec, Form
from assistant.text import bare

_LETTER = re.compile(r"[^\W_]")
_HAN_OPENING = re.compile(r"[\W_]*([\u4e00-\u9fff])\s*([\u4e00-\u9fffA-Za-z\d])")
"""A Chinese character before any other, and the next one."""
LONGEST_LABEL = 60
LONGEST_CELL = 240


@dataclass(frozen=True, slots=True)
class Named:
    """What a name stands for."""

    spec: FieldSpec
    official: bool
    extra: bool


class LabelNames:
    """Knows the names of one form's fields.

    Args:
        form: the form whose labels, aliases and extra labels are known.
    """

    def __init__(self, form: Form) -> None:
        self.translations = {
            one.label: other
            for one, other in pairwise(form.fields)
            if other.label.isascii() and not one.label.isascii()
        }
        """Label to the field behind it that asks for the same in English (题目, Title)."""
        self.divided = tuple(spec for spec in form.fields if spec.parts)
        """Items that are known by the headings inside them, too."""
        self._specs: dict[str, Named] = {}
        for name in form.extras:
            self._specs[bare(name)] = Named(FieldSpec(label=name), official=False, extra=True)
        for spec in form.fields:
            for alias in spec.aliases:
                self._specs[bare(alias)] = Named(spec, official=False, extra=False)
        for spec in form.fields:
            for key in list_keys(spec.label):
                self._specs[key] = Named(spec, official=True, extra=False)
        keys = sorted(self._specs, key=len, reverse=True)
        patterned = (spec for spec in form.fields if spec.pattern)
        self._patterns = [(re.compile(spec.pattern), Named(spec, official=False, extra=False)) for spec in patterned]
        self._starts = tuple(keys)
        self._pattern = re.compile("|".join(f"(?:{one.pattern})" for one, _ in self._patterns) or r"(?!)")
        """Any of the patterns: whether one fits is asked of every line, and which one of few."""
        self._beginnings = frozenset(key[:2] for key in keys)
        """The first two characters of each name."""
        self._signs = frozenset[str]().union(*(pattern.pattern for pattern, _ in self._patterns))
        """Characters with which what a pattern fits may begin; for simplicity all of each pattern."""
        self._firsts = self._signs.union(key[0] for key in keys)
        """Characters with which a label may begin."""
        self.titles = FormTitles(form)
        self._keys: dict[str, list[str]] = {}
        for key, named in self._specs.items():
            if not named.extra:
                self._keys.setdefault(named.spec.label, []).append(key)

    def look_up(self, text: str) -> Named | None:
        """Return what the whole text names; None if it names no field."""
        if len(text) > LONGEST_CELL:
            return None
        return next((found for key in list_keys(text) if (found := self.name(key))), None)

    def name(self, key: str) -> Named | None:
        """Return what a bare label names."""
        fitting = (named for pattern, named in self._patterns if pattern.fullmatch(key))
        return self._specs.get(key) or next(fitting, None)

    def list_named(self, text: str, pairs: Collection[str]) -> set[str]:
        """Return those of the form's items that have one of their names in a bare text.

        Args:
            text: looked through for the few names whose pairs of characters it holds.
            pairs: all pairs of neighbouring characters of the text.
        """
        return {label for label, keys in self._keys.items() if any(_stands(key, text, pairs) for key in keys)}

    def list_patterned(self) -> dict[str, re.Pattern[str]]:
        """Return the pattern of each item that has one."""
        return {named.spec.label: pattern for pattern, named in self._patterns}

    def may_open(self, text: str) -> bool:
        """Say whether the line begins with the characters of a label; most lines do not, and need no closer look.

        Nearly all are told by their first two letters or digits: no label begins with them, and no number is spelt so.
        """
        opening = _HAN_OPENING.match(text, 0, LONGEST_LABEL * 2)
        if opening is not None and not self._may_open_with(opening[1], opening[2].lower()):
            return False
        first = _LETTER.search(text, 0, LONGEST_LABEL * 2)
        if first is None or not self.may_begin(first[0]):
            return False
        head = unicodedata.normalize("NFKC", text[: LONGEST_LABEL * 2])
        return self._opens(bare(head)) or self._opens(bare(NUMBER.sub("", head.lstrip())))

    def _may_open_with(self, first: str, second: str) -> bool:
        """Say whether a label or a number may begin with these two characters, of which the first is Chinese."""
        known = first + second in self._beginnings or first in self._beginnings
        return known or first in NUMERALS or (first in self._signs and second in self._signs)

    def _opens(self, head: str) -> bool:
        named = head[:2] in self._beginnings or head[:1] in self._beginnings
        return (named and head.startswith(self._starts)) or self._pattern.match(head) is not None

    def may_begin(self, sign: str) -> bool:
        """Say whether a label, a number before it or a mark may begin so."""
        sign = sign.lower()
        return (
            sign in self._firsts
            or sign in NUMERALS
            or not sign.isalnum()
            or not unicodedata.is_normalized("NFKC", sign)
        )


def _stands(name: str, text: str, pairs: Collection[str]) -> bool:
    return all(map(pairs.__contains__, map(add, name, name[1:]))) and name in text
