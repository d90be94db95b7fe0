"""The text of one Word paragraph as it is shown: runs, links, fields, controls, changes, symbols, formulas."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from assistant.documents.drawings import ALTERNATIVE, choose_branch, read_drawing
from assistant.documents.formulas import read_formula
from assistant.documents.line import Line, Show
from assistant.documents.marks import VALUE, M, Node, W, is_on, number_of, switch_of, to_number, value_of
from assistant.documents.styles import Styles
from assistant.documents.symbols import read_symbol, translate_symbols
from assistant.domain.draft import View

_GONE = {
    "accepted": frozenset({f"{W}del", f"{W}moveFrom"}),
    "original": frozenset({f"{W}ins", f"{W}moveTo"}),
}
_RUN_PROPERTIES, _RUN_STYLE, _PARAGRAPH_STYLE = f"{W}rPr", f"{W}rStyle", f"{W}pStyle"
_FONTS, _ASCII_FONT, _OTHER_FONT, _HAN_FONT = f"{W}rFonts", f"{W}ascii", f"{W}hAnsi", f"{W}eastAsia"
_BOLD, _VANISH, _SIZE, _COLOUR = f"{W}b", f"{W}vanish", f"{W}sz", f"{W}color"
_SHADING, _HIGHLIGHT, _FILL = f"{W}shd", f"{W}highlight", f"{W}fill"
_TINIEST_HALF_POINTS = 2
_WHITE = "FFFFFF"
_BLACK_TYPES = frozenset({"黑体", "SimHei"})
_PLAIN_FILLS = frozenset({"auto", _WHITE, None})


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
    _line: Line = field(init=False)
    _node: Node | None = None
    """Element that is being read."""
    _fields: list[bool] = field(default_factory=list[bool])
    """Open complex fields; True once the result has begun."""
    _run_hidden: bool = False
    _paragraph_hidden: bool = False
    _paragraph_shaded: bool = False
    _font: str = ""
    _strong: bool = False

    def read(self, paragraph: Node, properties: Node | None) -> Line:
        """Return what the paragraph with these properties holds."""
        self._line = Line(paragraph)
        styles = self.styles
        self._paragraph_hidden = styles.hides(value_of(properties, _PARAGRAPH_STYLE) or styles.default)
        self._paragraph_shaded = self.shaded or is_coloured(properties)
        self._walk(paragraph)
        return self._line

    def mark_is_gone(self, properties: Node | None) -> bool:
        """Say whether the paragraph's end was deleted (in this view), so that the next paragraph joins it."""
        marks = properties.find(_RUN_PROPERTIES) if properties is not None else None
        return marks is not None and any(marks.find(tag) is not None for tag in _GONE[self.view])

    def is_gone(self, properties: Mapping[str, Node], deleted: str, inserted: str) -> bool:
        """Say whether a row or a cell was deleted in this view."""
        return (deleted if self.view == "accepted" else inserted) in properties

    def _walk(self, parent: Node) -> None:
        read, container = self._HANDLERS.get, InlineReader._walk
        for node in parent:
            self._node = node
            read(node.tag, container)(self, node)

    def _add(self, text: str) -> None:
        if not text or self._node is None or (self._fields and not all(self._fields)):
            return
        line = self._line
        line.nodes.append(self._node)
        if self.hidden or self._run_hidden:
            line.pieces.append((text, Show.HIDDEN))
            line.is_plain = False
            return
        line.pieces.append((text, Show.PLACEHOLDER if self.placeholder else Show.SHOWN))
        line.is_plain = line.is_plain and not self.placeholder
        if line.leads and self._strong:
            line.lead += line.blank + len(text)
            line.blank = 0
        elif line.leads:
            line.leads = not text.strip()
            line.blank += len(text)

    def _read_run(self, node: Node) -> None:
        """Read a run; its properties, which come first, hold for what follows."""
        outer = self._run_hidden, self._font, self._strong
        self._run_hidden, self._font, self._strong = self._paragraph_hidden, "", False
        for child in node:
            tag = child.tag
            if tag == _RUN_PROPERTIES:
                self._take(child)
                continue
            self._node = child
            self._HANDLERS.get(tag, InlineReader._walk)(self, child)
        self._run_hidden, self._font, self._strong = outer

    def _take(self, properties: Node) -> None:
        marks = {node.tag: node for node in properties}
        self._run_hidden = self._hides(marks)
        fonts = marks.get(_FONTS)
        if fonts is not None:
            self._font = fonts.get(_ASCII_FONT) or fonts.get(_OTHER_FONT) or ""
        if self._line.leads:
            black = fonts is not None and fonts.get(_HAN_FONT) in _BLACK_TYPES
            self._strong = black or bool(is_on(marks.get(_BOLD)))

    def _hides(self, marks: Mapping[str, Node]) -> bool:
        """Hidden by its property or style, by a size of at most 1 pt, or white on nothing coloured."""
        vanish = is_on(marks.get(_VANISH))
        if vanish is None:
            style = marks.get(_RUN_STYLE)
            vanish = self._paragraph_hidden or (style is not None and self.styles.hides(style.get(VALUE) or ""))
        size = to_number(marks.get(_SIZE))
        if vanish or (size is not None and size <= _TINIEST_HALF_POINTS):
            return True
        colour = marks.get(_COLOUR)
        white = colour is not None and (colour.get(VALUE) or "").upper() == _WHITE
        return white and not self._paragraph_shaded and not shows_colour(marks)

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

    _HANDLERS: ClassVar[dict[str, Callable[["InlineReader", Node], None]]] = {
        f"{W}r": _read_run,
        f"{W}t": _read_text,
        f"{W}delText": _read_deleted_text,
        f"{W}tab": _tab,
        f"{W}ptab": _tab,
        f"{W}br": _break,
        f"{W}cr": _break,
        f"{W}noBreakHyphen": _hyphen,
        f"{W}sym": _read_symbol,
        f"{W}sdt": _read_control,
        f"{W}fldChar": _read_field_mark,
        f"{W}ruby": _read_ruby,
        f"{W}drawing": _read_drawing,
        f"{W}pict": _read_drawing,
        f"{W}object": _read_drawing,
        ALTERNATIVE: _read_alternative,
        f"{M}oMath": _read_formula,
        f"{M}oMathPara": _read_formula,
        f"{W}footnoteReference": _read_note,
        f"{W}endnoteReference": _read_note,
        f"{W}commentReference": _read_comment,
        **dict.fromkeys((f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo"), _read_change),
        **dict.fromkeys(
            (f"{W}pPr", f"{W}rPr", f"{W}instrText", f"{W}delInstrText", f"{W}rt", f"{W}sdtPr", f"{W}fldData"), _skip
        ),
    }
    """Tag to the method that reads it; elements of other tags are containers. Kept by the class, since a reader that
    held its own methods would be a cycle, and with it all trees of the file would wait for the garbage collector."""


def is_coloured(properties: Node | None) -> bool:
    """Say whether paragraph or cell properties put a colour behind the text."""
    return properties is not None and shows_colour({node.tag: node for node in properties})


def shows_colour(marks: Mapping[str, Node]) -> bool:
    """Say whether properties, by their tags, put a colour behind the text."""
    shading, highlight = marks.get(_SHADING), marks.get(_HIGHLIGHT)
    if shading is not None and shading.get(_FILL) not in _PLAIN_FILLS:
        return True
    return highlight is not None and (highlight.get(VALUE) or "none") not in {"none", "white"}


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
