"""The index on disk: built beside the old one and put in place by one rename, so that it is whole or not there."""

import hashlib
import json
import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from assistant import __version__
from assistant.domain.passage import Passage
from assistant.errors import RetrievalError
from assistant.retrieval.embedding import Embedder
from assistant.retrieval.lexical import LexicalIndex
from assistant.retrieval.passages import by_kind, searched_text
from assistant.retrieval.vector import VectorStore
from assistant.text import TOKENISER_VERSION

Progress = Callable[[int, int], None]

LEXICAL = "lexical"
VECTORS = "vectors"
EMBEDDING = "embedding"
_MANIFEST = "manifest.json"
_LAYOUT = 3
"""Raised when the files of an index change their form, or what is searched beside a text changes."""
_ABANDONED_SECONDS = 3600
"""Age at which an unfinished build is taken for dead; a living one ends within seconds, with an endpoint in minutes."""
_KEPT = 2
"""Indexes with other keys that stay."""


@dataclass(frozen=True, slots=True)
class IndexKey:
    """Everything that an index depends on; another key is another index."""

    corpus: str
    tokeniser: int
    version: str
    embedder: str
    layout: int

    @classmethod
    def of(cls, corpus: str, embedder: str) -> "IndexKey":
        """Return the key of this program for that corpus and embedder."""
        return cls(corpus, TOKENISER_VERSION, __version__, embedder, _LAYOUT)

    @property
    def folder_name(self) -> str:
        """Name of the index's folder."""
        digest = hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()
        return f"index-{digest[:16]}"


def ensure_store(
    passages: Sequence[Passage], corpus: str, folder: Path, embedder: Embedder, progress: Progress | None
) -> Path:
    """Return the folder of the index for that corpus and embedder, built now if it is not there.

    Two processes may build at once: each builds its own, the first to finish puts its own in place.

    Raises:
        RetrievalError: the folder cannot be written, or the embedder failed.
    """
    key = IndexKey.of(corpus, embedder.id)
    place = folder / key.folder_name
    if is_whole(place, len(passages)):
        return place
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _drop_abandoned(folder)
        building = Path(tempfile.mkdtemp(prefix="building-", dir=folder))
        try:
            _build(building, passages, key, embedder, progress or _silent)
            _put_in_place(building, place, len(passages))
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


def is_whole(place: Path, count: int) -> bool:
    """Say whether the folder holds a finished index of that many passages."""
    try:
        manifest = json.loads((place / _MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return manifest.get("passages") == count


def _build(building: Path, passages: Sequence[Passage], key: IndexKey, embedder: Embedder, progress: Progress) -> None:
    """Write every part, the manifest last."""
    total = 2 * len(passages)
    progress(0, total)
    for kind, shelved in by_kind(passages).items():
        LexicalIndex.build(shelved).save(building / LEXICAL / kind)
    (building / EMBEDDING).mkdir()
    texts = [searched_text(passage) for passage in passages]
    embedding, vectors = embedder.prepare(texts, building / EMBEDDING, lambda done: progress(done, total))
    VectorStore.build(building / VECTORS, passages, vectors)
    manifest = {"passages": len(passages), "dimension": embedding.dimension, **asdict(key)}
    (building / _MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False), "utf-8")
    progress(total, total)


def _put_in_place(building: Path, place: Path, count: int) -> None:
    """Rename the finished folder; where another process was faster, its index stays."""
    try:
        building.rename(place)
    except OSError:
        if is_whole(place, count):
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
