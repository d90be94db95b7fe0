"""Where in a blank form the text of an item can go: the cell beside its label, the line behind it, the lines below it.

Several places may do; the likeliest comes first, and whoever writes tries whether our reader finds the text there.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assistant.documents.filling.slot import Sheet, Slot, Span, place_of
from assistant.documents.labels import LabelBook, book_of
from assistant.domain.draft import Draft, Field
from assistant.domain.form import Form

_SEPARATORS = " \t\r\n\u3000:：∶︰﹕"
_COLONS = ":：∶︰﹕】]〕"
_LINE_TO_WRITE_ON = 4
"""Blanks behind a label from which they are a line to write on, underlined as a rule."""
_SHORT = 60
"""Characters up to which a single line stands behind its label rather than below it."""

Cell = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class SlotFinder:
    """Finds places in one blank form, read as a form of the call."""

    draft: Draft
    sheet: Sheet
    book: LabelBook
    strip: Callable[[str, str], str]
    """Label and text to what of the text is no hint."""

    @classmethod
    def of(cls, draft: Draft, form: Form, strip: Callable[[str, str], str]) -> "SlotFinder":
        """Return the finder for a blank form."""
        return cls(draft, Sheet.of(draft.document), book_of(form), strip)

    def knows(self, label: str) -> bool:
        """Say whether the form bears the label where text can be put."""
        return any(one.label == label and self._is_printed(one) for one in self.draft.fields)

    def holds_words(self, label: str) -> bool:
        """Say whether somebody has written at the label already: the first thing there is no hint."""
        found = [one for one in self.draft.fields if one.label == label and one.lines]
        return any(self.strip(label, one.lines[0].text) for one in found)

    def find(self, label: str, lines: list[str]) -> list[Slot]:
        """Return the places for the text of an item, the likeliest first; empty where the form has no such label.

        Args:
            label: the official label.
            lines: what is to stand there; a single short line may stand behind the label.
        """
        found = [one for one in self.draft.fields if one.label == label and self._is_printed(one)]
        slots = [slot for one in found[:1] for slot in self._list(one, lines)]
        return [slot for slot in slots if not any(self.strip(label, text) for _, text in self.list_texts(slot))]

    def list_texts(self, slot: Slot) -> list[tuple[Span, str]]:
        """Return the texts of a place with where they stand, prompts of empty content controls as blanks."""
        rows = [Span(paragraph=one, start=0, end=len(self.sheet.blocks[one].text)) for one in slot.rows]
        spans = [one for one in (slot.head, slot.clear) if one is not None] + rows
        return [(one, self.sheet.own_text(one.paragraph)[one.start : one.end]) for one in spans]

    def _is_printed(self, field: Field) -> bool:
        return field.where.part == "body" and field.where.paragraph in self.sheet.blocks

    def _list(self, field: Field, lines: list[str]) -> Iterator[Slot]:
        number = field.where.paragraph or 0
        place = place_of(self.sheet.blocks[number])
        if place is None:
            yield from self._list_lines(field, number, lines)
        else:
            yield from self._list_cells(field, number, place, lines)

    def _list_cells(self, field: Field, number: int, place: Cell, lines: list[str]) -> Iterator[Slot]:
        """Yield the cell that holds the hint, else the one at the right, the one below and the label's own."""
        label = self._label_span(field, number, place)
        inside = list(self._inside(field, label, place, lines))
        beside = [
            Slot(label=label, rows=self.sheet.cells[one])
            for one in (*self.sheet.list_right(place)[:1], self.sheet.find_below(place))
            if one is not None and self._is_free(one)
        ]
        hinted = {line.where.paragraph for line in field.lines}
        holds_more = bool(hinted & set(self.sheet.cells[place])) or self._holds_prompt(place)
        yield from (*inside, *beside) if holds_more else (*beside, *inside)

    def _inside(self, field: Field, label: Span, place: Cell, lines: list[str]) -> Iterator[Slot]:
        below = tuple(one for one in self.sheet.cells[place] if one > label.paragraph and not self._is_label(one))
        yield from self._around(field, label, below, lines)

    def _list_lines(self, field: Field, number: int, lines: list[str]) -> Iterator[Slot]:
        label = Span(paragraph=number, start=field.where.start, end=field.where.end)
        below = tuple(self._list_below(field, number))
        yield from self._around(field, label, below, lines)
        behind = number + len(below) + 1
        place = place_of(self.sheet.blocks[behind]) if behind in self.sheet.blocks else None
        if place is not None and self._is_free(place):
            yield Slot(label=label, rows=self.sheet.cells[place])

    def _around(self, field: Field, label: Span, below: tuple[int, ...], lines: list[str]) -> Iterator[Slot]:
        """Yield the rest of the label's line and the paragraphs below it, in the order that suits them and the text."""
        rest, shared = self._find_rest(field, label)
        line = self.sheet.blocks[rest.paragraph].text[rest.start : rest.end]
        held = bool(line.strip()) or len(line) >= _LINE_TO_WRITE_ON
        hints = tuple(one for one in below if self.sheet.blocks[one].text.strip())
        on_line = Slot(label=label, head=rest, rows=hints, shared=shared)
        clear = rest if held and rest.start < rest.end else None
        lower = Slot(label=label, rows=hints or below[:1], clear=clear)
        if not self._is_separated(rest) or shared:
            yield from (on_line,) if shared else (lower,)
            return
        short = len(lines) == 1 and len(lines[0]) <= _SHORT
        behind = held or (short and not hints)
        yield from (on_line, lower) if behind else (lower, on_line)

    def _find_rest(self, field: Field, label: Span) -> tuple[Span, bool]:
        """Return the characters behind the label up to the next label, and whether there is one on the line."""
        text = self.sheet.blocks[label.paragraph].text
        others = [
            one.where.start
            for one in self.draft.fields
            if one.where.paragraph == label.paragraph and one.where.start >= label.end and one is not field
        ]
        end = min(others, default=len(text))
        start = label.end
        while start < end and text[start] in _SEPARATORS:
            start += 1
        if not text[start:end].strip():
            start = next((place + 1 for place in range(label.end, end) if text[place] in _COLONS), label.end)
        return Span(paragraph=label.paragraph, start=start, end=end), bool(others)

    def _is_separated(self, rest: Span) -> bool:
        """Say whether text behind the label would still be told from it: behind a colon, a closing bracket, a gap."""
        before = self.sheet.blocks[rest.paragraph].text[: rest.start].rstrip(" \t\u3000")
        return before[-1:] in tuple(_COLONS)

    def _list_below(self, field: Field, number: int) -> Iterator[int]:
        """Yield the paragraphs below a label that are blank or hold its hint, up to anything else."""
        hinted = {line.where.paragraph for line in field.lines if not self.strip(field.label, line.text)}
        following = number + 1
        while following in self.sheet.blocks and place_of(self.sheet.blocks[following]) is None:
            free = self.sheet.is_blank(following) or following in hinted
            if not free or self._is_label(following):
                return
            yield following
            following += 1

    def _label_span(self, field: Field, number: int, place: Cell) -> Span:
        """Return the label's place; one that is a cell of its own may be broken over paragraphs, a note behind it."""
        where = field.where
        block = self.sheet.blocks[number]
        whole = (where.start, where.end) == (0, len(block.text))
        if not whole or field.printed_label == block.text:
            return Span(paragraph=number, start=where.start, end=where.end)
        filled = [one for one in self.sheet.cells[place] if self.sheet.blocks[one].text.strip()]
        last = next((one for one in filled if self._names(filled[: filled.index(one) + 1], field.label)), filled[-1])
        return Span(paragraph=last, start=0, end=len(self.sheet.blocks[last].text.rstrip(_SEPARATORS)))

    def _names(self, paragraphs: list[int], label: str) -> bool:
        found = self.book.find_whole("\n".join(self.sheet.blocks[one].text.strip() for one in paragraphs))
        return found is not None and found.spec.label == label

    def _is_label(self, number: int) -> bool:
        return any(one.where.part == "body" and one.where.paragraph == number for one in self.draft.fields)

    def _is_free(self, place: Cell) -> bool:
        return not any(self._is_label(one) for one in self.sheet.cells[place])

    def _holds_prompt(self, place: Cell) -> bool:
        return any(self.sheet.blocks[one].placeholders for one in self.sheet.cells[place])
