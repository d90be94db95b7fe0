"""Quotes that tell which direction they belong to, where a guide repeats its standard sentences."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answering.sentences.corpus import Corpus
from assistant.answering.sentences.units import QUOTE_LIMIT, Unit
from assistant.domain.notice import Span
from assistant.text import clean, count_characters

_SHORT = 60
"""Characters of a sentence that is widened along with the others of its list, though it is not repeated itself."""
_COMFORTABLE = 240
"""Characters up to which a quote is widened."""


def tell_apart(units: Sequence[Unit], corpus: Corpus) -> tuple[Unit, ...]:
    """Return the sentences of a list, each with what stands before it in its direction where one of them is repeated.

    Many directions end on the same sentence; the end of the section before it is the direction's own.
    """
    repeated = [corpus.is_repeated(unit.programme, unit.text) for unit in units]
    if not any(repeated):
        return tuple(units)
    return tuple(
        _widen(unit, corpus) if again or count_characters(unit.text) <= _SHORT else unit
        for unit, again in zip(units, repeated, strict=True)
    )


def find_behind(unit: Unit, corpus: Corpus) -> Unit | None:
    """Return the heading behind the direction that the sentence closes."""
    units = [corpus.units[place] for place in corpus.own[unit.programme]]
    behind = [one for one in units if one.span.start > unit.span.start and _is_title(one)]
    return min(behind, key=lambda one: one.span.start, default=None)


def _is_title(unit: Unit) -> bool:
    """Say whether the unit is a direction's title, an area's or the beginning of an area with words of its own."""
    return unit.kind in {"direction", "heading"} or (unit.clause.isdigit() and unit.text.startswith(unit.clause))


def _widen(unit: Unit, corpus: Corpus) -> Unit:
    """Return the sentence with the rest of its section and with the direction's own sentences before it."""
    own = [
        corpus.units[place] for place in corpus.own[unit.programme] if corpus.units[place].direction == unit.direction
    ]
    ordered = sorted((one for one in own if one.kind != "direction"), key=lambda one: one.span.start)
    wide = unit
    for one in (one for one in ordered if one.span.start >= unit.span.end and one.clause == unit.clause):
        wide = _stretch(wide, one, corpus) or wide
    for one in reversed([one for one in ordered if one.span.end <= unit.span.start]):
        wider = _stretch(wide, one, corpus)
        if wider is None:
            break
        wide = wider
        if not corpus.is_repeated(unit.programme, one.text):
            break
    return wide


def _stretch(quote: Unit, one: Unit, corpus: Corpus) -> Unit | None:
    """Return the quote with its neighbour; None where something lies between them or both are too long."""
    text = corpus.programmes[quote.programme].notice.text
    first, second = sorted((quote.span, one.span), key=lambda span: span.start)
    span = Span(first.start, second.end)
    wide = clean(span.slice(text))
    if text[first.end : second.start].strip() or len(wide) > min(_COMFORTABLE, QUOTE_LIMIT):
        return None
    return replace(quote, clause=quote.clause if one.clause == quote.clause else quote.direction, span=span, text=wide)
