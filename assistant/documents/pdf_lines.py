"""Characters of a page put together to lines, and lines to the paragraphs that they were broken from."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import dropwhile, pairwise, takewhile

from assistant.documents.headings import leads_to_page
from assistant.documents.pdf_page import Box, Sign

_SAME_LINE = 0.5
"""Share of a character's height by which it must overlap a line to stand in it."""
_WORD_GAP = 0.2
"""Share of a character's height from which a gap between Latin letters is a space."""
_HAN_GAP = 0.28
"""The same beside Chinese characters, which justified text draws apart a little."""
_WIDE_GAP = 0.5
"""Share from which a gap is two spaces, by which authors set things apart; between Latin letters twice as much."""
_SPARE = 1.2
"""Characters that may be missing at the end of a line beside the piece that did not fit."""
_INDENT = 0.6
"""Characters from which a line begins further in than another."""
_LOOSE = 1.9
"""Distance of two lines, in heights, from which they are no longer one paragraph."""
_SPREAD = 1.3
"""The same as a share of the distance of the paragraph's own lines, where it has two."""
_RESIZED = 0.25
"""Share by which the heights of two lines differ that are of different type."""
_SHORT_LABELS = (
    "题目|标题|类型|领域|学科|作者|姓名|单位|手机|电话|座机|邮箱|地址|邮编|传真|主任|委员|组长|成员|专家|秘书|日期|附件"
)
_OPENS = re.compile(
    r"^\s*(?:[【\[［〔][^】\]］〕]{1,20}[】\]］〕]"
    rf"|(?:{_SHORT_LABELS}|[\u4e00-\u9fff]{{3,12}})(?:[（(][^）)]{{1,20}}[）)])?\s*[:：]"
    r"|[A-Z][A-Za-z ]{1,20}[:：]|\d+[.、．)）](?!\d)|[（(][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]+、"
    r"|第[一二三四五六七八九十\d]+[章节部条]|[•●■◆□☑☒✓➢①-⒛])"
)
"""How a line begins that opens something of its own: a label, a number, a bullet. Of two characters before a colon
only these names count, since a sentence broken inside a word (注册时 | 间：…) leaves no more."""
_HAN_LABEL = re.compile(r"^\s*[\u4e00-\u9fff]{1,2}\s*[:：]")
_ENDS = re.compile(r"[。！？；!?;.…]\s*$")
_OPENING, _CLOSING = "（(“‘《【[〔", "，。、；：？！）)”’》】]〕,.;:?!"
_HAN = re.compile(r"[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line."""

    text: str
    box: Box
    head: float
    """Width of its first piece that is never broken: a Latin word, a number, a Chinese character, with its marks."""

    @property
    def height(self) -> float:
        """Return its height."""
        return max(1.0, self.box.bottom - self.box.top)


def build_lines(signs: Iterable[Sign]) -> list[Line]:
    """Return the lines that the characters form, from the top."""
    rows: list[list[Sign]] = []
    for sign in sorted(signs, key=lambda one: (one.box.middle[1], one.box.left)):
        if rows and _overlap(rows[-1], sign) >= _SAME_LINE * sign.size:
            rows[-1].append(sign)
        else:
            rows.append([sign])
    lines = (_build_line(sorted(row, key=lambda one: one.box.left)) for row in rows)
    return [line for line in lines if line.text.strip()]


def _overlap(row: Sequence[Sign], sign: Sign) -> float:
    last = row[-1].box
    return min(last.bottom, sign.box.bottom) - max(last.top, sign.box.top)


def _build_line(row: Sequence[Sign]) -> Line:
    text = row[0].text
    for before, sign in pairwise(row):
        text += _gap(before, sign) + sign.text
    boxes = [sign.box for sign in row if sign.text.strip()] or [sign.box for sign in row]
    top, bottom = min(box.top for box in boxes), max(box.bottom for box in boxes)
    return Line(text.rstrip(), Box(boxes[0].left, top, max(box.right for box in boxes), bottom), _head(row))


def _head(row: Sequence[Sign]) -> float:
    shown = list(dropwhile(lambda sign: not sign.text.strip(), row)) or list(row)
    place = next((place for place, sign in enumerate(shown) if sign.text not in _OPENING), 0)
    word = sum(1 for _ in takewhile(lambda sign: sign.text.isascii() and sign.text.strip(), shown[place:]))
    place += max(1, word)
    place += sum(1 for _ in takewhile(lambda sign: sign.text in _CLOSING, shown[place:]))
    return shown[place - 1].box.right - shown[0].box.left


def _gap(before: Sign, sign: Sign) -> str:
    """Return the white space between two characters of a line: none, one space or two."""
    gap = (sign.box.left - before.box.right) / max(before.size, sign.size)
    if " " in (before.text, sign.text) or "\u3000" in (before.text, sign.text):
        return ""
    beside_han = _HAN.match(before.text) or _HAN.match(sign.text)
    if gap > (_WIDE_GAP if beside_han else 2 * _WIDE_GAP):
        return "  "
    return " " if gap > (_HAN_GAP if beside_han else _WORD_GAP) else ""


def join_lines(lines: Sequence[Line], box: Box) -> list[list[Line]]:
    """Return the lines by paragraphs.

    Args:
        lines: the lines of one column of text, from the top.
        box: where text may stand; its right side says which lines are full.
    """
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and continues(paragraphs[-1], line, box):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def continues(paragraph: Sequence[Line], line: Line, box: Box, *, apart: bool = False) -> bool:
    """Say whether a line goes on with the paragraph above it.

    Args:
        paragraph: its lines so far.
        line: the next line.
        box: where text may stand.
        apart: True where another page lies between them, so that their distance says nothing.
    """
    last = paragraph[-1]
    full = box.right - last.box.right <= line.head + _SPARE * last.height
    indented = line.box.left - min(one.box.left for one in paragraph) > _INDENT * line.height
    hanging = len(paragraph) == 1 and bool(_OPENS.match(last.text)) and indented
    pitch = (last.box.top - paragraph[0].box.top) / (len(paragraph) - 1) if len(paragraph) > 1 else 0.0
    farthest = _SPREAD * pitch if pitch > 0 else _LOOSE * max(line.height, last.height)
    distant = not apart and line.box.top - last.box.top > farthest
    resized = abs(line.height - last.height) > _RESIZED * last.height
    if leads_to_page(last.text) or not full or distant or resized or (indented and not hanging):
        return False
    labelled = _OPENS.match(line.text) or (_HAN_LABEL.match(line.text) and _ENDS.search(last.text))
    return not labelled


def text_of(paragraph: Sequence[Line]) -> str:
    """Return the text of a paragraph, empty for one without lines; lines of Latin words are joined by a space."""
    text = paragraph[0].text if paragraph else ""
    for line in paragraph[1:]:
        following = line.text.lstrip()
        latin = text[-1:].isascii() and following[:1].isascii() and not text.endswith("-")
        text += (" " if latin else "") + following
    return text
