"""Kind `language`: the text is in Chinese."""

import re

from assistant.checks.judgement import Flaw, Judgement, Silent, conclude, shorten
from assistant.checks.subject import Subject
from assistant.domain.kinds.amounts import LanguageRule
from assistant.text import count_characters

_RUN = re.compile(r"[A-Za-z][A-Za-z'’\-]*(?:[\s,.;:()\"“”'’\-/\d%&]+[A-Za-z][A-Za-z'’\-]*)*")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’\-]*")
_LATIN = re.compile(r"[A-Za-z]")
_GRAMMAR = frozenset(
    [
        "the",
        "of",
        "and",
        "in",
        "to",
        "is",
        "are",
        "was",
        "were",
        "that",
        "for",
        "with",
        "by",
        "on",
        "a",
        "an",
        "as",
        "be",
        "this",
        "we",
        "it",
        "from",
        "at",
        "which",
        "has",
        "have",
        "can",
        "not",
        "its",
        "these",
        "their",
        "or",
        "between",
        "into",
        "than",
        "but",
        "will",
        "may",
        "our",
        "they",
        "been",
    ]
)
_LEAST_GRAMMAR = 2
"""Grammatical words without which a run of Latin words is a list of names (species, journals) and no sentence."""


def judge(rule: LanguageRule, subject: Subject) -> Judgement:
    """Find English sentences, and fields that are English for the most part."""
    flaws: list[Flaw] = []
    judged = 0
    for label in subject.labels(rule.fields):
        text = subject.text(label)
        total = count_characters(text)
        judged += total
        sentence = _find_sentence(text, rule.words)
        latin = len(_LATIN.findall(text))
        if sentence:
            words = len(_WORD.findall(sentence))
            flaws.append(_build(subject, label, sentence, f"有{words}个词的英文", words, f"少于{rule.words}个词"))
        elif total and latin > rule.share * total:
            share = f"{latin / total:.0%}的字符是拉丁字母"
            flaws.append(_build(subject, label, text, share, round(latin / total, 2), f"不超过{rule.share:.0%}"))
    return conclude(flaws) if judged else Silent()


def _build(subject: Subject, label: str, text: str, detail: str, measured: float, allowed: str) -> Flaw:
    return Flaw(
        where=subject.place(label, text),
        evidence=shorten(text, 80),
        detail=f"“{label}”中{detail}",
        measured=measured,
        allowed=allowed,
    )


def _find_sentence(text: str, least: int) -> str | None:
    for found in _RUN.finditer(text):
        words = _WORD.findall(found.group())
        if len(words) >= least and sum(word.lower() in _GRAMMAR for word in words) >= _LEAST_GRAMMAR:
            return found.group()
    return None
