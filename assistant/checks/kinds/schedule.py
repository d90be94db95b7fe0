"""Kind `schedule`: dates told in the draft keep the notice's interim dates."""

import re
from collections.abc import Iterator
from datetime import date

from assistant.checks.judgement import Flaw, Judgement, Silent, conclude, shorten
from assistant.checks.parsing.dates import FoundDate, find_dates
from assistant.checks.parsing.names import widen_marks
from assistant.checks.subject import Passage, Subject
from assistant.domain.kinds.procedure import ScheduleRule, Step
from assistant.patterns import compiled
from assistant.text import squash

_CLOSES = re.compile(r"截止|截至|结束|止(?!于)|收尾|完成征集")


def judge(rule: ScheduleRule, subject: Subject) -> Judgement:
    """Compare each step that the draft dates with the date in the step's quote."""
    year = subject.context.info.year
    flaws: list[Flaw] = []
    told = 0
    for step in rule.steps:
        limit = find_dates(step.quote, year)[0].value
        for passage, found, clause in _list_dated(rule, subject, step, year):
            told += 1
            if found.value > limit:
                flaws.append(_build(step, passage, found, clause, limit))
    return conclude(flaws) if told else Silent()


def _build(step: Step, passage: Passage, found: FoundDate, clause: str, limit: date) -> Flaw:
    return Flaw(
        where=passage.where.model_copy(
            update={"start": passage.where.start + found.start, "end": passage.where.start + found.end}
        ),
        evidence=shorten(clause, 80),
        detail=f"{step.name}的时间是{found.value.isoformat()}",
        measured=found.value.isoformat(),
        allowed=f"不晚于{limit.isoformat()}",
        quote=step.quote,
    )


def _list_dated(
    rule: ScheduleRule, subject: Subject, step: Step, year: int
) -> Iterator[tuple[Passage, FoundDate, str]]:
    """Yield the step's date where a clause tells of it: of a period the end, else the sentence's last one before it."""
    for passage in subject.passages():
        if passage.label not in rule.fields:
            continue
        dates = find_dates(passage.text, year)
        start = 0
        before: FoundDate | None = None
        opened = False
        """The clause before told of the step and dated nothing: 面向会员征集，3月30日截止."""
        for clause in re.split(r"(?<=[，。；;\n])", widen_marks(passage.text)):
            inside = [found for found in dates if start <= found.start < start + len(clause)]
            start += len(clause)
            named = compiled(step.cue).search(squash(clause)) is not None
            told = named or (opened and _CLOSES.search(clause) is not None)
            opened = named and not inside and before is None
            chosen = inside[-1] if inside else before
            if told and chosen:
                yield passage, chosen, clause
            if told or re.search(r"[。；;\n]$", clause):
                before = None
            elif inside:
                before = inside[-1]
