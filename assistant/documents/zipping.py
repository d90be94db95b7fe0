"""Zip archives opened with suspicion: what a name may be, and how an entry is read without trusting its stated size."""

import io
import re
import zipfile
import zlib

ENCRYPTED = 0x1
"""Flag bit of an entry that a password protects."""
METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""Ways of packing that Word, WPS and the file managers use."""


def open_zip(data: bytes) -> zipfile.ZipFile | None:
    """Return the archive in the bytes; None where they are none."""
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
        return None


def escapes(name: str) -> bool:
    """Say whether a name of an entry points outside the folder that it would be unpacked to."""
    plain = name.replace("\\", "/")
    return bool("\0" in plain or plain.startswith("/") or re.match(r"[A-Za-z]:", plain) or ".." in plain.split("/"))


def read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes | None:
    """Return the content of an entry; None where it is damaged or not as long as the archive says."""
    try:
        with archive.open(entry) as stream:
            content = stream.read(entry.file_size + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        return None
    return content if len(content) == entry.file_size else None
