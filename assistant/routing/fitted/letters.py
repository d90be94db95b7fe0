"""Which letters of a turn are what it is about, and which only say what to do with it.

What orders, asks and greets is a closed language; what it is about is open. So a linear model that has seen many ways
to say the first with random things in place of the second tells them apart by the letters around each one.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.routing import cues, words
from assistant.routing.fitted.edges import mend
from assistant.routing.fitted.spans import Span
from assistant.routing.fitted.weights import Linear, load
from assistant.routing.register import Register

FRAME, BEGIN, INSIDE, AFTER = "FBIA"
"""Of a letter: it belongs to the words around; begins a subject; goes on with it; is the first behind one."""
LABELS = (FRAME, BEGIN, INSIDE, AFTER)
FOLLOW = {FRAME: (FRAME, BEGIN), BEGIN: (INSIDE, AFTER), INSIDE: (INSIDE, AFTER), AFTER: (FRAME, BEGIN)}
FIRST = (FRAME, BEGIN)
LAST = (FRAME, INSIDE, AFTER)
BEFORE = "before "
"""Begins the names of the weights that a label has behind another."""
_REACH = 4
"""Letters to either side that are looked at."""
_EDGE = "\x02"
_WORDS = {
    "direction": words.DIRECTION, "aims": words.AIMS, "fits": words.FITS, "title": words.TITLE,
    "form": words.ASK_FORM, "rewrite": words.REWRITE, "released": words.RELEASED, "problem": words.PROBLEM,
    "exists": words.EXISTS, "check": words.CHECK, "imperative": words.IMPERATIVE, "asks": cues.ASKS,
    "more": cues.MORE, "listed": cues.LISTED, "points": cues.POINTS_NOWHERE, "deictic": words.DEICTIC,
    "wish": cues.WISH, "year": cues.YEAR, "reference": cues.REFERENCE, "overview": cues.OVERVIEW, "draft": words.DRAFT,
    "place": re.compile("第?[一二三四五六七八九十两0]+[个条项点版款章节题]|最后一?[个条项]"),
    "kind": re.compile("(?:前沿|科学|工程|技术|产业)+(?:问题|难题|类)"),
}  # fmt: skip
_LATIN = re.compile("[a-z]+(?:['’-][a-z]+)*")
_BIN = 0.75
_WINDOW = 5
_MOST = 4
_LINES = (1, 2, 4, 8, 16, 40)
"""Bounds between how often words of orders were seen."""
Frames = Mapping[str, NDArray[np.float64]]
"""Two or three letters to the number of training lines that have them outside what the line is about, as one number."""


def find_spans(
    text: str, register: Register, model: Linear, *, boldness: float = 0.0, frames: Frames | None = None
) -> tuple[Span, ...]:
    """Return the stretches of a text that it is about, in order; empty where the words name nothing of their own.

    Args:
        text: the turn.
        register: the two kinds of language.
        model: weighs each letter.
        boldness: how much likelier than it seems a letter is taken to belong to what the turn is about.
        frames: what orders are made of; None for the stored ones.
    """
    if not text:
        return ()
    frames = load("frames").weights if frames is None else frames
    scores = np.stack([model.log_odds(features) for features in letter_features(text, register, frames)])
    scores[:, LABELS.index(FRAME)] -= boldness
    follow = np.stack([model.weights[f"{BEFORE}{label}"] for label in LABELS])
    return mend(list(spans_of(_best(scores, follow))), text)


def spans_of(labels: Sequence[str]) -> Iterator[Span]:
    """Yield the stretches that labels mark."""
    start = -1
    for place, label in enumerate(labels):
        if label == BEGIN:
            start = place
        elif label == AFTER:
            yield Span(start, place)
            start = -1
    if start >= 0:
        yield Span(start, len(labels))


def letter_features(text: str, register: Register, frames: Frames) -> Iterator[list[str]]:
    """Yield the features of each letter: the letters about it, how much they sound like research, and like orders."""
    plain = fold(text)
    padded = _EDGE * _REACH + plain + _EDGE * _REACH
    pairs = register.pair_weights(plain)
    classes = _classes(plain)
    latin = _latin(plain)
    smooth = np.convolve(pairs, np.full(_WINDOW, 1 / _WINDOW), mode="same") if len(pairs) >= _WINDOW else pairs
    for place in range(len(plain)):
        middle = place + _REACH
        found = [f"1{off}{padded[middle + off]}" for off in range(-3, 4)]
        found += [f"2{off}{padded[middle + off : middle + off + 2]}" for off in range(-4, 4)]
        found += [f"3{off}{padded[middle + off : middle + off + 3]}" for off in range(-4, 3)]
        found += [f"4{off}{padded[middle + off : middle + off + 4]}" for off in (-4, -3, 0, 1)]
        found += [f"r{off}{_bin(pairs, place + off)}" for off in (-2, -1, 0, 1)]
        found += [f"s{off}{_bin(smooth, place + off)}" for off in (-4, -1, 0, 3)]
        found += [f"p{off}{_seen(padded[middle + off : middle + off + 2], frames)}" for off in (-2, -1, 0, 1)]
        found += [f"t{off}{_seen(padded[middle + off : middle + off + 3], frames)}" for off in (-2, -1, 0)]
        found += [f"c{name}" for name in classes[place]]
        found += [f"c+{name}" for name in classes[place + 1]] if place + 1 < len(plain) else []
        found += latin.get(place, ())
        yield found


def _latin(plain: str) -> dict[int, tuple[str, ...]]:
    """Return the words at, before and behind each letter of a Latin word, and those about the blank behind one."""
    found = list(_LATIN.finditer(plain))
    around = [_EDGE, *(one[0] for one in found), _EDGE]
    latin: dict[int, tuple[str, ...]] = {}
    for one, before, word, after in zip(found, around, around[1:], around[2:], strict=False):
        latin |= dict.fromkeys(range(*one.span()), (f"l-{before}", f"l{word}", f"l+{after}"))
        latin[one.end()] = (f"e-{word}", f"e+{after}")
    return latin


def _seen(letters: str, frames: Frames) -> int:
    """Return how common letters are in orders, 0 where they are hardly known."""
    lines = frames.get(letters)
    return 0 if lines is None else sum(lines[0] >= one for one in _LINES)


def _classes(plain: str) -> list[set[str]]:
    """Return for each letter the classes of ordering words that it is a part of."""
    inside: list[set[str]] = [set() for _ in plain]
    for name, one in _WORDS.items():
        for found in one.finditer(plain):
            for place in range(*found.span()):
                inside[place].add(name)
    return inside


def fold(text: str) -> str:
    """Return the text with the same length, letters in one form, digits as one."""
    letters = (unicodedata.normalize("NFKC", one).lower() for one in text)
    return "".join("0" if one.isdigit() else one if len(one) == 1 else " " for one in letters)


def _bin(weights: NDArray[np.float64], place: int) -> str:
    if not 0 <= place < len(weights):
        return "-"
    return str(max(-_MOST, min(_MOST, round(float(weights[place]) / _BIN))))


def _best(scores: NDArray[np.float64], follow: NDArray[np.float64]) -> list[str]:
    """Return the likeliest labels in an order that makes sense."""
    came: list[dict[str, str]] = []
    so_far = {label: float(scores[0, LABELS.index(label)]) for label in FIRST}
    for row in scores[1:]:
        reached: dict[str, float] = {}
        back: dict[str, str] = {}
        for label, value in so_far.items():
            step = follow[LABELS.index(label)]
            for following in FOLLOW[label]:
                place = LABELS.index(following)
                total = value + float(step[place]) + float(row[place])
                if total > reached.get(following, -np.inf):
                    reached[following], back[following] = total, label
        so_far = reached
        came.append(back)
    last = max((label for label in so_far if label in LAST), key=lambda label: so_far[label], default=FRAME)
    path = [last]
    for back in reversed(came):
        path.append(back[path[-1]])
    return path[::-1]
