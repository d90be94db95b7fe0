"""The same clause in the notice of another year of the series, with the words that differ marked."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from assistant.domain.catalogue import Catalogue
from assistant.domain.notice import Clause
from assistant.domain.programme import Programme
from assistant.text import clean, squash
from wenjin_ui.views.differing import list_runs
from wenjin_ui.views.marks import fold, join
from wenjin_ui.words import say

SHORTEST = 12
"""Characters from which a clause says something that can differ."""
LONGEST = 1500
"""Characters of a clause that are compared; a longer one is a whole attachment."""
NEAR = 0.3
"""Share of common pairs of characters from which two clauses are on the same matter."""
_BOTH = Markup('<p class="wj-year"><span class="wj-k">{name} {clause}</span> {text}</p>')


@dataclass(frozen=True, slots=True)
class Pair:
    """A clause beside its counterpart."""

    other: Programme
    clause: Clause
    """Of the other notice."""
    here: str
    there: str

    @property
    def same(self) -> bool:
        """Say whether both say the same."""
        return squash(self.here) == squash(self.there)


def find_pair(programme: Programme, position: int, catalogue: Catalogue) -> Pair | None:
    """Return the clause at a position beside that of the year before, else of the year after; None without one."""
    here = _text_at(programme, position)
    other = _neighbour(programme, catalogue)
    if other is None or not SHORTEST <= len(here) <= LONGEST:
        return None
    pairs = _bigrams(here)
    found = [(_likeness(pairs, _bigrams(text)), clause, text) for clause, text in _list_texts(other)]
    likeness, clause, text = max(found, key=lambda one: one[0], default=(0.0, None, ""))
    return Pair(other, clause, here, text) if clause is not None and likeness >= NEAR else None


def render_pair(pair: Pair, programme: Programme) -> Markup:
    """Return the fold with both clauses."""
    name = pair.other.info.short_title
    if pair.same:
        return Markup('<p class="wj-from">{}</p>').format(say("years.same", name=name, clause=pair.clause.path))
    here, there = _mark(pair.here, pair.there)
    body = _BOTH.format(name=name, clause=pair.clause.path, text=there) + _BOTH.format(
        name=programme.info.short_title, clause="", text=here
    )
    return Markup('<div class="wj-years">{}</div>').format(fold(say("years.differ", name=name), body))


def _neighbour(programme: Programme, catalogue: Catalogue) -> Programme | None:
    before = next((one for one in catalogue.programmes if one.id == programme.info.supersedes), None)
    return before or next((one for one in catalogue.programmes if one.info.supersedes == programme.id), None)


def _text_at(programme: Programme, position: int) -> str:
    around = [one for one in programme.notice.clauses if one.span.start <= position < one.span.end]
    inner = min(around, key=lambda one: one.span.end - one.span.start, default=None)
    return _own_text(programme, inner) if inner else ""


def _own_text(programme: Programme, clause: Clause) -> str:
    return clean("".join(piece.slice(programme.notice.text) for piece in clause.pieces))


def _list_texts(programme: Programme) -> Iterator[tuple[Clause, str]]:
    for clause in programme.notice.clauses:
        text = _own_text(programme, clause)
        if SHORTEST <= len(text) <= LONGEST:
            yield clause, text


def _bigrams(text: str) -> set[str]:
    plain = squash(text)
    return {plain[place : place + 2] for place in range(len(plain) - 1)}


def _likeness(one: set[str], other: set[str]) -> float:
    return len(one & other) / max(len(one | other), 1)


def _mark(here: str, there: str) -> tuple[Markup, Markup]:
    """Return both texts, what the other lacks inside <em>."""
    left: list[Markup] = []
    right: list[Markup] = []
    for differs, own, other in list_runs(here, there):
        frame = Markup('<em class="wj-differs">{}</em>') if differs else Markup("{}")
        left += [frame.format(own)] if own else []
        right += [frame.format(other)] if other else []
    return join(left), join(right)
