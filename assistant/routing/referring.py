"""What a turn leans on: the thing before it, the one put in its place, an item of the list that was shown."""

import re
from typing import get_args

from assistant.domain.call import MatchCall, ProblemsCall, TitleCall
from assistant.domain.drafting_call import ProblemKind
from assistant.numbered import Ordinal, find_ordinals
from assistant.routing import chatter, cues
from assistant.routing.orders import trim
from assistant.routing.past import Exchange, Past
from assistant.routing.register import Register

KINDS: tuple[ProblemKind, ...] = get_args(ProblemKind)
_SHORT_KINDS: tuple[tuple[re.Pattern[str], ProblemKind], ...] = (
    (re.compile("前沿(?:科学)?(?:问题|类|的)|科学(?:问题)?类|基础类"), KINDS[0]),
    (re.compile("工程(?:技术)?(?:难题|问题|类|的)"), KINDS[1]),
    (re.compile("产业(?:技术)?(?:问题|难题|类|的)"), KINDS[2]),
)
_QUOTES = '“”"「」『』《》'
_TITLED = re.compile(r"题目(?:[为是：:]|\s)*[“「《](?P<title>[^”」》\n]{4,80})[”」》]")
"""How a report names the title of what was checked."""


def is_bare(text: str) -> bool:
    """Say whether a text says nothing without what was said before (第二条呢, 换一个, 再短一点)."""
    rest = text
    for one in (cues.MORE, cues.LISTED, cues.FRAGMENT):
        rest = one.sub("", rest)
    return not cues.FRAGMENT.sub("", rest).strip()


def kind_in(text: str) -> ProblemKind | None:
    """Return the kind of problem that a text names."""
    return next((kind for kind in KINDS if kind in text), None)


def short_kind(text: str) -> ProblemKind | None:
    """Return the kind of problem that a text names, also in short (工程类)."""
    return kind_in(text) or next((kind for pattern, kind in _SHORT_KINDS if pattern.search(text)), None)


def thing_instead(text: str, past: Past, register: Register) -> str:
    """Return the thing that 那…呢 puts in place of the earlier one."""
    asked = cues.ASKED_OF.fullmatch(text) if past.last and not is_bare(text) else None
    named = asked["thing"].strip(_QUOTES) if asked and not is_bare(asked["thing"]) else ""
    thing = trim(named).strip(_QUOTES)
    none = (
        chatter.PRONOUN.fullmatch(thing)
        or cues.ANOTHER.search(named)
        or find_ordinals(thing)
        or short_kind(thing)
        or cues.YEAR.search(thing)
    )
    return "" if none or register.lean(thing) >= 1 else thing


def subject_before(past: Past, said: str) -> str:
    """Return what an order that names nothing is about; empty where the conversation does not tell."""
    last = past.last
    if last is None:
        return ""
    match last.call:
        case TitleCall(title=title):
            ordinals = find_ordinals(said)
            return (item_of(last, ordinals[0]) if ordinals else "") or title
        case MatchCall(query=query) | ProblemsCall(query=query):
            return query
        case _:
            titled = _TITLED.search(last.reply)
            return titled["title"] if titled else ""


def item_of(last: Exchange, ordinal: Ordinal) -> str:
    """Return the item at a place in the list that was shown; empty where it has none."""
    items = last.items
    place = ordinal.number - 1 if ordinal.number > 0 else len(items) - 1
    return items[place] if 0 <= place < len(items) else ""
