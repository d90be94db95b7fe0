"""Orders in a text: which verb its words ask for, and what they want it done to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from assistant.routing import chatter, cues, words
from assistant.routing.patterns import Words
from assistant.routing.register import Register
from assistant.text import clean, count_characters

Verb = Literal["match", "title", "problems", "check"]
Recipe = tuple[tuple[Words, float], ...]

RECIPES: dict[Verb, tuple[float, Words, Recipe]] = {
    "match": (
        3.0,
        words.DIRECTION_OR_AIM,
        ((words.DIRECTION, 1), (words.FITS, 1), (words.WHICH, 1), (words.IMPERATIVE, 1), (words.AIMS, 2)),
    ),
    "title": (
        2.0,
        words.TITLE_OR_FORM,
        ((words.TITLE, 1), (words.REWRITE, 1), (words.ASK_FORM, 1), (words.HELD, 1), (words.JUDGED, 1)),
    ),
    "problems": (
        2.5,
        words.RELEASED,
        ((words.RELEASED, 1.5), (words.PROBLEM, 1), (words.EXISTS, 1), (words.REPEATS, 1)),
    ),
    "check": (2.0, words.CHECK, ((words.CHECK, 2), (words.DRAFT, 0.5))),
}
"""For each verb the score from which a segment orders it, the class that it cannot do without, and what each class of
words adds; a class counts once."""
_GAP = 2
"""Characters between two words of one order; what stands farther away is what the order is about."""
_WIDE_GAP = 8
"""The same where the characters between are not the language of research."""
_SHORT_WISH = 14
"""Characters up to which a segment that wishes, fears or criticises is no subject."""
_RULE_LIKE = 1.5
"""Lean from which what is left of a question is no subject but part of a question about rules."""
_SURELY_RULE_LIKE = 2.5
"""The same where the words are an imperative, or no question."""
_AFTER_TITLE = chatter.MARKS.replace("？", "").replace("?", "")
"""Marks that a title does not end with; a question mark belongs to it."""
_FEWEST = 2
"""Characters of a subject."""
_LOOSE = 0.5
"""What an order over two segments lacks of one in a single segment."""
_HIDDEN = "□"
_MAIN = 3
"""A quotation of less than one in so many characters is part of a problem, not the problem."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a text up to a mark."""

    text: str
    """With the mark; quoted words hidden."""
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What the words order."""

    verb: Verb
    margin: float
    """How far the words go beyond what the verb needs."""
    subject: str
    """What it is to be done to; empty where the words do not say."""
    demands: bool
    """True for an imperative, false for a question that may be about rules."""
    points_back: bool
    """True where a pronoun stands for the subject."""
    said: str
    """The segments that order."""

    def about(self, subject: str) -> "Order":
        """Return the same order of another subject."""
        return replace(self, subject=subject)


def find_order(text: str, register: Register) -> Order | None:
    """Return the order that the words of a text give most clearly; None where they order nothing."""
    segments = split(text)
    rated: list[tuple[float, Verb, Segment]] = [
        (margin, verb, segment)
        for segment in segments
        if not words.DECLINED.search(segment.text)
        for verb in RECIPES
        if (margin := _rate(verb, segment.text)) >= 0
    ] or _shared_orders(segments)
    if not rated:
        return None
    margin, verb, _ = max(rated, key=lambda one: one[0])
    ordering = [segment for _, other, segment in rated if other == verb]
    said = "".join(segment.text for segment in ordering)
    return Order(
        verb=verb,
        margin=margin,
        subject=_subject(text, segments, ordering, verb, register),
        demands=bool(words.IMPERATIVE.search(text)) and not words.RULES.search(said),
        points_back=bool(words.DEICTIC.search(text)),
        said=said,
    )


def _shared_orders(segments: Sequence[Segment]) -> list[tuple[float, Verb, Segment]]:
    """Return the orders to rephrase that two or three neighbouring segments give together (题目太平淡了，帮我改改).

    Words of the other orders are too common in long problems to be put together.
    """
    return [
        (margin - _LOOSE, "title", segment)
        for width in (2, 3)
        for group in _windows(segments, width)
        if (margin := _rate("title", *(segment.text for segment in group))) >= 0
        for segment in group
        if any(one.search(segment.text) for one, _ in RECIPES["title"][2])
    ]


def _windows(segments: Sequence[Segment], width: int) -> list[Sequence[Segment]]:
    return [segments[place : place + width] for place in range(len(segments) - width + 1)]


def split(text: str) -> list[Segment]:
    """Return the segments of a text, quoted words hidden behind one letter."""
    hidden = chatter.QUOTED.sub(lambda found: found[0][0] + _HIDDEN * (len(found[0]) - 2) + found[0][-1], text)
    ends = [mark.end() for mark in chatter.END.finditer(hidden)]
    bounds = [0, *ends, len(hidden)] if not ends or ends[-1] < len(hidden) else [0, *ends]
    return [Segment(hidden[one:two], one, two) for one, two in pairwise(bounds) if hidden[one:two].strip()]


def _rate(verb: Verb, *segments: str) -> float:
    """Return how far segments together go beyond what the verb needs; negative where they do not order it."""
    least, needed, recipe = RECIPES[verb]
    if not any(needed.search(segment) for segment in segments):
        return -1
    return sum(weight for one, weight in recipe if any(one.search(segment) for segment in segments)) - least


def _subject(
    text: str, segments: Sequence[Segment], ordering: Sequence[Segment], verb: Verb, register: Register
) -> str:
    quoted = chatter.QUOTED.search(text)
    if quoted and (verb != "match" or _MAIN * count_characters(quoted["inner"]) >= count_characters(text)):
        return clean(quoted["inner"])
    most = _RULE_LIKE if cues.ASKS.search(text) and not words.IMPERATIVE.search(text) else _SURELY_RULE_LIKE
    stretches = [
        span
        for span in _stretches(segments, ordering, verb, register)
        if _is_subject(text[slice(*span)], most, register)
    ]
    plain = [span for span in stretches if not _inside(span, ordering) or register.lean(text[slice(*span)]) < 0]
    stretches = plain or stretches
    if not stretches:
        return ""
    if verb == "match":
        return "\n".join(_work(text[start:end].strip(chatter.MARKS)) for start, end in stretches)
    if verb == "title":
        after = [span for span in stretches if span[0] >= ordering[0].end and register.core(text[slice(*span)]) < 0]
        start, end = min(after or stretches, key=lambda span: register.core(text[slice(*span)]))
        title = chatter.SENTENCE_END.split(text[start:end].lstrip(chatter.MARKS).rstrip(_AFTER_TITLE))[0]
        return clean(chatter.LABEL.sub("", chatter.PLEA.sub("", title)))
    topics = (trim(piece) for start, end in stretches for piece in chatter.TOPIC_BOUNDARY.split(text[start:end]))
    named = [topic for topic in topics if _is_subject(topic, most, register)]
    return min(named, key=lambda one: register.lean(one) * len(one), default="")


def _work(told: str) -> str:
    """Return what a speaker works on (我们团队在做…的); other words as they are."""
    work = chatter.STUDIED.sub("", told)
    return chatter.THEIR_WORK.sub("", work).strip() or told if work != told else told


def _stretches(
    segments: Sequence[Segment], ordering: Sequence[Segment], verb: Verb, register: Register
) -> Iterator[tuple[int, int]]:
    """Yield start and end of what neither orders, greets nor leads to something, neighbours together."""
    begun: tuple[int, int] | None = None
    for segment in segments:
        if segment in ordering or _says_nothing(segment.text, register):
            if begun:
                yield begun
            begun = None
            yield from _left_of(segment, verb, register) if segment in ordering else ()
        else:
            begun = (begun[0] if begun else segment.start, segment.end)
    if begun:
        yield begun


def _says_nothing(segment: str, register: Register) -> bool:
    """Say whether a segment names no subject: small words, greetings, or a short wish of the speaker's."""
    rest = trim(segment)
    empty = not rest or chatter.PRONOUN.fullmatch(rest) or chatter.PLEASANT.fullmatch(segment)
    return bool(empty) or (len(segment) <= _SHORT_WISH and register.lean(rest) > 0 and bool(cues.WISH.search(segment)))


