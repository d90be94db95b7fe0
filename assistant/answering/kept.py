"""Arrays kept in the user's data folder, for what takes longer to make than to read."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np

from assistant.copies import put_copy
from assistant.postings import Arrays


def open_arrays(place: Path, make: Callable[[], Arrays]) -> Arrays:
    """Return the arrays of a copy; where it is absent or damaged they are made, and kept where the folder allows it.

    Args:
        place: of the copy, named after all that the arrays are made of.
        make: makes them.
    """
    kept = _read(place)
    if kept is not None:
        return kept
    made = make()
    with suppress(OSError):  # a folder that cannot be written costs time at the next start, nothing else
        put_copy(place, lambda file: np.savez(file, allow_pickle=False, **dict(made)))
    return made


def _read(place: Path) -> Arrays | None:
    """Return what the file holds, proved by its check sums; None where it is absent or damaged."""
    from zipfile import BadZipFile  # noqa: PLC0415 - numpy brings it in as late as this

    try:
        with np.load(place, allow_pickle=False) as kept:
            return dict(kept)
    except (OSError, ValueError, EOFError, BadZipFile):
        return None
