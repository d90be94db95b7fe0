"""What is counted of the sentences, kept in the user's data folder: to make it takes longer than to read it."""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np

from assistant.copies import put_copy
from assistant.domain.catalogue import Catalogue
from assistant.postings import Arrays
from assistant.sources import digest_sources


def name_copy(catalogue: Catalogue) -> str:
    """Return the file name of the statistics, which tells what they are made of: a catalogue may be a part of one."""
    programmes = ",".join(one.id for one in catalogue.programmes)
    code = f"{digest_sources('domain', 'library')}{digest_sources('answering')}"
    return f"sentences-{hashlib.sha256(f'{catalogue.fingerprint}{programmes}{code}'.encode()).hexdigest()[:16]}.npz"


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
