"""Text put into a paragraph of a Word file in place of its hint or its blank, and paragraphs put behind it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.documents.filling.looks import build_paragraph, build_run, find_looks
from assistant.documents.filling.slot import Slot, Span
from assistant.documents.inline import Line, Show
from assistant.documents.marks import VALUE, Node, W
from assistant.documents.remarks.element import Element, editable, make
from assistant.documents.remarks.splitting import open_after, open_before

_RUN, _PARAGRAPH, _CONTROL, _ROW = f"{W}r", f"{W}p", f"{W}sdt", f"{W}tr"
_SECTION = f"{W}pPr/{W}sectPr"
_WHOLE_RUN = 2
"""Children of a run that held one text and has properties besides."""


@dataclass(frozen=True, slots=True)
class Putter:
    """Writes into the paragraphs of one body."""

    lines: Mapping[int, Line]
    """Paragraphs of the body by their numbers."""
    body_like: Node | None = None
    """A paragraph of the form that holds text below a label; new ones below a heading look like it."""

    def put(self, slot: Slot, texts: Sequence[str]) -> None:
        """Write the lines into the place; what was a hint there goes, blank paragraphs stay."""
        if slot.clear is not None:
            self._replace(slot.clear, "", behind_label=True)
        rest = list(texts)
        home = self.lines[slot.label.paragraph]
        last: Element = editable(home.paragraphs[-1])
        looks: Element | None = find_looks(home, None, behind_label=True)
        if slot.head is not None:
            text = "\n".join(rest) if self._is_inline_control(slot.head) else rest.pop(0)
            rest = [] if text == "\n".join(texts) else rest
            looks = self._replace(slot.head, text, behind_label=True, gap=slot.shared)
        self._put_rows(slot, rest, last, looks)

    def tick(self, span: Span, sign: str) -> None:
        """Put a tick in place of the empty box."""
        self._replace(span, sign, behind_label=False)
        _check_box(editable(self.lines[span.paragraph].paragraphs[-1]))

    def _put_rows(self, slot: Slot, texts: list[str], last: Element, looks: Element | None) -> None:
        """Fill the paragraphs that wait, the first one in the place of the hint, and add what they do not hold."""
        rows = list(slot.rows)
        hinted = [one for one in rows if self.lines[one].shown().strip()]
        first = hinted[0] if hinted else (rows[0] if rows else None)
        model: Node | None = None
        if first is not None and slot.head is None:
            paragraph = editable(self.lines[first].paragraphs[-1])
            if _wants_breaks(paragraph):
                texts = ["\n".join(texts)]
            looks = self._replace(self._whole(first), texts.pop(0) if texts else "", behind_label=False)
            last, model = paragraph, paragraph
        for one in hinted:
            if one != first or slot.head is not None:
                if texts and one == first:
                    paragraph = editable(self.lines[one].paragraphs[-1])
                    looks = self._replace(self._whole(one), texts.pop(0), behind_label=False)
                    last, model = paragraph, paragraph
                else:
                    self._take_away(one)
        self._append(last, model, looks, texts, heading=model is None and slot.head is None)

    def _append(
        self, last: Element, model: Node | None, looks: Element | None, texts: Sequence[str], *, heading: bool
    ) -> None:
        """Put paragraphs behind the last one; a section that ends there ends behind them."""
        if not texts:
            return
        like = model if model is not None else (self.body_like if heading else None)
        ends = last.find(_SECTION)
        for text in texts:
            if like is not None or model is not None:
                paragraph = build_paragraph(like, build_run(text, looks))
            else:
                paragraph = build_paragraph(last, build_run(text, looks), heading=heading)
            last.addnext(paragraph)
            last = paragraph
        if ends is not None:
            properties = last.find(f"{W}pPr")
            if properties is None:
                last.insert(0, make("pPr"))
                properties = last.find(f"{W}pPr")
            if properties is not None:
                editable(properties).append(editable(ends))

    def _whole(self, number: int) -> Span:
        return Span(paragraph=number, start=0, end=len(self.lines[number].shown()))

    def _replace(self, span: Span, text: str, *, behind_label: bool, gap: bool = False) -> Element | None:
        """Put the text in place of the characters, and return its run properties."""
        line = self.lines[span.paragraph]
        paragraph = editable(line.paragraphs[-1])
        old = line.shown()[span.start : span.end]
        if gap:
            text = f"{text}{_keep_gap(old)}"
        _loosen_row(paragraph)
        if span.start == span.end:
            return self._insert(line, span.start, text, behind_label=behind_label)
        open_before(line, span.start)
        open_after(line, span.end)
        runs: list[Element] = []
        for node in _nodes_between(line, span.start, span.end):
            run = _run_of(node)
            if run is not None and all(run is not one for one in runs):
                runs.append(run)
        if not runs:
            return self._insert(line, span.start, text, behind_label=behind_label)
        looks = find_looks(line, runs[0], behind_label=behind_label)
        _free_controls(runs[0], several="\n" in text)
        if text:
            runs[0].addprevious(build_run(text, looks, breaks=True))
        for node in _nodes_between(line, span.start, span.end):
            _take_out(node)
        for run in runs:
            if all(child.tag == f"{W}rPr" for child in run):
                _take_out(run)
        return looks

    def _insert(self, line: Line, place: int, text: str, *, behind_label: bool) -> Element | None:
        """Put text where there was none: behind the characters before it, else at the end of the paragraph."""
        looks = find_looks(line, None, behind_label=behind_label)
        if not text:
            return looks
        run = build_run(text, looks, breaks=True)
        before = open_after(line, place) if place else None
        if before is not None:
            before.addnext(run)
        else:
            editable(line.paragraphs[-1]).append(run)
        return looks

    def _take_away(self, number: int) -> None:
        """Take a hint's paragraph out; one that ends a section or a cell only loses its text."""
        paragraph = editable(self.lines[number].paragraphs[-1])
        around = paragraph.getparent()
        siblings = [one for one in around if one.tag == _PARAGRAPH] if around is not None else []
        if paragraph.find(_SECTION) is None and len(siblings) > 1 and paragraph.getnext() is not None:
            _take_out(paragraph)
        else:
            self._replace(self._whole(number), "", behind_label=False)

    def _is_inline_control(self, span: Span) -> bool:
        """Say whether the place is a content control inside the line, which holds line breaks but no paragraphs."""
        line = self.lines[span.paragraph]
        nodes = list(_nodes_between(line, span.start, span.end))
        return bool(nodes) and any(one.tag == _CONTROL for one in _around(editable(nodes[0])))


