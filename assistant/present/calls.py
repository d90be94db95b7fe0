"""The dates of a call as plain Chinese text."""

from assistant.domain.catalogue import Catalogue
from assistant.domain.timeline import PointState, Timeline
from assistant.wording import POINTS, programme_name

_STATES: dict[PointState, str] = {"past": "已过", "now": "正在进行", "ahead": "未到"}


def present_timeline(timeline: Timeline, catalogue: Catalogue) -> str:
    """Return a line for each date with its clause below, conditions last, then what the text does not say."""
    parts = [f"{timeline.title}（今天按 {timeline.today}）"]
    for point in timeline.points:
        days = str(point.last) if point.first == point.last else f"{point.first} 至 {point.last}"
        notes = [_STATES[point.state]] if point.state in _STATES else []
        notes += ["原文没有写明哪一天"] if not point.exact else []
        notes += ["按发布日期推算"] if point.derived else []
        who = f"（{point.who}）" if point.who else ""
        where = f"{programme_name(catalogue, point.citation.programme)} {point.citation.clause}"
        parts.append(f"{days}　{POINTS[point.kind]}　{point.what}{who}{'　' if notes else ''}{'，'.join(notes)}")
        parts.append(f"    {where}「{point.citation.quote}」")
    parts += timeline.silent
    parts += [f"日历已写入 {timeline.output}。"] if timeline.output else []
    if timeline.output and all(point.kind == "eligibility" for point in timeline.points):
        parts.append("日历里没有日程：原文没有写明任何一个办事的日期。")
    return "\n".join(parts)
