"""Questions made of slots alone: several facts of a direction, or of a guide as a whole."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answering.asked.focus import Focus
from assistant.answering.asked.question import Inquiry, Part
from assistant.answering.asked.wording import find_runs
from assistant.answering.kinds.varying import LAID_DOWN, claim_varying
from assistant.answering.saying.claims import Claim, Said, list_units
from assistant.answering.sentences.corpus import Corpus
from assistant.answering.sentences.pairs import pairs_of
from assistant.answering.sentences.readings import (
    SLOTS,
    Reading,
    Slot,
    find_slots_of,
    has_money,
    read_direction,
    read_programme,
)
from assistant.answering.sentences.units import Unit
from assistant.domain.direction import Direction
from assistant.domain.programme import Programme
from assistant.text import normalise

_BESIDE = 9.0
"""Weight of the words that a part may hold beside its slots and the direction's name."""
_BESIDE_AREA = 40.0
"""The same where it names an area by its number: what else it calls the area tells nothing."""
_MOST_DIRECTIONS = 3
_SEVERAL = 2
_ALWAYS = frozenset({"partners"})
"""Slots of a direction that are read even where nothing else is asked: several sentences fill them."""
_FINAL = frozenset({"organiser", "budget", "funds", "each"})
"""Slots that only the direction's own words can fill, so that it is known where nothing does."""
_OF_CALLS = re.compile(r"推荐|学会|科协|问题|难题|榜|先导|征集|委员会|合作|国际|外方|外国|[国境]外")
"""Words of calls that no guide answers, and of one guide that says all by itself."""
_STILL_ASKS = re.compile(r"(?<![好哪])几|多少|什么|[谁啥吗]|怎|是否|哪")
_EACH = re.compile(r"每|同一?|方向")
_NUMERALS = "零一二三四五六七八九十"
_AREA = re.compile(r"(?<![\d.])(\d{1,2})\.x|第([一二三四五六七八九十]|\d{1,2})(?:大?部分|个?(?:领域|任务|板块|大类))")
_PLAIN = re.compile(
    r"要求|规定|条件|特别|国家|重点研发(?:计划)?|指南|方向|项目|专项|课题|年度?|分别|各|多长|多久|最多|至少|什么|怎么|哪些|是|数|情况"
)


@dataclass(frozen=True, slots=True)
class Slotted:
    """What was read, with the parts of the question that were taken care of."""

    claims: tuple[Claim, ...]
    refused: tuple[Part, ...]
    rest: tuple[Part, ...]


def claim_slots(inquiry: Inquiry, corpus: Corpus, focus: Focus, directions: Sequence[Direction] = ()) -> Slotted | None:
    """Return what the slots of the question are filled with; None where it asks for none, or for one only.

    Args:
        inquiry: the question.
        corpus: all sentences.
        focus: what the question points at.
        directions: those that an earlier part of the question has listed.
    """
    if inquiry.compares:
        return None
    areas = [] if directions else _find_area(inquiry)
    chosen = list(directions) or areas or _find_directions(inquiry, corpus, focus)
    read = [
        (part, _read_part(part, chosen, inquiry, corpus, _BESIDE_AREA if areas else _BESIDE)) for part in inquiry.parts
    ]
    if directions:
        read = [(part, [slot for slot in found if slot.level != "programme"]) for part, found in read]
    slots = [slot for _, found in read for slot in found]
    if not slots:
        return None
    rest = tuple(part for part, found in read if not found)
    taken = [part for part, found in read if found]
    if chosen:
        return _of_directions(chosen, slots, taken, rest, corpus, listed=bool(directions or areas))
    guides = [one for one in inquiry.scope.programmes if one.directions]
    if len(slots) == 1 and not rest and _asks_of_all(inquiry, slots[0], focus):
        youth = "青年" in inquiry.text
        claims = claim_varying(guides, slots[0], corpus, inquiry.text, youth=youth)
        claims = claims or claim_varying(guides, slots[0], corpus, inquiry.text, youth=not youth)
        return Slotted(tuple(claims), (), ()) if claims else None
    if (
        len(guides) != 1
        or not inquiry.scope.named
        or inquiry.directions
        or (focus.directions and len(slots) < _SEVERAL)
    ):
        return None
    return _of_guide(guides[0], slots, taken, rest, corpus, youth="青年" in inquiry.text)


