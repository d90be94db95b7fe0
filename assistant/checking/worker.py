"""The work of one process that checks files for others: one file at a time, within bounds of memory.

A file is untrusted: what exhausts memory, loops or breaks the reader must cost one file and no more. The bound of time
is kept from outside (`pool.py`), since a loop in native code does not look at a clock.
"""

import gc
import signal
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path

from assistant.checking.one import Checked, Checker
from assistant.checking.order import CheckOrder
from assistant.documents.collecting import Source
from assistant.domain.catalogue import Catalogue
from assistant.domain.finding import ErrorValue, Report
from assistant.errors import AssistantError
from assistant.faults import error_value, internal_error
from assistant.library.cache import open_catalogue

MEMORY_BYTES = 1 << 30
"""Address space of a worker; the largest file that the reader accepts needs less than half of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One file with all that a process needs to know about it."""

    source: Source
    order: CheckOrder
    with_draft: bool = False
    """True hands the draft back beside its report, for rules over several drafts."""


def serve(connection: "Connection[Checked | None, Task]", data_dir: Path) -> None:
    """Judge the files that come through the connection until it is closed from the other side.

    The first message back is None: the process is ready.

    Args:
        connection: tasks in, judged files out, one for one.
        data_dir: folder where the catalogue is kept as it was last read.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a break at the keyboard is the other side's affair
    bound_memory()
    catalogue = open_catalogue(data_dir, part="checks")
    gc.collect()
    gc.freeze()  # the catalogue lives as long as the process: the collector need not look at it again

    with suppress(EOFError, OSError):
        connection.send(None)
        while True:
            connection.send(_work(connection.recv(), catalogue))


def bound_memory() -> None:
    """Bound the memory of this process; systems that cannot do so are left as they are."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def _work(task: Task, catalogue: Catalogue) -> Checked:
    """Judge one file; whatever goes wrong becomes a report that says so, without any text of the file."""
    try:
        checked = Checker.build(catalogue, task.order).check(task.source)
    except MemoryError:
        return stopped(task.source, f"用尽了 {MEMORY_BYTES >> 30} GB 的内存上限")
    except AssistantError as error:
        return _unreadable(task.source, error_value(error))
    except Exception as error:  # noqa: BLE001 - the worker: one file's fault must not stop the rest
        return _unreadable(task.source, internal_error(error))
    return checked if task.with_draft else replace(checked, draft=None)


def stopped(source: Source, reason: str) -> Checked:
    """Return the report of a file whose check was broken off.

    Args:
        source: the file.
        reason: what happened, as a Chinese predicate of the check.
    """
    error = ErrorValue(
        code="check-stopped",
        message=f"检查这个文件时{reason}，已停止；其余文件不受影响。",
        where=source.name,
        hint="请用 Word 打开后另存为 .docx，或把文字复制到新文档再试。",
    )
    return _unreadable(source, error)


def _unreadable(source: Source, error: ErrorValue) -> Checked:
    return Checked(report=Report(file=source.name, verdict="unreadable", error=error))
