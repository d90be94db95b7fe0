"""Single facts: for each part of the question the least sentences that answer it, or the decision that none does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.answering.asked.focus import Focus, narrow
from assistant.answering.asked.question import Inquiry, Part, count_pairs, split_sides
from assistant.answering.asked.scope import family
from assistant.answering.choosing.deciding import KNOWN_SILENCE, Decision, decide
from assistant.answering.choosing.ranking import Ranked, rank
from assistant.answering.kinds.gathering import claim_programme, mentions
from assistant.answering.saying.agreeing import agree, merge
from assistant.answering.saying.claims import Claim
from assistant.answering.sentences.asking import Silent
from assistant.answering.sentences.corpus import Corpus
from assistant.answering.sentences.units import Unit
from assistant.domain.passage import Hit
from assistant.domain.programme import Programme

OTHER_YEAR = 4.5
"""Logits behind the best sentence up to which the other call of a family is answered for, where none is named."""
ALIKE = 0.8
"""The same up to which a guide is answered for beside the best, where the question names none."""
_GENERAL = 0.3
"""Share of what is asked that a sentence for all directions must hold, or likeness, to answer for one of them."""
_FAR = 8.0
_BESIDE_ANOTHER = 0.25
"""Confidence from which a part is answered beside another one: who asks two things of a notice seldom errs in one.

Of the open halves' parts between this and the usual threshold, all five were answered by their best sentence.
"""
_NEAREST = 3
_MENTIONED = 0.6
"""Share of the pairs of a thing's name that a sentence must hold to speak of it."""
_NAMED_TOGETHER = 3
"""Programmes named in one question that are all answered for."""
_MOST_PROGRAMMES = 5

