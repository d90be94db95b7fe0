"""Where the best sentence only touches what is asked, the answer says so first and then gives that sentence."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answering.asked.question import Inquiry, Part
from assistant.answering.saying.claims import Claim
from assistant.answering.saying.defining import claim_meaning, find_term
from assistant.answering.saying.opening import is_asked, open_answer
from assistant.answering.sentences.corpus import Corpus
from assistant.answering.sentences.pairs import pairs_of
from assistant.answering.sentences.units import Unit

_UNSURE = 0.65
"""Likelihood of an answer below which a sentence that decides nothing in a word only touches the matter."""
_MORE = re.compile(r"(?<!好)几|[哪谁]|多少|什么|怎|何时")
"""Asks for more than yes or no."""
_ASKED = 0.53
"""Likeness to a question written for the sentence from which it is the answer."""
_RULES = re.compile(r"须|应|不得|不能|不予|可(?!行)|不再|不下设|限|只能|鼓励|原则上|不超过|不少于|不低于|要求|为准")
"""What a sentence that rules on something holds."""
_MODAL = re.compile(
    r"能不能|能否|可不可以|可否|可以|是不是|是否|要不要|需不需要|用不用|必须|能(?![源力量])|需要|行不行"
)
_SUBJECT = re.compile(r"[^,。?的]{2,10}$")
_POINTING = re.compile(r"^(?:同?一个|两个|几个|这个|那个|我们?(?:是|想)?|咱们?)+|[还都也就又]+$")
_HELD, _SLIGHTLY = 0.34, 0.01
"""Shares of the pairs from which a sentence speaks of somebody, and of what is done."""
_END = re.compile(r"[吗么呢吧?？。]+$")
_TEXT = "没有直接写明这一点，最接近的规定如下"
_MOST = 2
"""Claims that are given as the nearest, each with one sentence."""


def be_honest(claims: Sequence[Claim], inquiry: Inquiry, corpus: Corpus) -> tuple[Claim, ...]:
    """Return the claims, those that only touch what is asked cut to a sentence each behind a word that says so."""
    parts = list(dict.fromkeys(id(claim.part) for claim in claims))
    groups = [[claim for claim in claims if id(claim.part) == part] for part in parts]
    return tuple(claim for group in groups for claim in _settle(group, inquiry, corpus))


def _settle(claims: list[Claim], inquiry: Inquiry, corpus: Corpus) -> list[Claim]:
    part = claims[0].part
    if part is None or not all(claim.said for claim in claims):
        return claims
    term = find_term(part, inquiry.scope.words)
    if term:
        return claim_meaning(term, claims, inquiry, corpus)
    if not _asks_plainly(part) or open_answer(claims, inquiry.text, corpus):
        return claims
    return _say_nearest(claims) if _touches(claims, part, corpus) else claims


def _asks_plainly(part: Part) -> bool:
    """Say whether the part asks for yes or no and nothing else."""
    return [one.slot for one in part.wanted] == ["yesno"] and not _MORE.search(part.text)


def _touches(claims: Sequence[Claim], part: Part, corpus: Corpus) -> bool:
    """Say whether the sentences decide nothing of what is asked: unlikely ones, or others on the same thing."""
    if claims[0].sure < _UNSURE:
        return True
    leads = [claim.said[0].units[0] for claim in claims]
    if any(is_asked(unit, part, corpus, _ASKED) for unit in leads):
        return False
    if not any(_RULES.search(claim.said[0].words) for claim in claims):
        return all(_lacks_word(unit, part) for unit in leads)
    subject, predicate = _read_sides(part)
    return any(
        all(find_share(side, unit, part) < least for unit in leads)
        for side, least in ((subject, _HELD), (predicate, _SLIGHTLY))
    )


def _lacks_word(unit: Unit, part: Part) -> bool:
    """Say whether sentence and titles hold nothing of one of the question's words, not even a pair of it."""
    known = {*pairs_of(unit.searched), *part.explained}
    return any(known.isdisjoint(pairs_of(run)) for run in part.runs)


def _read_sides(part: Part) -> tuple[str, str]:
    """Return for whom or what the question asks whether it may be, and what: 省科协, 推荐先导技术."""
    modal = _MODAL.search(part.bare)
    before = _SUBJECT.search(part.bare[: modal.start()]) if modal else None
    behind = _END.sub("", part.bare[modal.end() :]) if modal else ""
    return (_POINTING.sub("", before[0]) if before else "", behind)


def find_share(side: str, unit: Unit, part: Part) -> float:
    """Return the share of a side's pairs that sentence and titles hold (民营企业 where they have 企业: a third).

    A side without pairs, such as a name that the scope has taken care of, asks for nothing and is held.
    """
    known = {*pairs_of(unit.searched), *part.explained}
    own = list(pairs_of(side))
    return sum(pair in known for pair in own) / len(own) if own else 1.0


def _say_nearest(claims: Sequence[Claim]) -> list[Claim]:
    near = [replace(claim, said=claim.said[:1], text=claim.said[0].words) for claim in claims[:_MOST]]
    programmes = tuple(dict.fromkeys(one for claim in near for one in claim.programmes))
    units = tuple(unit for claim in near for unit in claim.said[0].units)
    return [Claim(programmes=programmes, text=_TEXT, units=units, form="lacks", derived=True), *near]
