"""Cutting the text of a clause into passages that are short enough to be quoted whole."""

import itertools
import re
from collections.abc import Iterable

from assistant.domain.notice import Span
from assistant.text import clean, count_characters

QUOTE_LIMIT = 300
"""Longest quote in characters; the contract of the verb `ask`."""
_SENTENCE = re.compile(r"[^。；！？;]+[。；！？;]*[”’）》】]*")
_CLAUSE = re.compile(r"[^，、,：:]+[，、,：:]*")


def merge_pieces(text: str, pieces: Iterable[Span]) -> tuple[Span, ...]:
    """Return the pieces with those joined that only white space parts."""
    merged: list[Span] = []
    for piece in sorted(pieces):
        if merged and not text[merged[-1].end : piece.start].strip():
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, piece.end))
        else:
            merged.append(piece)
    return tuple(merged)


def cut_windows(text: str, pieces: Iterable[Span], limit: int = QUOTE_LIMIT) -> tuple[Span, ...]:
    """Return windows that cover every non-white character of the pieces once, each at most `limit` characters long.

    A window never reaches over two pieces, since other text lies between them. Windows end at sentence ends; a sentence
    that alone is too long is cut at commas, and at the limit where it has none. White space at the ends is left out.
    """
    windows = [window for piece in merge_pieces(text, pieces) for window in _cut_piece(text, piece, limit)]
    return tuple(window for window in (_strip(text, window) for window in windows) if window.start < window.end)


def _cut_piece(text: str, piece: Span, limit: int) -> list[Span]:
    """Return the windows of one piece, each as long as whole sentences allow."""
    if _length(text, piece) <= limit:
        return [piece]
    parts = [part for sentence in _split(text, piece, _SENTENCE) for part in _fit(text, sentence, limit)]
    windows: list[Span] = []
    for part in parts:
        joined = Span(windows[-1].start, part.end) if windows else part
        if windows and _length(text, joined) <= limit:
            windows[-1] = joined
        else:
            windows.append(part)
    return windows


def _fit(text: str, sentence: Span, limit: int) -> list[Span]:
    """Return the sentence, or its clauses and then slices where it is too long."""
    if _length(text, sentence) <= limit:
        return [sentence]
    return [part for clause in _split(text, sentence, _CLAUSE) for part in _slice(text, clause, limit)]


def _slice(text: str, clause: Span, limit: int) -> list[Span]:
    """Return the clause in slices of at most `limit` raw characters."""
    if _length(text, clause) <= limit:
        return [clause]
    starts = range(clause.start, clause.end, limit)
    return [Span(start, min(start + limit, clause.end)) for start in starts]


def _split(text: str, span: Span, pattern: re.Pattern[str]) -> list[Span]:
    """Return the parts that the pattern finds; they cover the span without gaps."""
    ends = [match.end() for match in pattern.finditer(text, span.start, span.end)]
    cuts = [span.start, *ends[:-1], span.end]
    return [Span(start, end) for start, end in itertools.pairwise(cuts) if start < end]


def _length(text: str, span: Span) -> int:
    """Return the length that a quote of the span has, the larger of its two readings."""
    return max(len(clean(span.slice(text))), count_characters(span.slice(text)))


def _strip(text: str, span: Span) -> Span:
    """Return the span without white space at its ends."""
    part = span.slice(text)
    return Span(span.end - len(part.lstrip()), span.start + len(part.rstrip())) if part.strip() else Span(0, 0)
