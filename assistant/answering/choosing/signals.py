"""What speaks for and against a sentence as the answer: its own reasons, how much of the question it explains, silence.

Every figure is a number, or 1 for yes and 0 for no; what they weigh together is fitted (decision 0009).
"""

import re

import numpy as np

from assistant.answering.asked.naming import find_measured, is_of_another
from assistant.answering.asked.question import Part, count_pairs
from assistant.answering.asked.slots import COUNTRIES, NAMES, OF_ONE_MEASURE, PLACES, holds_value
from assistant.answering.choosing.ranking import Ranked
from assistant.answering.sentences.asking import Likeness, Silent
from assistant.answering.sentences.corpus import Corpus

CONTRADICTIONS = (
    "no_value", "no_measure", "unspoken", "of_another", "measures_another", "another_blank", "no_place",
)  # fmt: skip
"""What a reader would call a contradiction between question and sentence."""
SIGNALS = (
    "score", "needed", "topical", "valued", "strict", "silent_centre", "silent_odds", "told", "untold", "asks",
    "near_silent", "many_silent",
    *CONTRADICTIONS,
)  # fmt: skip
"""Names of the figures, in their order."""
_MANY = 8
"""Nearest written questions that are averaged."""
_RAREST = 3
_MOST_ASKS = 60
"""Questions written for a sentence beyond which their number makes no difference."""
_EXACT = NAMES | {"length", "money", "ratio", "age", "person"}
"""Slots that nothing but a value of their kind fills; a number or date may be told in other words."""
_LIKE = 0.45
"""Likeness to a written question from which a sentence need not repeat its words."""
_ASKED_PLACE = re.compile(rf"[在放建设去到于]({PLACES})|[和与跟同]({COUNTRIES})")
"""A place or country of which the question asks whether it is meant."""
_LABEL = 4
"""Characters from which the title of a blank names no other thing."""


def read_signals(part: Part, one: Ranked, silent: Silent, likeness: Likeness, corpus: Corpus) -> tuple[float, ...]:
    """Return the figures in the order of `SIGNALS`.

    Args:
        part: what is asked.
        one: the sentence that would answer.
        silent: the nearest topic on which its notice is silent.
        likeness: of the part to the written questions.
        corpus: all sentences.
    """
    return (
        *(one.score, one.needed, one.topical, one.valued, one.strict),
        *(silent.centre, silent.odds),
        *_tell(likeness, one, corpus),
        min(int(corpus.asking.counts[one.place]), _MOST_ASKS),
        *_near_silent(likeness, corpus),
        *_contradict(part, one, corpus),
    )


def _tell(likeness: Likeness, one: Ranked, corpus: Corpus) -> tuple[float, float]:
    """Return how much of the question, by weight, sentence, titles or questions written for it hold, 0 to 1.

    The second figure is the weight of the rarest pairs that none of them holds.
    """
    asking, place = corpus.asking, one.place
    pairs = [token for token in likeness.vector if len(token) > 1]
    weights = np.asarray([asking.rate(pair) for pair in pairs])
    told = np.asarray(
        [
            pair in corpus.pairs[place] or pair in corpus.heading_pairs[place] or asking.centres.holds(pair, place)
            for pair in pairs
        ],
        np.bool_,
    )
    untold = np.sort(weights[~told])[-_RAREST:]
    total = float(weights.sum())
    return float(weights[told].sum()) / total if total else 1.0, float(untold.sum())


def _near_silent(likeness: Likeness, corpus: Corpus) -> tuple[float, float]:
    """Return the likeness of the nearest question that any notice leaves open, and of the nearest ones together."""
    open_rows = likeness.rows[corpus.asking.unanswered]
    if len(open_rows) <= _MANY:
        return float(open_rows.max(initial=0.0)), 0.0
    nearest = np.partition(open_rows, -_MANY)[-_MANY:]
    return float(nearest.max()), float(nearest.mean())


def _contradict(part: Part, one: Ranked, corpus: Corpus) -> tuple[bool, ...]:
    """Return what contradicts, in the order of `CONTRADICTIONS`."""
    exact = any(wanted.slot in _EXACT for wanted in part.wanted) and not part.wants("yesno")
    counted = [wanted for wanted in part.wanted if wanted.counted in OF_ONE_MEASURE]
    notice = corpus.squashed[one.unit.programme]
    return (
        exact and not one.valued,
        bool(counted) and not any(holds_value(one.unit.quoted, wanted) for wanted in counted),
        part.wants("yesno") and not one.strict and one.asked < _LIKE and not _speaks_of_asked(part, one, corpus),
        is_of_another(part.text, one.unit),
        one.asked < _LIKE and _measures_another(part, one, corpus),
        one.unit.kind == "form" and _names_another_blank(part, one, corpus),
        not all(place in notice for places in _ASKED_PLACE.findall(part.text) for place in filter(None, places)),
    )


def _speaks_of_asked(part: Part, one: Ranked, corpus: Corpus) -> bool:
    """Say whether the sentence itself holds a word or matter of the question that its titles do not hold already."""
    known = corpus.heading_pairs[one.place] | corpus.naming[one.unit.programme]
    own = [pair for pair in count_pairs(part.runs) if pair not in known]
    held = any(pair in corpus.pairs[one.place] for pair in own)
    return held or not own or any(corpus.holders(concept)[one.place] for concept in part.concepts)


def _measures_another(part: Part, one: Ranked, corpus: Corpus) -> bool:
    """Say whether a number is asked of something that the sentence's direction never mentions (整机售价)."""
    measured = find_measured(part.text) if one.unit.direction else ()
    if not measured:
        return False
    places = np.flatnonzero(corpus.in_direction(one.unit.programme, one.unit.direction))
    told = "¦".join(corpus.units[place].searched for place in places)
    return not any(one in told for one in measured)


def _names_another_blank(part: Part, one: Ranked, corpus: Corpus) -> bool:
    """Say whether the question names a blank of the form in full and the sentence belongs to another one."""
    units = (corpus.units[place] for place in corpus.own[one.unit.programme])
    named = {unit.label for unit in units if len(unit.label) >= _LABEL and unit.label in part.text}
    return bool(named) and not any(one.unit.label in label for label in named)
