"""The index on disk: whole or not there, whatever happens while it is built."""

import dataclasses
import json
import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from assistant import text
from assistant.domain.catalogue import Catalogue
from assistant.errors import RetrievalError
from assistant.library.programmes import load_catalogue
from assistant.retrieval import store
from assistant.retrieval.embedding import LatentEmbedder
from assistant.retrieval.index import Index, open_index

BUILD = """
import dataclasses, sys
from pathlib import Path
from assistant.library.programmes import load_catalogue
from assistant.retrieval.embedding import LatentEmbedder
from assistant.retrieval.index import open_index
catalogue = load_catalogue()
small = dataclasses.replace(catalogue, programmes=catalogue.programmes[:2], released=catalogue.released[:5])
def tell(done, total):
    print(done, total, flush=True)
    if sys.argv[2] == "stop" and done or sys.argv[2] == "stop at the end" and done == total:
        sys.stdin.read()
index = open_index(small, Path(sys.argv[1]), LatentEmbedder(), tell)
print(index.search("制定推荐方案（2022年2月13日前）", kinds=("clause",))[0].passage.id)
"""


@pytest.fixture(scope="module")
def small() -> Catalogue:
    catalogue = load_catalogue()
    return dataclasses.replace(catalogue, programmes=catalogue.programmes[:2], released=catalogue.released[:5])