def _find_directions(inquiry: Inquiry, corpus: Corpus, focus: Focus) -> list[Direction]:
    """Return the directions that the question is certainly about; none where it might be about others."""
    pool = [
        one
        for programme in inquiry.scope.programmes
        for one in programme.directions
        if (programme.id, one.number) in focus.directions
    ]
    if len({one.programme for one in pool}) > 1 and not inquiry.scope.named:
        shared = [(_share(one, inquiry, corpus), one) for one in pool]
        best = max(share for share, _ in shared)
        pool = [one for share, one in shared if share == best and share > 0]
    return pool if len(pool) <= _MOST_DIRECTIONS else []


def _find_area(inquiry: Inquiry) -> list[Direction]:
    """Return the directions of the areas that the question names by number (1.x, 第二部分)."""
    guides = [one for one in inquiry.scope.programmes if one.directions]
    numbers = {first or _to_number(second) for first, second in _AREA.findall(inquiry.text)}
    if len(guides) != 1 or not inquiry.scope.named or inquiry.directions or not numbers:
        return []
    return [one for one in guides[0].directions if one.area_number in numbers]


def _to_number(numeral: str) -> str:
    return str(_NUMERALS.index(numeral)) if numeral in _NUMERALS else numeral


def _share(direction: Direction, inquiry: Inquiry, corpus: Corpus) -> float:
    own = set(pairs_of(normalise(direction.title)))
    return sum(corpus.weigh(pair) for pair in own if pair in inquiry.text)


def _read_part(
    part: Part, directions: Sequence[Direction], inquiry: Inquiry, corpus: Corpus, beside: float
) -> list[Slot]:
    """Return the slots of a part that asks for nothing else."""
    text = part.text
    for name in sorted(inquiry.scope.words, key=len, reverse=True):
        text = text.replace(name, "|")
    found = find_slots_of(text)
    if not found:
        return []
    for _, match in found:
        text = text.replace(match[0], "|", 1)
    if _STILL_ASKS.search(text) or part.wants("definition"):
        return []
    titles = "|".join(f"{one.title}|{one.area_title}|{one.programme_title}" for one in directions)
    known = set(pairs_of(normalise(titles)))
    known |= set(pairs_of(normalise("|".join(one.info.title for one in inquiry.scope.programmes[:1]))))
    left = find_runs(_PLAIN.sub("|", text), (), corpus.is_word)
    weight = sum(corpus.weigh(pair) for run in left for pair in pairs_of(run) if pair not in known)
    return [slot for slot, _ in found] if weight <= beside else []


def _of_directions(
    directions: Sequence[Direction],
    slots: Sequence[Slot],
    taken: Sequence[Part],
    rest: tuple[Part, ...],
    corpus: Corpus,
    *,
    listed: bool,
) -> Slotted | None:
    read = [[(slot, read_direction(slot, one, corpus)) for slot in slots] for one in directions]
    filled = [[reading for _, reading in one if reading] for one in read]
    empty = [slot for place, slot in enumerate(slots) if not any(one[place][1] for one in read)]
    if not any(filled):
        known = all(slot.name in _FINAL for slot in slots) and not any(has_money(one, corpus) for one in directions)
        return Slotted((), tuple(taken), rest) if known and not rest else None
    if len(slots) < _SEVERAL and not listed and slots[0].name not in _ALWAYS and len(directions) < _SEVERAL:
        return None
    if listed:
        claims = _say_alike(directions, filled)
    else:
        states = (_state(one, own, several=len(directions) > 1) for one, own in zip(directions, filled, strict=True))
        claims = [claim for state in states for claim in state]
    return Slotted(tuple(claims), tuple(_decline(empty, taken)), rest)


