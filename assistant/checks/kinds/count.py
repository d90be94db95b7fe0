"""Kind `count`: a list has so many entries."""

from assistant.checks.judgement import Flaw, Judgement, Silent, Unsure, conclude, shorten
from assistant.checks.parsing.listing import list_problems
from assistant.checks.parsing.tally import list_entries
from assistant.checks.stated import find_stated_number
from assistant.checks.subject import Subject
from assistant.domain.kinds.amounts import CountRule
from assistant.text import bare


def judge(rule: CountRule, subject: Subject) -> Judgement:
    """Count each field's list, or each group of it."""
    labels = subject.labels(rule.fields)
    if not labels:
        return Silent()
    return _judge_groups(rule, subject, labels[0]) if rule.groups else _judge_list(rule, subject, labels[0])


def _judge_groups(rule: CountRule, subject: Subject, label: str) -> Judgement:
    """A list that is absent is left to the rule that asks for it."""
    problems, headings = list_problems(subject.text(label), rule.groups)
    if not problems and not headings:
        return Silent()
    flaws: list[Flaw] = []
    for group in rule.groups:
        number = sum(problem.group == group for problem in problems)
        if not _is_allowed(rule, number):
            flaws.append(
                Flaw(
                    where=subject.place(label, group),
                    evidence=f"{group}：{number}个",
                    detail=group,
                    measured=number,
                    allowed=_name_allowed(rule),
                )
            )
    return conclude(flaws)


def _judge_list(rule: CountRule, subject: Subject, label: str) -> Judgement:
    entries = list_entries(subject, label, rule.of)
    number = len(entries)
    if rule.of == "members" and not number:
        number = find_stated_number(subject.text(label)) or 0
    if _is_allowed(rule, number):
        return conclude([])
    if rule.of == "members" and (doubt := _name_doubt(subject, label)):
        return Unsure(f"{doubt}：委员会专家是否有{_name_allowed(rule)}？")
    flaw = Flaw(
        where=subject.place(label),
        evidence="；".join(entries) or shorten(subject.text(label)) or "（空白）",
        detail="没有填写" if not bare(subject.text(label)) else f"共{number}个",
        measured=number,
        allowed=_name_allowed(rule),
        missing=number == 0,
    )
    return conclude([flaw])


def _name_doubt(subject: Subject, label: str) -> str | None:
    from assistant.checks.parsing.member_doubts import name_doubt  # noqa: PLC0415 - one form in five has a list
    from assistant.checks.parsing.members import list_members  # noqa: PLC0415 - as above

    return name_doubt(subject.text(label), list_members(subject.lines(label)))


def _is_allowed(rule: CountRule, number: int) -> bool:
    return (rule.least is None or number >= rule.least) and (rule.most is None or number <= rule.most)


def _name_allowed(rule: CountRule) -> str:
    unit = "人" if rule.of == "members" else "个"
    if rule.least == rule.most:
        return f"{rule.least}{unit}"
    if rule.most is None:
        return f"至少{rule.least}{unit}"
    return f"至多{rule.most}{unit}" if rule.least is None else f"{rule.least}至{rule.most}{unit}"