def _around(node: Element) -> list[Element]:
    """Return the elements around a node inside its paragraph, the nearest first."""
    found: list[Element] = []
    for one in node.iterancestors():
        if one.tag == _PARAGRAPH:
            break
        found.append(one)
    return found


def _nodes_between(line: Line, start: int, end: int) -> list[Node]:
    """Return the elements of the shown text from `start` to `end`."""
    found: list[Node] = []
    place = 0
    for (text, show), node in zip(line.pieces, line.nodes, strict=True):
        if show is Show.HIDDEN or not text:
            continue
        if place >= start and place + len(text) <= end:
            found.append(node)
        place += len(text)
    return found


def _run_of(node: Node) -> Element | None:
    return next((one for one in _around(editable(node)) if one.tag == _RUN), None)


def _take_out(node: Node) -> None:
    around = node.getparent()
    if around is not None:
        editable(around).remove(editable(node))


def _keep_gap(old: str) -> str:
    """Return the white space that stays between the text and the next label of the line."""
    gap = old[len(old.rstrip(" \t\u3000")) :]
    return gap[-2:] if len(gap) > 1 or "\t" in gap else "\u3000"


def _free_controls(run: Element, *, several: bool) -> None:
    """Content controls around text that was typed no longer show their prompt, nor a value kept elsewhere."""
    for control in run.iterancestors():
        properties = control.find(f"{W}sdtPr") if control.tag == _CONTROL else None
        if properties is None:
            continue
        for name in ("showingPlcHdr", "dataBinding"):
            for node in properties.findall(f"{W}{name}"):
                _take_out(node)
        plain = properties.find(f"{W}text")
        if plain is not None and several:
            editable(plain).set(f"{W}multiLine", "1")


def _wants_breaks(paragraph: Element) -> bool:
    """Say whether the paragraph stands in a control of plain text, which holds one paragraph only."""
    controls = (one for one in paragraph.iterancestors() if one.tag == _CONTROL)
    inner = (one for one in paragraph.iter(_CONTROL))
    return any(one.find(f"{W}sdtPr/{W}text") is not None for one in (*controls, *inner))


def _check_box(paragraph: Element) -> None:
    """Say of a content control whose box was ticked that it is ticked."""
    space = "{http://schemas.microsoft.com/office/word/2010/wordml}"
    for control in paragraph.iter(_CONTROL):
        box = control.find(f"{W}sdtPr/{space}checkbox")
        shown = "".join(node.text or "" for node in control.iter(f"{W}t"))
        state = box.find(f"{space}checked") if box is not None else None
        if state is not None and shown in {"☑", "☒"}:
            editable(state).set(f"{space}val", "1")


def _loosen_row(paragraph: Element) -> None:
    """A row of fixed height would hide what does not fit; it becomes the least height."""
    row = next((one for one in paragraph.iterancestors() if one.tag == _ROW), None)
    height = row.find(f"{W}trPr/{W}trHeight") if row is not None else None
    if height is not None and height.get(f"{W}hRule") == "exact" and height.get(VALUE):
        editable(height).set(f"{W}hRule", "atLeast")
