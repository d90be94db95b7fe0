"""Directions under a condition: those with a sentence that says what the question asks for, and those without one."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answering.asked.wording import find_runs
from assistant.answering.sentences.corpus import Corpus
from assistant.answering.sentences.pairs import pairs_of
from assistant.answering.sentences.units import Unit
from assistant.domain.direction import Direction
from assistant.domain.programme import Programme
from assistant.text import normalise

_QUOTED = re.compile(r"[“\"「『‘]([^”\"」』’]{4,})[”\"」』’]")
_ASIDE = re.compile(r"\([^)]*\)")
_VALUE = re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?:[年家项级]|个(?:以上|月|国家)?)|\d:\d")
_YEAR = re.compile(r"20\d{2}年?度?")
_LACKS = re.compile(
    r"没有?(?:写|要求|规定|提|设|列|说)|没有[^,]{2,12}(?:要求|规定|字样|说明)|不(?:要求|需要|用|必)|无(?:需|须)|"
    r"未(?:写|要求|规定|提|设|列)"
)
_LACK = re.compile(r"没有?|未|不(?=要求|需要|用|必)|无(?=需|须)")
_OFFICE = re.compile(r"[^\W\d]{2,5}?(?:部|局|委|院|署)(?!分|门|省|件|位|员|长)")
_OFFICES = re.compile(r"(?:由|、|和|，)?([^\W\d由、和，]*(?:和[^\W\d由、和，]+)?(?:部|局|委|院|署))(?=[(（、和，推组])")
_BOTH = re.compile(r"、|并且|而且|同时|且|又|还(?:要|得|须)?|以及")
_FILLER = re.compile(
    r"白纸黑字|字样|写[明着了有]?|注明|标明|标注|明确|要求|规定|提到|提出|列[出全]|请|需要|必须|达到|符合|条件|限定|单独|研究(?!内容)|涉及|关于|针对|"
    r"(?:哪些|哪几个?|哪一?个|什么|多少个?|几个?|所有|全部|有|都|是|的|共|一共)?(?:指南)?(?:方向|题目|课题|项目|指南|专项)|"
    r"哪些|哪几个?|哪一?个|有谁|是谁|都有|都是|板块|部分|领域|下面|里面?|跟|和|与|要|得|为|由|到"
)
_DEMANDED = 0.5
"""Share of the condition's words, by weight, that the best sentence with a demand must hold."""
_DESCRIBED = 0.75
"""The same for a sentence of content or indicators, where words meet by chance."""
_BEHIND = 0.85
"""Share of the best sentence's figure from which another one says the same."""
_GENERAL = 0.6
"""Share from which a sentence for all directions says it, so that none can be said to lack it."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What a direction has to say to be listed."""

    phrase: str
    """Words that must stand literally, normalised; empty where the question quotes none."""
    words: Mapping[str, float]
    """Pairs of characters with their weight."""
    values: tuple[str, ...]
    """Figures that must stand in the sentence."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A direction with the sentences that meet the conditions."""

    direction: Direction
    units: tuple[Unit, ...]


def find_values(text: str) -> tuple[str, ...]:
    """Return the figures of a normalised text that a sentence would have to hold (4年, 2:1)."""
    return tuple(dict.fromkeys(_VALUE.findall(_YEAR.sub("|", text).replace("比", ":"))))


def drop_values(text: str) -> str:
    """Return the text without its figures: what a question grants before it asks (一般不超3年)."""
    return _VALUE.sub("|", text)


def lacks(text: str) -> bool:
    """Say whether the question is about directions that do not say something."""
    return _LACKS.search(text) is not None


@dataclass(frozen=True, slots=True)
class Known:
    """What a question says beside the condition."""

    names: tuple[str, ...]
    """Of programmes, areas and tags, as the question gives them."""
    pairs: frozenset[str]
    """Pairs of characters of their full titles."""


def read_condition(text: str, known: Known, corpus: Corpus) -> Condition:
    """Return the condition that a normalised part of a question lays down.

    Args:
        text: the part, with what introduces it.
        known: names that have been taken care of.
        corpus: weighs the words.
    """
    names = known.names
    quoted = [phrase for phrase in _QUOTED.findall(text) if not any(phrase in name or name in phrase for name in names)]
    rest = _YEAR.sub("|", _ASIDE.sub("", text))
    for name in sorted(names, key=len, reverse=True):
        rest = rest.replace(name, "|")
    rest = _LACK.sub("|", rest) if lacks(rest) else rest
    values = find_values(rest)
    plain = _FILLER.sub("|", _VALUE.sub("|", rest.replace("比", ":")))
    pairs = [pair for run in find_runs(plain, (), corpus.is_word) for pair in pairs_of(run)]
    words = {pair: corpus.weigh(pair) for pair in pairs if pair not in known.pairs}
    return Condition(normalise(quoted[0]) if quoted else "", words, values)


