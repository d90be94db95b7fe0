"""Vectors of an endpoint: used where they are good, and whatever it does wrong, the search by words goes on."""

import dataclasses
import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from assistant.domain.catalogue import Catalogue
from assistant.domain.made import Prices
from assistant.privacy.gate import PrivacyGate
from assistant.retrieval.endpoint import EndpointEmbedder
from assistant.retrieval.index import Index, open_index
from assistant.watching import watched
from tests.contract.agents import CATALOGUE

QUERY = "专家推荐委员会"
SMALL = dataclasses.replace(CATALOGUE, programmes=CATALOGUE.programmes[:2], released=())
KEY = "sk-vectors-41"
Change = Callable[[list[dict[str, Any]]], object]


class _Handler(BaseHTTPRequestHandler):
    """Gives counts of a few characters, in as many dimensions as the server says."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Stay quiet."""

    def do_POST(self) -> None:
        server = self.server
        assert isinstance(server, VectorServer)
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        server.asked.append(asked["input"])
        letters = "推荐专家委员会问题"[: server.dimension]
        rows = [[1.0 + text.count(letter) for letter in letters] for text in asked["input"]]
        data = [{"object": "embedding", "index": place, "embedding": row} for place, row in enumerate(rows)]
        told = {"usage": {"prompt_tokens": 7, "total_tokens": 7}} if server.tells else {"usage": None}
        body = json.dumps({"object": "list", "data": server.change(data), "model": "m", **told}).encode()
        failing = server.fails_after is not None and len(server.asked) > server.fails_after
        self.send_response(400 if failing else server.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class VectorServer(ThreadingHTTPServer):
    daemon_threads = True
    dimension = 8
    status = 200
    fails_after: int | None = None
    tells = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[list[str]] = []
        self.change: Change = lambda data: data


@pytest.fixture
def server() -> Iterator[VectorServer]:
    served = VectorServer()
    thread = threading.Thread(target=served.serve_forever, args=(0.02,))
    thread.start()
    yield served
    served.shutdown()
    thread.join()
    served.server_close()


@pytest.fixture
def embedder(server: VectorServer) -> EndpointEmbedder:
    url = f"http://127.0.0.1:{server.server_port}/v1"
    return EndpointEmbedder(model="m-1", base_url=url, api_key=KEY, gate=PrivacyGate.over(CATALOGUE))


def open_small(folder: Path, embedder: EndpointEmbedder, catalogue: Catalogue = SMALL) -> Index:
    return open_index(catalogue, folder, embedder)


def search(index: Index, query: str = QUERY) -> set[float]:
    """Return the vector scores of what is found, which is something by words alone."""
    hits = index.search(query, kinds=("clause",))
    assert hits
    assert hits[0].parts["lexical"] > 0
    return {hit.parts["vector"] for hit in hits}


def test_vectors_of_an_endpoint_are_used_where_configured(tmp_path: Path, embedder: EndpointEmbedder):
    index = open_small(tmp_path, embedder)

    assert search(index) > {0.0} or 0.0 not in search(index)
    assert index.warnings == []


@pytest.mark.parametrize("before_opening", [True, False], ids=["opening", "searching"])
def test_other_dimensions_than_before_get_the_index_rebuilt(
    tmp_path: Path, embedder: EndpointEmbedder, server: VectorServer, *, before_opening: bool
):
    index = open_small(tmp_path, embedder)
    server.dimension = 5
    index = open_small(tmp_path, embedder) if before_opening else index

    assert max(search(index)) > 0
    assert index.warnings == []
    manifests = [json.loads(path.read_text("utf-8")) for path in tmp_path.glob("index-*/manifest.json")]
    assert [manifest["dimension"] for manifest in manifests] == [5]


def cut(data: list[dict[str, Any]]) -> object:
    return data[:-1]


def poison(value: float | None) -> Change:
    def change(data: list[dict[str, Any]]) -> object:
        data[0]["embedding"] = [value] * len(data[0]["embedding"])
        return data

    return change


def ragged(data: list[dict[str, Any]]) -> object:
    data[0]["embedding"] = data[0]["embedding"][:-1]
    return data


def nothing(_data: list[dict[str, Any]]) -> object:
    return []


def no_list(_data: list[dict[str, Any]]) -> object:
    return None


BAD = {
    "one-less": cut,
    "zero": poison(0.0),
    "nan": poison(float("nan")),
    "infinite": poison(float("inf")),
    "null": poison(None),
    "ragged": ragged,
    "none": nothing,
    "no-list": no_list,
}


@pytest.mark.parametrize("change", BAD.values(), ids=BAD)
def test_bad_vectors_while_building_are_replaced_with_a_warning(
    tmp_path: Path, embedder: EndpointEmbedder, server: VectorServer, change: Change
):
    server.change = change
    index = open_small(tmp_path, embedder)

    assert max(search(index)) > 0
    assert len(index.warnings) == 1
    assert KEY not in index.warnings[0]


@pytest.mark.parametrize("change", [change for name, change in BAD.items() if name != "ragged"])
def test_bad_vectors_while_searching_leave_the_search_by_words(
    tmp_path: Path, embedder: EndpointEmbedder, server: VectorServer, change: Change
):
    index = open_small(tmp_path, embedder)
    server.change = change

    assert search(index) == {0.0}
    assert len(index.warnings) == 1


@pytest.mark.parametrize("status", [400, 401, 404])
def test_a_refusing_endpoint_is_replaced_while_building_and_left_out_while_searching(
    tmp_path: Path, embedder: EndpointEmbedder, server: VectorServer, status: int
):
    good = open_small(tmp_path / "good", embedder)
    server.status = status
    refused = open_small(tmp_path / "refused", embedder)

    assert max(search(refused)) > 0
    assert search(good) == {0.0}
    assert len(refused.warnings) == len(good.warnings) == 1


def test_a_refused_connection_is_replaced_while_building(tmp_path: Path):
    gate = PrivacyGate.over(CATALOGUE)
    nowhere = EndpointEmbedder(model="m-1", base_url="http://127.0.0.1:9/v1", api_key=KEY, gate=gate)
    index = open_small(tmp_path, nowhere)

    assert max(search(index)) > 0
    assert len(index.warnings) == 1


def test_after_a_partial_failure_only_what_is_missing_is_asked_for(
    tmp_path: Path, embedder: EndpointEmbedder, server: VectorServer
):
    server.fails_after = 1
    assert len(open_small(tmp_path, embedder).warnings) == 1
    first = server.asked[0]
    server.fails_after = None
    server.asked.clear()
    index = open_small(tmp_path, embedder)

    assert index.warnings == []
    assert server.asked
    assert first not in server.asked
    assert list(tmp_path.glob("vectors-*")) == []


def test_what_was_kept_of_another_dimension_is_asked_for_again(
    tmp_path: Path, embedder: EndpointEmbedder, server: VectorServer
):
    server.fails_after = 1
    open_small(tmp_path, embedder)
    server.fails_after, server.dimension = None, 5
    index = open_small(tmp_path, embedder)

    assert index.warnings == []
    assert max(search(index)) > 0


def test_what_vectors_cost_is_counted(tmp_path: Path, embedder: EndpointEmbedder, server: VectorServer):
    index = open_small(tmp_path, embedder)
    with watched() as told:
        search(index)
    with watched() as again:
        search(index)
    server.tells = False
    with watched() as estimated:
        search(index, f"{QUERY}人数")
    usage = told.sum_up(Prices(read=2, written=8, embedded=0.5))

    assert usage is not None
    assert (usage.requests, usage.embedded, usage.estimated) == (1, 7, False)
    assert usage.cost == pytest.approx(7 * 0.5 / 1_000_000)
    assert again.sum_up(Prices(read=2, written=8, embedded=0.5)) is None  # of the last query the vector is known
    assert (estimated.embedded, estimated.estimated) == (len(QUERY) + 2, True)


def test_of_a_query_with_author_data_none_leaves(tmp_path: Path, embedder: EndpointEmbedder, server: VectorServer):
    index = open_small(tmp_path, embedder)
    server.asked.clear()
    search(index, f"{QUERY}\n联系人：顾寒汀\n单位：东湖理工大学\n电话：13912345678")
    sent = str(server.asked)

    assert QUERY in sent
    assert [datum for datum in ("顾寒汀", "东湖理工", "13912345678") if datum in sent] == []


def test_of_a_query_with_a_mark_of_secrecy_nothing_is_sent(
    tmp_path: Path, embedder: EndpointEmbedder, server: VectorServer
):
    index = open_small(tmp_path, embedder)
    server.asked.clear()

    assert search(index, f"秘密★5年\n{QUERY}") == {0.0}
    assert server.asked == []
    assert "密级" in index.warnings[0]
