"""A draft as the rules look at it: texts by label without the template's hints, and every passage with its place."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar, cast

from assistant.checks.context import CheckContext
from assistant.checks.guidance import remove_guidance
from assistant.checks.labels import guess_role
from assistant.domain.draft import Block, Draft, Field, FieldLine, Location, Unread
from assistant.domain.form import FieldRole
from assistant.text import count_characters

T = TypeVar("T")
Key = tuple[str, int | None, int | None, int | None, int | None]
_TELLING = re.compile(r"经费|资金|[国境]外|外方|中方|国内|下设")
"""What a label that no form lists tells beside its role."""
_WHOLE_TEXTS = frozenset({"嵌入文档", "外部链接的子文档", "扫描的页面"})
"""Things unread that stand for text of the author; pictures, formulas and objects stand beside it."""
MUCH_UNASSIGNED = 0.1
"""Share of a draft's characters outside all fields from which a missing item may only be unrecognised."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the draft with the field that it belongs to."""

    text: str
    where: Location
    label: str = ""
    """Official label; empty outside all fields."""
    printed_label: str = ""
    hidden: bool = False
    """True for comments and hidden text, which are never the author's text."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One draft under one context."""

    draft: Draft
    context: CheckContext
    hints: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    _texts: dict[str, str] = field(default_factory=dict[str, str])
    _read: dict[object, object] = field(default_factory=dict[object, object])

    def recall(self, read: "Callable[[Subject], T]") -> T:
        """Return what a reader makes of the draft, read once however many rules ask for it."""
        if read not in self._read:
            self._read[read] = read(self)
        return cast("T", self._read[read])

    def fields(self, label: str) -> list[Field]:
        """Return all fields of that official label, in order."""
        return [one for one in self.draft.fields if one.label == label]

    def lines(self, label: str) -> list[FieldLine]:
        """Return the lines of all fields of that label, blank ones left out."""
        return [line for one in self.fields(label) for line in one.lines if line.text.strip()]

    def text(self, label: str) -> str:
        """Return the content of the field without the template's hints; empty where it is blank or absent."""
        if label not in self._texts:
            hints = self.hints.get(label, ())
            joined = "\n".join(line.text for line in self.lines(label))
            self._texts[label] = remove_guidance(joined, hints).strip()
        return self._texts[label]

    def labels_as(self, role: FieldRole) -> list[str]:
        """Return the labels of that role, the form's own first, then such of the draft as read like it."""
        known = {spec.label for spec in self.context.form.fields}
        others = (one for one in self.draft.fields if one.label not in known)
        read = (one.label for one in others if guess_role(one.printed_label or one.label) == role)
        return [*self.context.form.find_labels(role), *dict.fromkeys(read)]

    def lines_as(self, role: FieldRole) -> list[FieldLine]:
        """Return the lines of all fields that have that role, blank ones left out."""
        return [line for label in self.labels_as(role) for line in self._lines_with(label)]

    def _lines_with(self, label: str) -> list[FieldLine]:
        """A label that no form lists may say more than its role (境外3家), and stays with its text."""
        lines = self.lines(label)
        if not lines or any(spec.label == label for spec in self.context.form.fields) or not _TELLING.search(label):
            return lines
        return [replace(lines[0], text=f"{label}：{lines[0].text}"), *lines[1:]]

    def text_as(self, role: FieldRole) -> str:
        """Return the content of all fields of that role; empty where they are blank or absent."""
        known = [self.text(label) for label in self.context.form.find_labels(role)]
        others = self.labels_as(role)[len(known) :]
        read = ("\n".join(line.text for line in self._lines_with(label)) for label in others)
        return "\n".join(filter(None, (*known, *read)))

    def place_as(self, role: FieldRole, needle: str = "") -> Location:
        """Return where the needle stands in a field of that role; the place of one that is there if it is not found."""
        labels = self.labels_as(role)
        holding = (label for label in labels if needle and any(needle in line.text for line in self.lines(label)))
        there = (label for label in labels if self.fields(label))
        return self.place(next(holding, None) or next(there, None) or (labels[0] if labels else ""), needle)

    def has(self, role: FieldRole) -> bool:
        """Say whether the draft has a label of that role, filled or blank."""
        return any(self.fields(label) for label in self.labels_as(role))

    def asks_for(self, label: str) -> bool:
        """Say whether the form has a field of that label."""
        return any(spec.label == label for spec in self.context.form.fields)

    def labels(self, labels: tuple[str, ...]) -> list[str]:
        """Return those of the labels that this form asks for."""
        return [label for label in labels if self.asks_for(label)]

    def place(self, label: str, needle: str = "") -> Location:
        """Return where the needle stands in the field; the field's own place where it is not found."""
        for line in self.lines(label):
            start = line.text.find(needle) if needle else -1
            if start >= 0:
                return _shift(line.where, label, start, start + len(needle))
        found = self.fields(label)
        filled = next((line.where for line in self.lines(label)), None)
        where = filled or (found[0].where if found else Location())
        return where.model_copy(update={"field": label})

    def passages(self) -> tuple[Passage, ...]:
        """Return every paragraph once: fields, lines outside them, then headers, footers and the rest."""
        return self.recall(_list_passages)

    def count_content(self) -> int:
        """Return 字数 of the whole draft besides labels."""
        texts = [self.text(label) for label in dict.fromkeys(one.label for one in self.draft.fields)]
        return sum(map(count_characters, texts)) + self.count_unassigned()

    def count_unassigned(self) -> int:
        """Return 字数 of the lines outside all fields."""
        return sum(count_characters(line.text) for line in self.draft.unassigned)

    def name_lost_text(self) -> str | None:
        """Return what holds whole paragraphs that were not read, so that nothing is certain; None for nothing."""
        return next((one.what for one in self.draft.document.unread if one.what in _WHOLE_TEXTS), None)

    def explain_absence(self, label: str | None) -> str | None:
        """Return in Chinese why a missing item may be there all the same; None where nothing was left unread."""
        for unread in self.draft.document.unread:
            if self._touches(unread, label):
                return f"文件中有未能读出的内容（{unread.what}）"
        total = self.count_content()
        if total and self.count_unassigned() > MUCH_UNASSIGNED * total:
            return "文件中有较多文字没有归入任何栏目"
        return None

    def _touches(self, unread: Unread, label: str | None) -> bool:
        """An unread part touches a field that is absent, and a blank one beside which it stands."""
        found = self.fields(label) if label else []
        return not found or any(unread in one.unread for one in found)


