"""Kind `length`: characters without white space and labels."""

from assistant.checks.judgement import Flaw, Found, Judgement, Kept, Silent
from assistant.checks.subject import Subject
from assistant.domain.draft import Location
from assistant.domain.finding import Severity
from assistant.domain.kinds.amounts import LengthRule
from assistant.text import count_characters


def judge(rule: LengthRule, subject: Subject) -> Judgement:
    """Count the fields together, or the whole document where the rule names no field."""
    if not rule.fields:
        total = subject.count_content()
        return Kept() if _is_allowed(rule, total) else _fail(rule, Location(), total, f"全文{total}字", missing=True)
    labels = subject.labels(rule.fields)
    counts = {label: count_characters(subject.text(label)) for label in labels}
    total = sum(counts.values())
    if not total:
        return Silent()
    if _is_allowed(rule, total):
        return Kept()
    if len(labels) == 1:
        return _fail(rule, subject.place(labels[0]), total, _show_cut(rule, subject.text(labels[0]), total))
    first = next(label for label in labels if counts[label])
    return _fail(rule, subject.place(first), total, "，".join(f"{label}{number}字" for label, number in counts.items()))


def _is_allowed(rule: LengthRule, total: int) -> bool:
    return (rule.least is None or total >= rule.least) and (rule.most is None or total <= rule.most)


def _fail(rule: LengthRule, where: Location, total: int, evidence: str, *, missing: bool = False) -> Found:
    flaw = Flaw(
        where=where,
        evidence=evidence,
        detail=_name_distance(rule, total),
        measured=total,
        allowed=_name_allowed(rule),
        severity=_grade(rule, total),
        missing=missing,
    )
    return Found((flaw,))


def _grade(rule: LengthRule, total: int) -> Severity | None:
    too_short = rule.error_below is not None and total < rule.error_below
    too_long = rule.error_above is not None and total > rule.error_above
    return "error" if too_short or too_long else None


def _name_distance(rule: LengthRule, total: int) -> str:
    if rule.most is not None and total > rule.most:
        return f"超出{total - rule.most}字"
    return f"还差{(rule.least or 0) - total}字"


def _name_allowed(rule: LengthRule) -> str:
    if rule.least is not None and rule.most is not None:
        return f"{rule.least}至{rule.most}字"
    return f"不超过{rule.most}字" if rule.least is None else f"至少{rule.least}字"


def _show_cut(rule: LengthRule, text: str, total: int) -> str:
    """Show where the last allowed character falls."""
    squashed = "".join(text.split())
    if rule.most is None or total <= rule.most:
        return f"共{total}字"
    before, after = squashed[max(0, rule.most - 12) : rule.most], squashed[rule.most : rule.most + 12]
    return f"第{rule.most}字到此为止：…{before}｜{after}…"
