"""`asks.yaml`: the ways in which a clause is asked for, searched and never shown as evidence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from assistant.domain.direction import Direction
from assistant.domain.notice import Span
from assistant.domain.programme import Asked
from assistant.errors import CorpusError
from assistant.library.located_yaml import load_yaml
from assistant.text import squash

_FILE = "asks.yaml"
SHORTEST_QUOTE = 4
"""Characters of the shortest words that may be quoted."""


class AskedClause(BaseModel):
    """What is written for one sentence of the notice."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    quote: str = Field(min_length=SHORTEST_QUOTE)
    """Exact words of the notice, once in it, or once in the direction."""
    direction: str | None = None
    """Number of the direction that the words stand in, for words that several directions hold."""
    asks: tuple[str, ...] = Field(min_length=1)
    """Questions that these words answer, as people put them."""


class AsksFile(BaseModel):
    """All of a programme's, or those that several programmes of one document share."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    clauses: tuple[AskedClause, ...]


def load_asks(folder: Path, shared: Path, text: str, directions: Sequence[Direction]) -> tuple[Asked, ...]:
    """Return the questions with the places that answer them; empty where nobody has written any.

    Args:
        folder: the programme's folder.
        shared: folder of the document that the notice is a part of: its questions hold wherever their words stand once;
            the programme's own folder where the notice is a document of its own.
        text: the notice.
        directions: its directions.

    Raises:
        CorpusError: a file is wrong, or a quote of the programme's own does not stand exactly once.
    """
    notice = _Notice.read(text)
    return (
        *_own(folder / _FILE, notice, directions),
        *(_shared(shared / _FILE, notice) if shared != folder else ()),
    )


def stands_once(text: str, quote: str) -> bool:
    """Say whether the quote is long enough and stands exactly once in the notice, white space ignored."""
    notice = _Notice.read(text)
    return len(squash(quote)) >= SHORTEST_QUOTE and len(notice.find(quote, notice.whole)) == 1


@dataclass(frozen=True, slots=True)
class _Notice:
    """A notice without its white space, in which quotes are found."""

    squashed: str
    places: tuple[int, ...]
    """Where each of its characters stands in the notice."""

    @classmethod
    def read(cls, text: str) -> "_Notice":
        return cls(squash(text), tuple(place for place, character in enumerate(text) if not character.isspace()))

    @property
    def whole(self) -> Span:
        return Span(0, self.places[-1] + 1)

    def find(self, quote: str, within: Span) -> list[Span]:
        """Return the first two places of a quote inside a span of the notice."""
        wanted = squash(quote)
        found: list[Span] = []
        start = self.squashed.find(wanted)
        while start >= 0 and len(found) < 2:  # noqa: PLR2004 - once, or more than once
            span = Span(self.places[start], self.places[start + len(wanted) - 1] + 1)
            found += [span] if within.contains(span) else []
            start = self.squashed.find(wanted, start + 1)
        return found


def _own(path: Path, notice: _Notice, directions: Sequence[Direction]) -> Iterator[Asked]:
    if not path.is_file():
        return
    located = load_yaml(path, AsksFile)
    spans = {direction.number: direction.span for direction in directions}
    for number, clause in enumerate(located.value.clauses):
        if clause.direction is not None and clause.direction not in spans:
            where = located.where("clauses", number, "direction")
            raise CorpusError(f"指南里没有方向 {clause.direction}。", where=where)
        found = notice.find(clause.quote, spans[clause.direction] if clause.direction else notice.whole)
        if len(found) != 1:
            where = located.where("clauses", number, "quote")
            fault = "不止一处有" if found else "找不到"
            raise CorpusError(f"通知原文里{fault}“{clause.quote}”。", where=where, hint="请照抄原文，或多抄几个字。")
        yield Asked(span=found[0], asks=clause.asks)


def _shared(path: Path, notice: _Notice) -> Iterator[Asked]:
    if not path.is_file():
        return
    for clause in load_yaml(path, AsksFile).value.clauses:
        found = notice.find(clause.quote, notice.whole)
        if len(found) == 1:
            yield Asked(span=found[0], asks=clause.asks)
