"""The index on disk: whole or not there, whatever happens while it is built."""

import dataclasses
import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import bm25s
import numpy as np
import pytest

from assistant import text
from assistant.domain.catalogue import Catalogue
from assistant.domain.passage import Passage
from assistant.errors import RetrievalError
from assistant.library.programmes import load_catalogue
from assistant.retrieval import store
from assistant.retrieval.embedding import LatentEmbedder
from assistant.retrieval.index import Index, open_index
from assistant.retrieval.lexical import LexicalIndex
from assistant.retrieval.passages import build_passages, by_kind, searched_text, shown_text
from assistant.retrieval.table import save_collection
from assistant.text import tokenise

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


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory, small: Catalogue) -> Path:
    """A data folder with the index of the small catalogue, built once; never changed."""
    folder = tmp_path_factory.mktemp("once")
    open_index(small, folder, LatentEmbedder())
    return folder


@pytest.fixture
def built(tmp_path: Path, once: Path) -> Path:
    """A copy of it that a test may damage; the index's own folder."""
    shutil.copytree(once, tmp_path, dirs_exist_ok=True)
    return indexes(tmp_path)[0]


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


def other_sources(*_parts: str) -> str:
    return "another program"


@pytest.mark.parametrize("change", ["corpus", "tokeniser", "version", "sources", "embedder"])
def test_a_changed_key_builds_another_index(
    tmp_path: Path, small: Catalogue, change: str, monkeypatch: pytest.MonkeyPatch
):
    open_index(small, tmp_path, LatentEmbedder())
    catalogue = dataclasses.replace(small, fingerprint="changed") if change == "corpus" else small
    if change == "tokeniser":
        monkeypatch.setattr(store, "TOKENISER_VERSION", text.TOKENISER_VERSION + 1)
    if change == "version":
        monkeypatch.setattr(store, "__version__", "99.0")
    if change == "sources":
        monkeypatch.setattr(store, "digest_sources", other_sources)
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


def test_an_index_without_its_manifest_is_rebuilt(built: Path, small: Catalogue):
    (built / "manifest.json").unlink()
    told: list[int] = []
    assert best(open_index(small, built.parent, LatentEmbedder(), lambda done, _: told.append(done)))
    assert told


def damage_file(path: Path, damage: str) -> None:
    """Damage one file as a full disk, a copying error or a person may."""
    if damage == "gone":
        path.unlink()
    if damage == "cut":
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    if damage == "garbage":
        path.write_bytes(b"not what it was" * 99)


def damage_chroma(folder: Path, damage: str) -> None:
    if damage == "gone":
        shutil.rmtree(folder)
    else:
        damage_file(folder / "chroma.sqlite3", damage)


def vector_scores(index: Index) -> list[float]:
    return [hit.parts["vector"] for hit in index.search("制定推荐方案（2022年2月13日前）", kinds=("clause",))]


@pytest.mark.parametrize("damage", ["gone", "cut", "garbage"])
def test_a_damaged_table_of_vectors_is_made_again_from_chroma(built: Path, small: Catalogue, damage: str):
    before = vector_scores(open_index(small, built.parent, LatentEmbedder()))
    whole = (built / store.TABLE).read_bytes()
    damage_file(built / store.TABLE, damage)
    index = open_index(small, built.parent, LatentEmbedder())
    assert vector_scores(index) == pytest.approx(before, abs=1e-5)
    assert index.warnings == []
    assert len((built / store.TABLE).read_bytes()) == len(whole)
    assert not list(built.glob("*.part*"))


@pytest.mark.parametrize("damage", ["gone", "garbage"])
def test_without_table_and_chroma_the_search_goes_on_by_words_with_a_warning(
    built: Path, small: Catalogue, damage: str
):
    (built / store.TABLE).unlink()
    damage_chroma(built / store.VECTORS, damage)
    index = open_index(small, built.parent, LatentEmbedder())
    assert best(index) == "cast-2022#四、1@0"
    assert set(vector_scores(index)) == {0.0}
    assert len(index.warnings) == 1
    assert "向量" in index.warnings[0]


def test_a_chroma_store_with_another_number_of_vectors_is_not_used(built: Path, small: Catalogue):
    fewer = build_passages(small)[:-1]
    vectors = np.load(built / store.TABLE)[:-1]
    (built / store.TABLE).unlink()
    shutil.rmtree(built / store.VECTORS)
    save_collection(built / store.VECTORS, fewer, vectors)
    index = open_index(small, built.parent, LatentEmbedder())
    assert set(vector_scores(index)) == {0.0}
    assert len(index.warnings) == 1


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        ("passages.npy", "gone"),
        ("programmes.json", "cut"),
        ("lexical/clause/starts.npy", "garbage"),
        ("lexical/clause/names.json", "cut"),
    ],
)
def test_an_index_with_a_damaged_part_is_rebuilt(built: Path, small: Catalogue, name: str, damage: str):
    damage_file(built / name, damage)
    told: list[int] = []
    index = open_index(small, built.parent, LatentEmbedder(), lambda done, _: told.append(done))
    assert best(index) == "cast-2022#四、1@0"
    assert told
    assert index.warnings == []


def test_a_part_of_a_corpus_has_an_index_of_its_own(built: Path, small: Catalogue):
    part = dataclasses.replace(small, released=small.released[:4])
    index = open_index(part, built.parent, LatentEmbedder())
    assert len(indexes(built.parent)) == 2
    assert [passage.id for passage in index.passages] == [passage.id for passage in by_kind_in_order(part)]


def by_kind_in_order(catalogue: Catalogue) -> list[Passage]:
    return [passage for those in by_kind(build_passages(catalogue)).values() for passage in those]


def test_the_words_that_a_passage_shows_are_those_of_its_heading_and_text(built: Path, small: Catalogue):
    folder = built / store.LEXICAL / "clause"
    lexical = LexicalIndex.load(folder)
    query = "2022年专家推荐委员会制定推荐方案，什么时候截止，deadline"
    columns = lexical.find(tokenise(query))
    for place, passage in enumerate(by_kind(build_passages(small))["clause"]):
        assert lexical.shown(place, columns) == set(tokenise(query)) & set(tokenise(shown_text(passage)))


def test_the_scores_are_those_of_bm25s(built: Path, small: Catalogue):
    lexical = LexicalIndex.load(built / store.LEXICAL / "clause")
    texts = [tokenise(searched_text(passage)) for passage in by_kind(build_passages(small))["clause"]]
    ranking = bm25s.BM25(k1=1.5, b=0.75, method="lucene")
    ranking.index(texts, show_progress=False)
    for query in ("推荐单位可以推荐几项", "专家推荐委员会", "deadline 2022"):
        known = [token for token in dict.fromkeys(tokenise(query)) if token in ranking.vocab_dict]
        found = lexical.scores(dict.fromkeys(lexical.find(tokenise(query)).values(), 1.0))
        assert found.tolist() == pytest.approx(ranking.get_scores(known).tolist(), abs=1e-4)


def test_threads_may_search_one_index_at_once(tmp_path: Path, small: Catalogue):
    index = open_index(small, tmp_path, LatentEmbedder())
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(best, [index] * 40))
    assert set(found) == {"cast-2022#四、1@0"}
