"""Kind `safeguard`: a draft that plans a kind of work states how it is safeguarded."""

import re
from collections.abc import Iterator

from assistant.checks.judgement import Flaw, Found, Judgement, Kept, Silent, Unsure, shorten
from assistant.checks.parsing.elements import stands
from assistant.checks.subject import Passage, Subject
from assistant.domain.kinds.conditions import SafeguardRule
from assistant.domain.kinds.content import Element
from assistant.text import squash

_CLAUSE = re.compile(r"[^，。；！？,;\n]+")
_NAMES = re.compile(
    r"[\u4e00-\u9fff]{0,10}(?:实验动物|动物(?:实验|模型|资源|研究)?|遗传资源|临床(?:试验|研究|医学)?|(?:生物)?样本|志愿者|人体)"
    r"[\u4e00-\u9fff]{0,6}(?:研究所|研究院|研究中心|实验室|中心|医院|大学|学院|公司|服务队|委员会)(?!内|中|里)"
)
"""Names of units may hold the words of the work (实验动物研究所)."""


def judge(rule: SafeguardRule, subject: Subject) -> Judgement:
    """Find a clause that shows the work; then look for each statement anywhere in the draft."""
    texts = [passage for passage in subject.passages() if not passage.hidden]
    planned = [one for one in texts if not one.label or one.label in rule.planned]
    shown = next(_list_clauses(rule.work, planned), None)
    doubtful = None if shown else next(_list_clauses(rule.hint, planned), None)
    if doubtful and rule.context and any(re.search(rule.context, one.text) for one in planned):
        shown, doubtful = doubtful, None
    if shown is None and doubtful is None:
        return Silent()
    whole = "。\n".join(passage.text for passage in texts)
    missing = [one.name for one in rule.statements if not _is_stated(one, whole)]
    if not missing:
        advised = rule.advised
        if shown and advised and not _is_stated(advised, whole):
            return Unsure(f"稿中写着“{shorten(shown, 40)}”：是否写明了{advised.name}？")
        return Kept()
    asked = "、".join(missing)
    denied = re.search(rule.denial, squash(whole))
    if doubtful is not None and denied:
        return Kept()
    if doubtful is not None:
        return Unsure(f"稿中写着“{shorten(doubtful, 40)}”，没有写明{asked}：是否需要？")
    if denied:
        return Unsure(f"稿中写着“{shorten(shown or '', 40)}”，又说不涉及：以哪一处为准，是否应写明{asked}？")
    return _miss(rule, subject, shown or "", missing)


def _miss(rule: SafeguardRule, subject: Subject, shown: str, missing: list[str]) -> Found:
    expected = next((label for label in rule.fields if subject.fields(label)), rule.fields[0])
    flaw = Flaw(
        where=subject.place(expected),
        evidence=shorten(shown, 80),
        detail=f"没有写明{'、'.join(missing)}",
        measured="、".join(missing),
        allowed="、".join(one.name for one in rule.statements),
        missing=True,
    )
    return Found((flaw,))


def _list_clauses(element: Element, passages: list[Passage]) -> Iterator[str]:
    """Yield the clauses that show the work; names of units and clauses that deny it do not."""
    for passage in passages:
        for found in _CLAUSE.finditer(passage.text):
            clause = _NAMES.sub("", squash(found.group()))
            if element.unless and re.search(element.unless, clause):
                continue
            if any(re.search(cue, clause) for cue in element.cues):
                yield found.group().strip()


def _is_stated(element: Element, text: str) -> bool:
    """Sentences are looked at one by one, so that a statement on other work does not count."""
    return any(stands(element, sentence) for sentence in re.split(r"[。；;\n]", text))
