"""What a question points at whatever its words: clauses by number, directions by number or by what they are about."""

import re
from dataclasses import dataclass

from assistant.answering.addresses import find_clauses
from assistant.answering.corpus import Corpus, pairs_of
from assistant.answering.question import Inquiry, count_pairs
from assistant.answering.units import Unit
from assistant.domain.direction import Direction
from assistant.text import normalise

_SHARE = 0.45
"""Share of a direction's title, by weight, that a question must repeat to mean it."""
_CLEAR = 0.8
"""Share of the best title's score from which others are meant too."""
_SPEAKS = re.compile(r"方向|课题|项目|题目|指南|专项|考核|指标|研究|配套|推荐|周期|申报|牵头|支持")


@dataclass(frozen=True, slots=True)
class Focus:
    """Sentences that the question points at, whatever their words."""

    clauses: frozenset[tuple[str, str]] = frozenset()
    """Programme and path of clauses named by number."""
    directions: frozenset[tuple[str, str]] = frozenset()
    """Programme and number of directions named or described."""
    numbers: tuple[str, ...] = ()
    """Direction numbers as the question gives them, which a clause may mention too."""

    def includes(self, unit: Unit) -> bool:
        """Say whether the sentence belongs to what is pointed at."""
        if unit.direction:
            return (unit.programme, unit.direction) in self.directions
        if any(unit.programme == programme and _is_inside(unit.clause, path) for programme, path in self.clauses):
            return True
        return any(re.search(rf"(?<![\d.]){re.escape(number)}(?![\d.])", unit.plain) for number in self.numbers)


def find_focus(inquiry: Inquiry, corpus: Corpus) -> Focus:
    """Return the clauses and directions that the question points at."""
    return Focus(_clauses(inquiry), _directions(inquiry, corpus), inquiry.directions)


def _clauses(inquiry: Inquiry) -> frozenset[tuple[str, str]]:
    """Return the clauses named by number, of the programmes whose numbering fits best."""
    if not (inquiry.scope.named or inquiry.scope.years):
        return frozenset()
    named = {one.id: find_clauses(inquiry.text, one.notice.clauses) for one in inquiry.scope.programmes}
    best = max((found.certainty for found in named.values()), default=0)
    return frozenset((one, path) for one, found in named.items() if found.certainty == best for path in found.paths)


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


def _is_inside(clause: str, path: str) -> bool:
    return clause == path or (clause.startswith(path) and (not path[-1].isdigit() or not clause[len(path)].isdigit()))
