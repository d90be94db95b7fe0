"""Kind `safeguard`: a draft that plans a kind of work states how it is safeguarded."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.checks.judgement import Flaw, Found, Judgement, Kept, Silent, Unsure, shorten
from assistant.checks.parsing.elements import stands
from assistant.checks.subject import Subject
from assistant.domain.kinds.conditions import SafeguardRule
from assistant.domain.kinds.content import Element
from assistant.patterns import compiled
from assistant.text import squash

_CLAUSE = re.compile(r"[^，。；！？,;\n]+")
_NAMES = re.compile(
    r"[\u4e00-\u9fff]{0,10}(?:实验动物|动物(?:实验|模型|资源|研究)?|遗传资源|临床(?:试验|研究|医学)?|(?:生物)?样本|志愿者|人体)"
    r"[\u4e00-\u9fff]{0,6}(?:研究所|研究院|研究中心|实验室|中心|医院|大学|学院|公司|服务队|委员会)(?!内|中|里)"
)
"""Names of units may hold the words of the work (实验动物研究所)."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the draft."""

    label: str
    """Official label of its field; empty outside all fields."""
    text: str
    squashed: str
    """Without white space."""


def judge(rule: SafeguardRule, subject: Subject) -> Judgement:
    """Find a clause that shows the work; then look for each statement anywhere in the draft."""
    planned = [one for one in subject.recall(read_paragraphs) if not one.label or one.label in rule.planned]
    shown = next(_list_showing(rule.work, planned), None)
    hinted = None if shown else next(_list_showing(rule.hint, planned), None)
    if hinted and rule.context and any(compiled(rule.context).search(one.squashed) for one in planned):
        shown, hinted = hinted, None
    sentences = subject.recall(read_sentences)
    missing = [one.name for one in rule.statements if not _is_stated(one, sentences)] if shown or hinted else []
    denied = any(compiled(rule.denial).search(one) for one in sentences) if missing else False
    if shown:
        return _judge_shown(rule, subject, shown, missing, denied=denied)
    if hinted and missing and not denied:
        return Unsure(f"稿中写着“{shorten(hinted, 40)}”，没有写明{'、'.join(missing)}：是否需要？")
    return Kept() if hinted else Silent()


def read_paragraphs(subject: Subject) -> list[Paragraph]:
    """Return the paragraphs of the draft; ask with `subject.recall(read_paragraphs)`."""
    return [Paragraph(one.label, one.text, squash(one.text)) for one in subject.passages() if not one.hidden]


def read_sentences(subject: Subject) -> list[str]:
    """Return the sentences of the draft without white space; ask with `subject.recall(read_sentences)`."""
    texts = (passage.text for passage in subject.passages() if not passage.hidden)
    return [plain for text in texts for one in re.split(r"[。；;\n]", text) if (plain := squash(one))]


def _judge_shown(rule: SafeguardRule, subject: Subject, shown: str, missing: list[str], *, denied: bool) -> Judgement:
    words = shorten(shown, 40)
    if missing and denied:
        asked = "、".join(missing)
        return Unsure(f"稿中写着“{words}”，又说不涉及：以哪一处为准，是否应写明{asked}？")
    if missing:
        return _miss(rule, subject, shown, missing)
    if rule.advised and not _is_stated(rule.advised, subject.recall(read_sentences)):
        return Unsure(f"稿中写着“{words}”：是否写明了{rule.advised.name}？")
    return Kept()


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


def _list_showing(element: Element, paragraphs: list[Paragraph]) -> Iterator[str]:
    """Yield the clauses that show the work; names of units and clauses that deny it do not."""
    known = [compiled(cue) for cue in element.cues]
    for paragraph in paragraphs:
        cues = [cue for cue in known if cue.search(paragraph.squashed)]
        for found in _CLAUSE.finditer(paragraph.text) if cues else ():
            clause = squash(found.group())
            if any(cue.search(clause) for cue in cues) and _proves(element, _NAMES.sub("", clause)):
                yield found.group().strip()


def _proves(element: Element, clause: str) -> bool:
    denied = bool(element.unless and compiled(element.unless).search(clause))
    return not denied and any(compiled(cue).search(clause) for cue in element.cues)


def _is_stated(element: Element, sentences: list[str]) -> bool:
    """Sentences are looked at one by one, so that a statement on other work does not count."""
    cues = [compiled(cue) for cue in element.cues]
    return any(stands(element, one) for one in sentences if any(cue.search(one) for cue in cues))
