"""Single facts: for each part of the question the least sentences that answer it, or the decision that none does."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering.claims import Claim
from assistant.answering.corpus import Corpus
from assistant.answering.question import Inquiry, Part
from assistant.answering.ranking import Focus, Ranked, rank
from assistant.answering.scope import family
from assistant.answering.slots import VALUE
from assistant.answering.trimming import trim
from assistant.answering.units import Unit
from assistant.domain.passage import Hit
from assistant.domain.programme import Programme
from assistant.text import dice

LEAST_COVERAGE = 0.4
"""Share of what is asked that a sentence must be about; chosen on the own questions (visible half)."""
LEAST_SCORE = 5.0
"""Below it a sentence shares no more than common words with the question."""
COMPANION = 0.62
"""Share of the best score from which another sentence is cited too."""
SAME = 0.75
"""Dice coefficient of two years' sentences from which they are one rule."""
_MOST_PROGRAMMES = 5


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the notices say to each part."""

    claims: tuple[Claim, ...]
    refused: tuple[Part, ...]
    nearest: tuple[Unit, ...]
    """The sentences that came nearest, the best first."""


def claim_facts(inquiry: Inquiry, corpus: Corpus, hits: Sequence[Hit], focus: Focus) -> Outcome:
    """Return one claim a part and programme for the parts that the notices answer."""
    claims: list[Claim] = []
    refused: list[Part] = []
    nearest: list[Unit] = []
    for part in inquiry.parts:
        ranked = rank(part, corpus, [one.id for one in inquiry.scope.programmes], hits, focus)
        nearest += [one.unit for one in ranked[:3]]
        found = _claim_part(part, inquiry, ranked, focus)
        claims += found
        if not found:
            refused.append(part)
    return Outcome(tuple(_merge(claims)), tuple(refused), tuple(dict.fromkeys(nearest)))


def accepts(one: Ranked, focus: Focus) -> bool:
    """Say whether a sentence answers its part: it holds the wanted value and is about what is asked."""
    if not one.holds or one.score < LEAST_SCORE:
        return False
    return one.coverage >= (LEAST_COVERAGE / 2 if focus.includes(one.unit) else LEAST_COVERAGE)


def _claim_part(part: Part, inquiry: Inquiry, ranked: Sequence[Ranked], focus: Focus) -> list[Claim]:
    accepted = [one for one in ranked if accepts(one, focus)]
    if not accepted:
        return []
    programmes = _choose_programmes(inquiry, accepted)
    by_programme = [[one for one in accepted if one.unit.programme == programme.id] for programme in programmes]
    best = accepted[0].score
    kept = [own for own in by_programme if own and own[0].score >= COMPANION * best]
    return _agree([_claim(part, own) for own in kept])


def _choose_programmes(inquiry: Inquiry, accepted: Sequence[Ranked]) -> list[Programme]:
    """Return the programmes to answer for: those named, or the family of the best sentence."""
    scope = inquiry.scope.programmes
    leader = next(one for one in scope if one.id == accepted[0].unit.programme)
    related = [one for one in scope if family(one) == family(leader)]
    if leader.info.number and not (inquiry.scope.named and len(related) == 1):
        order = {one.unit.programme: place for place, one in reversed(list(enumerate(accepted)))}
        top = accepted[0].score
        equal = {one.unit.programme for one in accepted if one.score >= 0.93 * top}
        related = sorted((one for one in related if one.id in equal), key=lambda one: order[one.id])[:_MOST_PROGRAMMES]
    return related


def _claim(part: Part, own: Sequence[Ranked]) -> Claim:
    lead = own[0]
    companions = [one for one in own[1:] if one.score >= COMPANION * lead.score][:3]
    beside = [one for one in companions if _belongs(one, lead, part)]
    text = trim(lead.unit, part)
    for one in beside[:2]:
        text += "；" + trim(one.unit, part)
    return Claim(programmes=(lead.unit.programme,), text=text, units=(lead.unit, *(one.unit for one in companions)))


def _belongs(one: Ranked, lead: Ranked, part: Part) -> bool:
    """Say whether the sentence is a second half of the answer, nearly as good as the first."""
    strict = any(wanted.slot in VALUE for wanted in part.wanted)
    return one.score >= (0.9 if strict else 0.8) * lead.score and dice(one.unit.plain, lead.unit.plain) < SAME


def _agree(claims: list[Claim]) -> list[Claim]:
    """Join the claims of several programmes that say the same."""
    joined: list[list[Claim]] = []
    for claim in claims:
        group = next((group for group in joined if _is_same(group[0].text, claim.text)), None)
        if group is None:
            joined.append([claim])
        else:
            group.append(claim)
    return [group[0] if len(group) == 1 else _join(group) for group in joined]


def _join(group: Sequence[Claim]) -> Claim:
    programmes = tuple(dict.fromkeys(programme for claim in group for programme in claim.programmes))
    units = tuple(claim.units[0] for claim in group) + tuple(unit for claim in group for unit in claim.units[1:])
    return Claim(programmes=programmes, text=group[0].text, units=units, derived=True)


def _is_same(one: str, other: str) -> bool:
    numbers = re.findall(r"\d+", one) == re.findall(r"\d+", other)
    return numbers and dice(one, other) >= SAME


def _merge(claims: Sequence[Claim]) -> list[Claim]:
    """Drop a claim whose text another part has said already."""
    kept: list[Claim] = []
    for claim in claims:
        if not any(claim.text in other.text and set(claim.programmes) <= set(other.programmes) for other in kept):
            kept.append(claim)
    return kept
