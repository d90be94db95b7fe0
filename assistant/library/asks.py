"""`asks.yaml`: the ways in which a clause is asked for, searched and never shown as evidence."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from assistant.domain.notice import Span
from assistant.domain.programme import Asked
from assistant.errors import CorpusError
from assistant.library.located_yaml import load_yaml
from assistant.text import squash


class AskedClause(BaseModel):
    """What is written for one sentence of the notice."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    quote: str = Field(min_length=4)
    """Exact words of the notice, once in it."""
    asks: tuple[str, ...] = Field(min_length=1)
    """Questions that these words answer, as people put them."""


class AsksFile(BaseModel):
    """All of a programme's."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    clauses: tuple[AskedClause, ...]


def load_asks(folder: Path, text: str) -> tuple[Asked, ...]:
    """Return the questions with the places that answer them; empty where the programme has no such file.

    Args:
        folder: the programme's folder.
        text: its notice.

    Raises:
        CorpusError: the file is wrong, or a quote does not stand in the notice exactly once.
    """
    path = folder / "asks.yaml"
    if not path.is_file():
        return ()
    located = load_yaml(path, AsksFile)
    places = [place for place, character in enumerate(text) if not character.isspace()]
    squashed = squash(text)
    found: list[Asked] = []
    for number, clause in enumerate(located.value.clauses):
        wanted = squash(clause.quote)
        start = squashed.find(wanted)
        if start < 0 or squashed.find(wanted, start + 1) >= 0:
            fault = "找不到" if start < 0 else "不止一处有"
            where = located.where("clauses", number, "quote")
            raise CorpusError(f"通知原文里{fault}“{clause.quote}”。", where=where, hint="请照抄原文，或多抄几个字。")
        span = Span(places[start], places[start + len(wanted) - 1] + 1)
        found.append(Asked(span=span, asks=clause.asks))
    return tuple(found)
