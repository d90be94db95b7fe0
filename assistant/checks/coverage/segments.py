"""A section's text to its sentences and clauses, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from assistant.checks.coverage.notation import plain
from assistant.checks.coverage.quantities import Measure, find_measures

_MARKER = (
    r"(?:[（(]\s?(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s?[)）]|[①②③④⑤⑥⑦⑧⑨⑩⑪⑫]"
    r"|(?<![\d.A-Za-z])\d{1,2}\s?[)）](?=\D)|(?:^|(?<=[。；;\n：]))\s*\d{1,2}[.．、](?!\d)"
    r"|[一二三四五六七八九十]是(?=[^否])|(?:^|(?<=[。；;\n]))\s*第?[一二三四五六七八九十][、，,])"
)
_END = re.compile(rf"[。；;！？!?\n]|{_MARKER}")
_BREAK = re.compile(r"[，：:]|,(?!\d{3}(?!\d))|(?<!\d),")
_OPEN, _CLOSE = "（([【〔“‘《", "）)]】〕”’》"


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


@dataclass(frozen=True, slots=True)
class Sentence:
    """Clauses up to a full stop, a semicolon or the next numbered item."""

    text: str
    start: int
    clauses: tuple[Clause, ...] = field(default=())
    stop: str = ""
    """Mark that ends it: a full stop, a semicolon, the number of the next item; empty at the end of the section."""


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a section in order; numbers of items (（1） ① 1. 一是) belong to none."""
    return tuple(_iterate_sentences(text))


def _iterate_sentences(text: str) -> Iterator[Sentence]:
    start = 0
    depths = _measure_depths(text)
    for mark in _END.finditer(text):
        whole = mark[0] in "；;。" and depths[mark.start()] > 0
        if whole or mark.start() < start:
            continue
        yield from _build(text, start, mark.start(), mark[0])
        start = mark.end()
    yield from _build(text, start, len(text), "")


def _build(text: str, start: int, end: int, stop: str) -> Iterator[Sentence]:
    piece = text[start:end]
    stripped = piece.strip(" \t\u3000，、：:")
    if stripped:
        first = start + piece.index(stripped)
        yield Sentence(stripped, first, tuple(_split_clauses(stripped, first)), stop)


def _split_clauses(sentence: str, offset: int) -> Iterator[Clause]:
    depths = _measure_depths(sentence)
    start, led = 0, ""
    for mark in _BREAK.finditer(sentence):
        if depths[mark.start()]:
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
        yield Clause(stripped, start + piece.index(stripped), led)


def _measure_depths(text: str) -> list[int]:
    """Return for each character in how many brackets it stands; a bracket that is never closed counts for none."""
    depths, depth = [0] * len(text), 0
    if not any(mark in text for mark in _OPEN):
        return depths
    opened: list[int] = []
    closing: dict[int, int] = {}
    for place, character in enumerate(text):
        if character in _OPEN:
            opened.append(place)
        elif character in _CLOSE and opened:
            closing[opened.pop()] = place
    ends = set(closing.values())
    for place in range(len(text)):
        if place in closing:
            depth += 1
        depths[place] = depth
        if place in ends:
            depth -= 1
    return depths
