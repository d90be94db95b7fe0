"""The direction of a guide that a turn names: by its id, by its number beside a guide's name, or by its title."""

import re

from assistant.domain.catalogue import Catalogue
from assistant.domain.direction import Direction
from assistant.domain.programme import Programme
from assistant.numbered import find_ordinals
from assistant.routing.past import Past
from assistant.text import bare, bigrams

_ID = re.compile(r"(?<![\w-])(?P<guide>(?:sticoop|nkrd)-\d{4}(?:-\d{2})?)\s*[/／]\s*(?P<number>\d{1,2}(?:\.\d{1,2})+)")
_NUMBER = re.compile(r"(?<![\d.])(\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)(?![\d.%％倍万亿]|\s*[a-zμ℃%])")
_LISTED = re.compile(r"\[((?:sticoop|nkrd)-\d{4}(?:-\d{2})?/[\d.]+)\]")
_QUOTED = re.compile(r"[“「《\"]([^”」》\"]+)[”」》\"]")
_TOLD = re.compile(r"(?<![\d.])(\d{1,2}\.\d{1,2})\s*([\u4e00-\u9fff“][^；。\n]{5,60})")
"""A direction told by number and title in a reply."""
_SHORTEST = 6
"""Characters of a title by which it is known."""


def find_direction(text: str, catalogue: Catalogue, past: Past) -> str:
    """Return the id of the one direction that the words mean; empty where they name none, or several."""
    directions = {one.id: one for programme in catalogue.programmes for one in programme.directions}
    named = [f"{found['guide']}/{found['number']}" for found in _ID.finditer(text)]
    known = [one for one in named if one in directions]
    if known:
        return known[0]
    return _by_number(text, catalogue) or _by_title(text, directions) or _from_past(text, past, catalogue)


def _by_number(text: str, catalogue: Catalogue) -> str:
    """Return the direction of that number in the guides that the text names; in all guides where it names none."""
    numbers = _NUMBER.findall(text)
    if not numbers:
        return ""
    guides = [one for one in catalogue.programmes if one.directions]
    pool = [one for one in guides if _is_named(one, text)] or guides
    found = [one for guide in pool for one in guide.directions if one.number == numbers[0]]
    if len(found) > 1:
        shared = [(len(bigrams(one.title) & bigrams(text)), one) for one in found]
        most = max(count for count, _ in shared)
        found = [one for count, one in shared if most > 1 and count == most]
    return found[0].id if len(found) == 1 else ""


def _is_named(programme: Programme, text: str) -> bool:
    info = programme.info
    loose = info.number == 0 and "战合" in text
    return loose or programme.id in text or any(name in text for name in (info.short_title, *info.aliases))


def _by_title(text: str, directions: dict[str, Direction]) -> str:
    said = bare(text)
    quoted = [bare(one) for one in _QUOTED.findall(text) if len(bare(one)) >= _SHORTEST]
    inside = [one for one in directions.values() if any(part in bare(one.title) for part in quoted)]
    if len(inside) == 1:
        return inside[0].id
    found = [one for one in directions.values() if len(bare(one.title)) >= _SHORTEST and bare(one.title) in said]
    return found[0].id if len(found) == 1 else ""


def _from_past(text: str, past: Past, catalogue: Catalogue) -> str:
    """Return the direction of an earlier list that the words point to (第2个方向), or the one spoken of last."""
    for one in reversed(past.exchanges):
        listed = _LISTED.findall(one.reply) or [
            found for told in _TOLD.findall(one.reply) if (found := _by_number("".join(told), catalogue))
        ]
        ordinals = find_ordinals(text)
        if listed and ordinals:
            place = ordinals[0].number - 1 if ordinals[0].number > 0 else len(listed) - 1
            return listed[place] if place < len(listed) else ""
        if len(listed) == 1:
            return listed[0]
        direction = getattr(one.call, "direction", "")
        if direction:
            return direction
        spoken = _by_number(one.text, catalogue)
        if spoken:
            return spoken
    return ""
