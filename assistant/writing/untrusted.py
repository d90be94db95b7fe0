"""Text that others wrote, made safe to hand to a model: nothing invisible, and delimited as JSON strings."""

import json
import unicodedata

from assistant.text import squash

_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""Control, format (zero-width, bidirectional, tags), surrogate, private use, unassigned, line and paragraph ends."""
_VARIATION_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))

_STRETCH = 12
"""Characters in a row that a sentence shares with the instructions only if it was copied from them."""


def strip_invisible(text: str) -> str:
    """Return the text without characters that a reader cannot see; line breaks and tabs become spaces."""
    return "".join(" " if char in "\n\r\t" else char for char in text if char in "\n\r\t" or _is_visible(char))


def as_data(**fields: str) -> str:
    """Return one line of JSON that holds the fields as strings, out of which no text can break."""
    return json.dumps({name: strip_invisible(value) for name, value in fields.items()}, ensure_ascii=False)


def repeats(text: str, instructions: str) -> bool:
    """Say whether a reply holds a stretch of a prompt's instructions; these are nobody's answer."""
    said, secret = squash(strip_invisible(text)), squash(instructions)
    return any(said[place : place + _STRETCH] in secret for place in range(len(said) - _STRETCH + 1))


def _is_visible(char: str) -> bool:
    return unicodedata.category(char) not in _INVISIBLE and not any(
        ord(char) in group for group in _VARIATION_SELECTORS
    )
