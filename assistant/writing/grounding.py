"""What of a model's answer may be shown: only sentences whose quotes stand in the passages that it was given."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain.answer import Sentence
from assistant.domain.task import DERIVED_MARK, AnswerTask, Statement
from assistant.text import clean, squash
from assistant.writing.embedded import LONGEST
from assistant.writing.support import find_fault
from assistant.writing.untrusted import strip_invisible

_SHORTEST_QUOTE = 4
"""Fewer characters than that stand in almost any passage."""
_HAN = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote that a model gives for a sentence."""

    id: str
    """`C<n>` for the task's n-th citation, `F<n>` for its n-th computed statement, from 1."""
    quote: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of a model with what it is said to rest on."""

    text: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Grounded:
    """What is left of an answer."""

    sentences: tuple[Sentence, ...]
    """With positions in the task's citations; empty where nothing is left."""
    missing: tuple[Statement, ...]
    """Statements of the task that no sentence left over rests on."""
    dropped: tuple[str, ...]
    """Why each missing sentence was dropped, in Chinese."""

    @property
    def text(self) -> str:
        """Return the sentences as one text."""
        return "".join(sentence.text for sentence in self.sentences)

    @property
    def used(self) -> tuple[int, ...]:
        """Return positions in the task's citations, in the order of the text."""
        return tuple(dict.fromkeys(place for sentence in self.sentences for place in sentence.citations))


def list_sources(task: AnswerTask) -> dict[str, str]:
    """Return what a model may quote, by the ids that it is to use: citations, then computed statements."""
    citations = {f"C{number}": citation.quote for number, citation in enumerate(task.citations, start=1)}
    computed = {id_: statement.text for id_, statement in list_computed(task).items()}
    return {id_: strip_invisible(text) for id_, text in (citations | computed).items()}


def list_computed(task: AnswerTask) -> dict[str, Statement]:
    """Return the computed statements by the ids that a model is to use."""
    computed = (statement for statement in task.statements if statement.derived)
    return {f"F{number}": statement for number, statement in enumerate(computed, start=1)}


def ground(claims: Sequence[Claim], task: AnswerTask, room: int = LONGEST) -> Grounded:
    """Return the supported sentences, in order, as one text of at most `room` characters."""
    sentences, dropped, kept = list[Sentence](), list[str](), list[Claim]()
    for claim in claims:
        text = _finish(claim, task)
        fault = _find_fault(text, claim, task)
        if fault is None and len(text) > room:
            fault = "篇幅"
        if fault is not None:
            dropped.append(fault)
            continue
        room -= len(text)
        sentences.append(Sentence(text=text, citations=tuple(dict.fromkeys(_list_positions(claim, task)))))
        kept.append(claim)
    return Grounded(tuple(sentences), _list_missing(kept, task), tuple(dropped))


def _list_missing(kept: Sequence[Claim], task: AnswerTask) -> tuple[Statement, ...]:
    """A computed statement must be cited itself, another one by any of its citations."""
    ids = {evidence.id for claim in kept for evidence in claim.evidence}
    computed = {statement: id_ for id_, statement in list_computed(task).items()}
    places = {statement: {f"C{position + 1}" for position in statement.citations} for statement in task.statements}
    return tuple(one for one in task.statements if not ids & ({computed[one]} if one in computed else places[one]))


def _finish(claim: Claim, task: AnswerTask) -> str:
    """Return the sentence on one line, with its final mark, and the programme's name where several are answered."""
    sentence = clean(strip_invisible(claim.text))
    if not re.search(r"[。！？；〕]$", sentence):
        sentence += "。"
    if _is_derived(claim) and DERIVED_MARK not in sentence:
        sentence += DERIVED_MARK
    cited = _list_programmes(claim, task)
    several = len({citation.programme for citation in task.citations}) > 1
    if several and len(cited) == 1 and not any(label in sentence for label in task.labels.values()):
        (programme,) = cited
        sentence = f"{task.labels.get(programme, programme)}：{sentence}"
    return sentence


def _find_fault(sentence: str, claim: Claim, task: AnswerTask) -> str | None:
    """Return in Chinese what is wrong with the sentence; None where it may stand."""
    sources = list_sources(task)
    if not _HAN.search(sentence):
        return "语言"
    if not claim.evidence or any(evidence.id not in sources for evidence in claim.evidence):
        return "依据的编号"
    if not all(_stands_in(evidence.quote, sources[evidence.id]) for evidence in claim.evidence):
        return "引文"
    if DERIVED_MARK in sentence and not _is_derived(claim):
        return "推算"
    cited = _list_programmes(claim, task)
    if any(label in sentence and programme not in cited for programme, label in task.labels.items()):
        return "通知的名称"
    return find_fault(sentence.replace(DERIVED_MARK, ""), _gather_support(claim, task, cited), task.question)


def _stands_in(quote: str, source: str) -> bool:
    wanted = squash(strip_invisible(quote))
    return len(wanted) >= min(_SHORTEST_QUOTE, len(squash(source))) and wanted in squash(source)


def _gather_support(claim: Claim, task: AnswerTask, programmes: set[str]) -> str:
    """Return the quotes with the names and clause numbers by which an answer may call them."""
    quotes = [strip_invisible(evidence.quote) for evidence in claim.evidence]
    names = [task.labels.get(programme, "") for programme in sorted(programmes)]
    clauses = [task.citations[position].clause for position in _list_cited(claim, task)]
    return "\n".join(quotes + names + clauses)


def _is_derived(claim: Claim) -> bool:
    return any(evidence.id.startswith("F") for evidence in claim.evidence)


def _list_cited(claim: Claim, task: AnswerTask) -> list[int]:
    """Return positions of the citations that the claim names."""
    ids = {f"C{number + 1}": number for number in range(len(task.citations))}
    return [ids[evidence.id] for evidence in claim.evidence if evidence.id in ids]


def _list_positions(claim: Claim, task: AnswerTask) -> list[int]:
    """Return positions of all citations that the claim rests on, those of computed statements included."""
    computed = _list_own_computed(claim, task)
    return _list_cited(claim, task) + [position for statement in computed for position in statement.citations]


def _list_programmes(claim: Claim, task: AnswerTask) -> set[str]:
    """Return ids of the programmes that the claim may speak about."""
    stated = {programme for statement in _list_own_computed(claim, task) for programme in statement.programmes}
    return stated | {task.citations[position].programme for position in _list_positions(claim, task)}


def _list_own_computed(claim: Claim, task: AnswerTask) -> list[Statement]:
    computed = list_computed(task)
    return [computed[evidence.id] for evidence in claim.evidence if evidence.id in computed]
