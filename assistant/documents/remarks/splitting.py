"""A paragraph cut at a character so that marks can stand there; no formatting changes, as both halves keep it."""

from collections.abc import Iterator
from copy import deepcopy

from assistant.documents.drawings import ALTERNATIVE
from assistant.documents.inline import Line, Show
from assistant.documents.marks import XML, M, W
from assistant.documents.remarks.element import Element, editable, make

_RUN = f"{W}r"
_PARAGRAPH = f"{W}p"
_TEXTS = frozenset({f"{W}t", f"{W}delText"})
_WHOLE = frozenset({ALTERNATIVE, f"{M}oMath", f"{M}oMathPara", f"{W}del", f"{W}moveFrom"})
"""Elements inside which no mark may stand, or that are gone when the changes are accepted."""
_ONE_VALUE = frozenset({"text", "dropDownList", "comboBox", "date", "checkbox", "dataBinding", "picture"})
"""What tells a content control of one value from one that holds any text; Word fills it as a whole."""


def open_before(line: Line, offset: int) -> Element | None:
    """Return the element before which a mark has to stand to come before that character of the shown text.

    The run is cut there if it can be; None where the line has no such character.
    """
    _cut(line, offset)
    return next((_atom(line, i) for i, start, end in _spans(line) if start <= offset < end), None)


def open_after(line: Line, offset: int) -> Element | None:
    """Return the element behind which a mark has to stand to come behind the last character before `offset`."""
    _cut(line, offset)
    return next((_atom(line, i) for i, start, end in _spans(line) if start < offset <= end), None)


def _spans(line: Line) -> Iterator[tuple[int, int, int]]:
    """Yield index, start and end of each piece of the shown text."""
    place = 0
    for index, (text, show) in enumerate(line.pieces):
        if show is not Show.HIDDEN and text:
            yield index, place, place + len(text)
            place += len(text)


def _cut(line: Line, offset: int) -> None:
    for index, start, end in _spans(line):
        if start < offset < end:
            if not _cut_text(line, index, offset - start):
                return
            _cut_run(line, index + 1)
            return
        if start == offset:
            _cut_run(line, index)
            return


def _cut_text(line: Line, index: int, offset: int) -> bool:
    """Cut one piece of text in two; False where it is no plain text of a run."""
    text, show = line.pieces[index]
    node = editable(line.nodes[index])
    is_plain = node.tag in _TEXTS and len(node) == 0 and len(node.text or "") == len(text)
    if not is_plain or not _stands_in_atom(line, index):
        return False
    second = deepcopy(node)
    raw = node.text or ""
    node.text, second.text = raw[:offset], raw[offset:]
    for one in (node, second):
        one.set(f"{XML}space", "preserve")
    node.addnext(second)
    line.pieces[index : index + 1] = [(text[:offset], show), (text[offset:], show)]
    line.nodes[index : index + 1] = [node, second]
    return True


def _cut_run(line: Line, index: int) -> None:
    """Cut the run before the piece, unless the piece is the first of it."""
    if index == 0 or _atom(line, index) is not _atom(line, index - 1) or not _stands_in_atom(line, index):
        return
    run, node = _atom(line, index), editable(line.nodes[index])
    second = make("r")
    for name, value in run.attrib.items():
        second.set(name, value)
    properties = run.find(f"{W}rPr")
    if properties is not None:
        second.append(deepcopy(editable(properties)))
    for child in list(run)[run.index(node) :]:
        second.append(editable(child))
    run.addnext(second)


def _stands_in_atom(line: Line, index: int) -> bool:
    atom = _atom(line, index)
    return line.nodes[index].getparent() is atom and atom.tag == _RUN


def _atom(line: Line, index: int) -> Element:
    """Return the outermost element around a piece that cannot be opened: its run, a formula, a control, a deletion."""
    found = node = editable(line.nodes[index])
    for around in node.iterancestors():
        if around.tag == _PARAGRAPH:
            break
        if around.tag == _RUN or around.tag in _WHOLE or (around.tag == f"{W}sdt" and _holds_one_value(around)):
            found = around
    return found


def _holds_one_value(control: Element) -> bool:
    properties = control.find(f"{W}sdtPr")
    names = (node.tag.rsplit("}", 1)[-1] for node in properties) if properties is not None else ()
    return not _ONE_VALUE.isdisjoint(names)
