"""Plain text and Markdown as blocks: one line is one paragraph, since that is how Chinese authors write both."""

import hashlib
import re
from dataclasses import dataclass, field

from assistant.documents.decoding import decode
from assistant.documents.headings import leads_to_page, looks_like_heading
from assistant.documents.limits import LIMITS
from assistant.domain.draft import Block, BlockKind, Document, Location, Unread
from assistant.patterns import lazily

_LINE_END = lazily(r"\r\n|[\n\r\v\f\x1a\u2028\u2029]")
_HEADING = lazily(r"^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = lazily(r"^ {0,3}(=+|-{2,})[ \t]*$")
_RULE = lazily(r"^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_FENCE = lazily(r"^ {0,3}(`{3,}|~{3,})")
_QUOTE = lazily(r"^(?: {0,3}>[ \t]?)+")
_BULLET = lazily(r"^\s*[-*+][ \t]+(?:\[([ xX])\][ \t]+)?")
_TABLE_RULE = lazily(r"^\s*\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?\s*$")
_CELL_BREAK = lazily(r"(?<!\\)\|")
_IMAGE = lazily(r"!\[([^\]]*)\]\([^)]*\)")
_LINK = lazily(r"\[([^\]]+)\]\((?:[^()\s]|\([^)]*\))*(?:\s+\"[^\"]*\")?\)")
_COMMENT = lazily(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_BREAK = lazily(r"<br\s*/?>", re.IGNORECASE)
_MARKUP = lazily(r"</?(?:b|i|u|em|strong|span|font|p|div|center|sup|sub|mark|a)\b[^<>]*>", re.IGNORECASE)
_STRONG = lazily(r"(\*\*\*|\*\*|___|__)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = lazily(r"(?<![\w*])([*_])(?=[^\s*_])(.+?)(?<=[^\s*_])\1(?![\w*])")
_HAN_EMPHASIS = lazily(r"(?<![\\*])\*(?=[^\s*])([^*]*[\u4e00-\u9fff：:][^*]*)(?<=[^\s*])\*(?!\*)")
_CODE = lazily(r"(`{1,3})(.+?)\1")
_ESCAPABLE = r"\`*_{}[]()#+.!|~<>-"
_ESCAPE = lazily(rf"\\([{re.escape(_ESCAPABLE)}])")
_PRIVATE = 0xF700
"""Escaped signs wait in the private use area, where no mark is looked for."""
_UNPROTECTED = {_PRIVATE + ord(sign): sign for sign in _ESCAPABLE}


def read_text(file: str, data: bytes) -> Document:
    """Return the document in a .txt; a block is a line.

    Raises:
        UnreadableFileError: the bytes cannot be read as text.
    """
    blocks: list[Block] = []
    for number, line in enumerate(_split(file, decode(file, data)), start=1):
        kind: BlockKind = "heading" if looks_like_heading(line) else "paragraph"
        where = Location(paragraph=number, end=len(line))
        blocks.append(Block(kind=kind, text=line, contents=leads_to_page(line), where=where))
    return _finish(file, data, blocks, [])


def read_markdown(file: str, data: bytes) -> Document:
    """Return the document in a .md as it is shown: marks of emphasis left out, rows of tables as cells.

    Raises:
        UnreadableFileError: the bytes cannot be read as text.
    """
    reader = _MarkdownReader()
    text = _COMMENT.sub(lambda found: reader.hide(found[0]), decode(file, data))
    reader.read(_split(file, text))
    return _finish(file, data, reader.blocks, reader.unread)


def _split(file: str, text: str) -> list[str]:
    lines = _LINE_END.split(text)
    LIMITS.check_text(file, blocks=len(lines), characters=len(text))
    return lines


def _finish(file: str, data: bytes, blocks: list[Block], unread: list[Unread]) -> Document:
    digest = hashlib.sha256(data).hexdigest()
    return Document(file=file, blocks=tuple(blocks), unread=tuple(unread), sha256=digest)


@dataclass(slots=True)
class _MarkdownReader:
    blocks: list[Block] = field(default_factory=list[Block])
    unread: list[Unread] = field(default_factory=list[Unread])
    hidden: list[str] = field(default_factory=list[str])
    tables: int = 0
    row: int = 0
    """Row of the open table; 0 outside tables."""
    fenced: bool = False
    lead: int = 0
    """Characters in bold at the start of the line being read."""

    def hide(self, comment: str) -> str:
        """Keep a comment of the source, which is not shown; its line ends stay, so that lines keep their numbers."""
        self.hidden.append(comment.removeprefix("<!--").removesuffix("-->").strip())
        return "\n" * len(_LINE_END.findall(comment))

    def read(self, lines: list[str]) -> None:
        for number, line in enumerate(lines, start=1):
            following = lines[number] if number < len(lines) else ""
            self._read_line(number, line, following)
        shown = [text for text in self.hidden if text]
        self.blocks += [Block(kind="hidden", text=text, where=Location(end=len(text))) for text in shown]

    def _read_line(self, number: int, line: str, following: str) -> None:
        if _FENCE.match(line):
            self.fenced = not self.fenced
            return
        if self.fenced:
            self._add("paragraph", line, Location(paragraph=number))
            return
        line = _QUOTE.sub("", line)
        if self._is_row(line, following):
            self._read_row(number, line)
            return
        self.row = 0
        if _RULE.match(line) or (_UNDERLINE.match(line) and self.blocks and self.blocks[-1].text.strip()):
            self._underline(line)
            return
        self._read_paragraph(number, line)

    def _is_row(self, line: str, following: str) -> bool:
        if self.row:
            return "|" in line
        return line.lstrip().startswith("|") or (
            "|" in line and "|" in following and bool(_TABLE_RULE.match(following))
        )

    def _read_row(self, number: int, line: str) -> None:
        if not self.row:
            self.tables += 1
        if _TABLE_RULE.match(line) and "-" in line:
            return
        self.row += 1
        cells = _CELL_BREAK.split(re.sub(r"(?<!\\)\|\s*$", "", re.sub(r"^\s*\|", "", line)))
        for column, cell in enumerate(cells, start=1):
            for part in _BREAK.split(cell):
                where = Location(paragraph=number, table=self.tables, row=self.row, column=column)
                self._add("cell", self._show(part.strip(), where), where)

    def _underline(self, line: str) -> None:
        """A line of = or - below a text makes it a heading; otherwise it is a rule across the page."""
        found = _UNDERLINE.match(line)
        last = self.blocks[-1] if self.blocks else None
        if found and last is not None and last.kind == "paragraph":
            level = 1 if found[1].startswith("=") else 2
            self.blocks[-1] = Block(kind="heading", text=last.text, level=level, where=last.where)

    def _read_paragraph(self, number: int, line: str) -> None:
        where = Location(paragraph=number)
        if heading := _HEADING.match(line):
            self._add("heading", self._show(heading[2], where), where, level=len(heading[1]))
            return
        bullet = _BULLET.match(line)
        ticked = bullet[1] if bullet else None
        mark = "•" if bullet else ""
        text = self._show(line[bullet.end() :] if bullet else line, where)
        if ticked is not None:
            text = ("☐ " if ticked == " " else "☑ ") + text
        kind: BlockKind = "heading" if looks_like_heading(text) else "paragraph"
        self._add(kind, text, where, number=mark)

    def _add(self, kind: BlockKind, text: str, where: Location, *, level: int | None = None, number: str = "") -> None:
        place = where.model_copy(update={"end": len(text)})
        self.blocks.append(Block(kind=kind, text=text, level=level, number=number, lead=self.lead, where=place))
        self.lead = 0

    def _show(self, text: str, where: Location) -> str:
        """Return a line without its marks."""
        text = _ESCAPE.sub(lambda found: chr(_PRIVATE + ord(found[1])), text)
        self.unread += [Unread(what="图片", where=where) for _ in _IMAGE.findall(text)]
        text = _BREAK.sub(" ", _LINK.sub(r"\1", _IMAGE.sub(r"\1", text)))
        text = _CODE.sub(r"\2", _MARKUP.sub("", text))
        if (strong := _STRONG.match(text)) and strong.end() < len(text.rstrip()):
            self.lead = len(strong[2])
        for marks in (_STRONG, _STRONG, _EMPHASIS):
            text = marks.sub(r"\2", text)
        return _HAN_EMPHASIS.sub(r"\1", text).translate(_UNPROTECTED)
