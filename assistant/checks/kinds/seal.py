"""Kind `seal`: each field that has text bears a seal and a full date."""

import re

from assistant.checks.judgement import Flaw, Judgement, Silent, Unsure, conclude, shorten
from assistant.checks.parsing.dates import find_dates
from assistant.checks.parsing.signatures import is_filled
from assistant.checks.subject import Subject
from assistant.domain.kinds.declarations import SealRule

_SEAL = re.compile(r"公\s*章|盖\s*章|印\s*章|签\s*章|[（(]\s*章\s*[）)]|已用印|单位章")
_UNSEALED = re.compile(
    r"(?:未|待|没有|无|暂缺|后补|补|须|需|请|拟)[^，。；\n（）()]{0,4}(?:公\s*章|盖\s*章|印\s*章|签\s*章|用印)|"
    r"(?:公章|盖章|印章|签章)[^，。；\n（）()]{0,2}(?:待|未|后补|暂缺|缺失)"
)
_PLACE = re.compile(r"(?:公章|盖章|印章|签章)\s*(?:处|栏|位置)")


def judge(rule: SealRule, subject: Subject) -> Judgement:
    """A blank field is another rule's; a picture in the field may be the seal."""
    flaws: list[Flaw] = []
    doubts: list[str] = []
    judged = False
    for label in subject.labels(rule.fields):
        text = subject.text(label)
        if not is_filled(text):
            continue
        judged = True
        lacking = list(_list_lacking(subject, label, text))
        if lacking:
            detail = f"“{label}”缺少{'和'.join(lacking)}"
            flaws.append(
                Flaw(
                    where=subject.place(label),
                    evidence=shorten(text[-60:]),
                    detail=detail,
                    measured="、".join(lacking),
                    allowed="公章和完整日期",
                    missing=True,
                )
            )
        elif _PLACE.search(text):
            doubts.append(label)
    if not flaws and doubts:
        return Unsure(f"“{'”“'.join(doubts)}”写着盖章的位置：是否已经盖章？")
    return conclude(flaws) if judged else Silent()


def _list_lacking(subject: Subject, label: str, text: str) -> list[str]:
    drawn = any(one.unread for one in subject.fields(label))
    sealed = bool(_SEAL.search(text)) and not _UNSEALED.search(text)
    dated = any(found.whole for found in find_dates(text, subject.context.info.year))
    lacking = [] if sealed or drawn else ["公章"]
    return lacking if dated else [*lacking, "完整日期"]
