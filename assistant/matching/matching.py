"""Hits among the directions to the directions that a problem fits, with reasons and demands."""

from collections.abc import Sequence

from assistant.domain.catalogue import Catalogue
from assistant.domain.direction import Direction
from assistant.domain.match import Demand, Match, MatchResult
from assistant.domain.passage import Hit
from assistant.matching.reasons import find_reasons
from assistant.matching.vocabulary import vocabulary_of


def match_problem(query: str, hits: Sequence[Hit], catalogue: Catalogue, top: int) -> MatchResult:
    """Return the directions that the problem fits, best first.

    Args:
        query: the problem in any words.
        hits: directions found for it, best first; more than `top` of them.
        catalogue: where the directions come from.
        top: largest number of matches.
    """
    directions = {one.id: one for programme in catalogue.programmes for one in programme.directions}
    matches = tuple(_match(query, hit, directions[hit.passage.id], catalogue) for hit in hits[:top])
    return MatchResult(fits=bool(matches), matches=matches)


def _match(query: str, hit: Hit, direction: Direction, catalogue: Catalogue) -> Match:
    """Return the hit as the verb `match` shows it."""
    expansions = catalogue.find_programme(direction.programme).expansions.get(direction.number, ())
    return Match(
        doc=direction.doc,
        programme=direction.programme,
        programme_title=direction.programme_title,
        number=direction.number,
        title=direction.title,
        area=f"{direction.area_number} {direction.area_title}".strip(),
        tags=direction.tags,
        score=round(hit.score, 4),
        why=find_reasons(query, direction, expansions, vocabulary_of(catalogue).weigh),
        requirements=tuple(Demand(text=one.text, doc=direction.doc, quote=one.quote) for one in direction.requirements),
    )
