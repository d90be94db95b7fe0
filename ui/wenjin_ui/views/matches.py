"""Matched directions as cards: why each fits, and what it demands."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from assistant.domain.catalogue import Catalogue
from assistant.domain.direction import Direction
from assistant.domain.match import Demand, Match, MatchResult, Reason
from assistant.domain.notice import Span
from assistant.text import clean, find_quote
from assistant.wording import SECTIONS, direction_id, programme_of, readable
from wenjin_ui.views.explained import render_explanation
from wenjin_ui.views.maps import render_map
from wenjin_ui.views.marks import cite, fold, join
from wenjin_ui.views.places import Place, place_of_direction
from wenjin_ui.words import frame, say

OPEN_CARDS = 3
"""Cards shown at once; the rest folds."""
_CARD = Markup(
    '<article class="wj-card" aria-label="{title}"><header><span class="wj-rank">{rank}</span>'
    '<div><h3>{title}</h3><p class="wj-from">{guide} · {number}{area}</p></div></header>'
    "{tags}{why}{lacking}{demands}{more}</article>"
)

_LACKING = frame('<p class="wj-from">[[match.lacking]]{}</p>')
_WHOLE = frame('<p class="wj-actions"><button type="button" data-place="{}">[[match.whole]]</button></p>')
_REASON = frame('<li><q>{}</q>{}<ul class="wj-terms" [[aria-label=match.terms]]>{}</ul></li>')


def stream_match(result: MatchResult, catalogue: Catalogue) -> Iterator[Markup]:
    """Yield the cards one by one; each piece is the whole so far."""
    head = Markup('<p class="wj-said">{}</p>').format(_headline(result))
    if not result.fits:
        head = frame('<p class="wj-tag">[[match.uncovered]]</p>') + head
    head += render_map(result.matches)
    cards = [_card(rank, one, catalogue) for rank, one in enumerate(result.matches, start=1)]
    yield head
    for shown in range(1, min(OPEN_CARDS, len(cards)) + 1):
        yield head + join(cards[:shown])
    rest = (
        fold(say("match.rest", n=len(cards) - OPEN_CARDS), join(cards[OPEN_CARDS:]))
        if cards[OPEN_CARDS:]
        else Markup("")
    )
    yield head + join(cards[:OPEN_CARDS]) + rest + render_explanation(result.explanation, catalogue)


def best_place(result: MatchResult, catalogue: Catalogue) -> Place | None:
    """Return the place of the best direction; None where there is none."""
    return next((place for one in result.matches if (place := _place(one, catalogue))), None)


def _headline(result: MatchResult) -> Markup:
    if not result.matches:
        return say("match.none")
    if result.fits:
        return say("match.found", n=len(result.matches))
    return say("match.nearest")


def _card(rank: int, match: Match, catalogue: Catalogue) -> Markup:
    tags = join(Markup("<li>{}</li>").format(say("match.preferred") if tag == "*" else tag) for tag in match.tags)
    return _CARD.format(
        rank=rank,
        title=match.title,
        guide=match.programme_title,
        number=match.number,
        area=f" · {match.area}" if match.area else "",
        tags=Markup('<ul class="wj-tags">{}</ul>').format(tags) if tags else "",
        why=_reasons(match, catalogue),
        lacking=_lacking(match),
        demands=_demands(match, catalogue),
        more=_whole(match, catalogue),
    )


def _reasons(match: Match, catalogue: Catalogue) -> Markup:
    if not match.why:
        return Markup("")
    rows = join(_reason(one, match, catalogue) for one in _merged(match.why))
    return frame('<h4>[[match.why]]</h4><ul class="wj-why">{}</ul>').format(rows)


def _merged(reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    """Return one reason a quote, with the terms of all that share it."""
    by_quote: dict[str, Reason] = {}
    for reason in reasons:
        same = by_quote.get(reason.quote)
        terms = tuple(dict.fromkeys([*(same.terms if same else ()), *reason.terms]))
        by_quote[reason.quote] = reason.model_copy(update={"terms": terms})
    return tuple(by_quote.values())


def _reason(reason: Reason, match: Match, catalogue: Catalogue) -> Markup:
    found = _direction(match, catalogue)
    place = place_of_direction(found, [reason.quote], catalogue) if found else None
    mark = cite(f"〔{match.number} {SECTIONS[reason.section]}〕", place, readable(reason.quote))
    terms = join(Markup("<li>{}</li>").format(term) for term in reason.terms)
    return _REASON.format(readable(reason.quote), mark, terms)


def _lacking(match: Match) -> Markup:
    if not match.lacking:
        return Markup("")
    return _LACKING.format("、".join(match.lacking))


def _demands(match: Match, catalogue: Catalogue) -> Markup:
    if not match.requirements:
        return Markup("")
    rows = join(_demand(one, match, catalogue) for one in match.requirements)
    return fold(say("match.demands", n=len(match.requirements)), Markup('<ul class="wj-demands">{}</ul>').format(rows))


def _demand(demand: Demand, match: Match, catalogue: Catalogue) -> Markup:
    known = programme_of(catalogue, match.programme)
    span = find_quote(known.notice.text, demand.quote) if known else None
    place = Place(match.programme, (Span(*span),)) if span else None
    return Markup("<li>{}{}</li>").format(clean(demand.text), cite("〔原文〕", place, readable(demand.quote)))


def _whole(match: Match, catalogue: Catalogue) -> Markup:
    place = _place(match, catalogue)
    if place is None:
        return Markup("")
    return _WHOLE.format(str(place))


def _place(match: Match, catalogue: Catalogue) -> Place | None:
    found = _direction(match, catalogue)
    return place_of_direction(found, [one.quote for one in match.why], catalogue) if found else None


def _direction(match: Match, catalogue: Catalogue) -> Direction | None:
    known = programme_of(catalogue, match.programme)
    wanted = direction_id(match)
    return next((one for one in known.directions if one.id == wanted), None) if known else None
