"""Kind `format`: mobile numbers and addresses of electronic mail have a valid form."""

import re

from assistant.checks.judgement import Flaw, Judgement, Silent, conclude
from assistant.checks.parsing.people import LONGEST_CONTACT, list_emails, list_mobiles
from assistant.checks.subject import Subject
from assistant.domain.kinds.layout import FormatRule


def judge(rule: FormatRule, subject: Subject) -> Judgement:
    """Judge every number and address; spaces, hyphens and full width inside a number pass."""
    flaws: list[Flaw] = []
    judged = 0
    for label in subject.labels(rule.fields):
        text = subject.text(label)[:LONGEST_CONTACT]
        numbers, addresses = list_mobiles(text), list_emails(text)
        judged += len(numbers) + len(addresses)
        wrong = [("手机号码", one) for one in numbers if not re.fullmatch(rule.mobile, re.sub(r"[\s\-—()]", "", one))]
        wrong += [("邮箱", one) for one in addresses if not re.fullmatch(rule.email, one, re.ASCII)]
        flaws.extend(
            Flaw(
                where=subject.place(label, one),
                evidence=one,
                detail=f"{name}“{one}”",
                measured=one,
                allowed=f"有效的{name}",
            )
            for name, one in wrong
        )
    return conclude(flaws) if judged else Silent()
