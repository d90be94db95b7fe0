"""The outline of a proposal: every item of the direction a heading, its conditions a list to tick off."""

import re
from collections.abc import Iterator

from assistant.checking.one import find_candidates, find_guide
from assistant.checking.order import CheckOrder
from assistant.checks.coverage.demands import read_demands
from assistant.checks.coverage.notation import plain
from assistant.checks.coverage.segments import split_sentences
from assistant.domain.catalogue import Catalogue
from assistant.domain.coverage import ItemKind
from assistant.domain.direction import Direction, LimitKind, LimitScope
from assistant.domain.form import Form
from assistant.domain.outline import Outline, OutlineDemand, OutlineField, OutlineItem
from assistant.text import squash

_FORM = "proposal"
_ABOUT: dict[LimitKind, str] = {
    "duration_years": "实施周期",
    "subprojects": "课题数",
    "units": "参与单位数",
    "youth_units": "青年科学家项目参与单位数",
    "youth_subprojects": "青年科学家项目课题数",
    "youth_budget_wan_yuan": "青年科学家项目经费",
    "projects": "支持项数",
    "leaders": "负责人数",
}
_SCOPES: dict[LimitScope, str] = {"direction": "本方向", "area": "本任务", "programme": "本指南"}
_LEADING = re.compile(r"牵头|申报单位|联合申报|参与申报|组织申报|推荐单位")
_FUNDS, _LEAD, _OTHER = "配套经费", "牵头与申报单位", "其他要求"


def outline_direction(catalogue: Catalogue, order: CheckOrder) -> Outline:
    """Return the outline for the direction of the order.

    Raises:
        UnknownNameError: there is no such direction.
    """
    programme, form = find_candidates(catalogue, find_guide(catalogue, order), _FORM)[0]
    direction = next(one for one in programme.directions if one.id == order.direction)
    return Outline(
        direction=direction.id,
        number=direction.number,
        title=direction.title,
        guide=programme.info.short_title,
        heading=form.title,
        fields=tuple(_list_fields(form, direction, programme.info.short_title)),
        items=list_items(direction),
        research_content=direction.research_content,
        assessment_indicators=direction.assessment_indicators,
        demands=list_demands(direction),
    )


def make_readable(outline: Outline) -> Outline:
    """Return the outline as it is shown: the guide's words with their signs (≤ 10%) for the notation of its source."""
    return outline.model_copy(
        update={
            "items": tuple(one.model_copy(update={"quote": plain(one.quote)}) for one in outline.items),
            "demands": tuple(one.model_copy(update={"quote": plain(one.quote)}) for one in outline.demands),
            "research_content": plain(outline.research_content),
            "assessment_indicators": plain(outline.assessment_indicators),
        }
    )


def list_items(direction: Direction) -> tuple[OutlineItem, ...]:
    """Return what the direction asks for, research content first."""
    return (*_list_topics(direction), *_list_indicators(direction))


def list_demands(direction: Direction) -> tuple[OutlineDemand, ...]:
    """Return each sentence of conditions once with all that it lays down."""
    return tuple(_list_demands(direction))


def _list_fields(form: Form, direction: Direction, guide: str) -> Iterator[OutlineField]:
    known = {"programme": guide, "direction": f"{direction.number} {direction.title}"}
    for spec in form.fields:
        yield OutlineField(label=spec.label, text=known.get(spec.role or "", ""))


def _list_topics(direction: Direction) -> Iterator[OutlineItem]:
    """Yield the demands of each sentence; a sentence without any is one itself, so that none is passed over."""
    demands = read_demands(direction)
    for index, sentence in enumerate(split_sentences(direction.research_content)):
        told = [one for one in demands.topics if one.sentence == index]
        wanted = [one for one in told if one.kind in ("demand", "element")]
        for topic in wanted:
            quote = topic.text if topic.text in sentence.text else sentence.text
            yield _build("research_content", topic.words, quote)
        if not wanted and sentence.text.strip():
            yield _build("research_content", sentence.text, sentence.text)


def _list_indicators(direction: Direction) -> Iterator[OutlineItem]:
    """Yield each clause once, however many numbers it holds, with the sentence that it is a part of."""
    seen: set[tuple[int, str]] = set()
    for one in read_demands(direction).indicators:
        key = one.clause.start, one.clause.text
        if key not in seen:
            seen.add(key)
            yield _build("assessment_indicator", one.clause.text, one.sentence.text)


def _build(kind: ItemKind, heading: str, quote: str) -> OutlineItem:
    return OutlineItem(kind=kind, heading=plain(heading).strip("，、；。 "), quote=quote.strip())


def _list_demands(direction: Direction) -> Iterator[OutlineDemand]:
    ratios = {squash(one.quote) for one in direction.ratios}
    quoted = (*direction.requirements, *direction.ratios, *direction.limits)
    seen: set[str] = set()
    for one in quoted:
        key = squash(one.quote)
        if key in seen:
            continue
        seen.add(key)
        about = [_ABOUT[limit.kind] for limit in direction.limits if squash(limit.quote) == key]
        about += [_FUNDS] * (key in ratios) + [_LEAD] * bool(_LEADING.search(key))
        yield OutlineDemand(about=tuple(dict.fromkeys(about)) or (_OTHER,), quote=one.quote, scope=_SCOPES[one.scope])
