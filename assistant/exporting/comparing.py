"""A form that was written, read back: which items come back otherwise than they went out."""

from collections.abc import Iterable

from assistant.domain.draft import Draft
from assistant.domain.exported import ExportFormat, FilledForm, Item
from assistant.reporting.forms.characters import fit_line, fit_xml
from assistant.reporting.forms.plain import show_number


def find_changed(filled: FilledForm, read: Draft, kind: ExportFormat) -> tuple[list[str], list[str]]:
    """Return the labels whose text is not read as it was written: those that lost a line, and all that differ."""
    wanted = group((item.spec.label, list_shown(item, kind)) for item in filled.items)
    found = group((one.label, [line.text for line in one.lines]) for one in read.fields)
    differing = [label for label, lines in wanted.items() if lines != found.get(label, [])]
    lost = [label for label in differing if found.get(label, [])[: len(wanted[label])] != wanted[label]]
    return lost, differing


def list_shown(item: Item, kind: ExportFormat) -> list[str]:
    """Return the lines of an item as a file of that kind can hold them: in text files numbers are text."""
    if kind == "docx":
        return [fit_xml(line.text) for line in item.lines]
    return [fit_line(show_number(line)) for line in item.lines]


def group(pairs: Iterable[tuple[str, list[str]]]) -> dict[str, list[str]]:
    """Return the lines by label, those of several fields of one label one after the other."""
    grouped: dict[str, list[str]] = {}
    for label, lines in pairs:
        grouped.setdefault(label, []).extend(lines)
    return grouped