Find = Callable[[str], Sequence[Hit]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the notices say to each part."""

    claims: tuple[Claim, ...]
    refused: tuple[Part, ...]
    nearest: tuple[Unit, ...]
    """The sentences that came nearest, the best first."""
    silences: tuple[Silent, ...] = ()
    """Topics that a refused part is about and on which its notice is known to be silent."""


def claim_facts(inquiry: Inquiry, corpus: Corpus, find: Find, focus: Focus) -> Outcome:
    """Return one claim a part and programme for the parts that the notices answer.

    Args:
        inquiry: the question.
        corpus: where the answer may stand.
        find: returns what the index finds for a text.
        focus: what the question points at.
    """
    scope: Sequence[Programme] = inquiry.scope.programmes
    if focus.certain and not inquiry.scope.named:
        scope = [one for one in scope if any(programme == one.id for programme, _ in focus.directions)] or scope
    read: list[_Read] = []
    for whole in inquiry.parts:
        if whole.leans and any(one.decision and one.decision.contradicted for one in read):
            read.append(_Read(whole, (), None, []))
            continue
        part = narrow(whole, focus, corpus)
        hits = find(inquiry.text if len(inquiry.parts) == 1 else whole.bare)
        ranked = _keep_meant(rank(part, corpus, [one.id for one in scope], hits, focus), focus)
        decision = decide(part, ranked, corpus)
        found = _claim_part(part, inquiry, ranked, focus, corpus) if decision and decision.answers else []
        if found:
            for side in split_sides(part, corpus):
                others = rank(side, corpus, [one.id for one in scope], hits, focus)
                found += _claim_side(side, inquiry, others, found, focus, corpus)
            scope = scope if inquiry.scope.named else _same_family(scope, found)
        read.append(_Read(part, ranked, decision, found))
    if any(one.claims for one in read):
        read = [one if one.claims else _read_beside(one, inquiry, focus, corpus) for one in read]
    return _join(read)


@dataclass(frozen=True, slots=True)
class _Read:
    """What was found for one part."""

    part: Part
    ranked: Sequence[Ranked]
    decision: Decision | None
    claims: list[Claim]
    """Empty where the notices do not answer."""

    def sure_claims(self) -> list[Claim]:
        """Return the claims with how likely they are an answer."""
        return [replace(claim, sure=self.decision.confidence) for claim in self.claims] if self.decision else []


def _read_beside(one: _Read, inquiry: Inquiry, focus: Focus, corpus: Corpus) -> _Read:
    """Return the part answered where that is likely enough beside another part that is answered."""
    if one.decision is None or one.decision.confidence < _BESIDE_ANOTHER:
        return one
    return replace(one, claims=_claim_part(one.part, inquiry, one.ranked, focus, corpus))


def _join(read: Sequence[_Read]) -> Outcome:
    refused = [one for one in read if not one.claims]
    silences = [one.decision.silent for one in refused if one.decision and one.decision.silent.nearest >= KNOWN_SILENCE]
    return Outcome(
        claims=tuple(merge([claim for one in read for claim in one.sure_claims()])),
        refused=tuple(one.part for one in refused),
        nearest=tuple(dict.fromkeys(ranked.unit for one in read for ranked in one.ranked[:_NEAREST])),
        silences=tuple(silences),
    )


def _keep_meant(ranked: Sequence[Ranked], focus: Focus) -> list[Ranked]:
    """Return the sentences that may answer for the directions pointed at: theirs, and general ones on what is asked."""
    if not focus.certain:
        return list(ranked)
    return [one for one in ranked if focus.includes(one.unit) or (not one.unit.direction and _is_about(one))]


def _is_about(one: Ranked) -> bool:
    return max(one.coverage, one.asked) >= _GENERAL or one.unit.kind == "form"


def _same_family(scope: Sequence[Programme], found: Sequence[Claim]) -> list[Programme]:
    """Return the programmes of the first answer's family: what follows in one question is about the same call."""
    programmes = {programme for claim in found for programme in claim.programmes}
    families = {family(one) for one in scope if one.id in programmes}
    return [one for one in scope if family(one) in families]


def _claim_part(part: Part, inquiry: Inquiry, ranked: Sequence[Ranked], focus: Focus, corpus: Corpus) -> list[Claim]:
    """Return a claim for each programme that answers; the first sentence is known to."""
    holding = [*ranked[:1], *(one for one in ranked[1:] if one.holds)]
    claims: list[Claim] = []
    for programme in _choose_programmes(inquiry, holding):
        own = _stay([one for one in holding if one.unit.programme == programme.id], focus)
        mine = _stay([one for one in ranked if one.unit.programme == programme.id], focus)
        if own and own[0].score >= holding[0].score - (_FAR if inquiry.scope.named else OTHER_YEAR):
            claims.append(claim_programme(part, own, mine, corpus))
    return agree(claims)


def _claim_side(
    side: Part, inquiry: Inquiry, ranked: Sequence[Ranked], said: Sequence[Claim], focus: Focus, corpus: Corpus
) -> list[Claim]:
    """Return what is said of one of two things, where the claims on both together do not mention it."""
    asked = count_pairs(side.runs[:1])
    told = [pairs for claim in said for unit in claim.units for pairs in (unit.searched,)]
    if any(sum(pair in text for pair in asked) >= _MENTIONED * len(asked) for text in told):
        return []
    decision = decide(side, ranked, corpus)
    if decision is None or not decision.answers:
        return []
    mentioned = sum(mentions(decision.candidate, pair, corpus) for pair in asked)
    return _claim_part(side, inquiry, ranked, focus, corpus) if mentioned >= _MENTIONED * len(asked) else []


def _stay(own: Sequence[Ranked], focus: Focus) -> list[Ranked]:
    """Return the sentences without those of other directions, where the question points at some."""
    if not focus.directions or not own[0].unit.direction:
        return list(own)
    return [one for one in own if not one.unit.direction or focus.includes(one.unit)]


def _choose_programmes(inquiry: Inquiry, accepted: Sequence[Ranked]) -> list[Programme]:
    """Return the programmes to answer for: those named, or the family of the best sentence."""
    scope = inquiry.scope.programmes
    leader = next(one for one in scope if one.id == accepted[0].unit.programme)
    related = [one for one in scope if family(one) == family(leader)]
    if leader.info.number and not (inquiry.scope.named and len(related) <= _NAMED_TOGETHER):
        order = {one.unit.programme: place for place, one in reversed(list(enumerate(accepted)))}
        top = accepted[0].score
        equal = {one.unit.programme for one in accepted if one.score >= top - ALIKE}
        related = sorted((one for one in related if one.id in equal), key=lambda one: order[one.id])[:_MOST_PROGRAMMES]
    return related
