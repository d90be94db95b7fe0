"""Kind `template`: the labels of the form are there at all."""

from assistant.checks.judgement import Flaw, Found, Judgement, Kept, Silent
from assistant.checks.subject import Subject
from assistant.domain.draft import Location
from assistant.domain.kinds.layout import TemplateRule


def judge(rule: TemplateRule, subject: Subject) -> Judgement:
    """Count the labels found."""
    labels = subject.labels(rule.fields)
    if not labels:
        return Silent()
    found = [label for label in labels if subject.fields(label)]
    if len(found) >= rule.least:
        return Kept()
    absent = "、".join(label for label in labels if label not in found)
    flaw = Flaw(
        where=Location(),
        evidence=f"找到的栏目：{'、'.join(found) or '无'}；没有找到：{absent}",
        measured=len(found),
        allowed=f"至少{rule.least}个（共{len(labels)}个）",
    )
    return Found((flaw,))
