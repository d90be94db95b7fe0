"""`outside.yaml`: problems that no direction covers, never shown.

A programme's are near its own directions; those in the folder of the house are of all disciplines.
"""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from assistant.library.located_yaml import load_yaml

_FILE = "outside.yaml"


class OutsideFile(BaseModel):
    """All of a programme's, or those of no programme."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    outside: tuple[str, ...] = Field(min_length=1)
    """Titles or questions as people would bring them."""


def load_outside(folder: Path) -> tuple[str, ...]:
    """Return the problems; empty where nobody has written any.

    Raises:
        CorpusError: the file is wrong.
    """
    path = folder / _FILE
    return load_yaml(path, OutsideFile).value.outside if path.is_file() else ()
