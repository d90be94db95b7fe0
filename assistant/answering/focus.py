"""What a question points at whatever its words: clauses by number, directions by number or by what they are about."""

import re
from collections.abc import Sequence

from assistant.answering.corpus import Corpus, pairs_of
from assistant.answering.question import Inquiry, count_pairs
from assistant.answering.ranking import Focus
from assistant.domain.direction import Direction
from assistant.domain.passage import Hit
from assistant.text import normalise

_NAMED = 0.99
"""Lookup score of a clause that the query names by its whole number."""
_INSIDE = 0.45
_SHARE = 0.45
"""Share of a direction's title, by weight, that a question must repeat to mean it."""
_CLEAR = 0.8
"""Share of the best title's score from which others are meant too."""
_SPEAKS = re.compile(r"方向|课题|项目|题目|指南|专项|考核|指标|研究|配套|推荐|周期|申报|牵头|支持")


def find_focus(inquiry: Inquiry, corpus: Corpus, hits: Sequence[Hit]) -> Focus:
    """Return the clauses and directions that the question points at."""
    return Focus(_clauses(inquiry, hits), _directions(inquiry, corpus))


def _clauses(inquiry: Inquiry, hits: Sequence[Hit]) -> frozenset[tuple[str, str]]:
    if not inquiry.refers:
        return frozenset()
    strength = {
        (hit.passage.programme, hit.passage.clause): hit.parts.get("lookup", 0.0)
        for hit in hits
        if hit.passage.kind == "clause"
    }
    best = max(strength.values(), default=0.0)
    if best < _INSIDE:
        return frozenset()
    return frozenset(clause for clause, score in strength.items() if score >= min(best, _NAMED))


def _directions(inquiry: Inquiry, corpus: Corpus) -> frozenset[tuple[str, str]]:
    programmes = [programme for programme in inquiry.scope.programmes if programme.directions]
    if inquiry.directions:
        return frozenset((programme.id, number) for programme in programmes for number in inquiry.directions)
    if not programmes or not _SPEAKS.search(inquiry.text):
        return frozenset()
    asked = count_pairs([run for part in inquiry.parts for run in (*part.runs, *part.context_runs)])
    scored = [
        (score, direction)
        for programme in programmes
        for direction in programme.directions
        if (score := _rate(direction, asked, corpus))
    ]
    best = max((score for score, _ in scored), default=0.0)
    return frozenset((direction.programme, direction.number) for score, direction in scored if score >= _CLEAR * best)


def _rate(direction: Direction, asked: dict[str, None], corpus: Corpus) -> float:
    """Return how much of the title the question repeats, by weight; 0 below the share that means it."""
    title = re.sub(r"研究|技术|关键|及|与|的|开发|应用|示范|联合|合作|项目", "|", normalise(direction.title))
    own = {pair: corpus.weigh(pair) for pair in pairs_of(title)}
    shared = sum(weight for pair, weight in own.items() if pair in asked)
    total = sum(own.values())
    enough = shared >= _SHARE * total or shared >= 3 * 6.0  # three rare pairs name a long title as well
    return shared if total and enough and sum(pair in asked for pair in own) > 1 else 0.0
