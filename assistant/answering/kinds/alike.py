"""Where no guide is named, what one says is said of all that say it in the same words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answering.asked.question import Inquiry
from assistant.answering.asked.scope import family
from assistant.answering.saying.claims import Claim
from assistant.answering.sentences.corpus import Corpus
from assistant.answering.sentences.units import Unit
from assistant.domain.programme import Programme
from assistant.text import squash


def spread(claims: Sequence[Claim], inquiry: Inquiry, corpus: Corpus) -> tuple[Claim, ...]:
    """Return the claims, those of guides extended to all guides with the same words, where the question names none."""
    if inquiry.scope.named or inquiry.directions or any(claim.form == "lacks" for claim in claims):
        return tuple(claims)
    spoken = {one for claim in claims for one in claim.programmes}
    return tuple(_extend(claim, spoken, inquiry.scope.programmes, corpus) for claim in claims)


def _extend(claim: Claim, spoken: set[str], scope: Sequence[Programme], corpus: Corpus) -> Claim:
    """Return the claim with the other guides of its family that say all of it in general, too."""
    own = [programme for programme in scope if programme.id in claim.programmes]
    general = all(unit.kind == "prose" and not unit.direction for said in claim.said for unit in said.units)
    if not (claim.said and own and general and all(programme.directions for programme in own)):
        return claim
    others = [one for one in scope if one.id not in spoken and family(one) == family(own[0])]
    twins = {one.id: units for one in others if (units := _find_twins(claim, one, corpus))}
    if not twins:
        return claim
    said = tuple(
        replace(one, units=(*one.units, *(units[place] for units in twins.values())))
        for place, one in enumerate(claim.said)
    )
    units = tuple(dict.fromkeys([unit for one in said for unit in one.units] + list(claim.units)))
    return replace(claim, programmes=(*claim.programmes, *twins), units=units, said=said, derived=True)


def _find_twins(claim: Claim, programme: Programme, corpus: Corpus) -> tuple[Unit, ...]:
    """Return the general sentences of the guide that hold each of the claim's words; empty where one is lacking."""
    found = [next(_list_holding(said.words, programme, corpus), None) for said in claim.said]
    return tuple(unit for unit in found if unit) if all(found) else ()


def _list_holding(words: str, programme: Programme, corpus: Corpus) -> Iterator[Unit]:
    plain = squash(words)
    for place in corpus.own[programme.id]:
        unit = corpus.units[place]
        if unit.kind == "prose" and not unit.direction and plain in squash(unit.body):
            yield unit
