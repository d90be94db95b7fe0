"""What a refusal says: what was searched, what is not there, and what comes nearest."""

from collections.abc import Sequence

from assistant.answering.asked.question import Inquiry
from assistant.answering.kinds.facts import Outcome
from assistant.answering.saying.claims import name_programme
from assistant.answering.sentences.asking import Silent
from assistant.answering.sentences.corpus import Corpus
from assistant.answering.sentences.units import cite
from assistant.domain.answer import Answer, Sentence
from assistant.domain.naming import join_labels
from assistant.domain.programme import Programme
from assistant.domain.task import DERIVED_MARK
from assistant.text import normalise, squash

_NEAREST = 3
_SHOWN = "；下面列出最接近的条款，仅供参考"
_NAMED = 3
"""Notices that are named; further ones are counted."""
_CLEARLY_ASKED = 0.55
"""Likeness to a question written for a topic from which the question is called one about it."""
_WORDS = 4
"""Words named that the notice lacks."""


def refuse(inquiry: Inquiry, corpus: Corpus, outcome: Outcome) -> Answer:
    """Return an answer that says that the notices do not answer, with the nearest clauses."""
    nearest = tuple(cite(unit, corpus.programmes[unit.programme]) for unit in outcome.nearest[:_NEAREST])
    proofs = prove_silence(inquiry.scope.programmes, outcome.silences, corpus)
    shown = _SHOWN if nearest and not inquiry.scope.missing else ""
    texts = explain(inquiry, corpus, proofs, shown)
    return Answer(
        question=inquiry.question,
        covered=False,
        answer="".join(texts),
        sentences=tuple(Sentence(text=text) for text in texts),
        derived=any(DERIVED_MARK in text for text in texts),
        nearest=nearest,
    )


def explain(inquiry: Inquiry, corpus: Corpus, proofs: Sequence[str], shown: str = "") -> list[str]:
    """Return sentences on what was searched and that it does not answer the question, closed by what is shown."""
    if inquiry.scope.missing:
        have = "、".join(dict.fromkeys(map(_short, corpus.catalogue.programmes)))
        touched = _list_touching(inquiry.scope.sought, corpus)
        return [f"资料未涉及：这里没有{inquiry.scope.missing}，现有的是{have}。", *touched]
    searched = _enumerate(inquiry.scope.programmes)
    if proofs:
        return [f"资料未涉及这一问题：{'；'.join(proofs)}{DERIVED_MARK}{shown}。"]
    return [f"资料未涉及这一问题：已查{searched}，其中没有条款给出所问的内容{shown}。"]


def _list_touching(sought: str, corpus: Corpus) -> list[str]:
    """Return a sentence that names the guides of which directions hold the name of what was sought; none for none."""
    touching = [
        name_programme(one)
        for one in corpus.catalogue.programmes
        if sought and any(sought in normalise(direction.title) for direction in one.directions)
    ]
    return [f"{join_labels(touching)}有方向的题目写到“{sought}”，要问的是它，请写明。"] if touching else []


def prove_silence(programmes: Sequence[Programme], silences: Sequence[Silent], corpus: Corpus) -> list[str]:
    """Return for each known topic which notices do not say it and the words that they lack."""
    proofs: list[str] = []
    for silence in silences:
        topic = silence.topic
        if topic is None or silence.nearest < _CLEARLY_ASKED:
            continue
        lacking = [
            one for one in programmes if not any(squash(word) in corpus.squashed[one.id] for word in topic.words)
        ]
        if lacking:
            words = "”“".join(topic.words[:_WORDS])
            proofs.append(f"{_enumerate(lacking)}没有写明{topic.topic}（全文没有“{words}”）")
    return list(dict.fromkeys(proofs))


def _enumerate(programmes: Sequence[Programme]) -> str:
    names = join_labels([name_programme(one) for one in programmes[:_NAMED]])
    return names + (f"等{len(programmes)}份资料" if len(programmes) > _NAMED else "")


def _short(programme: Programme) -> str:
    return f"{programme.info.year}年国家重点研发计划各专项指南" if programme.info.number else name_programme(programme)
