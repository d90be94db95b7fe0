"""The vectors on a real Chroma server: the same search as without one, whoever fills it and whatever becomes of it."""

import dataclasses
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from assistant.domain.catalogue import Catalogue
from assistant.domain.passage import PassageKind
from assistant.errors import VectorServerError
from assistant.library.programmes import load_catalogue
from assistant.retrieval import server as server_module
from assistant.retrieval.embedding import LatentEmbedder
from assistant.retrieval.index import Index, open_index
from assistant.retrieval.passages import build_passages
from assistant.retrieval.vector import connect_server, fill
from tests.contract.chroma_server import ChromaServer, find_free_port, run_chroma

KINDS: tuple[PassageKind, ...] = ("clause", "direction", "released_problem")
QUERIES = ("专家推荐委员会", "推荐单位可以推荐几项", "deadline", "虫媒病毒经蚊虫叮咬传播的机制", "2022年通知四、2")
CLIENT = """
import dataclasses, json, sys
from pathlib import Path
from assistant.library.programmes import load_catalogue
from assistant.retrieval.embedding import LatentEmbedder
from assistant.retrieval.index import open_index
catalogue = load_catalogue()
small = dataclasses.replace(catalogue, programmes=catalogue.programmes[:3], released=catalogue.released[:40])
index = open_index(small, Path(sys.argv[1]), LatentEmbedder(), server=sys.argv[2])
for _ in range(20):
    found = [[hit.passage.id, hit.parts["vector"]] for hit in index.search(sys.argv[3], kinds=("clause",))]
print(json.dumps([found, index.warnings]))
"""


@pytest.fixture(scope="module")
def small() -> Catalogue:
    catalogue = load_catalogue()
    return dataclasses.replace(catalogue, programmes=catalogue.programmes[:3], released=catalogue.released[:40])


