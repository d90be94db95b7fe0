"""Which sentences answer one part of a question, and how surely: weighed reasons, fitted on data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import numpy as np

from assistant.answering.asked.focus import Focus
from assistant.answering.asked.question import Part, count_pairs
from assistant.answering.asked.slots import VALUE, Wanted, holds_value
from assistant.answering.choosing.fitted import WEIGHTS
from assistant.answering.choosing.measures import BESIDE, MEASURES, Measures, Query, measure
from assistant.answering.sentences.corpus import Corpus
from assistant.answering.sentences.units import Unit
from assistant.domain.passage import Hit

POOL = 40
"""Best sentences that are looked at one by one."""
UNKNOWN = 4.0
"""Weight of a character that no notice uses: what it says, none is about."""
ASKED_ALIKE = 0.6
"""Likeness to a written question from which the sentence answers, whatever its words."""
_NAMED_SHARE = 0.66
_CENTRE = MEASURES.index("asked_centre")


@dataclass(frozen=True, slots=True)
class Ranked:
    """A sentence with what speaks for it."""

    place: int
    unit: Unit
    score: float
    core: float
    """The score without what the question's other parts add."""
    asked: float
    """Likeness of the nearest question written for it, 0 to 1."""
    centre: float
    """Likeness to the centre of the questions written for it, 0 to 1."""
    coverage: float
    """Share of what the part asks about that sentence and titles hold, 0 to 1."""
    needed: bool
    """True where sentence or titles are about every required concept."""
    topical: bool
    """True where they name what the question names in full, and what is to be counted."""
    valued: bool
    """True where it has a value of the wanted kind, or none is wanted."""
    strict: bool
    """True where the part wants a value of a certain kind."""

    @property
    def holds(self) -> bool:
        """Say whether it can answer: it is what was asked for elsewhere, or has all that an answer must have."""
        return self.asked >= ASKED_ALIKE or (self.needed and self.topical and self.valued)


def rank(
    part: Part, corpus: Corpus, programmes: Sequence[str], hits: Sequence[Hit] = (), focus: Focus | None = None
) -> list[Ranked]:
    """Return the best sentences of the programmes, the best first, at most `POOL` and the best without context."""
    query = Query(part, corpus, tuple(programmes), hits, focus or Focus(), corpus.asking.read(part.bare))
    return order(query, measure(query))


def order(query: Query, measures: Measures) -> list[Ranked]:
    """Return the best sentences of measured ones; see `rank`."""
    if not len(measures.places):
        return []
    scores = measures.columns @ np.asarray([WEIGHTS[name] for name in MEASURES])
    beside = [MEASURES.index(name) for name in BESIDE]
    cores = scores - measures.columns[:, beside] @ np.asarray([WEIGHTS[name] for name in BESIDE])
    best = np.argsort(-scores, kind="stable")[:POOL]
    chosen = dict.fromkeys([*best.tolist(), int(np.argmax(cores))])
    own = {pair: query.corpus.weigh(pair) for pair in count_pairs(query.part.runs)}
    return [_judge(row, float(scores[row]), float(cores[row]), measures, query, own) for row in chosen]


def _judge(row: int, score: float, core: float, measures: Measures, query: Query, own: Mapping[str, float]) -> Ranked:
    part, corpus, place = query.part, query.corpus, int(measures.places[row])
    asked = float(measures.asked[place])
    return Ranked(
        place=place,
        unit=corpus.units[place],
        score=score,
        core=core,
        asked=asked,
        centre=float(measures.columns[row, _CENTRE]),
        coverage=max(_cover(part, corpus, place, own), asked),
        needed=all(corpus.is_about(concept, place) for concept in part.concepts if concept.required),
        topical=_is_topical(part, corpus, place),
        valued=_is_valued(part, corpus.units[place]),
        strict=any(wanted.slot in VALUE for wanted in part.wanted),
    )


def _cover(part: Part, corpus: Corpus, place: int, asked: Mapping[str, float]) -> float:
    """Return the share of the part's own words and concepts that sentence and titles hold."""
    programme = corpus.units[place].programme
    named = corpus.naming[programme]
    own = {pair: weight for pair, weight in asked.items() if pair not in named}
    unknown = len(part.letters - corpus.letters[programme])
    total = sum(own.values()) + sum(concept.weight for concept in part.concepts) + UNKNOWN * unknown
    if not total:
        return 1.0
    pairs, above = corpus.pairs[place], corpus.heading_pairs[place]
    about = {concept.name for concept in part.concepts if corpus.is_about(concept, place)}
    held = sum(concept.weight for concept in part.concepts if concept.name in about)
    for pair, weight in own.items():
        told = any(concept.name in about for concept in part.explained.get(pair, ()))
        held += weight * (pair in pairs or pair in above or told)
    return held / total


def _is_topical(part: Part, corpus: Corpus, place: int) -> bool:
    strict = [wanted for wanted in part.wanted if wanted.slot in VALUE]
    if strict and part.phrases and not _is_on_topic(part, corpus.units[place]):
        return False
    return all(_counts(wanted, part, corpus, place) for wanted in strict)


def _is_valued(part: Part, unit: Unit) -> bool:
    strict = [wanted for wanted in part.wanted if wanted.slot in VALUE]
    return not strict or any(holds_value(unit.quoted, wanted) for wanted in strict)


def _counts(wanted: Wanted, part: Part, corpus: Corpus, place: int) -> bool:
    """Say whether sentence or titles speak of what is to be counted, in the question's word or in the notices'."""
    noun, unit = wanted.noun, corpus.units[place]
    if not noun or unit.direction or noun in unit.searched or not corpus.is_word(noun):
        return True
    return any(corpus.is_about(concept, place) for concept in part.explained.get(noun, ()))


def _is_on_topic(part: Part, unit: Unit) -> bool:
    """Say whether sentence or titles name a thing that the question names in full, or hold another run of it whole."""
    if any(_names(phrase, unit) for phrase in part.phrases):
        return True
    counted = {wanted.noun for wanted in part.wanted if wanted.noun}
    others = [run for run in part.runs if run not in counted and not any(phrase in run for phrase in part.phrases)]
    return any(run in unit.searched for run in others)


def _names(phrase: str, unit: Unit) -> bool:
    """Say whether sentence or titles name most of a thing that the question names in full (终选专家委员会)."""
    longest = SequenceMatcher(None, phrase, unit.searched, autojunk=False).find_longest_match().size
    return longest >= _NAMED_SHARE * len(phrase)
