"""Hits among the directions to the directions that a problem fits, with reasons and demands."""

from collections.abc import Sequence
from dataclasses import asdict

from assistant.domain.catalogue import Catalogue
from assistant.domain.direction import Direction
from assistant.domain.match import Demand, Match, MatchResult, Reason
from assistant.domain.passage import Hit
from assistant.matching.criterion import FITTED
from assistant.matching.lacking import find_lacking
from assistant.matching.reasons import find_reasons
from assistant.matching.signals import measure
from assistant.matching.vocabulary import Vocabulary, vocabulary_of


def match_problem(query: str, hits: Sequence[Hit], catalogue: Catalogue, top: int) -> MatchResult:
    """Return the directions that the problem fits, best first.

    Args:
        query: the problem in any words.
        hits: directions found for it, best first; at least twenty, so that the level of chance agreement shows.
        catalogue: where the directions come from.
        top: largest number of matches.
    """
    if not hits:
        return MatchResult(fits=False, confidence=0.0, matches=())
    vocabulary = vocabulary_of(catalogue)
    signals = measure(query, hits, vocabulary)
    confidence = FITTED.confidence(signals)
    why = [_explain(query, hit, catalogue, vocabulary) for hit in hits[:top]]
    fits = confidence >= FITTED.least(query) and any(why[:1])  # what no word explains is claimed of no direction
    return MatchResult(
        fits=fits,
        confidence=round(confidence, 4),
        signals={name: round(value, 4) for name, value in asdict(signals).items()},
        matches=tuple(
            _match(
                hit,
                _direction(hit, catalogue),
                reasons,
                () if fits else find_lacking(query, vocabulary.directions[hit.passage.id].searched, vocabulary.weigh),
            )
            for hit, reasons in zip(hits, why, strict=False)
        ),
    )


def _direction(hit: Hit, catalogue: Catalogue) -> Direction:
    programme = catalogue.find_programme(hit.passage.programme)
    return next(one for one in programme.directions if one.id == hit.passage.id)


def _explain(query: str, hit: Hit, catalogue: Catalogue, vocabulary: Vocabulary) -> tuple[Reason, ...]:
    """Return why the direction was found; the written problems, which are chatter, only where nothing else tells."""
    direction = _direction(hit, catalogue)
    written = catalogue.find_programme(hit.passage.programme).expansion_of(direction)
    return find_reasons(query, direction, (*written.terms, *written.english), vocabulary) or find_reasons(
        query, direction, written.asks, vocabulary
    )


def _match(hit: Hit, direction: Direction, why: tuple[Reason, ...], lacking: tuple[str, ...]) -> Match:
    """Return the hit as the verb `match` shows it."""
    return Match(
        doc=direction.doc,
        programme=direction.programme,
        programme_title=direction.programme_title,
        number=direction.number,
        title=direction.title,
        area=f"{direction.area_number} {direction.area_title}".strip(),
        tags=direction.tags,
        score=round(hit.score, 4),
        parts={name: round(value, 4) for name, value in hit.parts.items()},
        why=why,
        lacking=lacking,
        requirements=_demands(direction),
    )


def _demands(direction: Direction) -> tuple[Demand, ...]:
    """Return what the direction, its area and its programme ask of an applicant."""
    return tuple(Demand(text=one.text, doc=direction.doc, quote=one.quote) for one in direction.requirements)
