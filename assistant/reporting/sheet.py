"""A table as values, which the workbook, the page and the Word summary each draw in their own way.

A further part of a report (the overview of a folder, a roster) is a `Sheet` more: build it from values and hand it to
`render_workbook`, or as `further` to `render_page` and `render_summary`.
"""

from dataclasses import dataclass

Cell = str | int | float | None
"""None is an empty cell; a text is always shown as that text, never computed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table under a title.

    A cell that is the name of a verdict or a severity (`assistant.wording`) is drawn in its colour.
    """

    title: str
    """Chinese; as the name of a sheet cut to 31 characters, and numbered where two are alike."""
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    """Each as long as the header."""
    widths: tuple[int, ...]
    """Widths of the columns in digits, of which a Chinese character takes two; as many as the header has."""
    notes: tuple[str, ...] = ()
    """Sentences below the table."""
