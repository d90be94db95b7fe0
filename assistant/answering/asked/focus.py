"""What a question points at whatever its words: clauses by number, directions by number or by what they are about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from assistant.answering.asked.addresses import find_clauses
from assistant.answering.asked.question import Inquiry, Part, count_pairs
from assistant.answering.sentences.corpus import Corpus, Mask
from assistant.answering.sentences.pairs import pairs_of
from assistant.answering.sentences.units import Unit
from assistant.domain.direction import Direction
from assistant.text import normalise

_SHARE = 0.45
"""Share of a direction's title, by weight, that a question must repeat to mean it."""
_CLEAR = 0.8
"""Share of the best title's score from which others are meant too."""
_CERTAIN = 18.0
"""Weight of three rare pairs: they name a long title as well."""
_FEWEST_PAIRS = 2
"""Pairs of a title that a question must repeat to mean it, however rare one is."""
_MOST_MEANT = 3
_SHORTEST_RUN = 3
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
    certain: bool = False
    """True where the words of the directions' titles leave no doubt that they are meant."""

    def includes(self, unit: Unit) -> bool:
        """Say whether the sentence belongs to what is pointed at."""
        if unit.direction:
            return (unit.programme, unit.direction) in self.directions
        if any(unit.programme == programme and _is_inside(unit.clause, path) for programme, path in self.clauses):
            return True
        return any(_mentions(number, unit) for number in self.numbers)

    def mark(self, corpus: Corpus) -> Mask:
        """Say for each sentence whether it belongs to what is pointed at."""
        marked = np.zeros(len(corpus.units), np.bool_)
        for programme, number in self.directions:
            marked |= corpus.in_direction(programme, number)
        for programme, path in self.clauses:
            places = [place for place in corpus.own.get(programme, ()) if not corpus.units[place].direction]
            marked[[place for place in places if _is_inside(corpus.units[place].clause, path)]] = True
        for number in self.numbers:
            marked |= corpus.remember(("number", number), lambda unit, number=number: _mentions(number, unit))
        return marked


def _mentions(number: str, unit: Unit) -> bool:
    """Say whether a clause mentions a direction by its number."""
    mentioned = not unit.direction and number in unit.plain
    return mentioned and re.search(rf"(?<![\d.]){re.escape(number)}(?![\d.])", unit.plain) is not None


def find_focus(inquiry: Inquiry, corpus: Corpus) -> Focus:
    """Return the clauses and directions that the question points at."""
    directions, certain = _directions(inquiry, corpus)
    return Focus(_clauses(inquiry), directions, inquiry.directions, certain=certain)


def narrow(part: Part, focus: Focus, corpus: Corpus) -> Part:
    """Return the part without the words that only name the directions pointed at: they say nothing of what is asked."""
    titles = [
        normalise(direction.title)
        for programme in corpus.catalogue.programmes
        for direction in programme.directions
        if (programme.id, direction.number) in focus.directions
    ]
    if not titles or len(titles) > _MOST_MEANT:
        return part
    runs = tuple(piece for run in part.runs for piece in _take_out(run, titles).split("|") if len(piece) > 1)
    context = tuple(piece for run in part.context_runs for piece in _take_out(run, titles).split("|") if len(piece) > 1)
    phrases = tuple(phrase for phrase in part.phrases if any(phrase in run for run in runs))
    bare = _take_out(part.bare, titles).replace("|", "")
    return replace(part, runs=runs, context_runs=context, phrases=phrases, bare=bare)


def _take_out(text: str, titles: Sequence[str]) -> str:
    """Return the text with a bar in place of all that stands in a title too, in runs of three characters or more."""
    named: set[int] = set()
    for start in range(len(text) - _SHORTEST_RUN + 1):
        if any(text[start : start + _SHORTEST_RUN] in title for title in titles):
            named.update(range(start, start + _SHORTEST_RUN))
    return re.sub(r"\|+", "|", "".join("|" if place in named else letter for place, letter in enumerate(text)))


def _clauses(inquiry: Inquiry) -> frozenset[tuple[str, str]]:
    """Return the clauses named by number, of the programmes whose numbering fits best."""
    if not (inquiry.scope.named or inquiry.scope.years):
        return frozenset()
    named = {one.id: find_clauses(inquiry.text, one.notice.clauses) for one in inquiry.scope.programmes}
    best = max((found.certainty for found in named.values()), default=0)
    return frozenset((one, path) for one, found in named.items() if found.certainty == best for path in found.paths)


def _directions(inquiry: Inquiry, corpus: Corpus) -> tuple[frozenset[tuple[str, str]], bool]:
    """Return the directions meant, by number or by the words of their titles, and whether there is no doubt."""
    programmes = [programme for programme in inquiry.scope.programmes if programme.directions]
    if inquiry.directions:
        numbered = ((programme.id, number) for programme in programmes for number in inquiry.directions)
        return frozenset(numbered), inquiry.scope.named and len(programmes) == 1
    if not programmes or not _SPEAKS.search(inquiry.text):
        return frozenset(), False
    asked = count_pairs([run for part in inquiry.parts for run in (*part.runs, *part.context_runs)])
    scored = [
        (score, direction)
        for programme in programmes
        for direction in programme.directions
        if (score := _rate(direction, asked, corpus))
    ]
    best = max((score for score, _ in scored), default=0.0)
    meant = frozenset((direction.programme, direction.number) for score, direction in scored if score >= _CLEAR * best)
    return meant, best >= _CERTAIN


def _rate(direction: Direction, asked: dict[str, None], corpus: Corpus) -> float:
    """Return how much of the title the question repeats, by weight; 0 below the share that means it."""
    own = _telling_pairs(direction.title)
    held = [pair for pair in own if pair in asked]
    if len(held) < _FEWEST_PAIRS:
        return 0.0
    shared = sum(map(corpus.weigh, held))
    return shared if shared >= _CERTAIN or shared >= _SHARE * sum(map(corpus.weigh, own)) else 0.0


@lru_cache(maxsize=4096)
def _telling_pairs(title: str) -> tuple[str, ...]:
    """Return the pairs of a direction's title without the words that most titles have."""
    bare = re.sub(r"研究|技术|关键|及|与|的|开发|应用|示范|联合|合作|项目", "|", normalise(title))
    return tuple(dict.fromkeys(pairs_of(bare)))


def _is_inside(clause: str, path: str) -> bool:
    return clause == path or (clause.startswith(path) and (not path[-1].isdigit() or not clause[len(path)].isdigit()))
