"""A notice's text to its clauses: headings, numbered prose, forms, tables, contacts, each with its exact place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.domain.notice import Clause, ClauseKind, Furniture, Notice
from assistant.library import markers, tables
from assistant.library.lines import Line, split_lines
from assistant.library.markers import Marker
from assistant.library.outline import Node, Outline
from assistant.text import clean

HEAD = "文头"
OPENING = "正文"
CONTACT = "联系方式"
ATTACHMENTS = "附件"
SIGNATURE = "落款"

_LONGEST_HEADING = 40
"""Characters; the longest heading of the shipped notices has 35."""
_LONGEST_LABEL = 16
"""Characters of a form's label in a table cell."""
_SENTENCE_END = tuple("。；，：！？;,:!?")
_TITLED = 2
"""Pieces of an attachment that has its number and its title."""
_SUBTITLE = re.compile(r"[（(][^（()）]{1,20}[）)]")
_LEAD = re.compile(r"[^。；，：:]{2,25}(?=[。：:])")


def parse_notice(text: str, furniture: Sequence[Furniture] = ()) -> Notice:
    """Parse a whole notice.

    Args:
        text: the notice, exactly.
        furniture: characters that belong to no clause, disjoint.
    """
    reader = _read(text, 0, len(text), furniture, prefix="")
    return Notice(
        text=text,
        clauses=reader.outline.build(text),
        tables=tuple(tables.build_table(found) for found in reader.found),
        furniture=tuple(sorted(furniture, key=lambda item: item.span)),
        notes=tuple(note for found in reader.found for note in tables.list_notes(found)),
    )


def parse_clauses(
    text: str, start: int, end: int, furniture: Sequence[Furniture], prefix: str = ""
) -> tuple[Clause, ...]:
    """Parse numbered prose that is a part of a notice, such as a preamble or an appended list of conditions.

    Args:
        text: the whole notice.
        start: first character of the part.
        end: one past its last character.
        furniture: characters that belong to no clause, disjoint; those outside the part are passed over.
        prefix: path of the part where its numbers would repeat others of the notice (形式审查条件 gives
            `形式审查条件2（3）`); the part's own heading is then that clause. Empty for a preamble.
    """
    return _read(text, start, end, furniture, prefix).outline.build(text)


@dataclass(slots=True)
class _Reader:
    """State while the lines are read in order."""

    lines: list[Line]
    outline: Outline
    found: list[tables.FoundTable] = field(default_factory=list[tables.FoundTable])
    listing: bool = False
    """True inside the list of attachments, whose numbers open no clause."""

    def following(self, index: int) -> Line | None:
        return self.lines[index + 1] if index + 1 < len(self.lines) else None


def _read(text: str, start: int, end: int, furniture: Sequence[Furniture], prefix: str) -> _Reader:
    reader = _Reader(split_lines(text, start, end, furniture), Outline())
    first = _read_opening(reader, prefix)
    for index in range(first, len(reader.lines)):
        _place(reader, index)
    return reader


def _read_opening(reader: _Reader, prefix: str) -> int:
    """Open the clause of the head, or of a part's own heading; return the first line behind it."""
    count = 0
    while count < len(reader.lines) and _is_head(reader.lines[count], first=count == 0):
        count += 1
    if count or (prefix and reader.lines):
        kind: ClauseKind = "heading" if count else "prose"
        node = reader.outline.open(prefix or HEAD, style="part" if prefix else "top", kind=kind, parent=None)
        for line in reader.lines[:count]:
            node.pieces.extend(line.pieces)
        node.title = clean("".join(line.text for line in reader.lines[:count])) if prefix else ""
    return count


def _is_head(line: Line, *, first: bool) -> bool:
    marker = markers.parse_marker(line.text)
    if marker:
        return first and marker.style == "attachment"
    return not any(mark in line.text for mark in "，。；") and not line.text.endswith(_SENTENCE_END)


def _place(reader: _Reader, index: int) -> None:
    """Give one line to the clause that it opens or continues."""
    line = reader.lines[index]
    node = (
        _open_attachment(reader, line)
        or _open_table_part(reader, line)
        or _open_form_part(reader, line)
        or _open_closing_part(reader, index)
        or _open_contact(reader, index)
        or _open_numbered(reader, line)
        or reader.outline.current
        or reader.outline.open(OPENING, style="top", kind="prose", parent=None)
    )
    if node.path == HEAD:
        node = reader.outline.open(OPENING, style="top", kind="prose", parent=None)
    if node.pieces:
        _continue(reader, node, line)
    node.pieces.extend(line.pieces)


def _continue(reader: _Reader, node: Node, line: Line) -> None:
    """A heading with text below it is prose; the first line below an attachment's number is its title."""
    if node.style == "attachment" and not node.title:
        node.title = clean(line.text)
    elif node.style == "attachment" and len(node.pieces) == _TITLED and _SUBTITLE.fullmatch(line.text):
        node.title = clean(node.title + line.text)
    elif node.kind == "heading":
        node.kind = "prose"
    elif node.kind == "row" and reader.found:
        reader.found[-1].extend(line.text)


