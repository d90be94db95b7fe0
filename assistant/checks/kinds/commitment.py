"""Kind `commitment`: a commitment stands whole, none of its elements denied or weakened."""

from assistant.checks.judgement import Flaw, Found, Judgement, Kept, Silent, shorten
from assistant.checks.parsing.elements import stands
from assistant.checks.parsing.people import NOTHING
from assistant.checks.subject import Subject
from assistant.domain.kinds.declarations import CommitmentRule
from assistant.text import bare


def judge(rule: CommitmentRule, subject: Subject) -> Judgement:
    """Look for each element in a clause that neither denies nor weakens it; a blank field is another rule's."""
    label = next(iter(subject.labels(rule.fields)), None)
    text = subject.text(label) if label else ""
    if label is None or not bare(text) or NOTHING.match(text):
        return Silent()
    missing = [element.name for element in rule.elements if not stands(element, text)]
    if not missing:
        return Kept()
    names = "”“".join(missing)
    flaw = Flaw(
        where=subject.place(label),
        evidence=shorten(text, 80),
        detail=f"没有“{names}”",
        measured="、".join(missing),
        allowed="、".join(element.name for element in rule.elements),
    )
    return Found((flaw,))
