"""The page's server in a process of its own, and people who visit it as a browser does, by HTTP alone.

Each person has a cookie jar of their own and sends what the page's script sends.
"""

import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import copy2, copytree
from typing import Any, Self

import httpx

UPLOAD = "/gradio_api/upload"
TURNS = "/turns"
FAILURE = "wj-failure"
"""Class of the box in which the page says that something failed."""
LONGEST_TURN = 600.0
"""Seconds without a word after which a person gives up."""
_KEPT = ("catalogue-*.json", "checks-*.json", "sentences-*.npz", "index-*")
"""What follows from the corpus; what people typed is in other files and never copied."""
_STOPPING = 20
"""Seconds that the server has to end by itself."""
_OPEN = re.compile(r'data-open="(?P<id>[^"]*)"')
"""In the list of conversations the one that is open."""


class TurnError(Exception):
    """A turn that did not end as it should; the message says how."""


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds of one turn since it was sent."""

    first: float
    """To the first words of the answer."""
    whole: float


@dataclass(frozen=True, slots=True)
class Server:
    """A server that listens."""

    address: str
    spawned: float
    """When its process was started, by `time.perf_counter`."""
    process: int
    """Its number."""

    def worked(self) -> float:
        """Return the processor time of the server and of its own processes so far, in seconds; only Linux tells it."""
        return sum(map(_worked, _family(self.process)))


def prepare_data(folder: Path, existing: Path) -> None:
    """Put an index into an empty folder: a copy of one that fits, or else a new one.

    Raises:
        subprocess.CalledProcessError: none could be built.
    """
    for one in (one for pattern in _KEPT for one in existing.glob(pattern)):
        (copytree if one.is_dir() else copy2)(one, folder / one.name)
    command = [sys.executable, "-m", "assistant", "corpus", "build"]
    subprocess.run(command, env=_environment(folder), stdout=subprocess.DEVNULL, check=True)  # noqa: S603 - our own command


@contextmanager
def serving(data: Path, database: str | None = None) -> Generator[Server]:
    """Start the server on a free port of this machine, without a model, and stop it at the end.

    Args:
        data: its data folder.
        database: address of a Postgres database; None for SQLite in the folder.

    Raises:
        RuntimeError: it ended before it listened.
    """
    address = f"127.0.0.1:{_free_port()}"
    command = [sys.executable, "-m", "assistant", "ui", "--port", address.rpartition(":")[2]]
    spawned = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - our own command
        command, env=_environment(data, database), stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    with process:
        try:
            if process.stdout is None or address not in process.stdout.readline():
                raise RuntimeError("the server did not start")
            yield Server(f"http://{address}", spawned, process.pid)
        finally:
            process.terminate()
            try:
                process.wait(_STOPPING)
            except subprocess.TimeoutExpired:
                process.kill()


class Person:
    """Somebody with a browser of their own, in one conversation."""

    def __init__(self, address: str) -> None:
        self._client = httpx.Client(base_url=address, timeout=LONGEST_TURN, trust_env=False)
        self._conversation = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def open(self) -> float:
        """Open the page; return the seconds until its HTML was whole.

        Raises:
            TurnError: it is no page.
            httpx.HTTPError: the server does not answer.
        """
        started = time.perf_counter()
        html = _good(self._client.get("/")).text
        seconds = time.perf_counter() - started
        if "</html>" not in html:
            raise TurnError("the page is cut off")
        _good(self._client.get("/config"))
        return seconds

    def say(self, text: str, verb: str, files: Mapping[str, bytes] | None = None) -> Took:
        """Send a message with files; return what the answer took, the files' way to the server counted in.

        Args:
            text: what is typed; may be empty with files.
            verb: what it must be taken for.
            files: bytes by name.

        Raises:
            TurnError: the answer failed, or is one to something else.
            httpx.HTTPError: the server does not answer.
        """
        started, first = time.perf_counter(), None
        messages: list[dict[str, Any]] = []
        for messages in self._states(text, self._hand_over(files or {})):
            if first is None and messages[-1]["html"]:
                first = time.perf_counter() - started
        whole = time.perf_counter() - started
        asked, answer = messages[-2:]
        if FAILURE in answer["html"] or first is None:
            raise TurnError(answer["text"] or "an empty answer")
        if asked["verb"] != verb:
            raise TurnError(f"taken for {asked['verb']}, not {verb}")
        return Took(first, whole)

    def _hand_over(self, files: Mapping[str, bytes]) -> list[str]:
        if not files:
            return []
        parts = [("files", item) for item in files.items()]
        return _good(self._client.post(UPLOAD, files=parts)).json()

    def _states(self, text: str, files: list[str]) -> Generator[list[dict[str, Any]]]:
        """Yield question and answer each time that they change, at least once."""
        order = {"conversation": self._conversation, "text": text, "files": files}
        told = False
        with self._client.stream("POST", TURNS, json=order) as stream:
            if stream.is_error:
                raise TurnError(f"HTTP {stream.status_code}")
            for line in stream.iter_lines():
                changed: dict[str, Any] = json.loads(line)
                if "chats" in changed and (found := _OPEN.search(changed["chats"])):
                    self._conversation = found["id"]
                told = True
                yield changed["messages"]
        if not told:
            raise TurnError("no answer")


def _good(response: httpx.Response) -> httpx.Response:
    if not response.is_success:
        raise TurnError(f"HTTP {response.status_code}: {response.text[:200]}")
    return response


def _environment(data: Path, database: str | None = None) -> dict[str, str]:
    """Return this process's environment, without any of the program's own settings: no model, that database only."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("WENJIN_", "OPENAI_"))}
    kept = {"WENJIN_DATABASE_URL": database} if database else {}
    return {**plain, **kept, "WENJIN_DATA_DIR": str(data), "WENJIN_OFFLINE": "true"}


def _family(process: int) -> Generator[int]:
    """Yield a process and all that it has started, one below the other."""
    yield process
    for told in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):  # the thread has ended meanwhile
            for child in told.read_text().split():
                yield from _family(int(child))


def _worked(process: int) -> float:
    told = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]