def _open_attachment(reader: _Reader, line: Line) -> Node | None:
    marker = markers.parse_marker(line.text)
    if not marker or marker.style != "attachment":
        return None
    reader.listing = False
    return _open_marked(reader, marker, line)


def _open_table_part(reader: _Reader, line: Line) -> Node | None:
    """A heading row starts or goes on with a table; a row whose first cell is a number is a clause of its own."""
    outline, node = reader.outline, reader.outline.current
    if not line.tabbed or node is None:
        return None
    if tables.is_header(line.cells):
        owner = node.parent if node.kind == "row" and node.parent else node
        owner.kind = "table"
        if not reader.found or reader.found[-1].clause != owner.path:
            reader.found.append(tables.FoundTable(owner.path, line.cells))
        outline.current = owner
        return owner
    owner = node if node.kind == "table" else node.parent
    if owner is None or owner.kind != "table" or not line.cells[0].isdecimal():
        return None
    row = reader.found[-1].add(line.cells)
    opened = outline.open(str(row.number), style="row", kind="row", parent=owner, number=row.number)
    row.clause = opened.path
    return opened


def _open_form_part(reader: _Reader, line: Line) -> Node | None:
    """A label of a form or of a template, in an attachment only."""
    outline = reader.outline
    if outline.find_attachment() is None:
        return None
    if markers.is_remark(line.text):
        return outline.open("注", style="label", kind="prose", parent=outline.find_numbered())
    label = _find_cell_label(line) if line.tabbed else _find_line_label(reader, line)
    if label is None:
        return None
    node = outline.open(label, style="label", kind="form", parent=outline.find_numbered())
    node.title = label
    return node


def _find_cell_label(line: Line) -> str | None:
    first = next((cell for cell in line.cells if cell), "")
    fits = 0 < len(first) <= _LONGEST_LABEL and not any(mark in first for mark in "（()）。；，/：:")
    return clean(first) if fits else None


def _find_line_label(reader: _Reader, line: Line) -> str | None:
    """A template's label stands directly below the attachment, never inside numbered prose."""
    numbered = reader.outline.find_numbered()
    return markers.find_label(line.text) if numbered and numbered.style == "attachment" else None


def _open_closing_part(reader: _Reader, index: int) -> Node | None:
    """The list of attachments, and the signature with its date."""
    outline, line = reader.outline, reader.lines[index]
    if outline.current is None or outline.current.path in {HEAD, SIGNATURE} or outline.find_attachment():
        return None
    following = reader.following(index)
    signs = following is not None and markers.is_date(following.text) and len(line.text) <= _LONGEST_HEADING
    if markers.is_date(line.text) or (signs and not line.text.endswith(_SENTENCE_END)):
        reader.listing = False
        return outline.open(SIGNATURE, style="top", kind="prose", parent=None)
    if markers.is_attachment_list(line.text):
        reader.listing = True
        return outline.open(ATTACHMENTS, style="top", kind="prose", parent=None)
    return outline.current if reader.listing else None


def _open_contact(reader: _Reader, index: int) -> Node | None:
    """A block of contact lines, with the line of its name above where there is one."""
    outline, line, following = reader.outline, reader.lines[index], reader.following(index)
    current = outline.current
    if current is None or outline.find_attachment():
        return None
    named = following is not None and markers.is_contact_person(following.text) and not markers.is_contact(line.text)
    if named and not line.text.endswith(tuple("。；")):
        return _open_contact_block(reader, clean(line.text).rstrip("：:").split("（")[0])
    if not markers.is_contact(line.text):
        return None
    if current.kind == "contact":
        return current
    return _open_contact_block(reader, markers.find_responsible(line.text) or CONTACT)


def _open_contact_block(reader: _Reader, name: str) -> Node:
    """Below a section about contacts where there is one, else at the top."""
    section = reader.outline.find_numbered()
    while section and "联系" not in section.title:
        section = section.parent
    node = reader.outline.open(name, style="label" if section else "top", kind="contact", parent=section)
    node.title = name
    return node


def _open_numbered(reader: _Reader, line: Line) -> Node | None:
    marker = markers.parse_marker(line.text)
    return _open_marked(reader, marker, line) if marker and reader.outline.accepts(marker) else None


def _open_marked(reader: _Reader, marker: Marker, line: Line) -> Node:
    outline = reader.outline
    parent = None if marker.style == "attachment" else outline.find_parent(marker)
    rest = line.text[marker.length :].strip()
    heading = len(rest) <= _LONGEST_HEADING and not rest.endswith(_SENTENCE_END)
    node = outline.open(
        markers.name_number(marker),
        style=marker.style,
        kind="heading" if heading else "prose",
        parent=parent,
        number=marker.number,
    )
    lead = _LEAD.match(rest)
    node.title = clean(rest) if heading else clean(lead[0]) if lead else ""
    return node
