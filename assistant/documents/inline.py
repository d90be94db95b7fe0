"""The text of one Word paragraph as it is shown: runs, links, fields, controls, changes, symbols, formulas."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto

from assistant.documents.drawings import ALTERNATIVE, Drawing, choose_branch, read_drawing
from assistant.documents.formulas import read_formula
from assistant.documents.marks import M, Node, W, number_of, switch_of, value_of
from assistant.documents.styles import Styles
from assistant.documents.symbols import read_symbol, translate_symbols
from assistant.domain.draft import View

_GONE = {
    "accepted": frozenset({f"{W}del", f"{W}moveFrom"}),
    "original": frozenset({f"{W}ins", f"{W}moveTo"}),
}
_TINIEST_HALF_POINTS = 2
_WHITE = "FFFFFF"
_BLACK_TYPES = frozenset({"黑体", "SimHei"})
_PLAIN_FILLS = frozenset({"auto", _WHITE, None})


class Show(Enum):
    """How a piece of text stands in the document."""

    SHOWN = auto()
    HIDDEN = auto()
    PLACEHOLDER = auto()


@dataclass(slots=True)
class Line:
    """What one paragraph holds."""

    pieces: list[tuple[str, Show]] = field(default_factory=list[tuple[str, Show]])
    nodes: list[Node] = field(default_factory=list[Node])
    """Element that each piece was read from."""
    paragraphs: list[Node] = field(default_factory=list[Node])
    """The paragraph; several where the ends of the earlier ones were deleted."""
    drawings: list[Drawing] = field(default_factory=list[Drawing])
    notes: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    """Kind (`footnotes` or `endnotes`) and id of each note that hangs here."""
    comments: list[str] = field(default_factory=list[str])
    lead: int = 0
    """Characters shown so far in strong type from the start."""
    blank: int = 0
    """White space behind it that is not strong; it counts if strong type follows, however the runs are cut."""
    leads: bool = True
    """True until something is shown that is not in strong type."""

    def shown(self) -> str:
        """Return the text that a reader of the document sees, placeholders included."""
        return "".join(text for text, show in self.pieces if show is not Show.HIDDEN)

    def hidden(self) -> str:
        """Return the text that nobody sees."""
        return "".join(text for text, show in self.pieces if show is Show.HIDDEN)

    def placeholders(self) -> tuple[tuple[int, int], ...]:
        """Return the places of placeholder text inside the shown text."""
        spans: list[tuple[int, int]] = []
        place = 0
        for text, show in self.pieces:
            if show is Show.PLACEHOLDER and text:
                spans.append((place, place + len(text)))
            place += 0 if show is Show.HIDDEN else len(text)
        return tuple(spans)

    def extend(self, other: "Line") -> None:
        """Add what another paragraph holds behind this one's."""
        self.pieces += other.pieces
        self.nodes += other.nodes
        self.paragraphs += other.paragraphs
        self.drawings += other.drawings
        self.notes += other.notes
        self.comments += other.comments


