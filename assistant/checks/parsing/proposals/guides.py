"""The guide among several that a proposal applies under: guides share their numbers, so a name or a title decides."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.checks.parsing.proposals.likeness import share_of_pairs
from assistant.checks.parsing.proposals.naming import guess_by_title, list_numbers, list_titled
from assistant.checks.parsing.proposals.stated import Stated
from assistant.domain.direction import Direction
from assistant.domain.programme import Programme
from assistant.text import bare, bigrams, dice

_ALIKE = 0.6
"""Dice coefficient from which the words are a guide's name or a direction's title."""
_NEAR = 0.3
"""Share of a direction's words in the proposal from which its number may be that direction's."""
_CLEAR = 0.15
"""Distance to the next guide from which the proposal's words decide between them."""
_LEAST_TITLE = 6


@dataclass(frozen=True, slots=True)
class GuideChoice:
    """A guide with what it was known by."""

    programme: Programme
    because: str
    """Chinese clause without a full stop."""
    sure: bool
    """False where only the project's subject points to it."""


def choose_guide(stated: Stated, guides: Sequence[Programme]) -> GuideChoice | None:
    """Return the guide that the proposal applies under; None where nothing tells.

    Its name decides first, wherever it stands; then the title of a direction, a number with words like those of its
    direction, and last the project's title, which is a guess.
    """
    ways: tuple[Callable[[Stated, Sequence[Programme]], GuideChoice | None], ...] = (
        _by_name, _by_title, _by_number, _by_subject,
    )  # fmt: skip
    return next((found for way in ways if (found := way(stated, guides))), None)


def _by_name(stated: Stated, guides: Sequence[Programme]) -> GuideChoice | None:
    places = (("申报专项", stated.programme), ("指南方向", stated.direction), ("封面", stated.elsewhere))
    for place, text in places:
        named = sorted(((_named(text, one), one.id, one) for one in guides), reverse=True)
        if named and named[0][0] and (len(named) == 1 or named[0][0] > named[1][0]):
            return GuideChoice(named[0][2], f"{place}写明“{named[0][2].info.short_title}”", sure=True)
    return None


def _named(text: str, guide: Programme) -> float:
    """Return how many characters of the guide's name the text has; 0 where it does not name it."""
    plain = bare(text)
    names = (guide.info.short_title, re.sub(r"（.*?）", "", guide.info.short_title), *guide.info.aliases)
    held = [len(bare(name)) for name in names if bare(name) and bare(name) in plain]
    if held:
        return max(held)
    return dice(text, guide.info.short_title) if dice(text, guide.info.short_title) >= _ALIKE else 0


def _by_title(stated: Stated, guides: Sequence[Programme]) -> GuideChoice | None:
    for place, text in (("指南方向", stated.direction), ("项目名称", stated.title), ("封面", stated.elsewhere)):
        held = [(one, guide) for guide in guides for one in list_titled(text, guide.directions)]
        if len({guide.id for _, guide in held}) == 1:
            direction, guide = held[0]
            return GuideChoice(guide, f"{place}中有“{direction.title}”，是该指南的{direction.number}", sure=True)
    alike = [(dice(_without_numbers(stated.direction), one.title), one, guide) for one, guide in _pairs(guides)]
    alike.sort(key=lambda it: it[0], reverse=True)
    if alike and alike[0][0] >= _ALIKE:
        _, direction, guide = alike[0]
        return GuideChoice(guide, f"指南方向与“{direction.title}”相近，是该指南的{direction.number}", sure=True)
    return None


def _by_number(stated: Stated, guides: Sequence[Programme]) -> GuideChoice | None:
    """Several guides have the number; the one whose direction is about the same is meant."""
    numbers = list_numbers(stated.direction) or list_numbers(stated.elsewhere)
    if not numbers:
        return None
    whole = "\n".join((stated.title, stated.direction, stated.content))
    among = [one for one, _ in _pairs(guides)]
    held = bigrams(whole)
    scored = [
        (max(share_of_pairs(words, held, among) for words in (one.title, one.research_content)), guide.id, guide)
        for one, guide in _pairs(guides)
        if one.number == numbers[0]
    ]
    scored.sort(reverse=True)
    if not scored or scored[0][0] < _NEAR or (len(scored) > 1 and scored[0][0] - scored[1][0] < _CLEAR):
        return None
    return GuideChoice(scored[0][2], f"各指南都有编号{numbers[0]}，按研究内容取最相近的", sure=True)


def _by_subject(stated: Stated, guides: Sequence[Programme]) -> GuideChoice | None:
    among = [one for one, _ in _pairs(guides)]
    found = guess_by_title(stated.title, among)
    guide = next((guide for one, guide in _pairs(guides) if one is found), None)
    if found is None or guide is None:
        return None
    return GuideChoice(guide, f"稿中没有写明，按项目名称猜测为“{found.title}”所在的指南，请核对", sure=False)


def _pairs(guides: Sequence[Programme]) -> list[tuple[Direction, Programme]]:
    return [(one, guide) for guide in guides for one in guide.directions]


def _without_numbers(text: str) -> str:
    return re.sub(r"[\d.]+", " ", text)
