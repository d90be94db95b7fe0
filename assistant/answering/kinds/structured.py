"""What is read from the data before any sentence is looked for: figures, lists, and facts by slot."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answering.asked.focus import Focus
from assistant.answering.asked.question import Inquiry, Part
from assistant.answering.kinds.directions import claim_directions
from assistant.answering.kinds.facts import Outcome
from assistant.answering.kinds.guides import claim_guides
from assistant.answering.kinds.members import claim_members
from assistant.answering.kinds.procedures import claim_procedure
from assistant.answering.kinds.slotted import Slotted, claim_slots
from assistant.answering.kinds.sums import claim_sums
from assistant.answering.kinds.totals import claim_totals
from assistant.answering.saying.claims import Claim
from assistant.answering.sentences.corpus import Corpus
from assistant.answering.sentences.units import Unit
from assistant.domain.direction import Direction

_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Structured:
    """What was read, and the parts of the question that are left to single sentences."""

    claims: tuple[Claim, ...]
    refused: tuple[Part, ...] = ()
    rest: tuple[Part, ...] = ()
    nearest: tuple[Unit, ...] = ()

    def join(self, outcome: Outcome) -> Outcome:
        """Return both together, what was read first."""
        return replace(outcome, claims=(*self.claims, *outcome.claims), refused=(*self.refused, *outcome.refused))


def find_structured(inquiry: Inquiry, corpus: Corpus, focus: Focus) -> Structured | None:
    """Return what the question asks of the data; None where it asks for what only sentences tell."""
    readers = (claim_totals, claim_guides, claim_sums, claim_procedure)
    computed = next((claims for claim in readers if (claims := claim(inquiry, corpus))), [])
    if computed:
        return Structured(tuple(computed))
    listed = claim_directions(inquiry, corpus)
    if listed is not None:
        follow = _follow(inquiry, listed.rest, listed.directions, corpus, focus)
        return Structured(
            (*listed.claims, *(_absorb(claim, listed.claims) for claim in (follow.claims if follow else ()))),
            follow.refused if follow else (),
            follow.rest if follow else listed.rest,
        )
    members = claim_members(inquiry, corpus, focus)
    if members:
        return Structured(tuple(members))
    slotted = claim_slots(inquiry, corpus, focus)
    if slotted is None:
        return None
    return Structured(slotted.claims, slotted.refused, slotted.rest, _near(inquiry, corpus, focus))


def _absorb(claim: Claim, before: Sequence[Claim]) -> Claim:
    """Return the claim with the wider quotes of earlier ones that hold its sentences."""
    wide = [unit for one in before for unit in one.units]
    units = [
        next((one for one in wide if one.programme == unit.programme and one.span.contains(unit.span)), unit)
        for unit in claim.units
    ]
    return replace(claim, units=tuple(dict.fromkeys(units)))


def _follow(
    inquiry: Inquiry, rest: tuple[Part, ...], listed: Sequence[tuple[str, str]], corpus: Corpus, focus: Focus
) -> Slotted | None:
    """Return what else is asked of the directions that were listed."""
    if not rest:
        return None
    directions: list[Direction] = [
        one
        for programme in inquiry.scope.programmes
        for one in programme.directions
        if (programme.id, one.number) in set(listed)
    ]
    return claim_slots(replace(inquiry, parts=rest), corpus, focus, directions)


def _near(inquiry: Inquiry, corpus: Corpus, focus: Focus) -> tuple[Unit, ...]:
    """Return the titles and requirements of the directions that the question points at."""
    units = [corpus.units[place] for programme in inquiry.scope.programmes for place in corpus.own[programme.id]]
    own = [unit for unit in units if unit.direction and focus.includes(unit)]
    return tuple([unit for unit in own if unit.kind in {"direction", "requirement"}][:_NEAREST])
