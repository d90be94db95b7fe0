"""The journal of what was sent, kept on this machine and only where the user asked for it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from assistant.errors import WriterError

JOURNAL = "sent.jsonl"
"""Inside the data folder; one request a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentJournal:
    """Appends each request, with placeholders as it was sent; it never sees a key."""

    path: Path
    endpoint: str
    model: str

    def __call__(self, texts: Sequence[str]) -> None:
        """Append one request.

        Raises:
            WriterError: the file cannot be written; then nothing is sent either.
        """
        at = datetime.now(tz=UTC).isoformat(timespec="seconds")
        row = {"at": at, "endpoint": self.endpoint, "model": self.model, "messages": list(texts)}
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
        except OSError as error:
            raise WriterError("发送记录写不进去，所以没有发送。", where=str(self.path)) from error
