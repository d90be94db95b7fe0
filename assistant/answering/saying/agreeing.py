"""What several notices say alike is said once, and once for each what only it says."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answering.saying.claims import Claim, Said, read_aloud
from assistant.answering.sentences.units import Unit
from assistant.text import dice

SAME = 0.75
"""Dice coefficient of two years' sentences from which they are one rule."""
_NUMBER = re.compile(r"\d+")


def agree(claims: list[Claim]) -> list[Claim]:
    """Join the claims of several programmes that say the same."""
    joined: list[list[Claim]] = []
    for claim in claims:
        group = next((group for group in joined if _is_same(group[0], claim)), None)
        if group is None:
            joined.append([claim])
        else:
            group.append(claim)
    return [claim for group in joined for claim in (group if len(group) == 1 else _join(group))]


def _join(group: Sequence[Claim]) -> list[Claim]:
    """Return one claim for what several programmes say alike, and one for what each says beside it."""
    programmes = tuple(dict.fromkeys(programme for claim in group for programme in claim.programmes))
    units = tuple(claim.units[0] for claim in group) + tuple(unit for claim in group for unit in claim.units[1:])
    lead, *further = group[0].said
    alike = [lead, *(one for one in further if all(_has(claim, one) for claim in group))]
    shared = tuple(Said(one.words, _gather(group, one)) for one in alike)
    joint = Claim(
        programmes=programmes, text=read_aloud(shared), units=units, said=shared, part=group[0].part, derived=True
    )
    return [joint, *(own for claim in group if (own := _keep_own(claim, shared)) is not None)]


def _gather(group: Sequence[Claim], words: Said) -> tuple[Unit, ...]:
    """Return the sentences of all claims that say it; a claim's leading one where none is so worded."""
    found = [next((one for one in claim.said if _are_alike(one, words)), claim.said[0]) for claim in group]
    return tuple(unit for one in found for unit in one.units)


def _has(claim: Claim, words: Said) -> bool:
    return any(_are_alike(words, other) for other in claim.said)


def _are_alike(one: Said, other: Said) -> bool:
    same_numbers = _NUMBER.findall(one.words) == _NUMBER.findall(other.words)
    return same_numbers and dice(one.words, other.words) >= SAME


def _keep_own(claim: Claim, alike: Sequence[Said]) -> Claim | None:
    """Return what a claim says beyond its first sentence and what all say."""
    own = tuple(one for one in claim.said[1:] if not any(_are_alike(one, other) for other in alike))
    return replace(claim, text=read_aloud(own), units=claim.units[1:], said=own) if own else None


def _is_same(one: Claim, other: Claim) -> bool:
    """Say whether the leading sentences of two claims, or what is said of them, are one rule, numbers included."""
    first, second = one.units[0].plain, other.units[0].plain
    alike = _NUMBER.findall(first) == _NUMBER.findall(second) and dice(first, second) >= SAME
    return alike or (bool(one.said) and bool(other.said) and _are_alike(one.said[0], other.said[0]))


def merge(claims: Sequence[Claim]) -> list[Claim]:
    """Drop a claim whose text another part has said already."""
    kept: list[Claim] = []
    for claim in claims:
        if not any(claim.text in other.text and set(claim.programmes) <= set(other.programmes) for other in kept):
            kept.append(claim)
    return kept