def start_build(folder: Path, mode: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", BUILD, str(folder), mode],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )


def best(index: Index) -> str:
    return index.search("制定推荐方案（2022年2月13日前）", kinds=("clause",))[0].passage.id


def indexes(folder: Path) -> list[Path]:
    return sorted(folder.glob("index-*"))


def kill_build(folder: Path, mode: str) -> None:
    """Start a build and kill it where it stops."""
    with start_build(folder, mode) as process:
        assert process.stdout
        for line in process.stdout:
            done, total = map(int, line.split())
            if (done and mode == "stop") or done == total:
                break
        assert list(folder.glob("building-*"))
        process.kill()


@pytest.mark.parametrize("mode", ["stop", "stop at the end"])
def test_a_killed_build_leaves_no_index_and_the_next_one_succeeds(tmp_path: Path, small: Catalogue, mode: str):
    kill_build(tmp_path, mode)
    assert indexes(tmp_path) == []
    assert best(open_index(small, tmp_path, LatentEmbedder())) == "cast-2022#四、1@0"


def test_a_killed_rebuild_leaves_the_old_index_whole(tmp_path: Path, small: Catalogue):
    other = dataclasses.replace(small, fingerprint="older corpus")
    open_index(other, tmp_path, LatentEmbedder())
    kill_build(tmp_path, "stop at the end")
    told: list[int] = []
    assert best(open_index(other, tmp_path, LatentEmbedder(), lambda done, _: told.append(done)))
    assert told == []


def test_what_a_killed_build_left_is_removed_once_it_is_old(tmp_path: Path, small: Catalogue):
    old, young = tmp_path / "building-old", tmp_path / "building-young"
    old.mkdir()
    young.mkdir()
    long_ago = time.time() - 7200
    os.utime(old, (long_ago, long_ago))
    open_index(small, tmp_path, LatentEmbedder())
    assert not old.exists()
    assert young.exists()


def test_two_processes_that_build_at_once_give_one_whole_index(tmp_path: Path, small: Catalogue):
    with start_build(tmp_path, "go") as one, start_build(tmp_path, "go") as other:
        outputs = [process.communicate()[0].splitlines()[-1] for process in (one, other)]
    assert outputs == ["cast-2022#四、1@0"] * 2
    assert len(indexes(tmp_path)) == 1
    assert list(tmp_path.glob("building-*")) == []
    assert best(open_index(small, tmp_path, LatentEmbedder())) == outputs[0]


def test_an_index_is_built_once_with_progress_that_ends_at_its_total(tmp_path: Path, small: Catalogue):
    told: list[tuple[int, int]] = []
    open_index(small, tmp_path, LatentEmbedder(), lambda done, total: told.append((done, total)))
    assert told[0][0] == 0
    assert told[-1][0] == told[-1][1]
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    told.clear()
    open_index(small, tmp_path, LatentEmbedder(), lambda done, total: told.append((done, total)))
    assert told == []


@pytest.mark.parametrize("change", ["corpus", "tokeniser", "version", "embedder"])
def test_a_changed_key_builds_another_index(
    tmp_path: Path, small: Catalogue, change: str, monkeypatch: pytest.MonkeyPatch
):
    open_index(small, tmp_path, LatentEmbedder())
    catalogue = dataclasses.replace(small, fingerprint="changed") if change == "corpus" else small
    if change == "tokeniser":
        monkeypatch.setattr(store, "TOKENISER_VERSION", text.TOKENISER_VERSION + 1)
    if change == "version":
        monkeypatch.setattr(store, "__version__", "99.0")
    if change == "embedder":
        monkeypatch.setattr(LatentEmbedder, "_DIMENSIONS", 8)
    open_index(catalogue, tmp_path, LatentEmbedder())
    assert len(indexes(tmp_path)) == 2


def test_old_indexes_do_not_pile_up(tmp_path: Path, small: Catalogue):
    for number in range(5):
        open_index(dataclasses.replace(small, fingerprint=str(number)), tmp_path, LatentEmbedder())
    assert len(indexes(tmp_path)) == 3


def test_a_folder_with_spaces_and_chinese_works(tmp_path: Path, small: Catalogue):
    folder = tmp_path / "我的 数据" / "问津 index"
    assert best(open_index(small, folder, LatentEmbedder())) == "cast-2022#四、1@0"
    assert best(open_index(small, folder, LatentEmbedder())) == "cast-2022#四、1@0"


def test_a_folder_that_cannot_be_made_is_one_clear_error(tmp_path: Path, small: Catalogue):
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(RetrievalError) as caught:
        open_index(small, tmp_path / "file", LatentEmbedder())
    assert caught.value.where
    assert caught.value.hint


def test_an_index_without_its_manifest_is_rebuilt(tmp_path: Path, small: Catalogue):
    open_index(small, tmp_path, LatentEmbedder())
    (indexes(tmp_path)[0] / "manifest.json").unlink()
    told: list[int] = []
    assert best(open_index(small, tmp_path, LatentEmbedder(), lambda done, _: told.append(done)))
    assert told


@pytest.mark.parametrize("damage", ["gone", "garbage", "fewer"])
def test_a_damaged_vector_store_leaves_the_search_by_words_with_a_warning(
    tmp_path: Path, small: Catalogue, damage: str
):
    open_index(small, tmp_path, LatentEmbedder())
    place = indexes(tmp_path)[0]
    if damage == "gone":
        shutil.rmtree(place / store.VECTORS)
    if damage == "garbage":
        (place / store.VECTORS / "chroma.sqlite3").write_bytes(b"not a database" * 99)
    if damage == "fewer":
        manifest = json.loads((place / "manifest.json").read_text("utf-8"))
        small = dataclasses.replace(small, released=small.released[:4])
        (place / "manifest.json").write_text(json.dumps(manifest | {"passages": manifest["passages"] - 1}), "utf-8")
    index = open_index(small, tmp_path, LatentEmbedder())
    hits = index.search("制定推荐方案（2022年2月13日前）", kinds=("clause",))
    assert hits[0].passage.id == "cast-2022#四、1@0"
    assert {hit.parts["vector"] for hit in hits} == {0.0}
    assert len(index.warnings) == 1
    assert "向量" in index.warnings[0]


def test_threads_may_search_one_index_at_once(tmp_path: Path, small: Catalogue):
    index = open_index(small, tmp_path, LatentEmbedder())
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(best, [index] * 40))
    assert set(found) == {"cast-2022#四、1@0"}
