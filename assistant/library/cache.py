"""The catalogue as it was last read from the corpus, kept in the user's data folder.

Reading five notices and their rules takes half a second, reading back what came of it a tenth of that. What is kept is
plain JSON, since a data folder may be shared or copied and nothing in it should be able to run. It is only ever a copy:
one that is absent, broken or of another state of corpus or program is made anew.
"""

import hashlib
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from assistant.copies import put_copy
from assistant.domain.catalogue import Catalogue
from assistant.library.locations import corpus_root, fingerprint
from assistant.sources import digest_sources

Part = Literal["catalogue", "checks"]
"""All of it, or what drafts are checked by: without what only questions and matching look up, half as long to read."""


def open_catalogue(folder: Path, root: Path | None = None, part: Part = "catalogue") -> Catalogue:
    """Return the catalogue of the corpus, from the copy in the folder where it holds one of this very state.

    Args:
        folder: the user's data folder; it need not exist, and where it cannot be written nothing is kept.
        root: folder of the corpus; None for the shipped one.
        part: how much of it.

    Raises:
        CorpusError: a file of the corpus is missing or wrong.
    """
    corpus = corpus_root() if root is None else root
    state = fingerprint(corpus)
    place = folder / _name(state, part)
    kept = _read(place)
    if kept is not None and kept.fingerprint == state:
        return kept
    if part == "checks":
        catalogue = _without_questions(open_catalogue(folder, root))
    else:
        from assistant.library.programmes import load_catalogue  # noqa: PLC0415 - the parsers, needed without a copy only

        catalogue = load_catalogue(corpus)
    with suppress(OSError):  # a folder that cannot be written costs time at the next start, nothing else
        put_copy(place, lambda file: file.write(_codec().dump_json(catalogue, by_alias=True, round_trip=True)))
    return catalogue


def _without_questions(catalogue: Catalogue) -> Catalogue:
    programmes = (replace(one, asked=(), silences=(), outside=(), expansions={}) for one in catalogue.programmes)
    return replace(catalogue, programmes=tuple(programmes), outside=())


def _name(state: str, part: Part) -> str:
    made = hashlib.sha256(f"{state}\0{digest_sources('domain', 'library')}".encode()).hexdigest()
    return f"{part}-{made[:16]}.json"


def _read(place: Path) -> Catalogue | None:
    """Return what the file holds; None where it is absent or no catalogue."""
    try:
        return _codec().validate_json(place.read_bytes())
    except (OSError, ValidationError):
        return None


@cache
def _codec() -> TypeAdapter[Catalogue]:
    return TypeAdapter(Catalogue)
