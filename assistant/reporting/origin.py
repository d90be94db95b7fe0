"""Whether a file is one of our reports, just as we wrote it: only such a one may be written over unasked.

A reader who saves it anew (a secretary fills in who confirmed what) becomes its last author, and it is no longer ours.
"""

import io
import re
import zipfile

from assistant.domain.remark import AUTHOR

_PROPERTIES = "docProps/core.xml"
_LONGEST = 1 << 16
"""Bytes of properties that are looked at."""
_NAMES = (rb"<dc:creator>([^<]*)</dc:creator>", rb"<cp:lastModifiedBy>([^<]*)</cp:lastModifiedBy>")


def is_untouched(data: bytes) -> bool:
    """Say whether the bytes are a .xlsx or .docx of ours that nobody has saved since."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(_PROPERTIES) as stream:
            properties = stream.read(_LONGEST)
    except (zipfile.BadZipFile, KeyError, OSError, EOFError, NotImplementedError, RuntimeError):
        return False
    found = (re.search(pattern, properties) for pattern in _NAMES)
    return all(one is not None and one[1] == AUTHOR.encode() for one in found)
