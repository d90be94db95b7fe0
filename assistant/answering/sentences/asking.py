"""How near a question is to those written for sentences (`asks.yaml`) and for silences (`silences.yaml`).

A sentence, or a topic of silence, stands at the centre of the questions written for it (Rocchio 1971). Whether a notice
is silent on what is asked is told besides by a naive Bayes over the words of both kinds of questions. Measured on a
fifth of the written questions withheld: centres find the sentence or topic first for 51 %, single nearest questions for
43 %; telling silences from answers, the area under the curve is .950 for both together, .925 for nearest questions.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from assistant.answering.sentences.units import Unit
from assistant.answering.sentences.written import gather_written, tokenise
from assistant.domain.programme import Programme, Silence
from assistant.postings import Arrays, Column, Postings, Vector, scale_to_unit, unpack_tokens

_CROWD = 4.0
"""Power of the likenesses before they are added up: a few near questions count, many distant ones do not."""

_MOST_READ = 16
"""Questions whose likenesses are remembered: one is looked at several times before it is answered."""

_Links = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Silent:
    """A topic on which a notice is known to be silent, as near as a question is to it."""

    nearest: float
    """Likeness of the nearest question written for it, 0 to 1; 0 where no topic is near."""
    centre: float
    """Likeness to the centre of all of them, 0 to 1."""
    odds: float
    """Log odds of the question's words among those of silences, any topic; above 0 they speak for silence."""
    topic: Silence | None


@dataclass(frozen=True, slots=True)
class Likeness:
    """A question set beside all that were written."""

    vector: Vector
    rows: Column
    """Cosine with each written question, 0 to 1, by row."""
    topics: Column
    """Cosine with the centre of each topic's questions, 0 to 1."""
    odds: Column
    """Log odds of the question's words among those of silences, by programme."""


@dataclass(frozen=True, slots=True)
class _Own:
    """What one programme is silent on."""

    place: int
    """Of the programme among all."""
    topics: _Links
    """Of each silence, among all topics; programmes share most."""
    silences: Sequence[Silence]


@dataclass(frozen=True)
class Asking:
    """All written questions, their tokens weighed by how few of them hold one."""

    written: Postings
    """Questions, each once, for all that it was written for."""
    answering: tuple[_Links, _Links]
    """Place of each sentence, and row of a question that it answers."""
    centres: Postings
    """Centre of the questions of each sentence."""
    topics: Postings
    """Centre of the questions of each topic of silence."""
    asks: tuple[_Links, _Links]
    """Where the rows of each topic's questions begin, and at the end the number of all; the rows."""
    odds: Postings
    """How far each token is ahead among a programme's questions on silences."""
    lead: Column
    """How far such a question is ahead whatever its words, by programme."""
    own: Mapping[str, _Own]
    """By programme id; none for one that is known to be silent on nothing."""

    @classmethod
    def unpack(cls, arrays: Arrays, programmes: Sequence[Programme]) -> "Asking":
        """Return what `gather_written` made of these programmes' questions."""
        tokens = unpack_tokens(arrays["tokens"])
        own: dict[str, _Own] = {}
        start = 0
        for place, one in enumerate(programmes):
            topics = arrays["topic_of"][start : start + len(one.silences)]
            start += len(topics)
            if len(topics):
                own[one.id] = _Own(place, topics, one.silences)
        return cls(
            written=Postings.unpack(arrays, "written", tokens),
            answering=(arrays["answering"][0], arrays["answering"][1]),
            centres=Postings.unpack(arrays, "centres", tokens),
            topics=Postings.unpack(arrays, "topics", tokens),
            asks=(arrays["asks.starts"], arrays["asks.rows"]),
            odds=Postings.unpack(arrays, "odds", tokens),
            lead=arrays["lead"],
            own=own,
        )

    @cached_property
    def read(self) -> Callable[[str], Likeness]:
        """Return how near a question is to each written one; a question without letters is near none."""
        return lru_cache(maxsize=_MOST_READ)(self._read)

    def _read(self, question: str) -> Likeness:
        vector = scale_to_unit({token: self.rate(token) for token in tokenise(question)})
        odds = self.lead * sum(vector.values()) + self.odds.add_up(vector)
        return Likeness(vector, self.written.add_up(vector), self.topics.add_up(vector), odds)

    def rate(self, token: str) -> float:
        """Return how rare a token is; one that no written question holds is as rare as one that a single one holds."""
        return math.log(1 + (1 + self.written.size) / max(self.written.count(token), 1))

    @cached_property
    def counts(self) -> NDArray[np.int64]:
        """Return how many questions are written for each sentence."""
        return np.bincount(self.answering[0], minlength=self.centres.size)

    @cached_property
    def unanswered(self) -> NDArray[np.bool_]:
        """Return which written questions no sentence answers."""
        return np.bincount(self.answering[1], minlength=self.written.size) == 0

    def nearest(self, likeness: Likeness) -> Column:
        """Return for each sentence the likeness of the nearest question written for it, 0 where there is none."""
        places, rows = self.answering
        nearest = np.zeros(self.centres.size)
        np.maximum.at(nearest, places, likeness.rows[rows])
        return nearest

    def crowd(self, likeness: Likeness) -> Column:
        """Return for each sentence how near all questions written for it are together, hardly ever above 1."""
        places, rows = self.answering
        powers = (likeness.rows**_CROWD)[rows]
        together = np.bincount(places, weights=powers, minlength=self.centres.size).astype(np.float64)
        return together ** (1 / _CROWD)

    def central(self, likeness: Likeness) -> Column:
        """Return for each sentence the likeness to the centre of its questions, 0 to 1."""
        return self.centres.add_up(likeness.vector)

    def find_silence(self, likeness: Likeness, programme: str) -> Silent:
        """Return the topic nearest to the question on which the programme's notice is silent."""
        own = self.own.get(programme)
        if own is None:
            return NOT_SILENT
        central = likeness.topics[own.topics]
        best = int(np.argmax(central))
        odds = float(likeness.odds[own.place])
        if central[best] <= 0:
            return Silent(0.0, 0.0, odds, None)
        starts, rows = self.asks
        first, last = starts[own.topics[best]], starts[own.topics[best] + 1]
        nearest = likeness.rows[rows[first:last]].max()
        return Silent(float(nearest), float(central[best]), odds, own.silences[best])


NOT_SILENT = Silent(0.0, 0.0, 0.0, None)


def gather_asking(programmes: Sequence[Programme], units: Sequence[Unit], own: Mapping[str, Sequence[int]]) -> Asking:
    """Return the written questions with what they were written for.

    Args:
        programmes: whose questions are gathered.
        units: all sentences.
        own: programme id to the places of its sentences.
    """
    return Asking.unpack(gather_written(programmes, units, own), programmes)
