"""What is quoted of a clause: the whole of a short one, the joined sentences of a longer one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.answering.sentences.corpus import Corpus
from assistant.answering.sentences.units import QUOTE_LIMIT, Unit
from assistant.domain.notice import Span
from assistant.text import clean, count_characters

WHOLE = 200
"""Characters up to which a clause is quoted whole: a reader takes it in at a glance."""
_FEW_WORDS = 40
"""Characters below which a quote is shown with its neighbours."""
_GAP = 60
"""Characters between two cited sentences of one clause that are quoted along with them."""


def widen(units: Iterable[Unit], corpus: Corpus, limit: int) -> tuple[tuple[Unit, ...], dict[Unit, int]]:
    """Return the quotes for the sentences, at most `limit`, with the place of each sentence's quote.

    Args:
        units: sentences to be cited, the most telling first.
        corpus: holds the pieces of their clauses.
        limit: largest number of quotes; the sentences beyond it have no place.
    """
    quotes: list[Unit] = []
    places: dict[Unit, int] = {}
    for unit in units:
        place = _find_place(unit, quotes, corpus)
        if place is None:
            if len(quotes) == limit:
                continue
            quotes.append(_whole(unit, corpus))
            place = len(quotes) - 1
        places[unit] = place
    return tuple(quotes), places


def add_headings(quotes: tuple[Unit, ...], corpus: Corpus, limit: int) -> tuple[Unit, ...]:
    """Return the quotes with the headings that tell which direction they belong to, as far as the limit lets.

    A direction's 其他要求 often reads as twenty others do: only what stands before and behind it tells which one it is.
    """
    added = list(quotes)
    for quote in quotes:
        if quote.kind == "direction":
            continue
        units = [corpus.units[place] for place in corpus.own[quote.programme]]
        titles = [unit for unit in units if unit.kind in {"direction", "heading"}]
        before = max((unit for unit in titles if unit.span.start < quote.span.start), key=_start, default=None)
        around = (before if quote.direction else None, *(_neighbours(quote, units, corpus)))
        for unit in around:
            if unit and unit not in added and len(added) < limit:
                added.append(unit)
    return tuple(added)


def _neighbours(quote: Unit, units: Sequence[Unit], corpus: Corpus) -> tuple[Unit, ...]:
    """Return what stands around a quote that is the same in several places: what follows it, then what it follows."""
    if not _is_common(quote, units, corpus):
        return ()
    behind = min((unit for unit in units if unit.span.start >= quote.span.end), key=_start, default=None)
    before = max((unit for unit in units if unit.span.end <= quote.span.start), key=_start, default=None)
    return tuple(unit for unit in (behind, before) if unit)


def _is_common(quote: Unit, units: Sequence[Unit], corpus: Corpus) -> bool:
    """Say whether the document holds one of the quote's sentences more than once."""
    inside = [unit for unit in units if quote.span.contains(unit.span)]
    sentences = [part for unit in inside for part in unit.body.split("。") if count_characters(part) > 1]
    return any(corpus.is_repeated(quote.programme, sentence) for sentence in sentences)


def _start(unit: Unit) -> int:
    return unit.span.start


def _find_place(unit: Unit, quotes: Sequence[Unit], corpus: Corpus) -> int | None:
    """Return the quote that holds the sentence, or that it can be joined to; None where there is none."""
    for place, quote in enumerate(quotes):
        if (quote.programme, quote.clause) != (unit.programme, unit.clause):
            continue
        if quote.span.contains(unit.span):
            return place
        joined = _join(quote, unit, corpus)
        if joined is not None and isinstance(quotes, list):
            quotes[place] = joined
            return place
    return None


def _join(quote: Unit, unit: Unit, corpus: Corpus) -> Unit | None:
    """Return one quote for both where little lies between them and no other text does."""
    first, second = sorted((quote.span, unit.span))
    between = second.start - first.end
    return _stretch(quote, Span(first.start, second.end), corpus) if between <= _GAP else None


def _whole(unit: Unit, corpus: Corpus) -> Unit:
    """Return the unbroken part of the clause that the sentence stands in, where it is short; else make it unique."""
    piece = next((piece for piece in _pieces(unit, corpus) if piece.contains(unit.span)), unit.span)
    text = corpus.programmes[unit.programme].notice.text
    if count_characters(piece.slice(text)) <= WHOLE:
        return _stretch(unit, piece, corpus) or unit
    return _complete(_make_unique(unit, corpus), corpus)


def _complete(quote: Unit, corpus: Corpus) -> Unit:
    """Return a quote of a few words with what it stands between, so that a reader sees what it is a part of."""
    around = [
        corpus.units[place].span for place in corpus.own[quote.programme] if corpus.units[place].clause == quote.clause
    ]
    before = max((span for span in around if span.end <= quote.span.start), default=None)
    behind = min((span for span in around if span.start >= quote.span.end), default=None)
    for span in (behind, before):
        if span and count_characters(quote.text) < _FEW_WORDS:
            quote = _stretch(quote, _unite(quote.span, span), corpus) or quote
    return quote


def _make_unique(unit: Unit, corpus: Corpus) -> Unit:
    """Return the sentence with the ones around it in its clause until the document holds no second such quote.

    Notices repeat standard sentences; a quote that stands in several places would leave open which one is meant.
    """
    around = [
        corpus.units[place].span for place in corpus.own[unit.programme] if corpus.units[place].clause == unit.clause
    ]
    quote = unit
    while corpus.is_repeated(unit.programme, quote.text):
        before = max((span for span in around if span.end <= quote.span.start), default=None)
        behind = min((span for span in around if span.start >= quote.span.end), default=None)
        wider = [
            found
            for span in (before, behind)
            if span and (found := _stretch(quote, _unite(quote.span, span), corpus)) is not None
        ]
        if not wider:
            break
        quote = wider[0]
    return quote


def _unite(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))


def _stretch(unit: Unit, span: Span, corpus: Corpus) -> Unit | None:
    text = corpus.programmes[unit.programme].notice.text
    inside = any(piece.contains(span) for piece in _pieces(unit, corpus))
    quote = clean(span.slice(text))
    return replace(unit, span=span, text=quote) if inside and len(quote) <= QUOTE_LIMIT else None


def _pieces(unit: Unit, corpus: Corpus) -> tuple[Span, ...]:
    """Return the characters of the clause or section that the sentence belongs to."""
    return corpus.pieces.get((unit.programme, unit.clause), ())
