"""`expansions.yaml`: other words for a direction, searched and never shown as evidence."""

from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.domain.direction import Direction
from assistant.errors import CorpusError
from assistant.library.located_yaml import load_yaml


class Expansion(BaseModel):
    """What is written for one direction."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    terms: tuple[str, ...] = ()
    """Synonyms, abbreviations, neighbouring fields."""
    asks: tuple[str, ...] = ()
    """Problems as people put them."""
    english: tuple[str, ...] = ()


def load_expansions(folder: Path, directions: Sequence[Direction]) -> dict[str, tuple[str, ...]]:
    """Return direction number to all its strings; empty where the programme has no such file.

    Raises:
        CorpusError: the file is wrong, or names a direction that the guide lacks.
    """
    path = folder / "expansions.yaml"
    if not path.is_file():
        return {}
    located = load_yaml(path, dict[str, Expansion])
    known = {direction.number for direction in directions}
    for number in located.value:
        if number not in known:
            raise CorpusError(f"指南里没有方向“{number}”。", where=located.where(number))
    return {number: (*entry.terms, *entry.asks, *entry.english) for number, entry in located.value.items()}
