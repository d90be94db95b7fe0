"""What is over goes by itself, once at the start and then every hour."""

import logging
import shutil
import threading
import time
from pathlib import Path

from assistant.errors import AssistantError
from assistant.store.store import Store

EVERY_SECONDS = 3600.0
WAITING_SECONDS = 24 * 3600.0
"""Time for which a handed-over file waits for its question."""

_log = logging.getLogger(__name__)


def start_sweeping(store: Store, uploads: Path) -> None:
    """Sweep in a thread that ends with the process."""

    def work() -> None:
        while True:
            try:
                store.sweep()
                sweep_uploads(uploads, time.time())
            except AssistantError as error:
                _log.warning("%s", error)
            time.sleep(EVERY_SECONDS)

    threading.Thread(target=work, name="sweep", daemon=True).start()


def sweep_uploads(uploads: Path, now: float) -> None:
    """Delete the files that waited for a day; each stands in a folder of its own inside its owner's."""
    for folder in uploads.glob("*/*"):
        if folder.is_dir() and now - folder.stat().st_mtime > WAITING_SECONDS:
            shutil.rmtree(folder, ignore_errors=True)
