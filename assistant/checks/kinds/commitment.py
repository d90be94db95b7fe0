"""Kind `commitment`: a commitment stands whole, none of its elements denied or weakened."""

import re

from assistant.checks.judgement import Flaw, Found, Judgement, Kept, Silent, shorten
from assistant.checks.parsing.people import NOTHING
from assistant.checks.subject import Subject
from assistant.domain.kinds.content import Element
from assistant.domain.kinds.declarations import CommitmentRule
from assistant.text import bare, squash

_CLAUSE = re.compile(r"[^，。；！？,;\n]+")


def judge(rule: CommitmentRule, subject: Subject) -> Judgement:
    """Look for each element in a clause that neither denies nor weakens it; a blank field is another rule's."""
    label = next(iter(subject.labels(rule.fields)), None)
    text = subject.text(label) if label else ""
    if label is None or not bare(text) or NOTHING.match(text):
        return Silent()
    missing = [element.name for element in rule.elements if not _stands(element, text)]
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


def _stands(element: Element, text: str) -> bool:
    """Words may be spread over lines and spaces, as a narrow table cell spreads them."""
    whole = squash(text)
    if element.denied and re.search(element.denied, whole):
        return False
    for cue in element.cues:
        for found in re.finditer(cue, whole):
            clause = next((one for one in _CLAUSE.finditer(whole) if one.start() <= found.start() < one.end()), None)
            span = (clause.start(), max(clause.end(), found.end())) if clause else found.span()
            if element.unless is None or not re.search(element.unless, whole[slice(*span)]):
                return True
    return False
