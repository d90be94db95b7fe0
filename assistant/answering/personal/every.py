"""The clause's own limit applied to the case that a question tells of, for every notice that lays one down."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import accumulate

from assistant.answering.asked.question import Inquiry
from assistant.answering.personal.born import read_born
from assistant.answering.personal.case import Judge, Read, Verdict
from assistant.answering.personal.engaged import read_engaged
from assistant.answering.personal.qualified import read_qualified
from assistant.answering.personal.registered import read_kind, read_registered
from assistant.answering.saying.claims import Claim, Said
from assistant.answering.saying.phrases import join_phrases, keep_whole, split_phrases
from assistant.answering.sentences.corpus import Corpus
from assistant.answering.sentences.units import Unit

_READERS: tuple[Read, ...] = (read_born, read_qualified, read_registered, read_engaged)
_ASKS = re.compile(r"[吗么]|[不呢]$|能|可以|可否|行不行|够|符合|超龄|超了|有资格|[成行]不")
_OF_CALLS = re.compile(r"问题|难题|推荐|榜|学会|科协|委员会")
"""Words of calls, which lay down nothing for persons."""
_YOUNG = re.compile(r"青年|优青|青科")


def claim_personal(inquiry: Inquiry, corpus: Corpus, today: date) -> list[Claim]:
    """Return what follows for the case that the question tells of; empty where it tells of none or no clause judges it.

    Args:
        inquiry: the question.
        corpus: the notices' sentences.
        today: the day that ages are reckoned at.
    """
    if inquiry.compares or inquiry.scope.missing or not _ASKS.search(inquiry.text):
        return []
    if not inquiry.scope.named and _OF_CALLS.search(inquiry.text):
        return []
    claims = [claim for read in _READERS for claim in _claim(read(inquiry.text, today), inquiry, corpus)]
    if claims or not inquiry.scope.named:
        return claims
    return list(_claim(read_kind(inquiry.text, today), inquiry, corpus))


def _claim(judge: Judge | None, inquiry: Inquiry, corpus: Corpus) -> Iterator[Claim]:
    """Yield the verdict with the limit that it follows from, notices with the same verdict together."""
    groups: dict[tuple[str, str], list[Unit]] = {}
    for unit, verdict in _choose(judge, inquiry, corpus) if judge else ():
        groups.setdefault((verdict.text, _quote(unit.body, verdict.limit)), []).append(unit)
    for (text, limit), units in groups.items():
        programmes = tuple(dict.fromkeys(unit.programme for unit in units))
        said = (Said(limit, tuple(units)),)
        yield Claim(programmes=programmes, text=text, units=tuple(units), derived=True)
        yield Claim(programmes=programmes, text=limit, units=tuple(units), said=said)


def _quote(body: str, limit: tuple[int, int]) -> str:
    """Return the phrases of the sentence that hold the limit, with those that they need."""
    phrases = split_phrases(body)
    ends = list(accumulate(map(len, phrases)))
    places = [place for place, end in enumerate(ends) if end > limit[0] and end - len(phrases[place]) < limit[1]]
    return join_phrases(phrases, keep_whole(phrases, places))


def _choose(judge: Judge, inquiry: Inquiry, corpus: Corpus) -> Sequence[tuple[Unit, Verdict]]:
    """Return the general sentences with a limit: those for young scientists only where such are asked about."""
    own = [corpus.units[place] for programme in inquiry.scope.programmes for place in corpus.own[programme.id]]
    general = [unit for unit in own if not unit.direction and unit.kind == "prose"]
    found = [(unit, verdict) for unit in general if (verdict := judge(unit.body)) is not None]
    young = [one for one in found if _YOUNG.search(one[0].body)]
    if _YOUNG.search(inquiry.text):
        return young
    return found if inquiry.scope.named else [one for one in found if one not in young] or found
