"""Kind `translation`: English stands for the Chinese beside it, as far as the draft's own keywords tell."""

import re

from assistant.checks.judgement import Flaw, Judgement, Silent, Unsure, conclude
from assistant.checks.parsing.concepts import names_another
from assistant.checks.parsing.keywords import split_keywords
from assistant.checks.subject import Subject
from assistant.domain.kinds.titles import TranslationRule
from assistant.text import bare

_WORD = re.compile(r"[a-z]{3,}")
_STEM = 5
"""Letters by which two English words of one family agree (electroreduction, electroreductive)."""
_ANOTHER_SUBJECT, _SAME_SUBJECT = 0.34, 0.5
"""Share of words of expected keywords in the English title: below the first the title speaks of something else; from
the second on a keyword that is wholly lost is the odd one."""


def judge(rule: TranslationRule, subject: Subject) -> Judgement:
    """Compare the keywords that stand in the Chinese title with the English title."""
    chinese, english = (subject.text(label) for label in rule.titles)
    zh = split_keywords(subject.text(rule.keywords[0]), chinese=True)
    en = split_keywords(subject.text(rule.keywords[1]), chinese=False)
    present = (bool(zh) and bool(en)) if rule.of == "keywords" else bool(bare(chinese)) and bool(bare(english))
    if not present or (rule.of == "keywords" and len(zh) != len(en)):
        return Silent()
    pairs = list(zip(zh, en, strict=True)) if len(zh) == len(en) else []
    lost, share = _compare(pairs, chinese, english)
    if rule.of == "title":
        return _hint(rule, subject, lost) if lost and share < _ANOTHER_SUBJECT else Unsure(_ask(rule))
    wrong = [pair for pair in pairs if not _shares_abbreviation(pair, en)]
    if not wrong and len(lost) == 1 and share >= _SAME_SUBJECT:
        wrong = lost
    if not wrong:
        wrong = _list_foreign(pairs, subject)
    return _hint(rule, subject, wrong) if wrong else Unsure(_ask(rule))


def _list_foreign(pairs: list[tuple[str, str]], subject: Subject) -> list[tuple[str, str]]:
    """Return the odd pair, whose English names a concept foreign to the draft; where most do the table is too poor."""
    text = "".join(subject.text(label) for label in dict.fromkeys(one.label for one in subject.draft.fields))
    foreign = [pair for pair in pairs if names_another(*pair, text, subject.context.terms)]
    return foreign if 2 * len(foreign) <= len(pairs) else []


def _compare(pairs: list[tuple[str, str]], chinese: str, english: str) -> tuple[list[tuple[str, str]], float]:
    """Return the keywords of the Chinese title that the English one has no word of, and the share of words told."""
    told = [pair for pair in pairs if bare(pair[0]) in bare(chinese)]
    title = _list_stems(english)
    lost: list[tuple[str, str]] = []
    found = total = 0
    for pair in told if title else ():
        others = set[str]().union(*(_list_stems(other) for one, other in told if one != pair[0]))
        stems = _list_stems(pair[1])
        found, total = found + len(stems & title), total + len(stems)
        if stems and not stems & (title - others):
            lost.append(pair)
    return lost, found / total if total else 1.0


def _list_stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.lower())}


def _hint(rule: TranslationRule, subject: Subject, pairs: list[tuple[str, str]]) -> Judgement:
    names = "、".join(f"{one}（{other}）" for one, other in pairs)
    evidence = "；".join(f"{one} / {other}" for one, other in pairs)
    label = rule.titles[1] if rule.of == "title" else rule.keywords[1]
    return conclude([Flaw(where=subject.place(label, pairs[0][1]), evidence=evidence, detail=names)])


def _ask(rule: TranslationRule) -> str:
    return rule.question or f"请人工确认：{rule.name}。"


def _shares_abbreviation(pair: tuple[str, str], english: list[str]) -> bool:
    """DFT计算 has to find its DFT somewhere in the English list."""
    abbreviations = re.findall(r"[A-Z][A-Z0-9]+", pair[0])
    return all(
        any(abbreviation.lower() in term.lower() or len(term.split()) >= len(abbreviation) for term in english)
        for abbreviation in abbreviations
    )
