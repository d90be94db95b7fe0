"""Kind `translation`: English stands for the Chinese beside it, as far as the draft's own keywords tell."""

import re

from assistant.checks.judgement import Flaw, Judgement, Silent, Unsure, conclude
from assistant.checks.keywords import split_keywords
from assistant.checks.subject import Subject
from assistant.domain.rule import TranslationRule
from assistant.text import bare

_WORD = re.compile(r"[a-z]{3,}")
_STEM = 5
"""Letters by which two English words of one family agree (electroreduction, electroreductive)."""


def judge(rule: TranslationRule, subject: Subject) -> Judgement:
    """Hint where a keyword stands in one title and its counterpart is wholly absent from the other."""
    chinese, english = (subject.text(label) for label in rule.titles)
    if not bare(chinese) or not bare(english):
        return Silent()
    zh = split_keywords(subject.text(rule.keywords[0]), chinese=True)
    en = split_keywords(subject.text(rule.keywords[1]), chinese=False)
    if rule.of == "keywords":
        return Unsure(rule.question or f"请人工确认：{rule.name}。") if len(zh) == len(en) > 0 else Silent()
    lost = [
        pair for pair in zip(zh, en, strict=False) if bare(pair[0]) in bare(chinese) and not _is_told(pair[1], english)
    ]
    if len(zh) == len(en) and len(lost) > 1:
        names = "、".join(f"{one}（{other}）" for one, other in lost)
        where = subject.place(rule.titles[1])
        return conclude([Flaw(where=where, evidence=f"{chinese} / {english}", detail=f"英文题目中没有{names}")])
    return Unsure(rule.question or f"请人工确认：{rule.name}。")


def _is_told(term: str, english: str) -> bool:
    stems = {word[:_STEM] for word in _WORD.findall(term.lower())}
    return not stems or bool(stems & {word[:_STEM] for word in _WORD.findall(english.lower())})
