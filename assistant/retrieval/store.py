"""The index on disk: built beside the old one and put in place by one rename, so that it is whole or not there."""

import hashlib
import json
import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from assistant import __version__
from assistant.domain.catalogue import Catalogue
from assistant.domain.passage import Passage, PassageKind
from assistant.errors import RetrievalError
from assistant.retrieval.embedding import Embedder
from assistant.retrieval.lexical import LexicalIndex
from assistant.retrieval.lookup import Names
from assistant.retrieval.passage_file import PassageFile
from assistant.retrieval.passages import by_kind, searched_text
from assistant.retrieval.programmes import Programmes
from assistant.retrieval.reading import tokeniser_of
from assistant.retrieval.table import save_collection
from assistant.sources import digest_sources
from assistant.text import TOKENISER_VERSION

Progress = Callable[[int, int], None]

LEXICAL = "lexical"
VECTORS = "vectors"
EMBEDDING = "embedding"
TABLE = "vectors.npy"
NAMES = "names.json"
_MANIFEST = "manifest.json"
_LAYOUT = 4
"""Raised when the files of an index change their form, or what is searched beside a text changes."""
_ABANDONED_SECONDS = 3600
"""Age at which an unfinished build is taken for dead; a living one ends within seconds, with an endpoint in minutes."""
_KEPT = 2
"""Indexes with other keys that stay."""


@dataclass(frozen=True, slots=True)
class IndexKey:
    """Everything that an index depends on; another key is another index."""

    corpus: str
    programmes: tuple[str, ...]
    """Ids: a catalogue may be a part of its corpus."""
    released: int
    tokeniser: int
    version: str
    sources: str
    """Digest of the code that makes passages, weights and vectors."""
    embedder: str
    shared: bool
    """True where the vectors lie on a server."""
    layout: int

    @classmethod
    def of(cls, catalogue: Catalogue, embedder: str, *, shared: bool = False) -> "IndexKey":
        """Return the key of this program for that catalogue and embedder."""
        return cls(
            corpus=catalogue.fingerprint,
            programmes=tuple(programme.id for programme in catalogue.programmes),
            released=len(catalogue.released),
            tokeniser=TOKENISER_VERSION,
            version=__version__,
            sources=digest_sources("domain", "library", "retrieval"),
            embedder=embedder,
            shared=shared,
            layout=_LAYOUT,
        )

    @property
    def folder_name(self) -> str:
        """Name of the index's folder."""
        digest = hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()
        return f"index-{digest[:16]}"


def ensure_store(
    key: IndexKey,
    folder: Path,
    embedder: Embedder,
    passages: Callable[[], Sequence[Passage]],
    progress: Progress | None = None,
) -> Path:
    """Return the folder of the index of that key, built now if it is not there.

    Two processes may build at once: each builds its own, the first to finish puts its own in place.

    Args:
        key: what the index depends on.
        folder: where indexes lie.
        embedder: the key's.
        passages: gives all passages, called only where something is built.
        progress: called with (done, total) while building.

    Raises:
        RetrievalError: the folder cannot be written, or the embedder failed.
    """
    place = folder / key.folder_name
    if read_kinds(place):
        return place
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _drop_abandoned(folder)
        building = Path(tempfile.mkdtemp(prefix="building-", dir=folder))
        try:
            _build(building, passages(), key, embedder, progress or _silent)
            _put_in_place(building, place)
        finally:
            shutil.rmtree(building, ignore_errors=True)
        _drop_old(folder, place)
    except OSError as error:
        raise RetrievalError(
            "索引无法写入。", where=str(folder), hint="请检查该文件夹的权限和剩余空间，或用 WENJIN_DATA_DIR 另指一处。"
        ) from error
    return place


def discard(place: Path) -> None:
    """Make the index count as not there, so that the next `ensure_store` builds it anew."""
    (place / _MANIFEST).unlink(missing_ok=True)


def read_kinds(place: Path) -> dict[PassageKind, int]:
    """Return how many passages of each kind a finished index holds, in their order; empty where there is none."""
    try:
        return json.loads((place / _MANIFEST).read_text("utf-8"))["kinds"]
    except (OSError, ValueError, KeyError):
        return {}


def shared_name(place: Path) -> str:
    """Return a name of the index's vectors: the same for the same key and embedding on whatever machine.

    The embedding counts since vectors fitted on two machines may differ in their last digits and then in their axes;
    a query's vector must be of the same making as those that it is compared with.
    """
    made = json.loads((place / _MANIFEST).read_text("utf-8"))["embedding"]
    return f"{place.name}-{made[:16]}"


def _digest(folder: Path) -> str:
    """Return a digest of all files in the folder."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(f"{path.relative_to(folder).as_posix()}\0{path.stat().st_size}\0".encode())
            with path.open("rb") as file:
                while block := file.read(1 << 20):
                    digest.update(block)
    return digest.hexdigest()


def _build(building: Path, passages: Sequence[Passage], key: IndexKey, embedder: Embedder, progress: Progress) -> None:
    """Write every part, the manifest last."""
    total = 2 * len(passages)
    progress(0, total)
    shelved = by_kind(passages)
    kinds = list(shelved)
    order = sorted(range(len(passages)), key=lambda place: kinds.index(passages[place].kind))
    ordered = [passages[place] for place in order]
    PassageFile.save(ordered, building)
    Programmes.save((passage.programme for passage in ordered), building)
    for kind, those in shelved.items():
        LexicalIndex.build(those, building / LEXICAL / kind, tokeniser_of(kind))
        Names.of(those).save(building / LEXICAL / kind / NAMES)
    (building / EMBEDDING).mkdir()
    texts = [searched_text(passage) for passage in passages]
    embedding, made = embedder.prepare(texts, building / EMBEDDING, lambda done: progress(done, total))
    vectors = made[order]
    np.save(building / TABLE, vectors)
    if not key.shared:
        save_collection(building / VECTORS, ordered, vectors)
    manifest = {
        "kinds": {kind: len(those) for kind, those in shelved.items()},
        "dimension": embedding.dimension,
        "embedding": _digest(building / EMBEDDING),
        **asdict(key),
    }
    (building / _MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False), "utf-8")
    progress(total, total)


def _put_in_place(building: Path, place: Path) -> None:
    """Rename the finished folder; where another process was faster, its index stays."""
    try:
        building.rename(place)
    except OSError:
        if read_kinds(place):
            return
        shutil.rmtree(place, ignore_errors=True)
        building.rename(place)


def _drop_old(folder: Path, current: Path) -> None:
    """Remove all but the latest few other indexes: another process may still read one, or use another embedder."""
    others = sorted((_built_at(other), other) for other in folder.glob("index-*") if other != current)
    for _, other in others[:-_KEPT]:
        shutil.rmtree(other, ignore_errors=True)


def _built_at(place: Path) -> float:
    """Return the time of the folder's last change; 0 where another process has just removed it."""
    try:
        return place.stat().st_mtime
    except OSError:
        return 0.0


def _drop_abandoned(folder: Path) -> None:
    """Remove what killed builds left."""
    for building in folder.glob("building-*"):
        if time.time() - _built_at(building) > _ABANDONED_SECONDS:
            shutil.rmtree(building, ignore_errors=True)


def _silent(_done: int, _total: int) -> None:
    """Report nothing."""
