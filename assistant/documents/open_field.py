"""A field while it is being read."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from assistant.documents.siblings import Outline
from assistant.domain.draft import Field, FieldLine, Location, Unread
from assistant.domain.form import FieldSpec

_SHORT_VALUE = 120
"""Characters up to which a text without a full stop is a value (keywords, a name) and no prose with parts."""
_VALUES = frozenset({None, "title", "kind", "field", "discipline", "programme", "category", "direction"})
"""What an item with a single value tells."""
_PART_MARK = re.compile(r"[。:：]")
"""In prose, and in a line that goes on below (名单如下：)."""


@dataclass(slots=True)
class OpenField:
    """A field that is being read."""

    spec: FieldSpec
    printed: str
    where: Location
    extra: bool = False
    outline: Outline | None = None
    """Number of the label, by which its next sibling is known."""
    listed: set[str] = field(default_factory=set[str])
    """Styles of the numbers inside the text: a list of its own, whose items are no siblings of the label."""
    lines: list[FieldLine] = field(default_factory=list[FieldLine])
    paragraphs: set[int | None] = field(default_factory=set[int | None])
    """Paragraphs that belong to the field, blank ones included."""

    @property
    def is_value(self) -> bool:
        """Say whether a short value stands here, which nothing in the shape of a label can be a part of.

        What is told in parts (a committee, a budget, units, persons) is no value, however short its first line is.
        """
        if self.spec.heading or self.spec.role not in _VALUES or len(self.lines) != 1:
            return False
        text = self.lines[0].text
        return len(text) <= _SHORT_VALUE and not _PART_MARK.search(text)

    def close(self, unread: Iterable[Unread]) -> Field:
        """Return the field as read, with those of the unread things that stand in it."""
        inside = (one for one in unread if one.where.part == "body" and one.where.paragraph in self.paragraphs)
        return Field(
            label=self.spec.label,
            printed_label=self.printed,
            lines=tuple(self.lines),
            where=self.where,
            unread=tuple(inside),
        )
