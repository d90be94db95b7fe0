"""The dates of a call as a small plot with the same in words below it."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from assistant.domain.catalogue import Catalogue
from assistant.domain.timeline import Timeline, TimelinePoint
from assistant.wording import POINTS, citation_mark, show_quote
from wenjin_ui.views.marks import cite, fold, join
from wenjin_ui.views.places import place_of_citation
from wenjin_ui.words import frame, keyed, named, say, text

_WIDTH, _HEIGHT, _LEFT, _AXIS = 640, 64, 24, 36
_PLOT = Markup('<svg class="wj-plot wj-time" viewBox="0 0 {} {}" role="img"{}>{}</svg>')
_DOT = Markup(
    '<g class="wj-dot wj-{state}"><title>{when} {name}：{what}</title>'
    '<line x1="{first:.1f}" y1="{y}" x2="{last:.1f}" y2="{y}"></line><circle cx="{last:.1f}" cy="{y}" r="6"></circle>'
    '<text x="{last:.1f}" y="{label}" text-anchor="{anchor}">{short}</text></g>'
)
_TODAY = frame(
    '<g class="wj-today"><line x1="{x:.1f}" y1="22" x2="{x:.1f}" y2="50"></line>'
    '<text x="{x:.1f}" y="62" text-anchor="middle"{words}>{today}</text></g>'
)
_EDGE = 0.85
"""Share of the width from which a label stands left of its dot."""


def render_timeline(timeline: Timeline, catalogue: Catalogue) -> Markup:
    """Return the fold with the plot and the list; nothing for a call without dates."""
    dated = [one for one in timeline.points if one.kind != "eligibility"]
    if not dated:
        return Markup("")
    rows = join(_row(one, catalogue) for one in timeline.points)
    silent = join(Markup("<li>{}</li>").format(one) for one in timeline.silent)
    body = _plot(dated, timeline.today) + Markup('<ol class="wj-dates">{}{}</ol>').format(rows, silent)
    return Markup('<div class="wj-years">{}</div>').format(fold(say("time.title", n=len(timeline.points)), body))


def _plot(points: Sequence[TimelinePoint], today: date) -> Markup:
    first, last = min(one.first for one in points), max(one.last for one in points)
    days = max((last - first).days, 1)

    def at(day: date) -> float:
        return _LEFT + (_WIDTH - 2 * _LEFT) * (day - first).days / days

    words = "；".join(f"{_when(one)} {POINTS[one.kind]}：{one.what}" for one in points)
    dots = join(_dot(number, one, (at(one.first), at(one.last))) for number, one in enumerate(points))
    axis = Markup('<line class="wj-axis" x1="{0}" y1="{2}" x2="{1}" y2="{2}"></line>').format(
        _LEFT, _WIDTH - _LEFT, _AXIS
    )
    now = (
        _TODAY.format(x=at(today), words=keyed("time.today"), today=text("time.today"))
        if first <= today <= last
        else Markup("")
    )
    return _PLOT.format(_WIDTH, _HEIGHT, named("aria-label", "time.plot", words=words), axis + now + dots)


def _dot(number: int, point: TimelinePoint, place: tuple[float, float]) -> Markup:
    share = place[1] / _WIDTH
    return _DOT.format(
        state=point.state,
        when=_when(point),
        name=POINTS[point.kind],
        what=point.what,
        first=place[0],
        last=place[1],
        y=_AXIS,
        label=18 if number % 2 == 0 else 58,
        anchor="end" if share > _EDGE else "start" if share < 1 - _EDGE else "middle",
        short=f"{point.last:%m-%d} {POINTS[point.kind]}",
    )


def _row(point: TimelinePoint, catalogue: Catalogue) -> Markup:
    one = point.citation
    mark = cite(citation_mark(catalogue, one.programme, one.clause), place_of_citation(one, catalogue), show_quote(one))
    who = f"{point.who} " if point.who else ""
    return Markup('<li><span class="wj-k">{} {}</span> {}{} {}</li>').format(
        _when(point), say(f"point.{point.kind}"), who, point.what, mark
    )


def _when(point: TimelinePoint) -> str:
    return str(point.last) if point.first == point.last else f"{point.first} 至 {point.last}"
