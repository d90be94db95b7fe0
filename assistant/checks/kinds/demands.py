"""Kind `demands`: every item of a direction is answered, every figure reached."""

import re
from collections.abc import Sequence

from assistant.checks.coverage.answers import Answer
from assistant.checks.coverage.cover import Covering
from assistant.checks.coverage.notation import plain
from assistant.checks.coverage.reading import read_covering
from assistant.checks.coverage.segments import split_sentences
from assistant.checks.coverage.topics import TELLING, Gap
from assistant.checks.judgement import Flaw, Judgement, Silent, Unsure, conclude, shorten
from assistant.checks.parsing.proposals.category import read_category
from assistant.checks.parsing.proposals.direction import find_direction
from assistant.checks.subject import Subject
from assistant.domain.direction import Direction
from assistant.domain.finding import Source
from assistant.domain.kinds.demands import DemandsRule
from assistant.text import bare, squash

_EXCLUDED = re.compile(
    r"(?:不|未)(?:再|予|另行?)?(?:做|作|开展|涉及|建立|构建|研究|安排|纳入|进行|包括|包含|考虑|设置)(?P<what>[^，。；,;\n]{3,24})"
)
_WORK = re.compile(r"^(?:对|任何|相关|有关|关于)+|(?:方面|相关|有关|的|等|研究|工作|内容)+$")
_LEAST_EXCLUDED = 4
"""Characters of what is left out, from which they are the guide's words and no chance."""
_MOST_ASKED = 3
"""Open items that a question lists."""


def judge(rule: DemandsRule, subject: Subject) -> Judgement:
    """Find what has no counterpart and what is promised below the guide; ask about what is only touched."""
    direction = find_direction(subject)
    if direction is None or not any(bare(subject.text(label)) for label in rule.fields):
        return Silent()
    if re.search(rule.free, direction.assessment_indicators) and rule.of == "assessment_indicators":
        return Silent()
    if _is_exempt(rule, subject):
        return Silent()
    covering = subject.recall(read_covering)
    if covering is None:
        return Silent()
    if rule.of == "research_content":
        return _judge_research(rule, subject, direction, covering)
    return _judge_indicators(rule, subject, direction, covering)


def _is_exempt(rule: DemandsRule, subject: Subject) -> bool:
    """The guide sets its youth projects free, under whichever direction, and the draft says that it is one."""
    demands = (demand for one in subject.context.directions for demand in one.requirements)
    return bool(subject.recall(read_category).youth) and any(re.search(rule.youth_free, one.text) for one in demands)


def _judge_research(rule: DemandsRule, subject: Subject, direction: Direction, covering: Covering) -> Judgement:
    flaws = [_miss_topics(rule, subject, direction, gap) for gap in covering.gaps if gap.sure]
    flaws += _list_excluded(rule, subject, direction)
    doubtful = [_name(gap) for gap in covering.gaps if not gap.sure]
    if flaws or not doubtful:
        return conclude(flaws)
    return Unsure(f"研究内容没有写明{_list(doubtful)}，只在别处提到或另有说法：研究内容是否已包括？")


def _list_excluded(rule: DemandsRule, subject: Subject, direction: Direction) -> list[Flaw]:
    """Find what the draft says that it leaves out although the guide asks for it, in the guide's own words."""
    asked = bare(direction.research_content)
    return [
        Flaw(
            where=subject.place(label, found.group()),
            evidence=found.group(),
            detail=f"写明“{found.group()}”，而指南所列的内容中有“{named}”",
            allowed=named,
            source=_cite(subject, direction, _find_sentence(direction.research_content, named)),
        )
        for label in rule.fields
        for found in _EXCLUDED.finditer(subject.text(label))
        if len(named := bare(_WORK.sub("", found["what"]))) >= _LEAST_EXCLUDED and named in asked
    ]


def _find_sentence(text: str, words: str) -> str:
    """Return the sentence of a text that holds the words, punctuation inside them left out."""
    return next((one.text for one in split_sentences(text) if words in bare(one.text)), text)


def _miss_topics(rule: DemandsRule, subject: Subject, direction: Direction, gap: Gap) -> Flaw:
    name = _name(gap)
    source = _cite(subject, direction, gap.topics[0].text)
    where = subject.place(rule.fields[0])
    detail = f"没有涉及指南所列的“{name}”"
    return Flaw(where=where, evidence="", detail=detail, allowed=name, source=source, missing=True)


def _name(gap: Gap) -> str:
    return shorten("，".join(filter(None, (gap.objects, *(topic.words for topic in gap.topics)))), 80)


def _judge_indicators(rule: DemandsRule, subject: Subject, direction: Direction, covering: Covering) -> Judgement:
    numbered = [one for one in covering.answers if one.asked.measure is not None]
    faulty = [one for one in numbered if one.sure and one.status in _FAULTS]
    faulty += _find_absent(covering.answers)
    flaws = list(dict.fromkeys(_find_flaw(rule, subject, direction, one) for one in faulty))
    doubtful = [plain(one.asked.clause.text) for one in covering.answers if one.status != "covered"]
    if flaws or not doubtful:
        return conclude(flaws)
    return Unsure(f"考核指标是否已达到指南的{_list(list(dict.fromkeys(doubtful)))}？")


def _find_absent(answers: Sequence[Answer]) -> list[Answer]:
    """Return the first indicator of each sentence without numbers of which the draft says nothing at all."""
    sentences: dict[int, list[Answer]] = {}
    for one in answers:
        sentences.setdefault(one.asked.sentence.start, []).append(one)
    return [
        group[0]
        for group in sentences.values()
        if all(one.asked.measure is None and one.status == "missing" and one.sure for one in group)
        and sum(one.weight for one in group) >= TELLING
    ]


_FAULTS = frozenset(("missing", "contradicted"))


def _find_flaw(rule: DemandsRule, subject: Subject, direction: Direction, answer: Answer) -> Flaw:
    asked = plain(answer.asked.clause.text)
    source = _cite(subject, direction, answer.asked.clause.text)
    if answer.pair is None:
        where = subject.place(rule.fields[0])
        detail = f"没有回应指南的“{shorten(asked)}”"
        return Flaw(where=where, evidence="", detail=detail, allowed=asked, source=source, missing=True)
    offered = answer.pair.offered.clause.text
    where = subject.place(rule.fields[0], offered)
    detail = f"低于指南：指南要求“{shorten(asked)}”，稿中为“{shorten(offered)}”"
    return Flaw(where=where, evidence=offered, detail=detail, measured=offered, allowed=asked, source=source)


def _list(items: list[str]) -> str:
    shown = "、".join(f"“{shorten(item, 40)}”" for item in items[:_MOST_ASKED])
    return f"{shown}等{len(items)}项" if len(items) > _MOST_ASKED else shown


def _cite(subject: Subject, direction: Direction, quote: str) -> Source | None:
    """Return the words of the direction as a source; None where page furniture parts them in the notice."""
    if squash(quote) not in squash(subject.context.notice):
        return None
    return Source(doc=direction.doc, clause=direction.number, quote=quote)
