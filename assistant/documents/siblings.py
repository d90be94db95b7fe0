"""Where a heading stands among its siblings: 五、 follows 四、, so what comes below it is no longer part of 四、."""

import re
import unicodedata
from dataclasses import dataclass

from assistant.domain.draft import Block

_HAN_DIGITS = "〇一二三四五六七八九"
_PATTERNS = (
    ("chapter", re.compile(r"^第([一二三四五六七八九十\d]+)(?:部分|[章节])")),
    ("han", re.compile(r"^([一二三四五六七八九十]+)[、.]")),
    ("han-bracket", re.compile(r"^\(([一二三四五六七八九十]+)\)")),
    ("decimal", re.compile(r"^(\d{1,2})[.、](?!\d)")),
    ("decimal-bracket", re.compile(r"^\(?(\d{1,2})\)")),
    ("nested", re.compile(r"^(\d{1,2}(?:\.\d{1,2})+)(?![\d%])")),
)
_HEADING_KINDS = frozenset({"chapter", "han", "han-bracket"})
"""Styles that number headings; they may skip a number. Arabic numbers also count things, so they must go on by one."""
_SENTENCE = re.compile(r"[。；;，,！!？?：:]")
_LONGEST_HEADING = 30


@dataclass(frozen=True, slots=True)
class Outline:
    """Style and place of a heading's number."""

    kind: str
    place: tuple[int, ...]
    level: int | None

    def follows(self, other: "Outline") -> bool:
        """Say whether this heading comes after the other on the same level."""
        if self.kind and self.kind == other.kind:
            steps = self.place[-1] - other.place[-1]
            return self.place[:-1] == other.place[:-1] and (steps == 1 or (steps > 1 and self.kind in _HEADING_KINDS))
        return self.level is not None and other.level is not None and self.level <= other.level


def read_outline(block: Block, text: str) -> Outline | None:
    """Return the outline of a line that reads as a heading (short, no sentence); None where it is none."""
    line = _fold(block, text[: 2 * _LONGEST_HEADING])
    if len(line) > _LONGEST_HEADING or _SENTENCE.search(line):
        return None
    kind, place = read_number(block, text)
    return Outline(kind, place, block.level) if kind or block.level is not None else None


def read_number(block: Block, text: str) -> tuple[str, tuple[int, ...]]:
    """Return style and place of the number before a line; an empty style where there is no number."""
    line = _fold(block, text[:_LONGEST_HEADING])
    for kind, pattern in _PATTERNS:
        found = pattern.match(line)
        if found:
            return kind, tuple(_to_number(part) for part in found[1].split("."))
    return "", ()


def _fold(block: Block, text: str) -> str:
    return unicodedata.normalize("NFKC", block.number + text.strip()).strip().rstrip(":")


def _to_number(text: str) -> int:
    if text.isdigit():
        return int(text)
    tens, _, units = text.rpartition("十")
    if "十" not in text:
        return _HAN_DIGITS.find(text[-1])
    return (_HAN_DIGITS.find(tens) if tens else 1) * 10 + (_HAN_DIGITS.find(units) if units else 0)