def choose(text: str, known: Known, programme: Programme, pool: Sequence[Direction], corpus: Corpus) -> list[Chosen]:
    """Return the directions of the pool that meet the condition, or all of several joined ones."""
    text = _spell_out(text, programme)
    whole = read_condition(text, known, corpus)
    if not (whole.phrase or whole.words or whole.values):
        return []
    found = _meet(whole, programme, pool, corpus)
    pieces = [read_condition(piece, known, corpus) for piece in _BOTH.split(_ASIDE.sub("", text))]
    pieces = [piece for piece in pieces if piece.words or piece.values]
    if whole.phrase or len(pieces) < 2 or (found and _is_full(found, whole)):  # noqa: PLR2004 - several
        return found
    each = [{one.direction.number: one for one in _meet(piece, programme, pool, corpus)} for piece in pieces]
    both = [number for number in each[0] if all(number in other for other in each[1:])]
    joined = [
        Chosen(each[0][number].direction, tuple(dict.fromkeys(unit for one in each for unit in one[number].units)))
        for number in both
    ]
    return joined or found


def _spell_out(text: str, programme: Programme) -> str:
    """Return the text with the offices that it shortens called as the guide calls them (住建部)."""
    demands = " ".join(demand.text for one in programme.directions for demand in one.requirements)
    plain = _FILLER.sub("|", text)
    for short in _OFFICE.findall(plain):
        if short in demands:
            continue
        full = [office for office in _list_offices(demands) if _shortens(short, office)]
        text = text.replace(short, min(full, key=len)) if full else text
    return text


@lru_cache(maxsize=64)
def _list_offices(demands: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_OFFICES.findall(demands)))


def _shortens(short: str, full: str) -> bool:
    letters = iter(full)
    return short[0] == full[0] and all(letter in letters for letter in short)


def choose_without(
    text: str, known: Known, programme: Programme, pool: Sequence[Direction], corpus: Corpus
) -> list[Direction]:
    """Return the directions without a sentence that meets the condition; none where the whole guide says it."""
    condition = read_condition(text, known, corpus)
    general = [corpus.units[place] for place in corpus.own[programme.id] if not corpus.units[place].direction]
    if any(_rate(unit, condition) >= _GENERAL for unit in general):
        return []
    holding = {one.direction.number for one in _meet(condition, programme, pool, corpus)}
    return [one for one in pool if one.number not in holding] if holding else []


def _meet(condition: Condition, programme: Programme, pool: Sequence[Direction], corpus: Corpus) -> list[Chosen]:
    numbers = {one.number for one in pool}
    units = [corpus.units[place] for place in corpus.own[programme.id] if corpus.units[place].direction in numbers]
    units = [unit for unit in units if unit.kind != "direction"]
    if condition.phrase:
        return _gather([unit for unit in units if condition.phrase in unit.plain], pool)
    rated = [(_rate(unit, condition), unit) for unit in units]
    demanding = {id(unit) for share, unit in rated if share and _is_demand(unit, pool)}
    for least, among in (
        (_DEMANDED, [one for one in rated if id(one[1]) in demanding]),
        (_DESCRIBED, rated),
    ):
        best = max((share for share, _ in among), default=0.0)
        if best >= (0.01 if condition.values and among is not rated else least):
            return _gather([unit for share, unit in among if share >= _BEHIND * best], pool)
    return []


def _rate(unit: Unit, condition: Condition) -> float:
    """Return the share of the condition's words that the sentence holds; 0 where a figure is missing."""
    if not all(re.search(rf"(?<![\d.]){re.escape(value)}", unit.plain) for value in condition.values):
        return 0.0
    total = sum(condition.words.values())
    held = sum(weight for pair, weight in condition.words.items() if pair in unit.plain)
    return (held / total if total else 1.0) or (0.02 if condition.values else 0.0)


def _is_demand(unit: Unit, pool: Sequence[Direction]) -> bool:
    """Say whether the sentence holds a requirement of its direction, in whatever section it stands."""
    return unit.kind == "requirement" or any(
        demand.span.start < unit.span.end and unit.span.start < demand.span.end
        for direction in pool
        if direction.number == unit.direction
        for demand in direction.requirements
        if demand.scope == "direction"
    )


def _is_full(found: Sequence[Chosen], condition: Condition) -> bool:
    least = 0.7
    return max(_rate(unit, condition) for one in found for unit in one.units) >= least


def _gather(units: Sequence[Unit], pool: Sequence[Direction]) -> list[Chosen]:
    by_number: dict[str, list[Unit]] = {}
    for unit in units:
        by_number.setdefault(unit.direction, []).append(unit)
    return [Chosen(one, tuple(by_number[one.number][:1])) for one in pool if one.number in by_number]
