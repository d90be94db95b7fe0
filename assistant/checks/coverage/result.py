"""What a draft covers as the verb `coverage` returns it, item by item with the words that answer."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from assistant.checks.coverage.answers import Answer
from assistant.checks.coverage.cover import Covering
from assistant.checks.coverage.demands import Topic, gather_words
from assistant.checks.coverage.levels import Better, tell_better
from assistant.checks.coverage.quantities import Measure
from assistant.checks.coverage.segments import Clause
from assistant.checks.coverage.statements import Statement
from assistant.checks.coverage.terms import Weights, read_terms
from assistant.checks.coverage.told import Said, Share
from assistant.checks.subject import Subject
from assistant.domain.coverage import Coverage, CoverageItem, Promise, Quantity, Status
from assistant.domain.draft import Location

_SIDES: dict[Better | None, Literal[">=", "<=", "="]] = {"up": ">=", "down": "<=", "within": "=", None: "="}
_COVERED = 0.3
"""Share of a topic's words in one sentence of the draft from which it is treated."""
_ASKED = 0.6
"""Share of a promise's words in one indicator of the guide from which the guide asks for it."""
_OWN = 0.25
"""Share of a sentence's words that the guide lacks; less is copied or generic."""


def build_coverage(covering: Covering, subject: Subject) -> Coverage:
    """Return the items of research content, then those of the indicators, and what nobody asked for."""
    items = (*_list_topics(covering, subject), *(_build_indicator(one, covering, subject) for one in covering.answers))
    unasked = tuple(_build_promise(clause, subject) for clause in _find_unasked(covering))
    return Coverage(direction=covering.direction.id, items=items, unasked=unasked)


def _list_topics(covering: Covering, subject: Subject) -> Iterator[CoverageItem]:
    gaps = {topic: gap.sure for gap in covering.gaps for topic in gap.topics}
    for topic in covering.demands.topics:
        if topic.kind in ("demand", "element"):
            yield _build_topic(topic, gaps, covering, subject)


def _build_topic(topic: Topic, gaps: Mapping[Topic, bool], covering: Covering, subject: Subject) -> CoverageItem:
    share = covering.treated.measure(gather_words(topic), covering.weights)
    missing = gaps.get(topic, False)
    best = None if missing else share.best
    status: Status = "missing" if missing else "partly" if topic in gaps else _judge(share, covering)
    return CoverageItem(
        kind="research_content",
        text=topic.text,
        status=status,
        draft_quote=best.sentence.text if best else "",
        where=_place(best, subject),
    )


def _judge(share: Share, covering: Covering) -> Status:
    if share.best is None or share.local < _COVERED:
        return "partly"
    return "covered" if _has_own_words(share.best, covering) else "partly"


def _has_own_words(said: Said, covering: Covering) -> bool:
    """Say whether the draft adds a method or a figure to what the guide says."""
    if said.has_number:
        return True
    rarity = covering.weights.rarity
    words = read_terms(said.sentence.plain)
    whole = rarity.sum(words)
    return not whole or rarity.sum(words - covering.guide_words) / whole >= _OWN


def _build_indicator(answer: Answer, covering: Covering, subject: Subject) -> CoverageItem:
    status = answer.status
    if status == "covered" and answer.pair is None and answer.said and not _has_own_words(answer.said, covering):
        status = "partly"
    quote, where = _quote(answer, subject)
    missing = status == "missing"
    return CoverageItem(
        kind="assessment_indicator",
        text=_text(answer.asked),
        quantity=_quantity(answer.asked.measure, answer.asked.near) if answer.asked.measure else None,
        status=status,
        draft_quote="" if missing else quote,
        where=None if missing else where,
    )


def _text(asked: Statement) -> str:
    """Return the part of the guide's clause that the number stands in; the whole clause of a formula."""
    return asked.clause.text[asked.start - asked.clause.start : asked.end - asked.clause.start].strip("、 ")


def _quantity(measure: Measure, words: str) -> Quantity:
    comparator = measure.comparator
    side = _SIDES[tell_better(measure, words)] if comparator == "better" else comparator
    return Quantity(comparator=side, value=measure.value, upper=measure.upper, unit=measure.unit.printed)


def _quote(answer: Answer, subject: Subject) -> tuple[str, Location | None]:
    if answer.pair is not None:
        text = answer.pair.offered.clause.text
        return text, _find(text, subject)
    return (answer.said.sentence.text, _place(answer.said, subject)) if answer.said else ("", None)


def _place(said: Said | None, subject: Subject) -> Location | None:
    return subject.place(said.label, said.sentence.text) if said else None


def _find(text: str, subject: Subject) -> Location:
    for label in ("考核指标", "研究内容", "课题设置"):
        if any(text in line.text for line in subject.lines(label)):
            return subject.place(label, text)
    return subject.place("考核指标")


def _build_promise(clause: Clause, subject: Subject) -> Promise:
    return Promise(draft_quote=clause.text, where=_find(clause.text, subject))


def _find_unasked(covering: Covering) -> list[Clause]:
    """Return clauses of the indicators whose numbers answer nothing, each once."""
    answering = {answer.pair.offered.clause for answer in covering.answers if answer.pair is not None}
    weights = covering.between
    found = [
        one.clause for one in covering.free if one.clause not in answering and _is_new(one, covering.answers, weights)
    ]
    return list(dict.fromkeys(found))


def _is_new(one: Statement, answers: Sequence[Answer], weights: Weights) -> bool:
    """Say whether most of what the clause says stands in no single indicator of the guide."""
    whole = weights.rarity.sum(one.terms)
    asked = (weights.rarity.sum(one.terms & read_terms(answer.asked.clause.plain)) for answer in answers)
    return bool(whole) and max(asked, default=0.0) / whole < _ASKED
