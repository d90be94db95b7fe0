"""Kind `share`: a field takes no more than its share of several fields."""

from assistant.checks.judgement import Flaw, Judgement, Silent, conclude
from assistant.checks.subject import Subject
from assistant.domain.kinds.amounts import ShareRule
from assistant.text import count_characters


def judge(rule: ShareRule, subject: Subject) -> Judgement:
    """Compare each field judged with the whole."""
    counts = {label: count_characters(subject.text(label)) for label in subject.labels(rule.of)}
    total = sum(counts.values())
    if sum(number > 0 for number in counts.values()) < rule.least_fields:
        return Silent()
    return conclude(
        [
            Flaw(
                where=subject.place(label),
                evidence="，".join(f"{name}{number}字" for name, number in counts.items()),
                detail=f"“{label}”占正文的{counts[label] / total:.0%}",
                measured=round(counts[label] / total, 2),
                allowed=f"不超过{rule.most:.0%}",
            )
            for label in subject.labels(rule.fields)
            if counts.get(label, 0) > rule.most * total
        ]
    )
