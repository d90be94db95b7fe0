"""Which state of the program made something that is kept on disk: a digest of the source files that made it."""

import hashlib
from functools import cache
from pathlib import Path

from assistant import __version__

_PACKAGE = Path(__file__).resolve().parent
_BELOW_ALL = ("text.py", "question.py", "interrogatives/*.py", "topic.py", "postings.py", "english.py")
"""Modules that every part rests on, as patterns of names."""


@cache
def digest_sources(*parts: str) -> str:
    """Return a digest of the program's version and of the source of these parts, with what they rest on.

    The version alone would do for an installed program; in a checkout the source changes and the version does not.

    Args:
        parts: names of sub-packages, such as `library`.
    """
    digest = hashlib.sha256(__version__.encode())
    below = [path for name in _BELOW_ALL for path in sorted(_PACKAGE.glob(name))]
    for path in (*below, *(path for part in parts for path in sorted((_PACKAGE / part).rglob("*.py")))):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(_PACKAGE).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
