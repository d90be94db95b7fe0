"""Running text of a guide: pieces between page furniture joined into sentences whose places are kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.notice import Furniture, Span
from assistant.library.lines import subtract
from assistant.text import clean, squash

_ENDS = "。！？"
_SOFT_ENDS = "；;"
_LOOSE_ENDS = "；;，,"
_OPENING, _CLOSING = "（([【《", "）)]】》"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or clause with its place."""

    text: str
    """On one line, page furniture left out."""
    quote: str
    """The part between page furniture, the longest where a page number stands inside the sentence."""
    span: Span
    """Place of `quote`."""
    pieces: tuple[Span, ...]
    """Place of `text`."""

    @property
    def squashed(self) -> str:
        """The text without any white space, as the grammars of limits read it."""
        return squash(self.text)


def find_pieces(text: str, start: int, end: int, furniture: Sequence[Furniture]) -> tuple[Span, ...]:
    """Return the parts of `text[start:end]` between the sorted furniture, trimmed of white space."""
    return tuple(subtract(text, Span(start, end), [item.span for item in furniture]))


def join_pieces(text: str, pieces: Sequence[Span]) -> str:
    """Return the text of the pieces on one line."""
    return clean("\n".join(piece.slice(text) for piece in pieces))


def split_sentences(text: str, pieces: Sequence[Span]) -> tuple[Sentence, ...]:
    """Return the sentences of the pieces; a semicolon outside brackets ends one too."""
    return tuple(_split(text, pieces, _ENDS, _SOFT_ENDS))


def split_clauses(text: str, sentence: Sentence) -> tuple[Sentence, ...]:
    """Return the parts of the sentence between commas outside brackets."""
    return tuple(_split(text, sentence.pieces, _ENDS, _LOOSE_ENDS))


def _split(text: str, pieces: Sequence[Span], ends: str, soft_ends: str) -> Iterator[Sentence]:
    places = [place for piece in pieces for place in range(piece.start, piece.end)]
    first, depth = 0, 0
    for index, place in enumerate(places):
        character = text[place]
        depth += (character in _OPENING) - (character in _CLOSING)
        if character in ends or (character in soft_ends and depth <= 0):
            yield from _build(text, places[first : index + 1])
            first, depth = index + 1, 0
    yield from _build(text, places[first:])


def _build(text: str, places: Sequence[int]) -> Iterator[Sentence]:
    """Yield the sentence of these characters without a comma or semicolon at its end, or nothing where none is left."""
    while places and (text[places[-1]].isspace() or text[places[-1]] in _LOOSE_ENDS):
        places = places[:-1]
    runs = tuple(run for run in (_trim(text, run) for run in _runs(places)) if run.start < run.end)
    if runs:
        longest = max(runs, key=lambda run: run.end - run.start)
        yield Sentence(join_pieces(text, runs), clean(longest.slice(text)), longest, runs)


def _runs(places: Sequence[int]) -> Iterator[Span]:
    first = 0
    for index in range(1, len(places) + 1):
        if index == len(places) or places[index] != places[index - 1] + 1:
            yield Span(places[first], places[index - 1] + 1)
            first = index


def _trim(text: str, span: Span) -> Span:
    inner = span.slice(text)
    start = span.start + len(inner) - len(inner.lstrip())
    return Span(start, max(start, span.start + len(inner.rstrip())))
