"""Which options of a form are ticked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

TICKED, UNTICKED = "☑√■✔☒✓●◉▣✅☛", "□☐○◯▢◻⬜▫◇"
_OPEN, _CLOSE = "（(［\\[【〔", "）)］\\]】〕"
_MARK = re.compile(
    rf"[{_OPEN}]\s*(?P<inner>[{TICKED}{UNTICKED}])\s*[{_CLOSE}]|[{_OPEN}]\s*[{_CLOSE}]|(?P<plain>[{TICKED}{UNTICKED}])"
)
_EDGE = re.compile(r"^[\s；;，,、/|：:。]+|[\s；;，,、/|。]+$")
_BRACKETED_END = re.compile(rf"[{_OPEN}][^{_OPEN}{_CLOSE}]*[{_CLOSE}]\s*$")
_PIECE = re.compile(r"[\s；;，,、/|]")


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    ticked: bool


def has_boxes(text: str) -> bool:
    """Say whether the text is a row of options with boxes or ticks."""
    return any(found["inner"] or found["plain"] for found in _MARK.finditer(text))


def read_ticks(text: str) -> str:
    """Return the ticked options joined by ；, empty where none is ticked; the text itself where there are no boxes.

    A mark belongs to the option behind it, or, where the row opens with an option and closes with a mark, to the one
    before it; a tick without boxes beside it belongs to the option that it touches.
    """
    if not has_boxes(text):
        return text
    marks = [_Mark(found.start(), found.end(), _is_ticked(found)) for found in _MARK.finditer(text)]
    chosen = _read_row(text, marks) if any(not mark.ticked for mark in marks) else _read_lone(text, marks)
    return "；".join(option for one in chosen if (option := _EDGE.sub("", one)))


def _is_ticked(found: re.Match[str]) -> bool:
    return (found["inner"] or found["plain"] or "") in set(TICKED)


def _read_row(text: str, marks: list[_Mark]) -> Iterator[str]:
    """Every option has its box."""
    lead = _EDGE.sub("", text[: marks[0].start])
    tail = _EDGE.sub("", _BRACKETED_END.sub("", text[marks[-1].end :]))
    if lead and not tail and not lead.endswith((":", "：")):
        starts = [0, *(mark.end for mark in marks)]
        yield from (text[start : mark.start] for start, mark in zip(starts, marks, strict=False) if mark.ticked)
        return
    ends = [*(mark.start for mark in marks[1:]), len(text)]
    yield from (text[mark.end : end] for mark, end in zip(marks, ends, strict=True) if mark.ticked)


def _read_lone(text: str, marks: list[_Mark]) -> Iterator[str]:
    """Only what is chosen bears a mark."""
    before = bool(marks) and not _EDGE.sub("", text[marks[-1].end :]) and bool(_EDGE.sub("", text[: marks[0].start]))
    for mark in marks:
        left, right = text[: mark.start], text[mark.end :]
        touches_left, touches_right = not _is_edge(left[-1:]), not _is_edge(right[:1])
        behind = (before or not touches_right) if touches_left else not _EDGE.sub("", right)
        pieces = [piece for piece in _PIECE.split(left if behind else right) if piece.strip(TICKED + UNTICKED)]
        if pieces:
            yield (pieces[-1] if behind else pieces[0]).strip(TICKED)


def _is_edge(sign: str) -> bool:
    return not sign or bool(_PIECE.match(sign)) or sign in TICKED
