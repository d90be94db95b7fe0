"""Quotes that tell which direction they belong to, where a guide repeats its standard sentences."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answering.corpus import Corpus
from assistant.answering.units import QUOTE_LIMIT, Unit
from assistant.domain.notice import Span
from assistant.text import clean, count_characters

_SHORT = 60
"""Characters of a sentence that is widened along with the others of its list."""
_COMFORTABLE = 200
"""Characters up to which a quote is widened."""


def tell_apart(units: Sequence[Unit], corpus: Corpus) -> tuple[Unit, ...]:
    """Return the sentences of a list, each with what stands before it in its direction where one of them is repeated.

    Many directions end on the same sentence; the end of the section before it is the direction's own.
    """
    if not any(corpus.is_repeated(unit.programme, unit.text) for unit in units):
        return tuple(units)
    return tuple(_widen(unit, corpus) if count_characters(unit.text) <= _SHORT else unit for unit in units)


def find_behind(unit: Unit, corpus: Corpus) -> Unit | None:
    """Return the heading behind the direction that the sentence closes."""
    units = [corpus.units[place] for place in corpus.own[unit.programme]]
    behind = [one for one in units if one.span.start > unit.span.start and one.kind in {"direction", "heading"}]
    return min(behind, key=lambda one: one.span.start, default=None)


def _widen(unit: Unit, corpus: Corpus) -> Unit:
    """Return the sentence with the ones before it, back to one that the document holds once."""
    text = corpus.programmes[unit.programme].notice.text
    own = [corpus.units[place] for place in corpus.own[unit.programme]]
    before = sorted(
        (one for one in own if one.direction == unit.direction and one.span.end <= unit.span.start),
        key=lambda one: one.span.start,
    )
    wide = unit
    for one in reversed(before):
        span = Span(one.span.start, unit.span.end)
        quote = clean(span.slice(text))
        gap = text[one.span.end : wide.span.start]
        if one.kind == "direction" or gap.strip() or len(quote) > min(_COMFORTABLE, QUOTE_LIMIT):
            break
        wide = replace(unit, clause=unit.direction, span=span, text=quote)
        if not corpus.is_repeated(unit.programme, one.text):
            break
    return wide