@pytest.fixture(scope="module")
def local(small: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Index:
    return open_index(small, tmp_path_factory.mktemp("local"), LatentEmbedder())


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of one client, whose own part of the index is built once."""
    return tmp_path_factory.mktemp("client")


@pytest.fixture
def connect(chroma: ChromaServer, small: Catalogue, data: Path) -> Iterator[Callable[[], Index]]:
    """Opens an index over the server; its connections are closed after the test."""
    opened: list[Index] = []

    def opening() -> Index:
        opened.append(open_index(small, data, LatentEmbedder(), server=chroma.url))
        return opened[-1]

    yield opening
    for index in opened:
        index.close()


@pytest.fixture
def chroma(tmp_path: Path) -> Iterator[ChromaServer]:
    with run_chroma(tmp_path / "chroma") as server:
        yield server


def vectors(index: Index, query: str = "专家推荐委员会") -> dict[str, float]:
    return {hit.passage.id: hit.parts["vector"] for hit in index.search(query, kinds=("clause",))}


def collections(server: ChromaServer) -> list[str]:
    with closing(connect_server(server.url)) as client:
        return sorted(one.name for one in client.list_collections())


@pytest.mark.parametrize("programmes", [None, ("cast-2023",), ("cast-2022", "nkrd-2021-01")])
def test_the_same_is_found_as_without_a_server(
    connect: Callable[[], Index], local: Index, programmes: Sequence[str] | None
):
    index = connect()
    for query in QUERIES:
        found = index.search(query, kinds=KINDS, programmes=programmes, top=20)
        wanted = local.search(query, kinds=KINDS, programmes=programmes, top=20)
        assert [hit.passage.id for hit in found] == [hit.passage.id for hit in wanted]
        assert [hit.score for hit in found] == pytest.approx([hit.score for hit in wanted], abs=1e-5)
        assert [hit.terms for hit in found] == [hit.terms for hit in wanted]
    assert index.warnings == []


def test_two_clients_at_once_fill_one_collection_and_both_find(chroma: ChromaServer, local: Index, tmp_path: Path):
    command = [sys.executable, "-c", CLIENT]
    clients = [
        subprocess.Popen(
            [*command, str(tmp_path / name), chroma.url, "专家推荐委员会"],
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        )
        for name in ("one", "other")
    ]
    results = [json.loads(client.communicate()[0].splitlines()[-1]) for client in clients]
    for found, warnings in results:
        assert dict(found) == pytest.approx(vectors(local), abs=1e-5)
        assert warnings == []
    assert len(collections(chroma)) == 1


def test_a_server_that_was_restarted_in_between_is_used_again(
    chroma: ChromaServer, connect: Callable[[], Index], local: Index
):
    index = connect()
    before = vectors(index)
    chroma.stop()
    chroma.start()
    assert vectors(index) == before == pytest.approx(vectors(local), abs=1e-5)
    assert index.warnings == []
    assert len(collections(chroma)) == 1


def test_while_the_server_is_down_words_alone_are_searched_and_then_vectors_again(
    chroma: ChromaServer, connect: Callable[[], Index]
):
    index = connect()
    before = vectors(index)
    chroma.stop()
    assert set(vectors(index).values()) == {0.0}
    assert len(index.warnings) == 1
    assert "Chroma" in index.warnings[0]
    chroma.start()
    assert vectors(index) == before


def test_a_server_that_lost_its_data_is_given_it_again(chroma: ChromaServer, connect: Callable[[], Index]):
    index = connect()
    before = vectors(index)
    chroma.stop()
    chroma.folder = chroma.folder.with_name("empty")
    chroma.start()
    assert collections(chroma) == []
    assert vectors(index) == pytest.approx(before, abs=1e-5)
    assert index.warnings == []


def test_a_half_filled_collection_of_that_name_is_replaced(
    chroma: ChromaServer, connect: Callable[[], Index], small: Catalogue
):
    before = vectors(connect())
    name = collections(chroma)[0]
    with closing(connect_server(chroma.url)) as client:
        client.delete_collection(name)
        fill(client, name, build_passages(small)[:7], np.eye(7, 192, dtype=np.float32))
    assert vectors(connect()) == pytest.approx(before, abs=1e-5)
    assert collections(chroma) == [name]


def test_what_dead_clients_left_and_old_indexes_go_and_what_is_not_ours_stays(
    chroma: ChromaServer, connect: Callable[[], Index], small: Catalogue
):
    one, row, now = build_passages(small)[:1], np.ones((1, 192), dtype=np.float32), int(time.time())
    with closing(connect_server(chroma.url)) as client:
        fill(client, "wenjin-building-dead", one, row, created=now - 7200)
        fill(client, "wenjin-building-alive", one, row, created=now)
        fill(client, "of-somebody-else", one, row, created=1)
        for number in range(10):
            fill(client, f"wenjin-index-{number}", one, row, created=now - 100 + number)
    connect()
    left = collections(chroma)
    assert "of-somebody-else" in left
    assert "wenjin-building-alive" in left
    assert "wenjin-building-dead" not in left
    assert [name for name in left if name[-1:].isdigit() and name.startswith("wenjin-index-") and len(name) < 16] == [
        f"wenjin-index-{number}" for number in range(3, 10)
    ]


def test_no_server_is_one_clear_error(small: Catalogue, data: Path):
    with pytest.raises(VectorServerError) as caught:
        open_index(small, data, LatentEmbedder(), server=f"http://127.0.0.1:{find_free_port()}")
    assert caught.value.exit_status == 3
    assert caught.value.where
    assert caught.value.hint


def wenjin(data: Path, url: str, *words: str) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("WENJIN_", "OPENAI_"))}
    own = {"WENJIN_DATA_DIR": str(data), "WENJIN_CHROMA_URL": url, "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "assistant", *words]
    return subprocess.run(command, env=kept | own, capture_output=True, text=True, check=False)


def test_the_command_line_says_in_one_sentence_that_the_server_is_down(tmp_path: Path):
    url = f"http://127.0.0.1:{find_free_port()}"
    asked = wenjin(tmp_path, url, "ask", "2023年每个推荐单位可以推荐几个问题？")
    assert asked.returncode == 3
    assert asked.stdout == ""
    assert [line for line in asked.stderr.splitlines() if "Chroma 服务没有应答" in line and url in line]
    assert "Traceback" not in asked.stderr


def test_the_doctor_says_whether_the_server_answers(chroma: ChromaServer, tmp_path: Path):
    well = wenjin(tmp_path, chroma.url, "doctor")
    assert well.returncode == 0
    assert f"[正常] 向量库：{chroma.url}，有应答" in well.stdout
    chroma.stop()
    ill = wenjin(tmp_path, chroma.url, "doctor")
    assert ill.returncode == 3
    assert f"[异常] 向量库：{chroma.url}" in ill.stdout


@pytest.mark.parametrize(
    "url", ["localhost:8000", "ftp://127.0.0.1", "http://", "http://127.0.0.1:99999", "http://me:secret@127.0.0.1:8000"]
)
def test_an_address_that_is_none_is_refused(tmp_path: Path, url: str):
    refused = wenjin(tmp_path, url, "doctor")
    assert refused.returncode == 2
    assert "WENJIN_CHROMA_URL" in refused.stderr
    assert "secret" not in refused.stderr


def test_a_server_that_answers_but_is_no_chroma_is_said_to_be_down(endless: str):
    assert server_module.probe_server(endless) is not None


def test_a_server_that_stops_answering_does_not_stop_the_search(
    chroma: ChromaServer, connect: Callable[[], Index], monkeypatch: pytest.MonkeyPatch
):
    index = connect()
    monkeypatch.setattr(server_module, "_QUERY_SECONDS", 0.3)
    monkeypatch.setattr(server_module, "_PROBE_SECONDS", 0.3)
    assert chroma.process
    os.kill(chroma.process.pid, signal.SIGSTOP)
    try:
        assert set(vectors(index).values()) == {0.0}
    finally:
        os.kill(chroma.process.pid, signal.SIGCONT)
    monkeypatch.undo()
    assert max(vectors(index).values()) > 0


@pytest.fixture
def endless() -> Iterator[str]:
    """An address that takes connections and never answers."""
    with socket.socket() as silent, pytest.MonkeyPatch.context() as patch:
        patch.setattr(server_module, "_PROBE_SECONDS", 0.2)
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        yield f"http://127.0.0.1:{silent.getsockname()[1]}"
