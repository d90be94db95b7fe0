"""Kind `duration`: the period is within the limit (实施周期不超过3年, 实施周期3~5年)."""

from assistant.checks.judgement import Flaw, Found, Judgement, Kept, Silent, Unsure, shorten
from assistant.checks.parsing.proposals.limits import cite_limit, list_limits
from assistant.checks.parsing.proposals.period import describe, exceeds, falls_short
from assistant.checks.parsing.proposals.reading import read_duration
from assistant.checks.subject import Subject
from assistant.domain.kinds.proposals import DurationRule


def judge(_rule: DurationRule, subject: Subject) -> Judgement:
    """Find a period that is too long; one that is shorter than a guide's range is asked about."""
    limit = next((one for one in list_limits(subject, "duration_years") if one.maximum is not None), None)
    if limit is None or limit.maximum is None:
        return Silent()
    period = subject.recall(read_duration)
    allowed = f"{limit.minimum:g}至{limit.maximum:g}年" if limit.minimum else f"不超过{limit.maximum:g}年"
    if not period.known:
        return Unsure(f"没有写明实施周期：是否{allowed}？")
    over = exceeds(period, limit.maximum)
    if over is None:
        return Unsure(f"实施周期写作“{shorten(period.text)}”：实际有几年，是否{allowed}？")
    if over:
        flaw = Flaw(
            where=subject.place_as("period"),
            evidence=shorten(period.text),
            detail=describe(period),
            measured=describe(period),
            allowed=allowed,
            source=cite_limit(subject, limit),
        )
        return Found((flaw,))
    if limit.minimum and falls_short(period, limit.minimum):
        return Unsure(f"实施周期是{describe(period)}，指南写的是{allowed}：是否可以短于{limit.minimum:g}年？")
    return Kept()
