"""Kind `disclosure`: the draft does not itself say what bars it (曾参与本年度项目指南的编制)."""

import re
from collections.abc import Iterator

from assistant.checks.judgement import Flaw, Found, Judgement, Kept, Unsure, shorten
from assistant.checks.parsing.names import narrow
from assistant.checks.subject import Passage, Subject
from assistant.domain.kinds.applicants import DisclosureRule
from assistant.patterns import compiled
from assistant.text import squash

_CLAUSE = re.compile(r"[^，。；,;\n]+")


def judge(rule: DisclosureRule, subject: Subject) -> Judgement:
    """One clause that says so is found whatever others say; a denial passes; silence is a question."""
    says, affirms, denies = map(compiled, (rule.says, rule.affirms, rule.denies))
    denied = False
    flaws: list[Flaw] = []
    for passage, clause in _list_clauses(subject):
        words = squash(clause.group())
        if not says.search(words):
            continue
        if denies.search(words):
            denied = True
        elif affirms.search(words) and not compiled(rule.ended).search(_rest_of_sentence(clause)):
            flaws.append(_build(passage, clause))
    if flaws:
        return Found(tuple(flaws))
    return Kept() if denied else Unsure(rule.question or f"稿中没有说明，请确认：{rule.name}。")


def _list_clauses(subject: Subject) -> Iterator[tuple[Passage, re.Match[str]]]:
    for passage in subject.passages():
        if not passage.hidden:
            for clause in _CLAUSE.finditer(narrow(passage.text)):
                yield passage, clause


def _rest_of_sentence(clause: re.Match[str]) -> str:
    return re.split(r"[。；;\n]", clause.string[clause.start() :])[0]


def _build(passage: Passage, clause: re.Match[str]) -> Flaw:
    start = passage.where.start
    where = passage.where.model_copy(
        update={"field": passage.label or None, "start": start + clause.start(), "end": start + clause.end()}
    )
    return Flaw(where=where, evidence=shorten(clause.group().strip(), 100))
