"""Lists of directions: those of an area, those with a tag, those that meet a condition or lack one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering.asked.question import Inquiry, Part, count_pairs
from assistant.answering.kinds.conditions import (
    Chosen,
    Known,
    choose,
    choose_without,
    drop_values,
    find_values,
    lacks,
    read_condition,
)
from assistant.answering.saying.claims import Claim
from assistant.answering.sentences.corpus import Corpus
from assistant.answering.sentences.pairs import pairs_of
from assistant.answering.sentences.telling import find_behind, tell_apart
from assistant.answering.sentences.units import Unit
from assistant.domain.direction import Direction
from assistant.domain.programme import Programme
from assistant.text import normalise

MOST = 12
"""Citations of a list; the contract of the verb `ask`."""
_WANTS = re.compile(
    r"(?:哪些|哪几|哪个|哪一个|有什么|都有啥|列).{0,6}(?:方向|题目|课题|项目|指南)|(?:几|多少)个?(?:指南|二级)?(?:方向|题目)|"
    r"(?:方向|题目|项目)(?:有|都|是|包括).{0,4}(?:哪|什么|啥|谁)|(?:下面|下设|里).{0,6}(?:哪|几)|"
    r"(?:要求|写[了明着]|规定|注明|标注|须|由)[^,。]{2,}的(?:都)?(?:有|是)(?:哪些|哪几|谁)"
)
_MEANING = re.compile(r"^[^的,]{2,12}(?:项目|方向)是(?:个|一个)?(?:什么|啥)[?？]?$")
"""Asks what something is."""
_COUNTS = re.compile(r"几个|多少个?|一共|总共|数量")
_HOW_MANY = re.compile(r"(?:几|多少)个?(?:指南|二级)*(?:方向|题目)")
_QUIET = frozenset({"方向", "题目", "下面", "项目", "指南", "课题", "领域", "哪些"})
_NAMES_AREA = 0.6
"""Share of an area's title, by weight, that a question must repeat to mean it."""
_LITTLE = 12.0
"""Weight of about two rare pairs of characters: what a question may say beside the area that it names."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The directions that a question asks to list, with what it asks beside them."""

    claims: tuple[Claim, ...]
    directions: tuple[tuple[str, str], ...]
    """Programme and number."""
    rest: tuple[Part, ...]
    """Parts of the question that ask for something else."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """The asking part with what introduces it, and the names that are taken care of."""

    text: str
    words: dict[str, float]
    names: tuple[str, ...]


def claim_directions(inquiry: Inquiry, corpus: Corpus) -> Listed | None:
    """Return the directions that the question asks to list; None where it asks for none that can be read off."""
    asking = [part for part in inquiry.parts if _WANTS.search(part.text) and not _MEANING.search(part.text)]
    if inquiry.compares or inquiry.directions or not asking:
        return None
    rest = tuple(part for part in inquiry.parts if part not in asking)
    asked = _read(inquiry, asking[0], rest, corpus)
    lists = [(one, _choose(one, asked, corpus)) for one in inquiry.scope.programmes if one.directions]
    found = [(programme, chosen, what) for programme, (chosen, what) in lists if chosen]
    if not found:
        return None
    claims = tuple(_state(programme, chosen, what, corpus, inquiry) for programme, chosen, what in found)
    directions = tuple((programme.id, one.direction.number) for programme, chosen, _ in found for one in chosen)
    return Listed(claims, directions, rest)


def _read(inquiry: Inquiry, part: Part, rest: Sequence[Part], corpus: Corpus) -> _Asked:
    """Return the question without what it asks beside the list."""
    text = inquiry.text
    for other in rest:
        text = text.replace(other.text, "|")
    if find_values(part.text):
        text = drop_values(text.replace(part.text, "|")) + part.text
    others = {pair for other in rest for pair in count_pairs(other.runs)}
    pairs = [pair for pair in count_pairs((*part.runs, *part.context_runs)) if pair not in others]
    return _Asked(text, {pair: corpus.weigh(pair) for pair in pairs}, inquiry.scope.words)


def _choose(programme: Programme, asked: _Asked, corpus: Corpus) -> tuple[list[Chosen], str]:
    """Return the directions of the area, with the tag and under the condition that the question names."""
    pool, what, names = _narrow(programme, asked, corpus)
    told = {pair for name in names for pair in pairs_of(normalise(name))}
    known = Known((*asked.names, *names), corpus.naming[programme.id] | told)
    if lacks(asked.text):
        without = choose_without(asked.text, known, programme, pool, corpus)
        return [Chosen(one, ()) for one in without], f"逐个查过{len(pool)}个方向，没有这一规定的方向"
    condition = read_condition(asked.text, known, corpus)
    little = not condition.phrase and not condition.values and sum(condition.words.values()) <= _LITTLE
    if what and little:
        return [Chosen(one, ()) for one in pool], what
    if little and _HOW_MANY.search(asked.text):
        return [], ""
    chosen = choose(asked.text, known, programme, pool, corpus)
    return chosen, f"写有“{_show(condition.phrase, chosen)}”的方向" if condition.phrase else "符合这一条件的方向"


def _show(phrase: str, chosen: Sequence[Chosen]) -> str:
    """Return the quoted phrase as the notice prints it."""
    return next((phrase for one in chosen for unit in one.units if phrase in unit.text), phrase)


def _narrow(programme: Programme, asked: _Asked, corpus: Corpus) -> tuple[Sequence[Direction], str, tuple[str, ...]]:
    """Return the directions of the area and with the tag that the question names; all where it names neither."""
    pool: Sequence[Direction] = programme.directions
    what, names = "", list[str]()
    areas = {direction.area_number: direction.area_title for direction in pool}
    for number, title in areas.items():
        ordinal = re.search(rf"第{_chinese(number)}(?:大?部分|个?(?:领域|任务|板块|大类|一级))", asked.text)
        if ordinal or _names_area(title, asked, corpus):
            pool = [one for one in pool if one.area_number == number]
            what, names = f"“{number}.{title}”下的方向", [ordinal[0] if ordinal else "", normalise(title)]
            break
    for tag in sorted({tag for direction in pool for tag in direction.tags}):
        short = normalise(tag).removesuffix("项目").removesuffix("类")
        if short in asked.text:
            pool = [one for one in pool if tag in one.tags]
            return pool, f"{what and what + '中'}标注“{tag}”的方向", (*filter(None, names), normalise(tag), short)
    return pool, what, tuple(filter(None, names))


def _names_area(title: str, asked: _Asked, corpus: Corpus) -> bool:
    """Say whether the question names the area: most of its title, which is most of what it says or closed by 板块."""
    plain = re.sub(r"合作|联合|研究|技术|关键|应用|示范", "|", normalise(title))
    own = {pair: corpus.weigh(pair) for pair in pairs_of(plain)}
    total = sum(own.values())
    shared = sum(weight for pair, weight in own.items() if pair in asked.words)
    content = 0.8 * sum(weight for pair, weight in asked.words.items() if pair not in _QUIET)
    longest = max(plain.split("|"), key=len)
    closed = len(longest) > 1 and re.search(
        rf"{re.escape(longest)}\w{{0,4}}?(?:板块|部分|领域|大类|下面|里)", asked.text
    )
    return bool(total) and shared >= _NAMES_AREA * total and bool(closed or shared >= _NAMES_AREA * content)


def _state(programme: Programme, chosen: Sequence[Chosen], what: str, corpus: Corpus, inquiry: Inquiry) -> Claim:
    """Return the list, complete; the sentences that say it are cited before the titles."""
    said = tell_apart([unit for one in chosen for unit in one.units], corpus)
    titles = {
        corpus.units[place].direction: corpus.units[place]
        for place in corpus.own[programme.id]
        if corpus.units[place].kind == "direction"
    }
    own = tuple(titles[one.direction.number] for one in chosen if one.direction.number in titles)
    behind = tuple(_list_behind(said, corpus)) if len(set(said)) < MOST else ()
    condition = bool(said) or what.startswith("逐个")
    counts = condition or _COUNTS.search(inquiry.text) is not None or len(chosen) > MOST
    names = "；".join(f"{one.direction.number} {one.direction.title}" for one in chosen)
    lead = f"{what}共{len(chosen)}个：" if counts else f"{what}有："
    return Claim(programmes=(programme.id,), text=f"{lead}{names}", units=(*said, *behind, *own), derived=counts)


def _list_behind(said: Sequence[Unit], corpus: Corpus) -> list[Unit]:
    """Return the headings that close the directions whose sentences are repeated."""
    if not any(corpus.is_repeated(unit.programme, unit.text.rpartition("：")[2]) for unit in said):
        return []
    return [unit for one in said if (unit := find_behind(one, corpus)) is not None]


def _chinese(number: str) -> str:
    digits = "零一二三四五六七八九十"
    return f"(?:{number}|{digits[int(number)]})" if number.isdigit() and int(number) < len(digits) else number
