"""A section's text to its sentences and clauses, each with its place."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.checks.coverage.notation import plain
from assistant.checks.coverage.quantities import Measure, find_measures

_MARKER = (
    r"(?:[（(]\s?(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s?[)）]|[①②③④⑤⑥⑦⑧⑨⑩⑪⑫]"
    r"|(?<![\d.A-Za-z])\d{1,2}\s?[)）](?=\D)|(?:^|(?<=[。；;\n：]))\s*\d{1,2}[.．、](?!\d)"
    r"|[一二三四五六七八九十]是(?=[^否])|(?:^|(?<=[。；;\n]))\s*第?[一二三四五六七八九十][、，,])"
)
_MARK = re.compile(_MARKER)
_MAY_MARK = re.compile(r"[①②③④⑤⑥⑦⑧⑨⑩⑪⑫\d一二三四五六七八九十](?:(?<=[①②③④⑤⑥⑦⑧⑨⑩⑪⑫])|\s?[)）]|[.．、，,是])")
"""In every number of an item; few sentences have one."""
_STOP = re.compile(r"[。；;！？!?\n]")
_BREAK = re.compile(r"[，：:]|,(?!\d{3}(?!\d))|(?<!\d),")
_MARGIN = " \t\u3000，、：:"
"""What a sentence neither begins nor ends with."""
_OPEN = "（([【〔“‘《"
_BRACKET = re.compile(r"[（(\[【〔“‘《）)\]】〕”’》]")


@dataclass(frozen=True)
class Clause:
    """Words between two marks of punctuation, brackets kept whole."""

    text: str
    """As printed, white space at both ends left out."""
    start: int
    """First character inside the section."""
    led: str = ""
    """What stands before the last colon of the sentence and what the clause belongs to; empty where there is none."""

    @property
    def end(self) -> int:
        """One past the last character inside the section."""
        return self.start + len(self.text)

    @cached_property
    def plain(self) -> str:
        """The text with formulas and widths folded."""
        return plain(self.text)

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """The numbers of the plain text, conditions included."""
        return find_measures(self.plain)


@dataclass(frozen=True)
class Sentence:
    """Words up to a full stop, a semicolon or the next numbered item."""

    text: str
    start: int
    """First character inside the section."""
    stop: str = ""
    """Mark that ends it: a full stop, a semicolon, the number of the next item; empty at the end of the section."""

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses in order."""
        return tuple(_split_clauses(self.text, self.start))

    @cached_property
    def plain(self) -> str:
        """The text with formulas and widths folded."""
        return plain(self.text)


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a section in order; numbers of items (（1） ① 1. 一是) belong to none."""
    return tuple(_iterate_sentences(text))


def _iterate_sentences(text: str) -> Iterator[Sentence]:
    brackets = find_brackets(text)
    start = 0
    for stop in _STOP.finditer(text):
        if not (stop[0] in "；;。" and is_inside(stop.start(), brackets)):
            yield from _split_items(text, start, stop.start(), stop[0])
            start = stop.end()
    yield from _split_items(text, start, len(text), "")


def _split_items(text: str, start: int, end: int, stop: str) -> Iterator[Sentence]:
    """Part what stands between two stops at the numbers of items."""
    first = start
    if _MAY_MARK.search(text, start, end):
        for mark in _MARK.finditer(text[start:end]):
            yield from _build(text, first, start + mark.start(), mark[0])
            first = start + mark.end()
    yield from _build(text, first, end, stop)


def _build(text: str, start: int, end: int, stop: str) -> Iterator[Sentence]:
    piece = text[start:end].lstrip(_MARGIN)
    stripped = piece.rstrip(_MARGIN)
    if stripped:
        yield Sentence(stripped, end - len(piece), stop)


def _split_clauses(sentence: str, offset: int) -> Iterator[Clause]:
    brackets = find_brackets(sentence)
    start, led = 0, ""
    for mark in _BREAK.finditer(sentence):
        if is_inside(mark.start(), brackets):
            continue
        piece = sentence[start : mark.start()]
        yield from _clause(piece, offset + start, led)
        if mark[0] in "：:":
            led = piece.strip()
        start = mark.end()
    yield from _clause(sentence[start:], offset + start, led)


def _clause(piece: str, start: int, led: str) -> Iterator[Clause]:
    stripped = piece.strip()
    if stripped:
        yield Clause(stripped, start + len(piece) - len(piece.lstrip()), led)


def find_brackets(text: str) -> list[tuple[int, int]]:
    """Return the outermost brackets (first and last character) in order; one that is never closed is none."""
    opened: list[int] = []
    found: list[tuple[int, int]] = []
    for mark in _BRACKET.finditer(text):
        if mark[0] in _OPEN:
            opened.append(mark.start())
        elif opened:
            first = opened.pop()
            while found and found[-1][0] > first:
                found.pop()
            found.append((first, mark.start()))
    return found


def is_inside(place: int, brackets: Sequence[tuple[int, int]]) -> bool:
    """Say whether a character stands in one of the brackets."""
    index = bisect_left(brackets, (place, 0)) - 1
    return index >= 0 and place <= brackets[index][1]
