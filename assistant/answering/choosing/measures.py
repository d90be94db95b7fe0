"""What speaks for each sentence as the answer to one part of a question: one column a reason, all sentences at once."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.answering.asked.focus import Focus
from assistant.answering.asked.question import Part, count_pairs
from assistant.answering.asked.scope import family
from assistant.answering.asked.slots import VALUE, holds_value
from assistant.answering.concepts.concept import Concept
from assistant.answering.sentences.asking import Likeness
from assistant.answering.sentences.corpus import Corpus, Mask
from assistant.domain.passage import Hit
from assistant.postings import Column

_MOST_LAG = 8.0
_NORMAL_PAIRS = 40
_SPEAKS_OF_FORM = re.compile(r"表|模板|附件|填|栏|格式|写|字|题目|标题|关键词|学科|签|章")
_PARTICULAR = ("青年", "临床研究类", "部省联动", "女性")
"""Kinds of projects and persons that a sentence may be about alone."""
_SPEAKS_OF_GUIDE = re.compile(
    r"专项|指南|项目|课题|申报|方向|国拨|配套|经费|负责人|合作|青年|考核|指标|研究|技术|单位|周期|伦理|动物|遗传"
)
"""Words of guides; a question without any of them that names no programme is about a call."""
_SPEAKS_OF_LIST = re.compile(r"清单|历年|往年|以前|附件|公布|发布|入选|问题|难题|题目|条目|序号|编号")
"""Words of questions about the list of past problems; its rows answer no others."""
_SPEAKS_OF_TABLE = re.compile(r"清单|列表|表格|历年|往年|以前|附件|序号|编号|年份|[列收]")
"""Words of questions about a table; its heads answer no others."""
_SPEAKS_OF_BODY = re.compile(r"指标|内容|考核|研究|做到|达到|几|多少")
_MODAL = re.compile(r"可|不得|须|应|必须|限|不能|鼓励|原则上|不再|不符合|不超过")
_DEFINES = re.compile(r"是指|指[：:]|以下简称|具体是|即[：:，]|为问题|包括")
_KINDS = ("heading", "table", "row", "area", "direction", "content", "indicator")

MEASURES = (
    "words", "words_beside", "above", "above_beside", "concepts", "concepts_beside",
    "pointed", "value", "found", "asked", "asked_crowd", "asked_centre", "deadline",
    "form", "particular", "modal", "defines", "lacking", "calling", "lag", *_KINDS,
)  # fmt: skip
"""Names of the columns, in their order."""
BESIDE = ("words_beside", "above_beside", "concepts_beside")
"""Columns of what the question's other parts add."""


@dataclass(frozen=True, slots=True)
class Query:
    """One part of a question with all that is known about it."""

    part: Part
    corpus: Corpus
    programmes: tuple[str, ...]
    """Ids of the programmes whose sentences may answer."""
    hits: Sequence[Hit]
    """What the index finds."""
    focus: Focus
    likeness: Likeness
    """To the written questions."""


@dataclass(frozen=True, slots=True)
class Measures:
    """The columns over the sentences of the programmes."""

    places: NDArray[np.int32]
    """Place of each sentence in the corpus."""
    columns: NDArray[np.float64]
    """One row a sentence, one column for each of `MEASURES`."""
    asked: Column
    """Likeness of the nearest question written for each sentence, over the whole corpus."""


def measure(query: Query) -> Measures:
    """Return the columns for all sentences of the query's programmes."""
    corpus, part = query.corpus, query.part
    own = {pair: corpus.weigh(pair) for pair in count_pairs(part.runs)}
    beside = {pair: corpus.weigh(pair) for pair in count_pairs(part.context_runs) if pair not in own}
    norm = 0.75 + 0.25 * corpus.lengths / _NORMAL_PAIRS
    asked = corpus.asking.nearest(query.likeness)
    pointed = query.focus.mark(corpus)
    calling, lag = _call(query)
    columns: dict[str, NDArray[np.generic]] = {
        "words": corpus.body.add_up(own) / norm,
        "words_beside": corpus.body.add_up(beside) / norm,
        "above": corpus.above.add_up(own) / norm,
        "above_beside": corpus.above.add_up(beside) / norm,
        "concepts": _rate_concepts(part.concepts, corpus.holders, corpus),
        "concepts_beside": _rate_concepts(part.context_concepts, corpus.holders, corpus),
        "pointed": pointed,
        "value": _hold_values(part, corpus),
        "found": _find(query),
        "asked": asked,
        "asked_crowd": corpus.asking.crowd(query.likeness),
        "asked_centre": corpus.asking.central(query.likeness),
        "deadline": _is_deadline(query),
        "particular": _is_particular(part, corpus),
        "modal": corpus.matches(_MODAL) if part.wants("yesno") else np.zeros(len(corpus.units)),
        "defines": corpus.matches(_DEFINES) if part.wants("definition") else np.zeros(len(corpus.units)),
        "lacking": _lack(part, corpus),
        "calling": calling,
        "lag": lag,
    }
    columns |= _tell_kinds(query, pointed)
    places = np.concatenate([corpus.places_of(one) for one in query.programmes] or [np.zeros(0, np.int32)])
    if part.wants("definition") or not _SPEAKS_OF_LIST.search(part.text):
        places = places[~corpus.kinds["row"][places]]
    if not _SPEAKS_OF_TABLE.search(part.text):
        places = places[~corpus.kinds["table"][places]]
    return Measures(places, np.stack([columns[name][places].astype(np.float64) for name in MEASURES], axis=1), asked)


