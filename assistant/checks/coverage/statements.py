"""What a section says, number by number: the words around each number, and what it holds for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from assistant.checks.coverage.notation import plain
from assistant.checks.coverage.quantities import Measure, find_measures
from assistant.checks.coverage.segments import Clause, Sentence
from assistant.checks.coverage.terms import read_terms

_LINKS = re.compile(r"(?:达到?|提高|提升|降低|下降|减少|增加|缩短|分别|均|各|为|约|可|从|由|在|[^\u4e00-\u9fff])+$")
"""What stands between a thing and its number."""
_THING = 4
"""Characters of what is measured, at the end of its name, that tell one property from another."""
_PART = re.compile(r"[、和及与，,]|以及|并")
Condition = tuple[str, float]
"""Kind of unit and value in base units."""


@dataclass(frozen=True)
class Statement:
    """A clause, or that part of it that belongs to one of its numbers."""

    clause: Clause
    sentence: Sentence
    part: str
    """Plain words of the part, numbers taken out."""
    near: str
    """Plain words between the numbers before and after; the part itself where it holds one number."""
    measure: Measure | None
    """None for a clause without a number that bounds something."""
    start: int
    """First character of the part inside the section; of the clause where folding has moved the characters."""
    end: int

    @cached_property
    def thing(self) -> frozenset[str]:
        """Last words of the name of what is measured or counted, such as 响应时间; none where none stands there."""
        if self.measure is None:
            return frozenset()
        before, after = self.clause.plain[: self.measure.start], self.clause.plain[self.measure.end :]
        counted = (
            re.match(r"(?:及以上|以上)?的?([\u4e00-\u9fff]{2,})", after) if self.measure.unit.kind == "count" else None
        )
        name = (
            counted[1]
            if counted
            else re.split(r"[，；：、]", _LINKS.sub("", re.sub(r"（[^）]*）|\([^)]*\)", "", before)))[-1]
        )
        return read_terms(name[-_THING:])

    @cached_property
    def before(self) -> str:
        """Plain words of the clause before its number; empty where it has none."""
        return self.clause.plain[: self.measure.start] if self.measure else ""

    @cached_property
    def around(self) -> frozenset[str]:
        """Words of the part, next to the number, and of what they belong to."""
        return self.terms | self.near_terms | self.led_terms

    @cached_property
    def terms(self) -> frozenset[str]:
        """Words of the part."""
        return read_terms(self.part)

    @cached_property
    def near_terms(self) -> frozenset[str]:
        """Words next to the number."""
        return read_terms(self.near)

    @cached_property
    def led_terms(self) -> frozenset[str]:
        """Words of what the clause belongs to: before the colon, and of the sentence so far."""
        before = [one.plain for one in self.sentence.clauses if one.start < self.clause.start]
        return read_terms(_without_numbers(" ".join((self.clause.led, *before[-3:]))))

    @cached_property
    def conditions(self) -> frozenset[Condition]:
        """Circumstances of the clause and of what it belongs to in base units: 40 ℃, 24 hours."""
        led = find_measures(plain(self.clause.led)) if self.clause.led else ()
        named = (*(one for one in self.clause.measures if one.condition), *led)
        return frozenset((one.unit.kind, float(f"{one.low:.6g}")) for one in named if one.unit.kind)


def read_statements(sentence: Sentence) -> tuple[Statement, ...]:
    """Return what a sentence says, in order; clauses that only lead to others (包括但不限于) say nothing."""
    return tuple(
        one
        for clause in sentence.clauses
        for one in _read_clause(clause, sentence)
        if one.measure is not None or len(one.terms) > 1
    )


def _read_clause(clause: Clause, sentence: Sentence) -> Iterator[Statement]:
    bounds = [one for one in clause.measures if not one.condition]
    text = clause.plain
    whole = _without_numbers(text, clause.measures)
    if not bounds:
        yield Statement(clause, sentence, whole, whole, None, clause.start, clause.end)
        return
    exact = len(text) == len(clause.text)
    named = _name_each(text, bounds)
    for index, (one, (first, last)) in enumerate(zip(bounds, _find_parts(text, bounds), strict=True)):
        before = max([first, *(other.end for other in bounds[:index])])
        after = min([last, *(other.start for other in bounds[index + 1 :])])
        part = _without_numbers(text[first:last], clause.measures, first)
        near = named[index] if named else _without_numbers(text[before:after], clause.measures, before)
        if not read_terms(part):
            part = whole
        start, end = (clause.start + first, clause.start + last) if exact else (clause.start, clause.end)
        yield Statement(clause, sentence, part, near if read_terms(near) else part, one, start, end)


def _find_parts(text: str, bounds: Sequence[Measure]) -> list[tuple[int, int]]:
    """Return for each number the characters of the part that it stands in; numbers may share one."""
    cuts = [0, *(_cut(text, one, other) for one, other in pairwise(bounds)), len(text)]
    return [
        (
            max(cut for cut in cuts[: index + 1] if cut is not None),
            min(cut for cut in cuts[index + 1 :] if cut is not None),
        )
        for index in range(len(bounds))
    ]


def _name_each(text: str, bounds: Sequence[Measure]) -> list[str]:
    """Return what each number measures where 分别 deals them out to a list of as many things; empty elsewhere."""
    head = re.match(r"(?P<things>[^，；]*?)(?:[^，；、和与及]{0,4})分别", text)
    if not head or bounds[0].start < head.end():
        return []
    things = re.split(r"、|和|与|及|以及", head["things"])
    return things if len(things) == len(bounds) > 1 else []


def _cut(text: str, one: Measure, other: Measure) -> int | None:
    """Return where the words of two numbers part; None where they share them."""
    between = text[one.end : other.start]
    marks = list(_PART.finditer(between))
    return one.end + marks[-1].end() if (marks and "、" in between) or _is_list(between) else None


def _is_list(between: str) -> bool:
    return bool(_PART.fullmatch(between.strip()))


def _without_numbers(text: str, measures: tuple[Measure, ...] = (), offset: int = 0) -> str:
    """Return the text with a blank for each of the measures that starts in it."""
    for one in reversed(measures):
        start, end = one.start - offset, one.end - offset
        if 0 <= start < len(text):
            text = f"{text[:start]} {text[end:]}"
    return re.sub(r"\d+(?:\.\d+)?", " ", text)
