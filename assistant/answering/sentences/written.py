"""The written questions as figures: their tokens weighed, and what they were written for set at their centres."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.answering.sentences.units import Unit
from assistant.domain.programme import Programme
from assistant.postings import Arrays, Column, Postings, pack_tokens
from assistant.text import normalise

_NOISE = re.compile(r"请问|麻烦|想问|我想|我们|我|你们|您|一下|到底|究竟|这个|那个|这次|今年|[啊呀吧呢嘛哦的了]")
"""What a question may hold or lack without asking for another thing."""
_RUN = re.compile(r"[a-z0-9]+|[^\W_a-z0-9]+")
_SMOOTH = 0.1
"""Added to the weight of each token in the naive Bayes."""

_Ids = NDArray[np.int64]
_Link = tuple[int, int]
"""Place of something (a sentence, a topic, a programme) and row of a question that was written for it."""


@dataclass(frozen=True, slots=True)
class _Entries:
    """Which texts hold which tokens, with what weight, in the order of the texts."""

    texts: _Ids
    tokens: _Ids
    weights: Column


def gather_written(
    programmes: Sequence[Programme],
    units: Sequence[Unit],
    own: Mapping[str, Sequence[int]],
    read: Callable[[str], str] = str,
) -> Arrays:
    """Return the arrays that `Asking` reads.

    Args:
        programmes: whose questions are gathered.
        units: all sentences.
        own: programme id to the places of its sentences.
        read: puts a question into Chinese, as one that is asked will be.
    """
    rows: dict[str, int] = {}
    answering = list(_link_sentences(programmes, units, own, rows))
    topics: dict[tuple[str, ...], int] = {}
    topic_of = [topics.setdefault(one.asks, len(topics)) for programme in programmes for one in programme.silences]
    silent = [(place, rows.setdefault(ask, len(rows))) for asks, place in topics.items() for ask in asks]
    tokens, written = _weigh(list(map(read, rows)))
    packed = {
        "written": _turn(written, tokens, len(rows)),
        "centres": _turn(_scale(_add_up(answering, written, len(rows)), len(units)), tokens, len(units)),
        "topics": _turn(_scale(_add_up(silent, written, len(rows)), len(topics)), tokens, len(topics)),
    }
    return {
        "tokens": pack_tokens(tokens),
        "answering": np.asarray(answering, np.int32).reshape(-1, 2).T,
        "topic_of": np.asarray(topic_of, np.int32),
        "asks.starts": np.cumsum([0, *map(len, topics)], dtype=np.int32),
        "asks.rows": np.asarray([row for _, row in silent], np.int32),
        **{key: array for name, postings in packed.items() for key, array in postings.pack(name).items()},
        **_rate_odds(programmes, rows, written, tokens),
    }


def tokenise(text: str) -> list[str]:
    """Return the Latin words and numbers whole, and the characters of the rest, alone and in pairs, chatter left out.

    Pairs inside a Latin word would liken any two words of one alphabet.
    """
    found: list[str] = []
    for run in _RUN.findall(_NOISE.sub("", normalise(text)).replace("*", "星号")):
        if run[0].isascii():
            found.append(run)
        else:
            found += [*run, *(run[place : place + 2] for place in range(len(run) - 1))]
    return found


def _link_sentences(
    programmes: Sequence[Programme], units: Sequence[Unit], own: Mapping[str, Sequence[int]], rows: dict[str, int]
) -> Iterator[_Link]:
    """Yield each sentence with each question that it answers; the questions get their rows on the way."""
    for programme in programmes:
        spans = [(place, units[place].span.start, units[place].span.end) for place in own.get(programme.id, ())]
        for asked in programme.asked:
            first, last = asked.span.start, asked.span.end
            places = [place for place, start, end in spans if start < last and first < end]
            yield from ((place, rows.setdefault(ask, len(rows))) for ask in asked.asks for place in places)


def _weigh(rows: Sequence[str]) -> tuple[dict[str, int], _Entries]:
    """Return all tokens, and the questions as vectors of length 1 in which a rare token weighs more."""
    tokens: dict[str, int] = {}
    ids = [[tokens.setdefault(token, len(tokens)) for token in dict.fromkeys(tokenise(row))] for row in rows]
    flat = np.asarray([one for own in ids for one in own], np.int64)
    rarity = np.log(1 + (1 + len(ids)) / np.bincount(flat, minlength=len(tokens)))
    texts = np.repeat(np.arange(len(ids)), [len(own) for own in ids])
    return tokens, _scale(_Entries(texts, flat, rarity[flat]), len(ids))


def _scale(entries: _Entries, size: int) -> _Entries:
    """Return the texts, so many, with length 1."""
    lengths = np.sqrt(np.bincount(entries.texts, entries.weights**2, minlength=size))
    return _Entries(entries.texts, entries.tokens, entries.weights / lengths[entries.texts])


def _add_up(links: Sequence[_Link], written: _Entries, size: int) -> _Entries:
    """Return for each place the sum of its questions, out of so many."""
    places, rows = np.asarray(links, np.int64).reshape(-1, 2).T
    counts = np.bincount(written.texts, minlength=size)
    starts = np.cumsum(counts) - counts
    own = counts[rows]
    picked = np.repeat(starts[rows] - (np.cumsum(own) - own), own) + np.arange(own.sum())
    width = int(written.tokens.max(initial=0)) + 1
    keys, inverse = np.unique(np.repeat(places, own) * width + written.tokens[picked], return_inverse=True)
    weights = np.bincount(inverse, written.weights[picked], minlength=len(keys)).astype(np.float64)
    return _Entries(keys // width, keys % width, weights)


def _turn(entries: _Entries, tokens: Mapping[str, int], size: int) -> Postings:
    return Postings.sort(tokens, size, entries.tokens, entries.texts, entries.weights)


def _rate_odds(
    programmes: Sequence[Programme], rows: Mapping[str, int], written: _Entries, tokens: Mapping[str, int]
) -> Arrays:
    """Return how a programme's questions on silences lead on the others, and by how much each token is ahead of that.

    Log odds of a naive Bayes; a token that neither kind holds is on a level.
    """
    silent = [(place, rows[ask]) for place, one in enumerate(programmes) for of in one.silences for ask in of.asks]
    answered = [
        (place, rows[ask]) for place, one in enumerate(programmes) for of in one.asked for ask in of.asks if ask in rows
    ]
    sides = [_add_up(links, written, len(rows)) for links in (silent, answered)]
    width = len(tokens) or 1
    both: _Ids = np.unique(np.concatenate([side.texts * width + side.tokens for side in sides]))
    texts = both // width
    least = _SMOOTH * np.maximum(np.bincount(texts, minlength=len(programmes)), 1)
    weights: list[Column] = []
    totals: list[Column] = []
    for side in sides:
        own = np.zeros(len(both))
        own[np.searchsorted(both, side.texts * width + side.tokens)] = side.weights
        weights.append(own + _SMOOTH)
        totals.append(np.bincount(texts, own, minlength=len(programmes)) + least)
    odds = _Entries(texts, both % width, np.log(weights[0] / weights[1]))
    return {"lead": np.log(totals[1] / totals[0]), **_turn(odds, tokens, len(programmes)).pack("odds")}
