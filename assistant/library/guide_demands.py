"""What binds one direction: its own sentences, its area's, its programme's, with their limits and ratios."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.direction import Limit, Requirement, Section
from assistant.domain.notice import Span
from assistant.library.guide_flow import Sentence, split_sentences
from assistant.library.guide_limits import find_limits, find_ratio
from assistant.library.guide_provisions import Provision, build_requirement, find_ratios, is_demand
from assistant.library.guide_sections import ReadDirection, strip_label
from assistant.text import squash

_YOUTH_TAGS = frozenset({"青年科学家项目", "*"})
_TEXTS = ("research_content", "assessment_indicators")
_CATEGORY_END = "类"
_COLON = re.compile("[:：]")
_YOUTH_TASK = re.compile("青年科学家项目")
_PARTNERS = re.compile(
    r"(?:合作单位|参与单位|参加单位|合作团队|合作方|牵头单位|申报单位)[^，；。]*(?:参与|须|应|需|不少于)"
    r"|(?:须|应)[^，；。]*(?:合作单位|参与单位|参加单位)|[同与](?:\d+个以上|多个)国家[（(]地区"
)
"""Sentences about partners that stand among research contents or indicators."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Demands:
    """All that binds one direction, the nearest scope first."""

    requirements: tuple[Requirement, ...]
    limits: tuple[Limit, ...]
    ratios: tuple[Requirement, ...]
    matching_funds: str | None


def collect_demands(
    text: str, number: str, read: ReadDirection, area: Sequence[Provision], programme: Sequence[Provision]
) -> Demands:
    """Return what binds the direction.

    Args:
        text: the whole notice.
        number: the direction's number.
        read: the direction as read.
        area: provisions of its area's paragraph.
        programme: provisions of the preamble.
    """
    own = tuple(_list_own(text, read))
    own_text = squash("".join(section.text for section in read.sections))
    youth = bool(_YOUTH_TAGS.intersection(read.tags)) or any(_YOUTH_TASK.search(item.squashed) for item in own)
    around = [item for item in (*area, *programme) if item.target.binds(number, own_text, youth=youth)]
    around.sort(key=lambda item: item.requirement.scope != "area")
    own_ratios = [ratio for item in own for ratio in find_ratios(text, item, "direction")]
    ratios = (*own_ratios, *(ratio for item in around for ratio in item.ratios))
    own_limits = [limit for item in own for limit in find_limits(text, item, "direction")]
    limits = tuple(_select_limits(own_limits, [limit for item in around for limit in item.limits], read.tags))
    return Demands(
        requirements=(
            *(build_requirement(item, "direction") for item in own),
            *(item.requirement for item in around if _still_holds(item, limits)),
        ),
        limits=limits,
        ratios=ratios,
        matching_funds=next((find_ratio(squash(ratio.text)) for ratio in ratios if ratio.scope != "programme"), None),
    )


def _list_own(text: str, read: ReadDirection) -> Iterator[Sentence]:
    """Yield the sentences of the requirements, then those about partners in the other sections."""
    for section in read.sections:
        if section.kind == "requirements":
            yield from split_sentences(text, _list_pieces(text, section))
    for section in read.sections:
        if section.kind in _TEXTS and _PARTNERS.search(squash(section.text)):
            for sentence in split_sentences(text, _list_pieces(text, section)):
                if _PARTNERS.search(sentence.squashed):
                    yield sentence


def _list_pieces(text: str, section: Section) -> tuple[Span, ...]:
    """Return the pieces of the section behind its label."""
    colon = _COLON.search(text, section.pieces[0].start) if section.label else None
    return strip_label(text, section.pieces, colon.end()) if colon else section.pieces


def _still_holds(provision: Provision, limits: Sequence[Limit]) -> bool:
    """Say whether anything of the provision is left, where nearer ones replaced its limits."""
    asks_more = not provision.limits or is_demand(squash(provision.requirement.text))
    return asks_more or any(limit.span == provision.requirement.span for limit in limits)


def _select_limits(own: Iterable[Limit], around: Sequence[Limit], tags: Sequence[str]) -> Iterator[Limit]:
    """Yield limits without repetition; one of a nearer scope replaces all of its kind further off."""
    named = {limit.applies_to for limit in around if limit.applies_to.endswith(_CATEGORY_END)}
    tagged = bool(named.intersection(tags))
    scope_of: dict[str, str] = {}
    seen: set[tuple[object, ...]] = set()
    for limit in (*own, *around):
        nearest = scope_of.setdefault(limit.kind, limit.scope)
        other_category = tagged and limit.applies_to in named and limit.applies_to not in tags
        key = (limit.kind, limit.minimum, limit.maximum, limit.applies_to)
        if nearest == limit.scope and not other_category and key not in seen:
            seen.add(key)
            yield limit
