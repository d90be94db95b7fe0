"""Kind `agreement`: two counts of the draft are the same."""

from assistant.checks.judgement import Flaw, Found, Judgement, Kept, Silent
from assistant.checks.parsing.tally import count
from assistant.checks.subject import Subject
from assistant.domain.kinds.amounts import AgreementRule


def judge(rule: AgreementRule, subject: Subject) -> Judgement:
    """Compare the counts where both are above 0."""
    left, right = rule.tallies
    if not (subject.asks_for(left.field) and subject.asks_for(right.field)):
        return Silent()
    one, other = count(subject, left.field, left.of), count(subject, right.field, right.of)
    if not one or not other:
        return Silent()
    if one == other:
        return Kept()
    evidence = f"{one}个与{other}个"
    return Found(
        (Flaw(where=subject.place(right.field), evidence=evidence, detail=evidence, measured=one, allowed=str(other)),)
    )
