"""What one paragraph of a Word file holds, piece by piece."""

from enum import Enum, auto

from assistant.documents.drawings import Drawing
from assistant.documents.marks import Node


class Show(Enum):
    """How a piece of text stands in the document."""

    SHOWN = auto()
    HIDDEN = auto()
    PLACEHOLDER = auto()


class Line:
    """What one paragraph holds. One is made for each paragraph, so that it is a plain class, which is made faster.

    Args:
        paragraph: its element.
    """

    __slots__ = ("blank", "comments", "drawings", "is_plain", "lead", "leads", "nodes", "notes", "paragraphs", "pieces")

    def __init__(self, paragraph: Node) -> None:
        self.pieces: list[tuple[str, Show]] = []
        self.nodes: list[Node] = []
        """Element that each piece was read from."""
        self.paragraphs: list[Node] = [paragraph]
        """The paragraph; several where the ends of the earlier ones were deleted."""
        self.drawings: list[Drawing] = []
        self.notes: list[tuple[str, str]] = []
        """Kind (`footnotes` or `endnotes`) and id of each note that hangs here."""
        self.comments: list[str] = []
        self.lead = 0
        """Characters shown so far in strong type from the start."""
        self.blank = 0
        """White space behind it that is not strong; it counts if strong type follows, however the runs are cut."""
        self.leads = True
        """True until something is shown that is not in strong type."""
        self.is_plain = True
        """True while everything is shown and nothing is a placeholder."""

    def shown(self) -> str:
        """Return the text that a reader of the document sees, placeholders included."""
        if self.is_plain:
            return self.pieces[0][0] if len(self.pieces) == 1 else "".join([text for text, _ in self.pieces])
        return "".join([text for text, show in self.pieces if show is not Show.HIDDEN])

    def hidden(self) -> str:
        """Return the text that nobody sees."""
        return "" if self.is_plain else "".join([text for text, show in self.pieces if show is Show.HIDDEN])

    def placeholders(self) -> tuple[tuple[int, int], ...]:
        """Return the places of placeholder text inside the shown text."""
        if self.is_plain:
            return ()
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
        self.is_plain = self.is_plain and other.is_plain
