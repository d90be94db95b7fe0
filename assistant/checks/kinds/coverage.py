"""Kind `coverage`: a section treats these elements."""

import re

from assistant.checks.judgement import Flaw, Found, Judgement, Kept, Silent, shorten
from assistant.checks.parsing.elements import holds
from assistant.checks.parsing.people import NOTHING
from assistant.checks.subject import Subject
from assistant.domain.kinds.content import CoverageRule, Element
from assistant.patterns import compiled
from assistant.text import bare

_LABELLED_LINE = re.compile(r"^\s*+(?:[（(]?[\d一二三四五六七八九十]{1,2}[）).、．]|[①-⑩])?\s*+[^：:，。；]{2,16}[：:]")

_INNER_LABEL = re.compile(r"(?<=[。；;])[^：:，。；;\n]{2,12}[：:]")
"""A label inside a line, where a sentence opens (…。推荐标准：…)."""


def judge(rule: CoverageRule, subject: Subject) -> Judgement:
    """Look for each element in the fields together, or in each field for itself."""
    labels = subject.labels(rule.fields)
    if not labels:
        return Silent()
    judged = [_judge_fields(rule, subject, group) for group in ([[one] for one in labels] if rule.each else [labels])]
    flaws = [flaw for one in judged if isinstance(one, Found) for flaw in one.flaws]
    return Found(tuple(flaws)) if flaws else next((one for one in judged if not isinstance(one, Silent)), Silent())


def _judge_fields(rule: CoverageRule, subject: Subject, labels: list[str]) -> Judgement:
    """A section that labels its elements is judged by its labels first."""
    label = labels[0]
    text = "\n".join(subject.text(one) for one in labels).strip()
    if not bare(text) or NOTHING.match(text):
        return _fail_blank(rule, subject, label) if rule.blank_fails else Silent()
    if rule.answered and compiled(rule.answered).search(text):
        return Silent()
    proving = "".join(_drop_ignored(rule, text))
    missing = _list_missing(rule.elements, proving)
    if len(rule.elements) - len(missing) >= (rule.least or len(rule.elements)):
        return Kept()
    names = "、".join(element.name for element in missing)
    found = "、".join(element.name for element in rule.elements if element not in missing)
    flaw = Flaw(
        where=subject.place(next((one for one in labels if bare(subject.text(one))), label)),
        evidence=f"找到：{found or '无'}；{shorten(text, 40)}",
        detail=f"“{label}”没有写到{names}" if rule.each else f"没有写到{names}",
        measured=names,
        allowed="、".join(element.name for element in rule.elements),
        severity="warning",
    )
    return Found((flaw,))


def _fail_blank(rule: CoverageRule, subject: Subject, label: str) -> Judgement:
    allowed = "、".join(element.name for element in rule.elements)
    return Found(
        (
            Flaw(
                where=subject.place(label),
                evidence="（空白）",
                detail="没有填写",
                measured=0,
                allowed=allowed,
                missing=True,
            ),
        )
    )


def _drop_ignored(rule: CoverageRule, text: str) -> list[str]:
    clauses = re.split(r"(?<=[，。；！？\n])", text)
    return [clause for clause in clauses if not rule.ignore or not compiled(rule.ignore).search(clause)]


def _list_missing(elements: tuple[Element, ...], text: str) -> list[Element]:
    lines = [line for line in text.split("\n") if line.strip()]
    heads = [found.group() if (found := _LABELLED_LINE.match(line)) else "" for line in lines]
    labelled = [element for element in elements if any(holds(element, head) for head in heads)]
    outlined = sum(any(holds(element, head) for element in elements) for head in heads)
    if min(len(labelled), outlined) < 2:  # noqa: PLR2004 - one label does not make an outline
        return [element for element in elements if not holds(element, text)]
    # what other elements' own paragraphs say in passing does not stand for an element of the outline
    free = "\n".join(
        [*(line for line, head in zip(lines, heads, strict=True) if not head), *_INNER_LABEL.findall(text)]
    )
    return [element for element in elements if element not in labelled and not holds(element, free)]
