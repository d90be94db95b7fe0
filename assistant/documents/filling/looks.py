"""How filled-in text looks: as the place of the value does, without what tells a hint from a text."""

from copy import deepcopy

from assistant.documents.inline import Line
from assistant.documents.marks import Node, W, to_number
from assistant.documents.remarks.element import Element, editable, make

_RUN, _LOOKS, _CONTROL = f"{W}r", f"{W}rPr", f"{W}sdt"
_HINT_SIGNS = frozenset(f"{W}{name}" for name in ("color", "i", "iCs", "highlight", "shd", "vanish", "specVanish"))
"""Grey or coloured type, italics, ground: so forms set off what the author is to delete."""
_SIZES = frozenset({f"{W}sz", f"{W}szCs"})
_SMALLEST_HALF_POINTS = 14
"""Below it nobody reads a text; blank cells that LibreOffice makes from a web page bear 2 or 4."""
_LABEL_SIGNS = frozenset(f"{W}{name}" for name in ("b", "bCs", "rFonts"))
_CHANGES = frozenset(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange"))
_STYLE = f"{W}rStyle"
_PARAGRAPH_LOOKS = f"{W}pPr"
_NOT_REPEATED = frozenset(f"{W}{name}" for name in ("sectPr", "pPrChange", "keepNext", "pageBreakBefore"))
_OF_HEADINGS = frozenset(f"{W}{name}" for name in ("pStyle", "numPr", "outlineLvl", "jc"))


def find_looks(line: Line, replaced: Element | None, *, behind_label: bool) -> Element | None:
    """Return the run properties for text of a paragraph; None for the paragraph style's own.

    Args:
        line: the paragraph.
        replaced: run of the hint or the blank that the text takes the place of; None where there was none.
        behind_label: True where the paragraph also holds the label, whose bold type is no type of a text.
    """
    control = (
        next((one for one in replaced.iterancestors() if one.tag == _CONTROL), None) if replaced is not None else None
    )
    own = control.find(f"{W}sdtPr/{_LOOKS}") if control is not None else None
    if own is not None:
        return _clean(own, drop_style=True)
    if replaced is not None:
        found = replaced.find(_LOOKS)
        return _clean(found, drop_style=control is not None) if found is not None else None
    mark = line.paragraphs[-1].find(f"{_PARAGRAPH_LOOKS}/{_LOOKS}")
    if behind_label:
        label = next((one for one in line.paragraphs[-1].iter(_RUN)), None)
        mark = label.find(_LOOKS) if label is not None else mark
        return _clean(mark, drop_style=True, label=True) if mark is not None else None
    return _clean(mark, drop_style=False) if mark is not None else None


def build_run(text: str, looks: Element | None, *, breaks: bool = False) -> Element:
    """Return a run with that text; tabs, and with `breaks` line breaks, become those of Word."""
    run = make("r")
    if looks is not None:
        run.append(deepcopy(looks))
    for row, line in enumerate(text.split("\n") if breaks else [text]):
        if row:
            run.append(make("br"))
        for column, piece in enumerate(line.split("\t")):
            if column:
                run.append(make("tab"))
            if piece:
                held = make("t")
                held.text = piece
                held.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                run.append(held)
    return run


def build_paragraph(model: Node | None, run: Element, *, heading: bool = False) -> Element:
    """Return a new paragraph in the manner of another, section breaks and page breaks left out.

    Args:
        model: the paragraph to be like; None for one of the document's own kind.
        run: what it holds.
        heading: True where the model is a label, so that style, number and alignment are the label's alone.
    """
    paragraph = make("p")
    found = model.find(_PARAGRAPH_LOOKS) if model is not None else None
    if found is not None:
        looks = deepcopy(editable(found))
        unwanted = _NOT_REPEATED | (_OF_HEADINGS if heading else frozenset[str]())
        for node in list(looks):
            if node.tag in unwanted or (heading and node.tag == _LOOKS):
                looks.remove(editable(node))
        paragraph.append(looks)
    paragraph.append(run)
    return paragraph


def _clean(properties: Node, *, drop_style: bool, label: bool = False) -> Element:
    looks = make("rPr")
    unwanted = _HINT_SIGNS | _CHANGES | (_LABEL_SIGNS if label else frozenset[str]())
    for node in properties:
        tiny = node.tag in _SIZES and (to_number(node) or 0) < _SMALLEST_HALF_POINTS
        if node.tag not in unwanted and not tiny and not (drop_style and node.tag == _STYLE):
            looks.append(deepcopy(editable(node)))
    return looks
