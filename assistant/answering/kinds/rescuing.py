"""Parts of a question that seemed open and that a sentence of the answer settles beside what it was chosen for."""

from collections.abc import Iterator
from dataclasses import replace

from assistant.answering.asked.question import Part
from assistant.answering.asked.slots import VALUE, holds_value
from assistant.answering.kinds.facts import Outcome
from assistant.answering.saying.claims import Claim, Said
from assistant.answering.saying.phrases import join_phrases, keep_whole, split_phrases
from assistant.answering.sentences.units import Unit
from assistant.text import normalise


def settle_parts(outcome: Outcome) -> Outcome:
    """Return the outcome with the open parts answered whose matter and value a sentence that is said anyway holds."""
    found = [(part, claim) for part in outcome.refused if (claim := _settle(part, outcome)) is not None]
    settled = [part for part, _ in found]
    return replace(
        outcome,
        claims=(*outcome.claims, *(claim for _, claim in found)),
        refused=tuple(part for part in outcome.refused if part not in settled),
    )


def _settle(part: Part, outcome: Outcome) -> Claim | None:
    for claim in outcome.claims:
        for unit in _said_units(claim):
            phrases = split_phrases(unit.body)
            places = [place for place, phrase in enumerate(phrases) if _answers(phrase, part)]
            if places:
                words = join_phrases(phrases, keep_whole(phrases, places[:1]))
                said = (Said(words, (unit,)),)
                return Claim(programmes=claim.programmes, text=words, units=(unit,), said=said, part=part)
    return None


def _said_units(claim: Claim) -> Iterator[Unit]:
    if not claim.derived and len(claim.programmes) == 1:
        yield from (said.units[0] for said in claim.said if said.units[0].kind in {"prose", "requirement"})


def _answers(phrase: str, part: Part) -> bool:
    plain = normalise(phrase)
    valued = any(one.slot in VALUE and one.slot != "amount" and holds_value(plain, one) for one in part.wanted)
    return valued and any(concept.holds.search(plain) for concept in part.concepts)
