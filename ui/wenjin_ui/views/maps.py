"""Where a problem lies among the directions: one line a programme, one dot a direction, the words that both share."""

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from assistant.domain.match import Match
from wenjin_ui.views.marks import join
from wenjin_ui.words import frame, say

MOST_WORDS = 4
"""Words shown beside a programme: those that most of its directions share, the longer first."""
_WIDTH, _HEIGHT, _EDGE = 300, 18, 8
_MAP = frame(
    '<section class="wj-map" [[aria-label=map.title]]><h4>[[map.title]]</h4><ol>{rows}</ol>'
    '<p class="wj-from">[[map.key]]</p></section>'
)
_ROW = Markup(
    '<li><span class="wj-map-name">{name}</span>'
    '<svg class="wj-map-line" viewBox="0 0 {width} {height}"'
    ' preserveAspectRatio="xMinYMid" aria-hidden="true">'
    '<line x1="0" y1="{middle}" x2="{width}" y2="{middle}"></line>{dots}</svg>'
    '<span class="wj-from">{told} {words}</span></li>'
)
_DOT = Markup('<circle cx="{x:.1f}" cy="{y}" r="6"><title>{number} {title}</title></circle>')


def render_map(matches: Sequence[Match]) -> Markup:
    """Return the plot, the programme of the nearest direction first; nothing for a single direction."""
    if len(matches) < 2:  # noqa: PLR2004 - nothing to compare
        return Markup("")
    by_programme: dict[str, list[Match]] = {}
    for one in matches:
        by_programme.setdefault(one.programme_title, []).append(one)
    return _MAP.format(rows=join(_row(name, group) for name, group in by_programme.items()))


def _row(name: str, matches: Sequence[Match]) -> Markup:
    best = matches[0]
    words = _shared(matches)
    return _ROW.format(
        name=name,
        width=_WIDTH,
        height=_HEIGHT,
        middle=_HEIGHT // 2,
        dots=join(map(_dot, matches)),
        told=say("map.row", n=len(matches), number=best.number, score=f"{best.score:.2f}"),
        words=say("map.words", words="、".join(words)) if words else "",
    )


def _dot(match: Match) -> Markup:
    share = min(max(match.score, 0.0), 1.0)
    x = _EDGE + (_WIDTH - 2 * _EDGE) * share
    return _DOT.format(x=x, y=_HEIGHT // 2, number=match.number, title=match.title)


def _shared(matches: Sequence[Match]) -> list[str]:
    """Return the problem's words that lead to the directions, a word inside a longer one left out."""
    counts = Counter(word for one in matches for word in {_own(term) for why in one.why for term in why.terms})
    ranked = sorted(counts, key=lambda word: (-counts[word], -len(word), word))
    whole = [word for word in ranked if not any(word != other and word in other for other in ranked)]
    return whole[:MOST_WORDS]


def _own(term: str) -> str:
    """Return the problem's side of a term; see `Reason.terms`."""
    return term.partition(" → ")[0]
