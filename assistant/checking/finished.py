"""Reports that are finished, kept on disk while a long run goes on, so that a broken run can be taken up again.

One report a line. A line that a power cut left unfinished is dropped when the file is opened again; a run that comes to
its end removes its file. Named by everything that a report depends on besides the file that it judges.
"""

import hashlib
import json
import os
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from pydantic import ValidationError

from assistant.checking.order import CheckOrder
from assistant.documents.collecting import Source
from assistant.domain.finding import Report
from assistant.sources import digest_sources

_KEPT_SECONDS = 7 * 24 * 3600
"""Age from which the file of another broken run is removed: it holds words of drafts."""


class Finished:
    """The finished reports of one run. To be used as a context.

    Args:
        folder: the user's data folder; where it cannot be written nothing is kept.
        fingerprint: of the corpus.
        order: the options of the run.
        resume: True takes over what an earlier run of the same state has left; False starts anew.
    """

    def __init__(self, folder: Path, fingerprint: str, order: CheckOrder, *, resume: bool) -> None:
        state = f"{fingerprint}\0{digest_sources('checks', 'checking', 'documents', 'domain', 'library')}\0{order!r}"
        self._path = folder / "checks" / f"finished-{hashlib.sha256(state.encode()).hexdigest()[:16]}.jsonl"
        self._reports = _read(self._path) if resume else {}
        self._file: IO[str] | None = None

    def __enter__(self) -> Self:
        """Open the file; what is unfinished in it goes."""
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            _remove_old(self._path)
            part = self._path.with_suffix(".part")
            part.unlink(missing_ok=True)
            with _open(part) as file:
                file.writelines(_line(key, report) for key, report in self._reports.items())
            part.replace(self._path)
            self._file = _open(self._path)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """Close the file, and remove it where the run came to its end."""
        with suppress(OSError):
            if self._file is not None:
                self._file.close()
            if kind is None:
                self._path.unlink(missing_ok=True)

    @property
    def count(self) -> int:
        """Return how many reports are there."""
        return len(self._reports)

    def find(self, source: Source) -> Report | None:
        """Return the report of a file of the same content and kind, under the file's present name."""
        if not self._reports:
            return None
        found = self._reports.get(_key_of(source))
        return found.model_copy(update={"file": source.name}) if found else None

    def add(self, report: Report) -> None:
        """Keep a report; one of a file that could not be read is not kept, the next run tries again."""
        if report.file_sha256 is not None:
            self._write(_key(report.file_sha256, report.file), report)

    def _write(self, key: str, report: Report) -> None:
        if self._file is None:
            return
        with suppress(OSError):
            self._file.write(_line(key, report))
            self._file.flush()


def _open(path: Path) -> IO[str]:
    """Open a file at its end, for its owner alone."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a", encoding="utf-8")


def _line(key: str, report: Report) -> str:
    return json.dumps({"key": key, "report": report.model_dump(mode="json")}, ensure_ascii=False) + "\n"


def _key(sha256: str, name: str) -> str:
    return f"{sha256}{Path(name).suffix.lower()}"


def _key_of(source: Source) -> str:
    try:
        content = source.content.read_bytes() if isinstance(source.content, Path) else source.content
    except OSError:
        return ""
    return _key(hashlib.sha256(content).hexdigest(), source.name) if isinstance(content, bytes) else ""


def _read(path: Path) -> dict[str, Report]:
    """Return the reports of a file, broken lines left out; none where there is no file."""
    found: dict[str, Report] = {}
    with suppress(OSError, UnicodeDecodeError):
        for line in path.read_text("utf-8").splitlines():
            with suppress(ValueError, KeyError, TypeError, ValidationError):
                row = json.loads(line)
                found[row["key"]] = Report.model_validate(row["report"])
    return found


def _remove_old(path: Path) -> None:
    for other in path.parent.glob("finished-*.jsonl"):
        if other != path and time.time() - other.stat().st_mtime > _KEPT_SECONDS:
            other.unlink(missing_ok=True)
