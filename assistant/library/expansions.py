"""`expansions.yaml`: other words for a direction, searched and never shown as evidence."""

from collections.abc import Sequence
from pathlib import Path

from assistant.domain.direction import Direction
from assistant.domain.programme import Expansion
from assistant.errors import CorpusError
from assistant.library.located_yaml import load_yaml


def load_expansions(folder: Path, directions: Sequence[Direction]) -> dict[str, Expansion]:
    """Return what is written for each direction, by its number; empty where the programme has no such file.

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
    return located.value