@dataclass(slots=True)
class InlineReader:
    """Reads the paragraphs of one story; complex fields may span several of them."""

    styles: Styles
    view: View
    revisions: int = 0
    """Tracked changes met so far."""
    hidden: bool = False
    """True inside a hidden row or a cell that merging covers."""
    shaded: bool = False
    """True inside a coloured cell, where white text can be seen."""
    placeholder: bool = False
    _line: Line = field(default_factory=Line)
    _node: Node | None = None
    """Element that is being read."""
    _fields: list[bool] = field(default_factory=list[bool])
    """Open complex fields; True once the result has begun."""
    _run_hidden: bool = False
    _paragraph_hidden: bool = False
    _paragraph_shaded: bool = False
    _font: str = ""
    _strong: bool = False
    _handlers: dict[str, Callable[[Node], None]] = field(default_factory=dict[str, Callable[[Node], None]])
    """Tag to the method that reads it; elements of other tags are containers."""

    def __post_init__(self) -> None:
        self._handlers = {
            f"{W}r": self._read_run,
            f"{W}t": self._read_text,
            f"{W}delText": self._read_deleted_text,
            f"{W}tab": self._tab,
            f"{W}ptab": self._tab,
            f"{W}br": self._break,
            f"{W}cr": self._break,
            f"{W}noBreakHyphen": self._hyphen,
            f"{W}sym": self._read_symbol,
            f"{W}sdt": self._read_control,
            f"{W}fldChar": self._read_field_mark,
            f"{W}ruby": self._read_ruby,
            f"{W}drawing": self._read_drawing,
            f"{W}pict": self._read_drawing,
            f"{W}object": self._read_drawing,
            ALTERNATIVE: self._read_alternative,
            f"{M}oMath": self._read_formula,
            f"{M}oMathPara": self._read_formula,
            f"{W}footnoteReference": self._read_note,
            f"{W}endnoteReference": self._read_note,
            f"{W}commentReference": self._read_comment,
            **dict.fromkeys((f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo"), self._read_change),
            **dict.fromkeys(
                (f"{W}pPr", f"{W}rPr", f"{W}instrText", f"{W}delInstrText", f"{W}rt", f"{W}sdtPr", f"{W}fldData"),
                self._skip,
            ),
        }

    def read(self, paragraph: Node) -> Line:
        """Return what the paragraph holds."""
        self._line = Line(paragraphs=[paragraph])
        properties = paragraph.find(f"{W}pPr")
        style = value_of(properties, f"{W}pStyle") or self.styles.default
        self._paragraph_hidden = self.styles.hides(style)
        self._paragraph_shaded = self.shaded or is_coloured(properties)
        self._walk(paragraph)
        return self._line

    def mark_is_gone(self, paragraph: Node) -> bool:
        """Say whether the paragraph's end was deleted (in this view), so that the next paragraph joins it."""
        marks = paragraph.find(f"{W}pPr/{W}rPr")
        return marks is not None and any(marks.find(tag) is not None for tag in _GONE[self.view])

    def is_gone(self, properties: Node | None, deleted: str, inserted: str) -> bool:
        """Say whether a row or a cell was deleted in this view."""
        tag = deleted if self.view == "accepted" else inserted
        return properties is not None and properties.find(tag) is not None

    def _walk(self, parent: Node) -> None:
        for node in parent:
            self._node = node
            self._handlers.get(node.tag, self._walk)(node)

    def _add(self, text: str) -> None:
        if not text or self._node is None or not all(self._fields):
            return
        line = self._line
        line.nodes.append(self._node)
        if self.hidden or self._run_hidden:
            line.pieces.append((text, Show.HIDDEN))
            return
        line.pieces.append((text, Show.PLACEHOLDER if self.placeholder else Show.SHOWN))
        if line.leads and self._strong:
            line.lead += line.blank + len(text)
            line.blank = 0
        elif line.leads:
            line.leads = not text.strip()
            line.blank += len(text)

    def _read_run(self, node: Node) -> None:
        outer = self._run_hidden, self._font
        properties = node.find(f"{W}rPr")
        self._run_hidden = self._paragraph_hidden if properties is None else self._hides(properties)
        fonts = properties.find(f"{W}rFonts") if properties is not None else None
        self._font = "" if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or ""
        if self._line.leads:
            black = fonts is not None and fonts.get(f"{W}eastAsia") in _BLACK_TYPES
            self._strong = black or bool(switch_of(properties, f"{W}b"))
        self._walk(node)
        self._run_hidden, self._font = outer

    def _hides(self, properties: Node) -> bool:
        """Hidden by its property or style, by a size of at most 1 pt, or white on nothing coloured."""
        vanish = switch_of(properties, f"{W}vanish")
        if vanish is None:
            vanish = self._paragraph_hidden or self.styles.hides(value_of(properties, f"{W}rStyle") or "")
        size = number_of(properties, f"{W}sz")
        if vanish or (size is not None and size <= _TINIEST_HALF_POINTS):
            return True
        white = (value_of(properties, f"{W}color") or "").upper() == _WHITE
        return white and not self._paragraph_shaded and not is_coloured(properties)

    def _read_text(self, node: Node) -> None:
        text = node.text or ""
        if "\n" in text:
            text = text.replace("\n", " ")
        self._add(translate_symbols(self._font, text) if self._font else text)

    def _read_deleted_text(self, node: Node) -> None:
        if self.view == "original":
            self._read_text(node)

    def _read_change(self, node: Node) -> None:
        self.revisions += 1
        if node.tag not in _GONE[self.view]:
            self._walk(node)

    def _read_control(self, node: Node) -> None:
        content = node.find(f"{W}sdtContent")
        if content is None:
            return
        before, self.placeholder = self.placeholder, self.placeholder or shows_placeholder(node)
        self._walk(content)
        self.placeholder = before

    def _read_field_mark(self, node: Node) -> None:
        kind = node.get(f"{W}fldCharType")
        if kind == "begin":
            self._add(_read_form_field(node.find(f"{W}ffData")))
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _read_symbol(self, node: Node) -> None:
        code = node.get(f"{W}char") or ""
        try:
            self._add(read_symbol(node.get(f"{W}font") or "", int(code, 16)))
        except (ValueError, OverflowError):
            return

    def _read_formula(self, node: Node) -> None:
        self._add(read_formula(node))

    def _read_drawing(self, node: Node) -> None:
        self._line.drawings.append(read_drawing(node))

    def _read_alternative(self, node: Node) -> None:
        branch = choose_branch(node)
        if branch is not None:
            self._walk(branch)

    def _read_note(self, node: Node) -> None:
        kind = "footnotes" if node.tag == f"{W}footnoteReference" else "endnotes"
        self._line.notes.append((kind, node.get(f"{W}id") or ""))

    def _read_comment(self, node: Node) -> None:
        self._line.comments.append(node.get(f"{W}id") or "")

    def _read_ruby(self, node: Node) -> None:
        base = node.find(f"{W}rubyBase")
        if base is not None:
            self._walk(base)

    def _break(self, _node: Node) -> None:
        self._add("\n")

    def _tab(self, _node: Node) -> None:
        self._add("\t")

    def _hyphen(self, _node: Node) -> None:
        self._add("-")

    def _skip(self, _node: Node) -> None:
        """Properties, field codes and readings above characters are no text."""


def is_coloured(properties: Node | None) -> bool:
    """Say whether run, paragraph or cell properties put a colour behind the text."""
    if properties is None:
        return False
    shading = properties.find(f"{W}shd")
    coloured = shading is not None and shading.get(f"{W}fill") not in _PLAIN_FILLS
    return coloured or (value_of(properties, f"{W}highlight") or "none") not in {"none", "white"}


def shows_placeholder(control: Node) -> bool:
    """Say whether a content control shows its prompt because nothing was typed."""
    return bool(switch_of(control.find(f"{W}sdtPr"), f"{W}showingPlcHdr"))


def _read_form_field(data: Node | None) -> str:
    """Legacy check boxes and lists show no text of their own in the file."""
    if data is None:
        return ""
    if (box := data.find(f"{W}checkBox")) is not None:
        state = switch_of(box, f"{W}checked")
        ticked = switch_of(box, f"{W}default") if state is None else state
        return "☒" if ticked else "☐"
    if (choices := data.find(f"{W}ddList")) is not None:
        entries = choices.findall(f"{W}listEntry")
        index = number_of(choices, f"{W}result")
        chosen = index if index is not None else number_of(choices, f"{W}default") or 0
        return (entries[chosen].get(f"{W}val") or "") if 0 <= chosen < len(entries) else ""
    return ""
