"""Why an answer cites what it cites: how the question was read, what the search found, how the sentences ranked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.answering.asked.focus import find_focus
from assistant.answering.asked.question import Inquiry, Part, understand
from assistant.answering.choosing.deciding import Decision, decide
from assistant.answering.choosing.fitted import THRESHOLD
from assistant.answering.choosing.grounds import explain_decision, explain_sentence
from assistant.answering.choosing.measures import Measures, Query, measure
from assistant.answering.choosing.ranking import Ranked, order
from assistant.answering.saying.claims import name_programme
from assistant.answering.sentences.corpus import Corpus, open_corpus
from assistant.domain.answer import Answer, Turn
from assistant.domain.catalogue import Catalogue
from assistant.domain.explanation import Candidate, Explanation, Share, Term
from assistant.domain.passage import Hit
from assistant.domain.search import Search
from assistant.postings import Column
from assistant.text import bigrams, normalise

SHOWN = 5
_HITS = 40
"""Passages that the ranking of the sentences takes into account."""
_TERMS = 8
_QUOTED = 60
"""Characters of a passage that are shown."""
_NAMED = 3
"""Programmes named one by one."""
_SLOTS = {
    "date": "日期",
    "named": "名称",
    "count": "个数",
    "length": "字数",
    "money": "金额",
    "ratio": "比例",
    "duration": "期限",
    "amount": "数量",
    "age": "年龄",
    "person": "人",
    "phone": "电话",
    "email": "邮箱",
    "address": "地址",
    "url": "网址",
    "who": "由谁",
    "list": "清单",
    "place": "地点",
    "yesno": "能否",
    "procedure": "步骤",
    "definition": "定义",
    "what": "内容",
}


@dataclass(frozen=True, slots=True)
class _Weighed:
    """One part of the question with its sentences ranked."""

    part: Part
    measures: Measures
    ranked: Sequence[Ranked]
    decision: Decision | None


def explain_answer(
    answer: Answer,
    *,
    catalogue: Catalogue,
    search: Search,
    explain_score: Callable[[Hit], tuple[Share, ...]],
    programme: str | None = None,
    history: Sequence[Turn] = (),
) -> Explanation:
    """Return how the answer came about; the question is read, searched and ranked again, the same way.

    Args:
        answer: what is explained.
        catalogue: all programmes.
        search: the one that the answer was found with.
        explain_score: tells what each part of the search adds to a hit's score.
        programme: as given to the answer.
        history: as given to the answer.
    """
    corpus = open_corpus(catalogue)
    inquiry = understand(answer.question, corpus, programme, history)
    programmes = [one.id for one in inquiry.scope.programmes]
    hits = search.search(inquiry.text, kinds=("clause", "direction"), programmes=programmes, top=_HITS)
    weighed = [_weigh(part, inquiry, corpus, hits) for part in inquiry.parts]
    decisions = [one.decision for one in weighed if one.decision]
    asked = [corpus.asking.nearest(corpus.asking.read(part.bare)) for part in inquiry.parts]
    return Explanation(
        decided=(*_read(inquiry), *(_decided(one) for one in weighed if one.decision), _outcome(answer)),
        grounds=explain_decision(min(decisions, key=lambda one: one.confidence)) if decisions else (),
        passages=tuple(
            _passage(hit, answer, _likeness(hit, asked, corpus), corpus, explain_score(hit)) for hit in hits[:SHOWN]
        ),
        sentences=tuple(_sentence(one, part, answer) for part in weighed for one in part.ranked[:SHOWN]),
    )


def _weigh(part: Part, inquiry: Inquiry, corpus: Corpus, hits: Sequence[Hit]) -> _Weighed:
    """Rank the sentences for one part, as the answer does where no structured data answers it."""
    programmes = tuple(one.id for one in inquiry.scope.programmes)
    query = Query(part, corpus, programmes, hits, find_focus(inquiry, corpus), corpus.asking.read(part.bare))
    measures = measure(query)
    ranked = order(query, measures)
    return _Weighed(part, measures, ranked, decide(part, ranked, corpus))


def _read(inquiry: Inquiry) -> tuple[str, ...]:
    """Return how the question was understood."""
    names = [name_programme(one) for one in inquiry.scope.programmes]
    more = f"等{len(names)}份" if len(names) > _NAMED else ""
    scope = f"查的是{'、'.join(names[:_NAMED])}{more}。" if names else f"没有{inquiry.scope.missing}可查。"
    asked = [f"所问“{part.text}”，要的是{_wanted(part)}。" for part in inquiry.parts]
    return (scope, *asked, *(["要比较两年。"] if inquiry.compares else []))


def _wanted(part: Part) -> str:
    return "、".join(dict.fromkeys(_SLOTS[wanted.slot] for wanted in part.wanted)) or "相关规定"


def _decided(weighed: _Weighed) -> str:
    """Return how sure the best sentence is, and what speaks for silence; only for parts with a decision."""
    if weighed.decision is None:
        return ""
    sure, least = f"{weighed.decision.confidence:.2f}", f"{THRESHOLD:.2f}"
    topic = weighed.decision.silent.topic
    silent = f"；最近的没有写明的事是“{topic.topic}”" if topic and weighed.decision.silent.nearest else ""
    verdict = f"达到界线 {least}" if weighed.decision.answers else f"低于界线 {least}"
    return f"“{weighed.part.text}”由最好的句子作答的把握为 {sure}，{verdict}{silent}。"


def _outcome(answer: Answer) -> str:
    if not answer.covered:
        return "判为资料未涉及。"
    derived = "，其中有推算" if answer.derived else ""
    return f"作了答，引用 {len(answer.citations)} 处{derived}。依据出自日期、清单等结构化数据时，不看句子的得分。"


def _passage(hit: Hit, answer: Answer, likeness: float, corpus: Corpus, shares: tuple[Share, ...]) -> Candidate:
    passage = hit.passage
    return Candidate(
        programme=passage.programme,
        clause=passage.clause,
        quote=passage.text[:_QUOTED],
        score=round(hit.score, 4),
        shares=shares,
        terms=_terms(hit, corpus),
        likeness=likeness,
        chosen=_is_cited(answer, passage.programme, passage.span.start, passage.span.end),
    )


def _terms(hit: Hit, corpus: Corpus) -> tuple[Term, ...]:
    """Return the words that the passage holds, each with the weight of its pairs among all sentences."""
    weighed = [(term, sum(map(corpus.weigh, bigrams(normalise(term))))) for term in hit.terms]
    ranked = sorted(weighed, key=lambda pair: -pair[1])[:_TERMS]
    return tuple(Term(text=term, weight=round(weight, 2)) for term, weight in ranked)


def _likeness(hit: Hit, asked: Sequence[Column], corpus: Corpus) -> float:
    """Return how like the question is to the nearest one written for a sentence of the passage.

    Args:
        hit: the passage.
        asked: for each part of the question, by sentence, the likeness to the nearest question written for it.
        corpus: the sentences.
    """
    places = corpus.inside(hit.passage.programme, hit.passage.span)
    return round(max((float(one[place]) for one in asked for place in places), default=0.0), 3)


def _sentence(one: Ranked, weighed: _Weighed, answer: Answer) -> Candidate:
    unit = one.unit
    return Candidate(
        programme=unit.programme,
        clause=unit.clause,
        quote=unit.text[:_QUOTED],
        score=round(one.score, 3),
        shares=explain_sentence(weighed.measures, one.place),
        likeness=round(one.asked, 3),
        chosen=_is_cited(answer, unit.programme, unit.span.start, unit.span.end),
    )


def _is_cited(answer: Answer, programme: str, start: int, end: int) -> bool:
    return any(one.programme == programme and start < one.span[1] and one.span[0] < end for one in answer.citations)