def _left_of(segment: Segment, verb: Verb, register: Register) -> Iterator[tuple[int, int]]:
    """Yield what stands before and behind the words of an order in their segment, small words taken off."""
    start, end = _ordering_words(segment.text, verb, register)
    for begin, stop in ((0, start), (end, len(segment.text))):
        part = segment.text[begin:stop]
        lead = chatter.LEAD.match(part)
        first = begin + (lead.end() if lead else 0)
        tail = chatter.TAIL.search(part, first - begin)
        last = begin + tail.start() if tail else stop
        if first < last:
            yield segment.start + first, segment.start + last


def _ordering_words(segment: str, verb: Verb, register: Register) -> tuple[int, int]:
    """Return start and end of the words that order, from the one without which there is no order to its neighbours."""
    _, needed, recipe = RECIPES[verb]
    spans = sorted(found.span() for one, _ in recipe for found in one.finditer(segment))
    first = needed.search(segment)
    start, end = first.span() if first else (0, 0)
    for left, right in reversed(spans):
        start = left if left < start and _is_gap(segment[right:start], register) else start
    for left, right in spans:
        end = right if right > end and _is_gap(segment[end:left], register) else end
    return start, end


def _is_gap(between: str, register: Register) -> bool:
    """Say whether words between two words of one order are part of it (写成一个规范的题目) and no subject."""
    return len(between) <= _GAP or (len(between) <= _WIDE_GAP and register.lean(trim(between)) > 0)


def _inside(span: tuple[int, int], segments: Sequence[Segment]) -> bool:
    return any(segment.start <= span[0] and span[1] <= segment.end for segment in segments)


def _is_subject(text: str, most: float, register: Register) -> bool:
    """Say whether words name something of their own, and are neither a pronoun nor the rest of a question on rules."""
    trimmed = trim(text)
    if len(trimmed) < _FEWEST or chatter.PRONOUN.fullmatch(trimmed):
        return False
    return register.lean(trimmed) < most


def trim(text: str) -> str:
    """Return words without those that only lead to them or trail after them."""
    return clean(chatter.TAIL.sub("", chatter.LEAD.sub("", text)))


def says_something(text: str) -> bool:
    """Say whether a text has words beside those that order, point back or lead to something."""
    return len(_left_over(text)) >= _FEWEST


def orders_only(text: str) -> bool:
    """Say whether a text has nothing but words of an order (能报哪个方向), with none of a rule or of several things."""
    return not words.RULES.search(text) and not words.SEVERAL.search(text) and not says_something(text)


def _left_over(text: str) -> str:
    for verb in RECIPES:
        for one, _ in RECIPES[verb][2]:
            text = one.sub(" ", text)
    for one in (chatter.PRONOUN, cues.MORE, cues.FRAGMENT, chatter.PLEASANT):
        text = one.sub(" ", text)
    return "".join(trim(part) for part in text.split())
