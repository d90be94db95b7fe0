"""`outside.yaml`: problems near a programme's directions that none of them covers, never shown."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from assistant.library.located_yaml import load_yaml

_FILE = "outside.yaml"


class OutsideFile(BaseModel):
    """All of a programme's."""

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
