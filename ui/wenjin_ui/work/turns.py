"""Turns that go on by themselves: a lost connection ends the watching, only an order to stop ends the work."""

import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import Generic, Literal, TypeVar

from assistant.watching import watched

Piece = TypeVar("Piece")
_Told = Literal["piece", "end"]
Key = tuple[str, str]
"""Owner and conversation."""


@dataclass(slots=True)
class _Turn:
    lock: threading.Lock = field(default_factory=threading.Lock)
    stopped: threading.Event = field(default_factory=threading.Event)


class Turns(Generic[Piece]):
    """The turns of this process that are on their way.

    Args:
        at_once: turns that run together; more wait.
    """

    def __init__(self, at_once: int) -> None:
        self._room = threading.Semaphore(at_once)
        self._lock = threading.Lock()
        self._running: dict[Key, list[_Turn]] = {}

    def run(self, key: Key, pieces: Iterator[Piece], keep: Callable[[Piece], Piece]) -> Iterator[Piece]:
        """Do a turn in a thread of its own and yield its pieces, each after it was kept, those overtaken left out.

        Args:
            key: whose turn it is.
            pieces: the turn, each piece the whole so far; its errors end it, so that it must say them itself.
            keep: stores a piece and returns what is shown of it; not called any more once the turn was stopped.
        """
        newest: deque[Piece] = deque(maxlen=1)
        told: SimpleQueue[_Told] = SimpleQueue()
        turn = self._enter(key)

        def work() -> None:
            try:
                with self._room, watched(stopped=turn.stopped):
                    for piece in pieces:
                        with turn.lock:
                            if turn.stopped.is_set():
                                break
                            kept = keep(piece)
                        newest.append(kept)
                        told.put("piece")
            finally:
                self._leave(key, turn)
                told.put("end")

        threading.Thread(target=work, name="turn", daemon=True).start()
        word: _Told = "piece"
        while word != "end":
            word = told.get()
            if newest:
                yield newest.pop()

    def stop(self, key: Key, then: Callable[[], None]) -> None:
        """Stop the turns of a conversation; `then` is called when none of them keeps anything any more."""
        with self._lock:
            turns = list(self._running.get(key, []))
        for turn in turns:
            with turn.lock:
                turn.stopped.set()
        then()

    def runs(self, key: Key) -> bool:
        """Say whether a turn of a conversation is on its way in this process."""
        with self._lock:
            return key in self._running

    def _enter(self, key: Key) -> _Turn:
        turn = _Turn()
        with self._lock:
            self._running.setdefault(key, []).append(turn)
        return turn

    def _leave(self, key: Key, turn: _Turn) -> None:
        with self._lock:
            self._running[key].remove(turn)
            if not self._running[key]:
                del self._running[key]
