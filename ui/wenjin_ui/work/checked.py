"""The files that a check was made of, found again among what their owner handed over, members of archives included."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.documents.archives import list_members
from assistant.documents.collecting import Source
from assistant.domain.finding import Report
from assistant.domain.owner import OwnerId
from assistant.domain.stored_file import StoredFile
from assistant.errors import UnreadableFileError
from assistant.store.files import Files

_ARCHIVE = ".zip"


@dataclass(frozen=True, slots=True)
class CheckedFiles:
    """What an owner handed over for a conversation."""

    files: Files
    owner: OwnerId
    conversation: str

    def find(self, report: Report) -> Source | None:
        """Return the file of a report; None where it is no longer kept."""
        kept = self.files.list(self.owner)
        own = next((one for one in kept if one.sha256 == report.file_sha256), None)
        if own is not None:
            return Source(own.name, self.files.read(self.owner, own.id))
        members = (member for one in kept if self._may_hold(one, report) for member in self._open(one))
        return next((Source(report.file, data) for digest, data in members if digest == report.file_sha256), None)

    def list_digests(self) -> set[str]:
        """Return the digests of all files, with those of the members of this conversation's archives."""
        kept = self.files.list(self.owner)
        inside = (digest for one in kept if self._is_archive(one) for digest, _ in self._open(one))
        return {*(one.sha256 for one in kept), *inside}

    def _is_archive(self, file: StoredFile) -> bool:
        return file.conversation == self.conversation and file.name.lower().endswith(_ARCHIVE)

    def _may_hold(self, file: StoredFile, report: Report) -> bool:
        return self._is_archive(file) and report.file.startswith(f"{file.name}/")

    def _open(self, file: StoredFile) -> Iterator[tuple[str, bytes]]:
        """Yield each member that can be read by its digest."""
        try:
            members = list_members(file.name, self.files.read(self.owner, file.id))
        except UnreadableFileError:
            return
        for _, content in members:
            if isinstance(content, bytes):
                yield hashlib.sha256(content).hexdigest(), content
