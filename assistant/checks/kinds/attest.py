"""Kind `attest`: what no program decides, as a line for a person to tick."""

from assistant.checks.judgement import Judgement, Silent, Unsure
from assistant.checks.subject import Subject
from assistant.domain.kinds.content import AttestRule
from assistant.text import bare


def judge(rule: AttestRule, subject: Subject) -> Judgement:
    """Ask wherever every field concerned has text."""
    labels = subject.labels(rule.fields)
    if not labels or not all(bare(subject.text(label)) for label in labels):
        return Silent()
    return Unsure(rule.question or f"请人工确认：{rule.name}。")
