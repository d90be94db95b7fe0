"""The blocks of one story of a Word file (body, header, note …): paragraphs, tables, controls, text boxes, in order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from assistant.documents.drawings import ALTERNATIVE, choose_branch
from assistant.documents.headings import leads_to_page, looks_like_heading
from assistant.documents.inline import InlineReader, shows_colour, shows_placeholder
from assistant.documents.limits import Limits
from assistant.documents.line import Line
from assistant.documents.marks import VALUE, Node, W, list_properties, number_of, to_number, value_of
from assistant.documents.numbering import Numbering
from assistant.documents.styles import Styles
from assistant.domain.draft import Block, BlockKind, Location, Part, Unread, View

_BODY_LEVEL = 9
_PARAGRAPH, _TABLE, _CONTROL = f"{W}p", f"{W}tbl", f"{W}sdt"
_PARAGRAPH_PROPERTIES, _PARAGRAPH_STYLE, _LIST, _OUTLINE = f"{W}pPr", f"{W}pStyle", f"{W}numPr", f"{W}outlineLvl"
_ROW, _ROW_PROPERTIES, _HIDDEN_ROW = f"{W}tr", f"{W}trPr", f"{W}hidden"
_CELL, _CELL_PROPERTIES, _SPAN = f"{W}tc", f"{W}tcPr", f"{W}gridSpan"
_MERGES = (f"{W}vMerge", f"{W}hMerge")
_NO_PARTS = frozenset(f"{W}{name}" for name in ("tblPr", "tblGrid", "trPr", "tblPrEx", "del", "moveFrom"))
_PASSED_OVER = frozenset(f"{W}{name}" for name in ("sectPr", "tcPr", "pPr", "del", "moveFrom"))


class Cell(NamedTuple):
    """Where the walker stands inside a table."""

    table: int
    row: int
    column: int
    """Grid column in which the cell begins, so that merged cells keep the columns of the others."""
    outer: tuple[int, int, int] | None


@dataclass(slots=True, kw_only=True)
class Harvest:
    """What has been read so far, over all stories."""

    file: str
    """Its name, for messages."""
    limits: Limits
    styles: Styles
    numbering: Numbering
    view: View
    blocks: list[Block] = field(default_factory=list[Block])
    unread: list[Unread] = field(default_factory=list[Unread])
    notes: list[tuple[str, str, Location]] = field(default_factory=list[tuple[str, str, Location]])
    """Kind, id and place of each footnote or endnote mark."""
    comments: dict[str, Location] = field(default_factory=dict[str, Location])
    """Id of a comment to the place that it hangs on."""
    paragraphs: int = 0
    lines: dict[int, Line] | None = None
    """What each paragraph of the body holds, by its number; None unless somebody wants to write into them."""
    tables: int = 0
    revisions: int = 0
    characters: int = 0

    def take(self, block: Block) -> None:
        """Add a block.

        Raises:
            UnreadableFileError: the text grows too long.
        """
        self.blocks.append(block)
        self.characters += len(block.text)
        if self.characters > self.limits.characters or len(self.blocks) > self.limits.blocks:
            self.limits.check_text(self.file, blocks=len(self.blocks), characters=self.characters)


@dataclass(slots=True, kw_only=True)
class StoryReader:
    """Walks the block elements of one story."""

    harvest: Harvest
    part: Part = "body"
    kind: BlockKind = "paragraph"
    anchor: Location | None = None
    """Place that the story hangs on: of a note, a comment, a text box. None in the body, headers and footers."""
    outer: Cell | None = None
    """Cell of the body in which a text box stands."""
    _inline: InlineReader = field(init=False)
    _joined: Line | None = None
    """Rest of a paragraph whose end was deleted; the next paragraph takes it up."""

    def __post_init__(self) -> None:
        self._inline = InlineReader(self.harvest.styles, self.harvest.view)

    def read(self, root: Node) -> None:
        """Read all blocks under `root`."""
        self._walk(root, self.outer)
        self._flush(self.outer)
        self.harvest.revisions += self._inline.revisions

    def _walk(self, parent: Node, cell: Cell | None) -> None:
        for node in parent:
            match node.tag:
                case tag if tag == _PARAGRAPH:
                    self._read_paragraph(node, cell)
                case tag if tag in _PASSED_OVER:
                    continue
                case tag if tag == _TABLE:
                    self._read_table(node, cell)
                case tag if tag == _CONTROL:
                    self._read_control(node, cell)
                case tag if tag == f"{W}altChunk":
                    self.harvest.unread.append(Unread(what="嵌入文档", where=self._locate(cell)))
                case _:
                    self._read_container(node, cell)

    def _read_container(self, node: Node, cell: Cell | None) -> None:
        branch = choose_branch(node) if node.tag == ALTERNATIVE else node
        if branch is not None:
            self._walk(branch, cell)

    def _read_control(self, node: Node, cell: Cell | None) -> None:
        content = node.find(f"{W}sdtContent")
        if content is None:
            return
        before, self._inline.placeholder = self._inline.placeholder, shows_placeholder(node)
        self._walk(content, cell)
        self._inline.placeholder = before

    def _read_paragraph(self, node: Node, cell: Cell | None) -> None:
        properties = node.find(_PARAGRAPH_PROPERTIES)
        line = self._inline.read(node, properties)
        if self._joined is not None:
            self._joined.extend(line)
            line, self._joined = self._joined, None
        if self._inline.mark_is_gone(properties):
            self._joined = line
            return
        self._emit(line, cell, properties)

    def _flush(self, cell: Cell | None) -> None:
        line, self._joined = self._joined, None
        if line is not None and line.pieces:
            self._emit(line, cell, None)

    def _emit(self, line: Line, cell: Cell | None, properties: Node | None) -> None:
        harvest = self.harvest
        if self.anchor is None and self.part == "body":
            harvest.paragraphs += 1
            if harvest.lines is not None:
                harvest.lines[harvest.paragraphs] = line
        text, hidden = line.shown(), line.hidden()
        style = value_of(properties, _PARAGRAPH_STYLE) or harvest.styles.default
        number = self._number(properties, style) if text.strip() else ""
        where = self._locate(cell, len(text))
        if text.strip() or self.part == "body":
            kind, level = self._classify(number + text, properties, style, cell)
            harvest.take(
                Block(
                    kind=kind, text=text, number=number, level=level, where=where,
                    contents=harvest.styles.lists_contents(style) or leads_to_page(text),
                    lead=0 if line.leads else line.lead, placeholders=line.placeholders(),
                    outer=cell.outer if cell else None,
                )
            )  # fmt: skip
        if hidden.strip():
            place = self._locate(cell, len(hidden))
            harvest.take(Block(kind="hidden", text=hidden, where=place, outer=cell.outer if cell else None))
        if line.notes or line.comments or line.drawings:
            harvest.notes += [(kind, note, where) for kind, note in line.notes]
            harvest.comments.update(dict.fromkeys(line.comments, where))
            self._read_drawings(line, where, cell)

    def _read_drawings(self, line: Line, where: Location, cell: Cell | None) -> None:
        harvest = self.harvest
        for drawing in line.drawings:
            harvest.unread += [Unread(what=what, where=where) for what in drawing.unread]
            part: Part = "text_box" if self.part == "body" else self.part
            for text in drawing.art:
                place = where.model_copy(update={"part": part, "start": 0, "end": len(text)})
                harvest.take(Block(kind="text_box", text=text, where=place))
            for box in drawing.boxes:
                story = StoryReader(harvest=harvest, part=part, kind="text_box", anchor=where, outer=cell)
                story.read(box)

    def _classify(
        self, text: str, properties: Node | None, style: str, cell: Cell | None
    ) -> tuple[BlockKind, int | None]:
        if self.kind != "paragraph":
            return self.kind, None
        if cell is not None:
            return "cell", None
        outline = number_of(properties, _OUTLINE)
        level = self.harvest.styles.level(style) if outline is None else (outline + 1) % (_BODY_LEVEL + 1) or None
        heading = text.strip() and (level or looks_like_heading(text))
        return ("heading", level) if heading else ("paragraph", None)

    def _number(self, properties: Node | None, style: str) -> str:
        """Count the paragraph in its list; numId 0 takes it out of its style's list."""
        styled = self.harvest.styles.list_of(style)
        listed = properties.find(_LIST) if properties is not None else None
        if listed is None and styled is None:
            return ""
        list_id, level = value_of(listed, f"{W}numId"), number_of(listed, f"{W}ilvl")
        if list_id is None and styled is not None:
            list_id, styled_level = styled
            level = styled_level if level is None else level
        if list_id is None or list_id == "0":
            return ""
        if level is None:
            level = self.harvest.numbering.find_level(list_id, style)
        return self.harvest.numbering.advance(list_id, level)

    def _locate(self, cell: Cell | None, length: int = 0) -> Location:
        if self.anchor is not None:
            grid = {"table": cell.table, "row": cell.row, "column": cell.column} if cell and cell != self.outer else {}
            return self.anchor.model_copy(update={"part": self.part, "start": 0, "end": length, **grid})
        if self.part != "body":
            return Location(part=self.part, end=length)
        number = self.harvest.paragraphs
        if cell is None:
            return Location(paragraph=number, end=length)
        return Location(paragraph=number, table=cell.table, row=cell.row, column=cell.column, end=length)

    def _read_table(self, node: Node, cell: Cell | None) -> None:
        self._flush(cell)
        self.harvest.tables += 1
        outer = (cell.table, cell.row, cell.column) if cell else None
        place = Cell(table=self.harvest.tables, row=0, column=1, outer=outer)
        before = self._inline.shaded, self._inline.hidden
        shaded = self.harvest.styles.shades(value_of(node, f"{W}tblPr/{W}tblStyle") or "")
        for row in _find_parts(node, _ROW):
            properties = list_properties(row, _ROW_PROPERTIES)
            if self._inline.is_gone(properties, f"{W}del", f"{W}ins"):
                self.harvest.revisions += 1
                continue
            place = place._replace(row=place.row + 1, column=1 + (to_number(properties.get(f"{W}gridBefore")) or 0))
            self._inline.shaded = before[0] or shaded
            self._inline.hidden = before[1] or _HIDDEN_ROW in properties
            self._read_row(row, place)
        self._inline.shaded, self._inline.hidden = before

    def _read_row(self, row: Node, place: Cell) -> None:
        before = self._inline.shaded, self._inline.hidden
        for node in _find_parts(row, _CELL):
            properties = list_properties(node, _CELL_PROPERTIES)
            if self._inline.is_gone(properties, f"{W}cellDel", f"{W}cellIns"):
                self.harvest.revisions += 1
                continue
            self._inline.shaded = before[0] or shows_colour(properties)
            self._read_cell(node, place, covered=_is_covered(properties) or before[1])
            self._inline.shaded, self._inline.hidden = before
            place = place._replace(column=place.column + (to_number(properties.get(_SPAN)) or 1))

    def _read_cell(self, node: Node, place: Cell, *, covered: bool) -> None:
        """A cell that merging covers shows nothing: text left in it is hidden, and no blank stands for it."""
        self._inline.hidden = covered
        count = len(self.harvest.blocks)
        self._walk(node, place)
        self._flush(place)
        if covered:
            kept = [block for block in self.harvest.blocks[count:] if block.text.strip()]
            self.harvest.blocks[count:] = kept


def _is_covered(properties: Mapping[str, Node]) -> bool:
    """Say whether the cell only continues a merged one."""
    for tag in _MERGES:
        merge = properties.get(tag)
        if merge is not None and (merge.get(VALUE) or "continue") == "continue":
            return True
    return False


def _find_parts(parent: Node, tag: str) -> Iterator[Node]:
    """Yield rows of a table, or cells of a row, those inside controls and other wrappers included."""
    for node in parent:
        if node.tag == tag:
            yield node
        elif node.tag == ALTERNATIVE:
            branch = choose_branch(node)
            yield from _find_parts(branch, tag) if branch is not None else ()
        elif node.tag not in _NO_PARTS:
            yield from _find_parts(node, tag)
