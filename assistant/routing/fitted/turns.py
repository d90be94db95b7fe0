"""Which verb a turn wants: a linear model over the words around what it is about, its form, and the verb before."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.routing import chatter, cues, words
from assistant.routing.fitted.letters import fold
from assistant.routing.fitted.spans import Span
from assistant.routing.forms import Reader
from assistant.text import count_characters

_HIDDEN = "□"
_EDGE = "\x02"
_LONGEST_GRAM = 4
_LENGTHS = (1, 3, 6, 10, 16, 25, 40, 60, 90, 140)
_CLAUSE = re.compile(r"[。！？!?；;\n，,]")
_BIN = 0.5
_MOST = 5
_CLASSES = {
    "direction": words.DIRECTION, "aims": words.AIMS, "fits": words.FITS, "which": words.WHICH,
    "title": words.TITLE, "ask_form": words.ASK_FORM, "rewrite": words.REWRITE, "held": words.HELD,
    "judged": words.JUDGED, "released": words.RELEASED, "problem": words.PROBLEM, "exists": words.EXISTS,
    "repeats": words.REPEATS, "check": words.CHECK, "draft": words.DRAFT, "imperative": words.IMPERATIVE,
    "declined": words.DECLINED, "rules": words.RULES, "deictic": words.DEICTIC, "several": words.SEVERAL,
    "asks": cues.ASKS, "value": cues.WANTS_VALUE, "quantity": cues.QUANTITY, "reference": cues.REFERENCE,
    "year": cues.YEAR, "opening": cues.OPENING, "more": cues.MORE, "listed": cues.LISTED, "wish": cues.WISH,
    "again": cues.AGAIN, "points": cues.POINTS_NOWHERE, "another": cues.ANOTHER, "elsewhere": chatter.ELSEWHERE,
}  # fmt: skip
"""Classes of words, whose other members a training turn need not have had."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What is known of a turn when its verb is sought."""

    text: str
    spans: Sequence[Span]
    """What it is about."""
    before: str = ""
    """Verb of the last exchange; empty at the beginning."""
    files: bool = False


def turn_features(turn: Turn, reader: Reader) -> Iterator[str]:
    """Yield the features of a turn."""
    frame = hide(turn.text, turn.spans)
    place = f"{turn.before or '-'}{'+' if turn.files else ''}"
    yield f"before {place}"
    grams = set(_grams(frame))
    yield from grams
    if place != "-":
        yield from (f"{place} {gram}" for gram in grams)
    shown = frame.replace(_HIDDEN, " □ ")
    found = [name for name, one in _CLASSES.items() if one.search(shown)]
    yield from (f"class {name}" for name in found)
    yield from (f"classes {one} {two}" for one in found for two in found if one < two)
    form = list(_form(turn, frame, reader))
    yield from form
    if place != "-":
        yield from (f"{place} {one}" for one in (*form, *(f"class {name}" for name in found)))


def hide(text: str, spans: Sequence[Span]) -> str:
    """Return the folded text with one sign for each stretch that it is about."""
    plain, last, parts = fold(text), 0, list[str]()
    for span in spans:
        parts += [plain[last : span.start], _HIDDEN]
        last = span.end
    return "".join((*parts, plain[last:]))


def _grams(frame: str) -> Iterator[str]:
    padded = f"{_EDGE}{frame}{_EDGE}"
    for size in range(1, _LONGEST_GRAM + 1):
        for start in range(len(padded) - size + 1):
            yield f"g {padded[start : start + size]}"


def _form(turn: Turn, frame: str, reader: Reader) -> Iterator[str]:
    subject = "".join(span.of(turn.text) for span in turn.spans)
    around = frame.replace(_HIDDEN, "")
    yield f"around {_bucket(count_characters(around))}"
    yield f"subject {_bucket(count_characters(subject))}"
    yield f"clauses {min(4, len(_CLAUSE.findall(turn.text)))}"
    yield f"spans {min(3, len(turn.spans))}"
    yield f"likeness {_bin(reader.rule_likeness(turn.text))}"
    yield f"lean around {_bin(reader.register.lean(around))}"
    yield f"lean subject {_bin(reader.register.lean(subject))}" if subject else "lean subject -"
    yield f"core {_bin(reader.register.core(turn.text) / 4)}"
    if subject:
        asks = "asks" if cues.ASKS.search(subject) else "tells"
        yield f"subject {asks}"
        yield f"subject {asks} alone" if not around.strip(chatter.MARKS) else f"subject {asks} framed"
        yield f"subject study {bool(cues.STUDY.fullmatch(subject))}"
        yield f"subject clauses {min(4, len(_CLAUSE.findall(subject)))}"
    if chatter.QUOTED.search(turn.text):
        yield "quoted"
    if chatter.PLEASANT.fullmatch(turn.text) or chatter.ABILITIES.fullmatch(turn.text):
        yield "pleasant"
    if reader.names_call(turn.text):
        yield "names call"
    if turn.text.isascii():
        yield "ascii"


def _bucket(length: int) -> int:
    return sum(length >= one for one in _LENGTHS)


def _bin(value: float) -> int:
    return max(-_MOST, min(_MOST, round(value / _BIN)))
