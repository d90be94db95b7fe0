"""The work of one process that checks files for others: one file at a time, within bounds of memory.

A file is untrusted: what exhausts memory, loops or breaks the reader must cost one file and no more. The bound of time
is kept from outside (`pool.py`), since a loop in native code does not look at a clock.
"""

import gc
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from assistant.checking.one import Checked, Checker
from assistant.checking.order import CheckOrder
from assistant.documents.collecting import Source
from assistant.domain.catalogue import Catalogue
from assistant.domain.finding import ErrorValue, Report
from assistant.faults import internal_error
from assistant.library.cache import open_catalogue

MEMORY_BYTES = 1 << 30
"""Address space of a worker; the largest file that the reader accepts needs a third of it."""
_KEPT_ORDERS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One file with all that a process needs to know about it."""

    source: Source
    order: CheckOrder
    data_dir: Path
    """Folder where the catalogue is kept as it was last read."""
    with_draft: bool = False
    """True hands the draft back beside its report, for rules over several drafts."""


def start() -> None:
    """Bound the memory of this process; systems that cannot do so are left as they are."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def work(task: Task) -> Checked:
    """Judge one file; whatever goes wrong becomes a report that says so, without any text of the file."""
    try:
        checked = _checker(task.data_dir, task.order).check(task.source)
    except MemoryError:
        return stopped(task.source, f"用尽了 {MEMORY_BYTES >> 30} GB 的内存上限")
    except Exception as error:  # noqa: BLE001 - the worker: one file's fault must not stop the rest
        return Checked(report=Report(file=task.source.name, verdict="unreadable", error=internal_error(error)))
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
    return Checked(report=Report(file=source.name, verdict="unreadable", error=error))


@lru_cache(maxsize=_KEPT_ORDERS)
def _checker(data_dir: Path, order: CheckOrder) -> Checker:
    return Checker.build(_catalogue(data_dir), order)


@lru_cache(maxsize=1)
def _catalogue(data_dir: Path) -> Catalogue:
    catalogue = open_catalogue(data_dir)
    gc.collect()
    gc.freeze()  # it lives as long as the process: the collector need not look at it again
    return catalogue
