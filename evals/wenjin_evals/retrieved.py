"""What the bare search had found for a case, as the list of failures shows it."""

from assistant.domain.passage import Hit, PassageKind
from assistant.domain.search import Search
from assistant.text import clean

SHOWN = 5
_LONGEST = 80


def describe_hits(search: Search, query: str, kind: PassageKind) -> tuple[str, ...]:
    """Return the first passages for a query, one line each: place, scores, the beginning of the text."""
    return tuple(map(_line, search.search(query, kinds=(kind,), top=SHOWN)))


def _line(hit: Hit) -> str:
    parts = "、".join(f"{name} {score:.2f}" for name, score in hit.parts.items())
    passage = hit.passage
    return f"{passage.programme} {passage.clause} {hit.score:.3f}（{parts}）{clean(passage.text)[:_LONGEST]}"
