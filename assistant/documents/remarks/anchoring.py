"""Marks in the body between which a comment's words stand, and the mark that refers to the comment."""

from collections.abc import Mapping
from itertools import takewhile

from assistant.documents.drawings import ALTERNATIVE
from assistant.documents.inline import Line
from assistant.documents.marks import Node, W
from assistant.documents.remarks.element import Element, editable, make
from assistant.documents.remarks.placing import Spot
from assistant.documents.remarks.splitting import open_after, open_before

_START, _END, _REFERENCE = f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference"
_CONTROL = f"{W}sdt"
_CLOSED = frozenset({_CONTROL, f"{W}txbxContent", f"{W}del", f"{W}moveFrom", ALTERNATIVE})
"""Elements in which no reference of another paragraph's comment is put."""
_SMALL = "16"
"""Half points of the reference mark, so that it makes no line higher."""


def anchor(lines: Mapping[int, Line], spot: Spot, comment: str) -> None:
    """Put the marks of a comment around its words."""
    before = open_before(lines[spot.first], spot.start)
    behind = open_after(lines[spot.last], spot.end)
    start, end = make("commentRangeStart", id=comment), make("commentRangeEnd", id=comment)
    if before is None or behind is None:
        _open_blank(editable(lines[spot.first].paragraphs[0]), start, end)
    else:
        before.addprevious(start)
        _skip(behind).addnext(end)
    mark = _outermost(end)
    home = _find_open(mark)
    if home is None:
        _skip(mark).addnext(_refer(comment))
    else:
        _put_first(home, _refer(comment))


def remove_anchors(body: Node, comments: frozenset[str]) -> None:
    """Take the marks of these comments out, and the runs that held nothing else."""
    for node in list(body.iter(_START, _END, _REFERENCE)):
        if node.get(f"{W}id") in comments:
            run = node.getparent()
            _take_out(node)
            if run is not None and node.tag == _REFERENCE and all(child.tag == f"{W}rPr" for child in run):
                _take_out(run)


def _find_open(mark: Element) -> Element | None:
    """Return where the reference of a mark inside a control of whole paragraphs or cells goes; None for any other mark.

    LibreOffice (seen with 7.4) loses the text that stands before a reference in such a control, even where Word put it
    there. Word keeps range and reference apart: the next paragraph outside all controls takes it, or the last before.
    """
    ancestors = list(mark.iterancestors())
    if not any(around.tag == _CONTROL for around in ancestors):
        return None
    everything = [editable(node) for node in ancestors[-1].iter(f"{W}p")]
    here = everything.index(ancestors[0])
    candidates = (*everything[here + 1 :], *reversed(everything[:here]))
    return next((one for one in candidates if all(around.tag not in _CLOSED for around in one.iterancestors())), None)


def _put_first(paragraph: Element, reference: Element) -> None:
    """Put a reference at the head of a paragraph, behind its properties and other references."""
    place = sum(1 for _ in takewhile(lambda one: one.tag == f"{W}pPr" or one.find(_REFERENCE) is not None, paragraph))
    paragraph.insert(place, reference)


def _take_out(node: Node) -> None:
    around = node.getparent()
    if around is not None:
        editable(around).remove(editable(node))


def _open_blank(paragraph: Element, start: Element, end: Element) -> None:
    """A paragraph without text takes the marks behind its properties."""
    has_properties = len(paragraph) > 0 and next(iter(paragraph)).tag == f"{W}pPr"
    paragraph.insert(int(has_properties), start)
    start.addnext(end)


def _skip(element: Element) -> Element:
    """Return the last of the ends and references of other comments that stand behind the element."""
    following = element.getnext()
    while following is not None and (following.tag == _END or following.find(_REFERENCE) is not None):
        element, following = following, following.getnext()
    return element


def _outermost(element: Element) -> Element:
    """Return what stands in the paragraph itself: a reference inside a link or a control would be changed with it."""
    for around in element.iterancestors():
        if around.tag == f"{W}p":
            break
        element = around
    return element


def _refer(comment: str) -> Element:
    run, properties = make("r"), make("rPr")
    properties.append(make("sz", val=_SMALL))
    run.append(properties)
    run.append(make("commentReference", id=comment))
    return run
