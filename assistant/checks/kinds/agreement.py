"""Kind `agreement`: two counts of the draft are the same."""

from assistant.checks.judgement import Flaw, Found, Judgement, Kept, Silent, Unsure
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
    if doubt := _name_doubt(rule, subject):
        return Unsure(f"{doubt}：写明的人数与名单是否一致？")
    evidence = f"{one}个与{other}个"
    return Found(
        (Flaw(where=subject.place(right.field), evidence=evidence, detail=evidence, measured=one, allowed=str(other)),)
    )


def _name_doubt(rule: AgreementRule, subject: Subject) -> str | None:
    field = next((one.field for one in rule.tallies if one.of == "members"), None)
    if field is None:
        return None
    from assistant.checks.parsing.member_doubts import name_doubt  # noqa: PLC0415 - one form in five has a list
    from assistant.checks.parsing.members import list_members  # noqa: PLC0415 - as above

    return name_doubt(subject.text(field), list_members(subject.lines(field)))
