"""The vectors in embedded Chroma, and the table of them that a search reads.

Chroma keeps the vectors. A search through it would first import it, which takes longer than all the rest of a question
(docs/decisions/0011); so the same vectors lie beside it as one array, which is made from it again where it is lost.
"""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np

from assistant.domain.passage import Passage
from assistant.errors import RetrievalError
from assistant.retrieval.embedding import Vectors
from assistant.retrieval.neighbours import VectorTable
from assistant.retrieval.on_disk import map_array
from assistant.retrieval.vector import connect_folder, fill, find_collection, guarded, read_vectors

_COLLECTION = "passages"


def save_collection(folder: Path, passages: Sequence[Passage], vectors: Vectors) -> None:
    """Write the vectors into a Chroma store in the folder, and close it.

    Raises:
        RetrievalError: Chroma cannot write there.
    """
    client = connect_folder(folder)
    try:
        guarded(lambda: fill(client, _COLLECTION, passages, vectors))
    finally:
        client.close()


def open_table(table: Path, store: Path, count: int) -> VectorTable:
    """Return the table, made anew from the Chroma store where it cannot be read.

    Args:
        table: the array's file.
        store: folder of the Chroma store.
        count: number of vectors that there must be.

    Raises:
        RetrievalError: neither can be read.
    """
    try:
        vectors = read_table(table, count)
    except RetrievalError:
        if not store.is_dir():
            raise
        vectors = _restore(table, store, count)
    return VectorTable(vectors)


def read_table(table: Path, count: int) -> Vectors:
    """Return the array, mapped from disk.

    Raises:
        RetrievalError: it is absent, damaged or of another length.
    """
    try:
        vectors = map_array(table)
    except (OSError, ValueError, EOFError) as error:
        raise _unreadable(table) from error
    if vectors.ndim != 2 or len(vectors) != count:  # noqa: PLR2004 - rows and columns
        raise _unreadable(table)
    return vectors


def _unreadable(table: Path) -> RetrievalError:
    return RetrievalError("向量索引无法读取。", where=str(table), hint="请删除该文件夹后重试，索引会重建。")


def _restore(table: Path, store: Path, count: int) -> Vectors:
    """Return the vectors that Chroma keeps, and put the table back for the next time."""
    client = connect_folder(store)
    try:
        vectors = guarded(lambda: read_vectors(find_collection(client, _COLLECTION, count), count))
    finally:
        client.close()
    part = table.with_name(f"{table.stem}-{os.getpid()}.part.npy")
    with suppress(OSError):  # an index that cannot be written is restored at each start
        np.save(part, vectors)
        part.replace(table)
    return vectors
