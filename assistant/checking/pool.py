"""Files checked in processes of their own: several at once, none longer than its bound, the rest goes on."""

import multiprocessing
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from assistant.checking.one import Checked
from assistant.checking.order import CheckOrder
from assistant.checking.worker import Task, start, stopped, work
from assistant.documents.collecting import Source

FILE_SECONDS = 20
"""Longest time for one file; a large proposal takes a tenth of a second."""


def count_processors() -> int:
    """Return how many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on Windows and macOS
        return os.cpu_count() or 1


class CheckPool:
    """Processes that check files. To be used as a context; they end with it.

    Args:
        data_dir: folder where the catalogue is kept.
        jobs: number of processes.
        seconds: longest time for one file.
    """

    def __init__(self, data_dir: Path, jobs: int, seconds: float = FILE_SECONDS) -> None:
        self._data_dir = data_dir
        self._seconds = seconds
        # Fresh processes, not forks: the page has threads, and all systems behave alike.
        context = multiprocessing.get_context("spawn")
        self._pool = ProcessPool(max_workers=jobs, initializer=start, context=context)

    def __enter__(self) -> Self:
        """Return the pool itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """End the processes: at once where something was raised, else when their work is done."""
        self._pool.close() if kind is None else self._pool.stop()
        self._pool.join()

    def check(self, sources: Iterable[Source], order: CheckOrder, *, with_drafts: bool = False) -> Iterator[Checked]:
        """Yield each file as judged, in the order of the sources.

        A file whose process dies or exceeds its time gives a report that says so.
        """
        waiting = [(source, self._schedule(source, order, with_drafts=with_drafts)) for source in sources]
        for source, future in waiting:
            yield self._take(source, future)

    def _schedule(self, source: Source, order: CheckOrder, *, with_drafts: bool) -> "ProcessFuture[Checked]":
        task = Task(source=source, order=order, data_dir=self._data_dir, with_draft=with_drafts)
        return self._pool.schedule(work, args=[task], timeout=self._seconds)

    def _take(self, source: Source, future: "ProcessFuture[Checked]") -> Checked:
        try:
            return future.result()
        except TimeoutError:
            return stopped(source, f"超过了 {self._seconds:g} 秒")
        except ProcessExpired:
            return stopped(source, "进程意外终止（可能用尽了内存）")
