"""Kind `translation`: English stands for the Chinese beside it, as far as the draft's keywords and the table tell."""

import re

from assistant.checks.judgement import Flaw, Judgement, Silent, Unsure, conclude, shorten
from assistant.checks.parsing.counterparts import agree, find_foreign, knows_half
from assistant.checks.parsing.departures import Departure, find_departure
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
_APART, _FAR_APART = 0.5, 0.9
"""Width of a departure that bears out lost keywords, and that which proves another subject without them."""


def judge(rule: TranslationRule, subject: Subject) -> Judgement:
    """Compare the two titles, or the keywords of both lists one by one."""
    return _judge_title(rule, subject) if rule.of == "title" else _judge_keywords(rule, subject)


def _judge_title(rule: TranslationRule, subject: Subject) -> Judgement:
    """A title is odd where most words of its keywords are lost in the English one, or where both share little else."""
    chinese, english = (subject.text(label) for label in rule.titles)
    if not bare(chinese) or not bare(english):
        return Silent()
    departure = find_departure(chinese, english, _read_text(subject), subject.context.terms)
    if departure is None:
        return Unsure(f"词表认得的词不到一半，无法比较：{_ask(rule)}")
    lost, share = _compare(_pair(*_split(rule, subject)), chinese, english)
    if lost and share < _ANOTHER_SUBJECT and departure.width >= _APART:
        return _hint(rule, subject, lost)
    return _show(rule, subject, departure) if departure.lost and departure.width >= _FAR_APART else Unsure(_ask(rule))


def _judge_keywords(rule: TranslationRule, subject: Subject) -> Judgement:
    """A pair is odd by its abbreviation, by the titles, or by the table where that knows half of the terms."""
    zh, en = _split(rule, subject)
    if not zh or not en or len(zh) != len(en):
        return Silent()
    pairs = _pair(zh, en)
    lost, share = _compare(pairs, *(subject.text(label) for label in rule.titles))
    wrong = [pair for pair in pairs if not _shares_abbreviation(pair, en)]
    if not wrong and len(lost) == 1 and share >= _SAME_SUBJECT:
        wrong = [pair for pair in lost if not agree(*pair, subject.context.terms)]
    if not wrong and not knows_half(zh, en, subject.context.terms):
        return Unsure(f"词表认得的关键词不到一半，无法比较：{_ask(rule)}")
    wrong = wrong or find_foreign(pairs, _read_text(subject), subject.context.terms)
    return _hint(rule, subject, wrong) if wrong else Unsure(_ask(rule))


def _split(rule: TranslationRule, subject: Subject) -> tuple[list[str], list[str]]:
    chinese, english = (subject.text(label) for label in rule.keywords)
    return split_keywords(chinese, chinese=True), split_keywords(english, chinese=False)


def _pair(zh: list[str], en: list[str]) -> list[tuple[str, str]]:
    """Return the keywords side by side; nothing where one list is longer."""
    return list(zip(zh, en, strict=True)) if len(zh) == len(en) else []


def _read_text(subject: Subject) -> str:
    return "".join(subject.text(label) for label in dict.fromkeys(one.label for one in subject.draft.fields))


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


def _show(rule: TranslationRule, subject: Subject, departure: Departure) -> Judgement:
    added = f"；英文另说的是 {'、'.join(departure.added)}" if departure.added else ""
    english = subject.text(rule.titles[1])
    return conclude(
        [
            Flaw(
                where=subject.place(rule.titles[1], english),
                evidence=shorten(english),
                detail="、".join(departure.lost) + added,
            )
        ]
    )


def _ask(rule: TranslationRule) -> str:
    return rule.question or f"请人工确认：{rule.name}。"


def _shares_abbreviation(pair: tuple[str, str], english: list[str]) -> bool:
    """DFT计算 has to find its DFT somewhere in the English list."""
    abbreviations = re.findall(r"[A-Z][A-Z0-9]+", pair[0])
    return all(
        any(abbreviation.lower() in term.lower() or len(term.split()) >= len(abbreviation) for term in english)
        for abbreviation in abbreviations
    )
