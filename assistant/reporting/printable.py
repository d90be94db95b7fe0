"""Text of a draft made fit to be shown: in a terminal, in XML, in a cell."""

import re

_CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
"""Control characters (which steer a terminal and are forbidden in XML), marks that turn the direction of writing or are
not seen, halves of characters, and non-characters."""
_FORMULA = re.compile(r"^[=+\-@\t\r\n＝＋－＠]")
_LONGEST_CELL = 32_000
"""Characters; a cell of a workbook holds 32,767."""


def printable(text: str) -> str:
    """Return the text without characters that steer the display; carriage returns become line breaks."""
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n"))


def starts_formula(text: str) -> bool:
    """Say whether a spreadsheet would take the text for a formula, also one with full-width signs."""
    return bool(_FORMULA.match(text))


def defuse(text: str) -> str:
    """Return the text as a cell of a .csv: one that could be taken for a formula gets an apostrophe in front."""
    return f"'{text}" if starts_formula(text) else text


def fit_cell(text: str) -> str:
    """Return the text as a cell can hold it."""
    plain = printable(text)
    return plain if len(plain) <= _LONGEST_CELL else plain[: _LONGEST_CELL - 1] + "…"