def _rate_concepts(concepts: Sequence[Concept], holding: Callable[[Concept], Mask], corpus: Corpus) -> Column:
    rated = np.zeros(len(corpus.units))
    for concept in concepts:
        rated += concept.weight * holding(concept)
    return rated


def _lack(part: Part, corpus: Corpus) -> Column:
    """Return how many of the required concepts neither sentence nor titles hold."""
    lacking = np.zeros(len(corpus.units))
    for concept in part.concepts:
        if concept.required:
            lacking += ~(corpus.holders(concept) | corpus.headed(concept))
    return lacking


def _hold_values(part: Part, corpus: Corpus) -> Mask:
    held = np.zeros(len(corpus.units), np.bool_)
    for wanted in part.wanted:
        if wanted.slot in VALUE:
            held |= corpus.remember(wanted, lambda unit, wanted=wanted: holds_value(unit.quoted, wanted))
    return held


def _find(query: Query) -> Column:
    """Return the score of the best passage that the index finds around each sentence."""
    found = np.zeros(len(query.corpus.units))
    for hit in query.hits:
        places = query.corpus.inside(hit.passage.programme, hit.passage.span)
        found[places] = np.maximum(found[places], hit.score)
    return found


def _title(part: Part, corpus: Corpus) -> Mask:
    """Mark the blanks of forms whose labels the question repeats."""
    titled = np.zeros(len(corpus.units), np.bool_)
    for place in np.flatnonzero(corpus.kinds["form"]):
        label = corpus.units[place].label
        titled[place] = len(label) > 1 and label in part.text
    return titled


def _is_deadline(query: Query) -> Mask:
    """Mark the sentences that give the last day of submission, where that is asked for."""
    asked = any(concept.name == "deadline" for concept in query.part.concepts)
    return query.corpus.deadlines if asked else np.zeros(len(query.corpus.units), np.bool_)


def _is_particular(part: Part, corpus: Corpus) -> Mask:
    """Mark the sentences about one kind of project only, of which the question does not speak."""
    speaks = [kind for kind in _PARTICULAR if kind in part.text or any(kind in run for run in part.context_runs)]
    about, meant = np.zeros(len(corpus.units), np.bool_), np.zeros(len(corpus.units), np.bool_)
    for kind in _PARTICULAR:
        holding = corpus.remember(kind, lambda unit, kind=kind: kind in unit.plain)
        about |= holding
        if kind in speaks:
            meant |= holding
    return about & ~meant


def _tell_kinds(query: Query, pointed: Mask) -> dict[str, Mask]:
    """Return by kind what is no plain rule, unless it is pointed at or has what is required."""
    corpus, part = query.corpus, query.part
    excused = pointed.copy()
    for concept in part.concepts:
        if concept.required:
            excused |= corpus.holders(concept)
    kinds = {kind: corpus.kinds[kind] & ~excused for kind in _KINDS}
    if not _SPEAKS_OF_BODY.search(part.text):
        for kind in ("content", "indicator"):
            kinds[kind] |= corpus.kinds[kind] & pointed
    titled = _title(part, corpus)
    quiet = _SPEAKS_OF_FORM.search(part.text) is not None
    form = np.zeros_like(excused) if quiet else corpus.kinds["form"] & ~excused & ~titled
    return {**kinds, "form": form}


def _call(query: Query) -> tuple[Column, Column]:
    """Return how much the question calls each sentence's programme by name, and how far its language lags."""
    corpus, part = query.corpus, query.part
    calling, lag = np.zeros(len(corpus.units)), np.zeros(len(corpus.units))
    if len(query.programmes) > 1:
        pairs = list(count_pairs((*part.runs, *part.context_runs)))
        lags = _rate_language(pairs, query)
        for one in query.programmes:
            names = corpus.calling[one]
            calling[corpus.places_of(one)] = sum(names.get(pair, 0.0) for pair in pairs)
            lag[corpus.places_of(one)] = lags[one]
    return calling, lag


def _rate_language(pairs: Sequence[str], query: Query) -> Mapping[str, float]:
    """Return how far each programme's family lags behind the one whose rules use the question's words most.

    A naive Bayes over the pairs of characters of all clauses of a family: 推荐, 难题 and 学会 belong to one, 项目 and
    课题 to another.
    """
    corpus, part = query.corpus, query.part
    shares = [corpus.language.shares(pair) for pair in pairs]
    families = {one: family(corpus.programmes[one]) for one in query.programmes}
    likelihood = {one: sum(share[own] for share in shares) for one, own in families.items()}
    best = max(likelihood.values(), default=0.0)
    lags = {one: min(_MOST_LAG, best - value) for one, value in likelihood.items()}
    if _SPEAKS_OF_GUIDE.search(part.text) or any(_SPEAKS_OF_GUIDE.search(run) for run in part.context_runs):
        return lags
    lags = {one: lag + (_MOST_LAG if corpus.programmes[one].directions else 0.0) for one, lag in lags.items()}
    return {one: lag - min(lags.values()) for one, lag in lags.items()}
