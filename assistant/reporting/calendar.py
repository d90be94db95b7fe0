"""A timeline as a calendar file (iCalendar, RFC 5545): a whole day or days for each date, none for conditions."""

import hashlib
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from assistant.domain.catalogue import Catalogue
from assistant.domain.timeline import Timeline, TimelinePoint
from assistant.wording import POINTS, programme_name

_PRODUCT = "-//wenjin//wenjin//ZH"
_HOST = "wenjin"
"""Right half of the ids, which RFC 7986 wants to tell nothing of the machine."""
_DIGITS = 20


def render_calendar(timeline: Timeline, catalogue: Catalogue) -> bytes:
    """Return the .ics; the same timeline of the same day gives the same bytes.

    An event keeps its id as long as its clause and date do, so that a calendar that takes the file again updates it.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", timeline.title)
    stamp = datetime.combine(timeline.today, time(), tzinfo=UTC)
    for point in timeline.points:
        if point.kind != "eligibility":
            calendar.add_component(_build_event(point, catalogue, stamp))
    return calendar.to_ical()


def _build_event(point: TimelinePoint, catalogue: Catalogue, stamp: datetime) -> Event:
    name = programme_name(catalogue, point.citation.programme)
    event = Event()
    event.add("uid", f"{_digest(point)}@{_HOST}")
    event.add("dtstamp", stamp)
    event.add("dtstart", _first_day(point))
    event.add("dtend", point.last + timedelta(days=1))
    event.add("summary", f"{name}·{POINTS[point.kind]}：{point.what}")
    event.add("description", _describe(point))
    event.add("transp", "TRANSPARENT")
    return event


def _first_day(point: TimelinePoint) -> date:
    return point.first if point.kind == "stage" else point.last


def _describe(point: TimelinePoint) -> str:
    """Return what the calendar shows below the title; RFC 5545 escapes its line breaks."""
    lines = [f"“{point.citation.quote}”", f"依据：{point.citation.programme} {point.citation.clause}"]
    lines += [f"由谁：{point.who}"] if point.who else []
    lines += ["原文没有写明哪一天。"] if not point.exact else []
    lines += ["日期是通知的发布日期。"] if point.derived else []
    return "\n".join(lines)


def _digest(point: TimelinePoint) -> str:
    where = point.citation
    key = "\0".join((where.programme, where.clause, point.kind, point.what, str(point.first), str(point.last)))
    return hashlib.sha256(key.encode()).hexdigest()[:_DIGITS]
