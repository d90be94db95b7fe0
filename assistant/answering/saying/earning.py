"""Which sentences of an answer earn their place: the first, and those that tell more of what is asked."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.answering.asked.question import Part, count_pairs
from assistant.answering.asked.slots import VALUE, holds_value
from assistant.answering.saying.claims import Claim, Said, read_aloud
from assistant.answering.sentences.corpus import Corpus
from assistant.answering.sentences.pairs import pairs_of
from assistant.text import normalise

MOST = 3
"""Sentences of one notice's answer that is no list."""
_GAIN = 8.0
"""Weight of what a further sentence must add of the question's words: more than one rare pair of characters."""
_MEANS = re.compile(r"是指|指[：:]")
"""What a sentence holds behind which others go on to say what a word means."""
_TAKES_BACK = re.compile(r"^(?:但|除|不含|不包括|例外|确需|否则|特殊|仅)|除外")
_SIGNS = re.compile(r"[*＊※★△#]")
"""Marks of a notice that a question may be about."""


def keep_earned(claims: Sequence[Claim], corpus: Corpus) -> tuple[Claim, ...]:
    """Return the claims without the sentences that tell nothing more of what is asked; their quotes stay cited."""
    kept: list[Claim] = []
    for claim in claims:
        before = [said for other in kept if _goes_on(claim, other) for said in other.said]
        shortened = _shorten(claim, before, corpus)
        kept += [shortened] if shortened.said or not claim.said else []
    return tuple(kept)


def _goes_on(claim: Claim, other: Claim) -> bool:
    """Say whether notices that have answered a part already say something besides."""
    return claim.part is not None and claim.part is other.part and set(claim.programmes) <= set(other.programmes)


def _shorten(claim: Claim, before: Sequence[Said], corpus: Corpus) -> Claim:
    part = claim.part
    if part is None or not claim.said or (part.wants("list", "procedure") and not part.wants("definition")):
        return claim
    pairs = () if part.wants("definition") else count_pairs((*part.runs, *part.context_runs))
    asked = {pair: corpus.weigh(pair) for pair in pairs}
    asked |= dict.fromkeys(_SIGNS.findall(part.text), _GAIN)
    told = list(before)
    for said in claim.said:
        if not told or (len(told) < MOST and (_explains(said, told, part) or _adds(said, told, part, asked))):
            told.append(said)
    kept = tuple(told[len(before) :])
    return replace(claim, said=kept, text=read_aloud(kept))


def _explains(said: Said, kept: Sequence[Said], part: Part) -> bool:
    """Say whether the words go on behind a definition that is asked for."""
    lead = kept[0]
    same = said.units[0].clause == lead.units[0].clause and said.units[0].span.start > lead.units[0].span.start
    return part.wants("definition") and same and _MEANS.search(lead.words) is not None


def _adds(said: Said, kept: Sequence[Said], part: Part, asked: dict[str, float]) -> bool:
    """Say whether the words tell more of what is asked: further words of it, a further value, an exception."""
    if said.units[0] == kept[0].units[0] and _TAKES_BACK.search(said.words):
        return True
    plain = normalise(said.words)
    told = _gather_pairs(one.words for one in kept)
    own = frozenset(pairs_of(plain)) | frozenset(_SIGNS.findall(plain))
    gained = sum(weight for pair, weight in asked.items() if pair in own and pair not in told)
    if not any(one.slot in VALUE for one in part.wanted):
        return gained >= (_GAIN if len(part.wanted) > 1 or not part.wants("yesno") else 2 * _GAIN)
    valued = any(one.slot in VALUE and holds_value(plain, one) for one in part.wanted)
    return valued and (gained > 0 or any(one.holds.search(plain) for one in part.concepts))


def _gather_pairs(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(pair for text in texts for pair in (*pairs_of(normalise(text)), *_SIGNS.findall(text)))