def _say_alike(directions: Sequence[Direction], filled: Sequence[list[Reading]]) -> list[Claim]:
    """Return one claim on all listed directions, those that say the same taken together."""
    groups: dict[str, list[str]] = {}
    units: dict[str, tuple[Unit, ...]] = {}
    for direction, readings in zip(directions, filled, strict=True):
        if readings:
            said = "；".join(dict.fromkeys(reading.text for reading in readings))
            groups.setdefault(said, []).append(direction.number)
            units[said] = (*units.get(said, ()), *(unit for reading in readings for unit in reading.units))
    if len(groups) == 1:
        text = f"这些方向均为：{next(iter(groups))}"
    else:
        text = "；".join(f"{_join_numbers(numbers)}：{said}" for said, numbers in groups.items())
    cited = [Claim(programmes=(), text=said, units=units[said]) for said in groups]
    return [Claim(programmes=(directions[0].programme,), text=text, units=list_units(cited), derived=True)]


def _join_numbers(numbers: Sequence[str]) -> str:
    few = 6
    return "、".join(numbers) if len(numbers) <= few else f"{numbers[0]}至{numbers[-1]}等{len(numbers)}个方向"


def _state(direction: Direction, readings: Sequence[Reading], *, several: bool) -> list[Claim]:
    """Return what the direction lays down itself, and what the guide lays down for all in its place."""
    own = [reading for reading in readings if not reading.general]
    general = [reading for reading in readings if reading.general]
    claims = [_claim(direction.programme, own)] if own else []
    if general:
        lead = f"{direction.number}方向" if several else ""
        text = f"{lead}按指南总的规定，{'；'.join(dict.fromkeys(reading.text for reading in general))}"
        units = tuple(dict.fromkeys(unit for reading in general for unit in reading.units))
        claims.append(Claim(programmes=(direction.programme,), text=text, units=units))
    return claims


def _claim(programme: str, readings: Sequence[Reading]) -> Claim:
    """Return the phrases of the readings, those of one sentence together."""
    words: dict[Unit, dict[str, None]] = {}
    for reading in readings:
        words.setdefault(reading.units[0], {})[reading.text] = None
    said = tuple(Said("；".join(texts), (unit,)) for unit, texts in words.items())
    units = tuple(dict.fromkeys(unit for reading in readings for unit in reading.units))
    return Claim(programmes=(programme,), text="；".join(one.words for one in said), units=units, said=said)


def _add_started(slots: Sequence[Slot], taken: Sequence[Part]) -> list[Slot]:
    """Return the slots with the number of all projects before that of each direction, where either may be meant."""
    started = next(slot for slot in SLOTS if slot.name == "started")
    either = not any(_EACH.search(part.text) for part in taken) and started not in slots
    return [one for slot in slots for one in ([started, slot] if slot.name == "projects" and either else [slot])]


def _decline(empty: Sequence[Slot], taken: Sequence[Part]) -> list[Part]:
    """Return what of the parts no sentence answers, in the question's own words."""
    declined: list[Part] = []
    for part in taken:
        for slot, match in find_slots_of(part.text):
            if slot in empty:
                declined.append(replace(part, text=match[0]))
    return declined


def _asks_of_all(inquiry: Inquiry, slot: Slot, focus: Focus) -> bool:
    """Say whether the question asks what guides lay down and names none of them."""
    pointed = inquiry.scope.named or inquiry.directions or focus.directions
    return slot.name in LAID_DOWN and not pointed and not _OF_CALLS.search(inquiry.text)


def _of_guide(
    programme: Programme,
    slots: Sequence[Slot],
    taken: Sequence[Part],
    rest: tuple[Part, ...],
    corpus: Corpus,
    *,
    youth: bool,
) -> Slotted | None:
    slots = _add_started(slots, taken)
    read = [(slot, read_programme(slot, programme, corpus, youth=youth)) for slot in slots]
    filled = [reading for _, reading in read if reading]
    if not filled:
        return None
    empty = [slot for slot, reading in read if not reading]
    claim = _claim(programme.id, filled)
    return Slotted((claim,), tuple(_decline(empty, taken)), rest)
