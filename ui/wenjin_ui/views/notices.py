"""A notice as the workspace shows it: whole, its structure visible, the quoted characters marked."""

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator

from markupsafe import Markup, escape

from assistant.domain.catalogue import Catalogue
from assistant.domain.notice import Notice, Span
from assistant.domain.programme import Programme
from assistant.domain.timeline import Timeline
from assistant.errors import InputError
from assistant.wording import programme_of, standing
from wenjin_ui.views.places import Place
from wenjin_ui.views.timelines import render_timeline
from wenjin_ui.views.years import find_pair, render_pair
from wenjin_ui.words import frame, say

LONGEST_HEADING = 60
"""Characters; a numbered clause that runs on is a paragraph."""
FULL_LINE = 20
"""Characters from which an unfinished line of a PDF goes on in the next one; a shorter one is a heading."""
_WORD = re.compile(r"[^\W_]")
"""Lines of bare marks (###) are left by web pages and tell a reader nothing."""
_SAID = re.compile(r"[。！？]\s*$")
_ENDED = re.compile(r"[。；：！？!?;:）)”]\s*$")
_PAGE = frame(
    '<section class="wj-notice" data-place="{place}" aria-label="{title}">'
    '<header class="wj-source"><h2>{title}</h2><p>{facts}</p>'
    '<div class="wj-steps" role="group" [[aria-label=notice.steps]]>'
    '<button type="button" data-step="-1">[[notice.previous]]</button>'
    '<button type="button" data-step="1">[[notice.next]]</button></div>{more}</header>'
    '<div class="wj-text" lang="zh-CN">{body}</div></section>'
)


def render_notice(place: Place, catalogue: Catalogue, timeline: Timeline | None = None) -> str:
    """Return the notice of a place as HTML with the place marked.

    Args:
        place: what is marked.
        catalogue: knows the notice, and that of another year.
        timeline: dates of the call; None leaves them out.

    Raises:
        InputError: the notice is unknown or ends before the place.
    """
    programme = programme_of(catalogue, place.programme)
    if programme is None or any(not 0 <= one.start <= one.end <= len(programme.notice.text) for one in place.spans):
        raise InputError("找不到这条依据。", where=str(place), hint="资料可能已更新，请重新提问。")
    return str(
        _PAGE.format(
            place=str(place),
            title=programme.info.title,
            facts=_facts(programme, catalogue),
            more=_more(place, programme, catalogue, timeline),
            body=Markup("").join(_paragraphs(programme, place.spans)),
        )
    )


def _more(place: Place, programme: Programme, catalogue: Catalogue, timeline: Timeline | None) -> Markup:
    """Return the dates of the call, and what the other year says instead of what is marked."""
    first = place.spans[0]
    pair = find_pair(programme, first.start, catalogue) if first.end > first.start else None
    dates = render_timeline(timeline, catalogue) if timeline else Markup("")
    return dates + (render_pair(pair, programme) if pair else Markup(""))


def _facts(programme: Programme, catalogue: Catalogue) -> Markup:
    info = programme.info
    deadline = say("notice.deadline", day=info.deadline.isoformat()) if info.deadline else None
    issued = say("notice.issued", day=info.issued_on.isoformat()) if info.issued_on else None
    return Markup(" · ").join(part for part in (info.document_no, issued, deadline, standing(catalogue, info)) if part)


def _paragraphs(programme: Programme, marks: tuple[Span, ...]) -> Iterator[Markup]:
    notice = programme.notice
    headings = {clause.span.start for clause in notice.clauses if clause.title}
    cuts = _cuts(programme)
    anchor = marks[0].start
    for start, end in itertools.pairwise(cuts):
        paragraph = notice.text[start:end]
        if _WORD.search(paragraph):
            heading = start in headings and len(paragraph) <= LONGEST_HEADING
            here = Markup(' id="wj-here"') if start <= anchor < end or (anchor == start == 0) else Markup("")
            kind = Markup(' class="wj-h"') if heading else Markup("")
            yield Markup("<p{}{}>{}</p>").format(kind, here, _inline(notice, Span(start, end), marks))


def _cuts(programme: Programme) -> list[int]:
    """Return where paragraphs begin: at clauses, directions, their sections and furniture, and where a line ends one.

    Guides come from a PDF that broke its lines inside sentences, with blank lines between them; those are joined.
    """
    notice, text = programme.notice, programme.notice.text
    known = {clause.span.start for clause in notice.clauses}
    known |= {edge for item in notice.furniture for edge in (item.span.start, item.span.end)}
    for direction in programme.directions:
        known |= {direction.span.start, *(section.pieces[0].start for section in direction.sections if section.pieces)}
    lines = (found for found in re.finditer(r"[^\n]*\n\s*", text))
    ends = {line.end() for line in lines if _ends_paragraph(line.group(), broken=bool(programme.directions))}
    return sorted({0, len(text)} | known | ends)


def _ends_paragraph(line: str, *, broken: bool) -> bool:
    """Say whether a line with the white space behind it ends a paragraph.

    Args:
        line: the line.
        broken: whether the notice's lines break inside sentences.
    """
    if broken:
        return bool(_SAID.search(line)) or len(line.strip()) < FULL_LINE
    return bool(_ENDED.search(line)) or line.count("\n") > 1


def _inline(notice: Notice, span: Span, marks: tuple[Span, ...]) -> Markup:
    """Return the characters of a paragraph, the marked ones inside <mark>; line breaks become spaces in the browser."""
    edges = {span.start, span.end} | {edge for mark in marks for edge in (mark.start, mark.end)}
    cuts = sorted(edge for edge in edges if span.start <= edge <= span.end)
    furniture = [item.span for item in notice.furniture]
    pieces: list[Markup] = []
    for start, end in itertools.pairwise(cuts):
        piece = _joined(notice.text[start:end])
        if any(mark.start <= start and end <= mark.end for mark in marks):
            piece = Markup('<mark tabindex="-1">{}</mark>').format(piece)
        elif _inside(furniture, start):
            piece = Markup('<span class="wj-furniture">{}</span>').format(piece)
        pieces.append(piece)
    return Markup("").join(pieces)


def _inside(spans: list[Span], position: int) -> bool:
    number = bisect_right(spans, position, key=lambda span: span.start) - 1
    return number >= 0 and position < spans[number].end


def _joined(text: str) -> Markup:
    """Return the text escaped, without line breaks between Chinese characters: a browser would show them as spaces."""
    return escape(re.sub(r"(?<=[^\x00-\x7f])\s*\n\s*(?=[^\x00-\x7f])", "", text))
