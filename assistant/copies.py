"""What was made of the corpus and is kept in the user's data folder: only ever copies, each whole or not there.

A folder may be shared, and several versions of the program may use it: the name of a copy tells what it was made of,
and those of a few other states stay.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import IO

_KEPT = 2
"""Copies of other states that stay."""


def put_copy(place: Path, write: Callable[[IO[bytes]], object]) -> None:
    """Put a file in place by one rename, so that a reader sees it whole or not at all; copies of old states go.

    Args:
        place: where it goes, named `part-state.suffix`.
        write: writes the content.

    Raises:
        OSError: the folder cannot be written.
    """
    import tempfile  # noqa: PLC0415 - most starts write nothing

    kind = place.name.partition("-")[0]
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f"{kind}-", suffix=".part", dir=place.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            write(file)
        part.replace(place)
    finally:
        part.unlink(missing_ok=True)
    same = place.parent.glob(f"{kind}-*{place.suffix}")
    for other in sorted(same, key=lambda other: (other == place, other.stat().st_mtime))[: -_KEPT - 1]:
        other.unlink(missing_ok=True)