def build_subject(draft: Draft, context: CheckContext) -> Subject:
    """Return the draft as the rules look at it."""
    hints = {spec.label: (spec.guidance,) for spec in context.form.fields if spec.guidance}
    return Subject(draft, context, hints)


def _list_passages(subject: Subject) -> tuple[Passage, ...]:
    return tuple(_iterate_passages(subject.draft))


def _iterate_passages(draft: Draft) -> Iterator[Passage]:
    seen: set[Key] = set()
    for one in draft.fields:
        seen.add(_key(one.where))
        for line in one.lines:
            seen.add(_key(line.where))
            yield Passage(line.text, line.where, one.label, one.printed_label)
    for line in draft.unassigned:
        seen.add(_key(line.where))
        yield Passage(line.text, line.where)
    for block in draft.document.blocks:
        if block.text.strip() and _is_apart(block, seen):
            yield Passage(block.text, block.where, hidden=block.kind in {"hidden", "comment"})


def _key(where: Location) -> Key:
    return where.part, where.paragraph, where.table, where.row, where.column


def _is_apart(block: Block, seen: set[Key]) -> bool:
    return block.kind in {"hidden", "comment"} or (
        block.kind not in {"heading", "cell"} and _key(block.where) not in seen
    )


def _shift(where: Location, label: str, start: int, end: int) -> Location:
    return where.model_copy(update={"field": label, "start": where.start + start, "end": where.start + end})
