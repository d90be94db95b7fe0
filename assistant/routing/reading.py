"""What the two models read in a turn: what it is about, and which verb it wants."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast

import numpy as np

from assistant.routing import chatter
from assistant.routing.fitted.letters import find_spans
from assistant.routing.fitted.spans import Span
from assistant.routing.fitted.turns import Turn, turn_features
from assistant.routing.fitted.weights import load
from assistant.routing.forms import Reader
from assistant.routing.orders import trim
from assistant.routing.past import Past
from assistant.routing.subjects import around, is_all, longest

Verb = Literal["ask", "match", "title", "problems", "check", "help"]
_ABOUT = frozenset({"match", "title", "problems"})
"""Verbs that are done to something."""
_READ = frozenset({"ask", "match", "title", "problems", "check", "help"})
"""Verbs that the model has seen before a turn; after others a turn is read as one after a greeting."""
_QUOTED = re.compile(r"[“\"「『《]([^“”\"「」『』《》]{2,})[”\"」』》]")
_BOLDER = (1.0, 2.0)
"""Log odds given away where an order seems to have no object."""
_SURE = 0.8
"""Share of the verb below which words that seem to name nothing are looked at again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A turn as it was read."""

    text: str
    spans: tuple[Span, ...]
    verb: Verb
    share: float = 1.0
    """How sure the model is of the verb, 0 to 1."""

    @property
    def around(self) -> str:
        """Return the words around what the turn is about."""
        return around(self.text, self.spans)

    @property
    def longest(self) -> str:
        """Return the longest stretch that the turn is about; empty where the words name nothing."""
        return longest(self.text, self.spans)


def read(text: str, past: Past, reader: Reader, *, files: bool = False) -> Reading:
    """Return what a turn is about and which verb it wants."""
    spans = _named(find_spans(text, reader.register, load("letters")), text)
    reading = _decide(text, spans, past, reader, files=files)
    goes_on = past.last is not None and past.last.call.verb in _ABOUT
    if not spans and not goes_on and (reading.verb in _ABOUT or reading.share < _SURE):
        bolder = _decide(text, _boldly(text, reader), past, reader, files=files)
        about = reading.verb in _ABOUT or (bolder.verb in _ABOUT and bolder.share > reading.share)
        reading = replace(reading if reading.verb in _ABOUT else bolder, spans=bolder.spans) if about else reading
    lacking = "" if files else _lacking(past, reader)
    return _complete(reading, lacking, reader) if lacking and reading.spans else reading


def _decide(text: str, spans: tuple[Span, ...], past: Past, reader: Reader, *, files: bool) -> Reading:
    model = load("turns")
    odds = model.log_odds(turn_features(Turn(text=text, spans=spans, before=_before(past), files=files), reader))
    share = float(1 / np.exp(odds - odds.max()).sum())
    return Reading(text=text, spans=spans, verb=cast("Verb", model.classes[int(odds.argmax())]), share=share)


def _complete(reading: Reading, lacking: str, reader: Reader) -> Reading:
    """Return a turn as the object of the order before it, if it is nothing else."""
    rest = reading.around.strip(chatter.MARKS)
    if rest and not is_all(reading.text, reading.spans):
        return reading
    whole = (Span(0, len(reading.text)),) if rest and reader.register.lean(rest) < 0 else reading.spans
    return Reading(text=reading.text, spans=whole, verb=cast("Verb", lacking))


def _named(spans: Sequence[Span], text: str) -> tuple[Span, ...]:
    """Return the stretches that name something of their own."""
    return tuple(span for span in spans if not chatter.PRONOUN.fullmatch(trim(span.of(text)) or span.of(text)))


def _boldly(text: str, reader: Reader) -> tuple[Span, ...]:
    """Return what a turn is about where the first look found nothing, if less certainty is enough."""
    if quoted := _QUOTED.search(text):
        return (Span(*quoted.span(1)),)
    found = (_named(find_spans(text, reader.register, load("letters"), boldness=one), text) for one in _BOLDER)
    return next((spans for spans in found if spans), ())


def _before(past: Past) -> str:
    if past.last and past.last.call.verb in _READ:
        return past.last.call.verb
    return "help" if past.exchanges else ""


def _lacking(past: Past, reader: Reader) -> str:
    """Return the verb of an order whose object was just asked back; empty where there was none."""
    asked = past.exchanges[-1] if past.exchanges else None
    if asked is None or asked.call.verb != "help" or not getattr(asked.call, "missing", ""):
        return ""
    verb = read(asked.text, Past(past.exchanges[:-1]), reader).verb
    return verb if verb in _ABOUT else ""
