"""Layouts of a draft that make use of what Word has: styles, automatic numbers, content controls, tracked changes."""

import random
from collections.abc import Sequence
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import Table
from docx.text.paragraph import Paragraph
from markupsafe import escape

from wenjin_evals.layouts_typed import Item, add_rest

_NUMBERING = 900
"""Id of our numbering; the default template uses small ones."""
_SHORT_VALUE = 40
"""Characters of a value that shares its row with another item."""
_DATE = "2022-03-01T09:00:00Z"
Xml = Any
"""An element of python-docx, which ships no types for its XML."""


def as_headings(document: WordDocument, items: Sequence[Item], _rng: random.Random) -> None:
    """The label in a heading style, the text below it."""
    for item in items:
        if item["label"]:
            document.add_heading(item["label"], level=2)
        add_rest(document, item["text"].split("\n") if item["text"] else [])


def as_numbered(document: WordDocument, items: Sequence[Item], _rng: random.Random) -> None:
    """Labels with automatic Chinese numbers (一、), the text behind the colon."""
    _add_numbering(document)
    for item in items:
        first, *rest = item["text"].split("\n")
        paragraph = document.add_paragraph(f"{item['label']}：{first}" if item["label"] else first)
        if item["label"]:
            number = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{_NUMBERING}"/></w:numPr>'
            _element(paragraph).get_or_add_pPr().append(parse_xml(number))
        add_rest(document, rest)


def as_brackets(document: WordDocument, items: Sequence[Item], rng: random.Random) -> None:
    """The label in heavy brackets, the text behind it or below."""
    for item in items:
        first, *rest = item["text"].split("\n")
        mark = f"【{item['label']}】" if item["label"] else ""
        if mark and rng.random() < 0.5:  # noqa: PLR2004 - one of two layouts
            document.add_paragraph(mark)
            mark = ""
        add_rest(document, [mark + first] if mark + first else [])
        add_rest(document, rest)


def as_own_line(document: WordDocument, items: Sequence[Item], rng: random.Random) -> None:
    """The label alone in its line, with a colon or without, the text below it with two blanks in front."""
    for item in items:
        if item["label"]:
            document.add_paragraph(item["label"] + rng.choice(["：", ":", ""]))
        add_rest(document, ["\u3000\u3000" + line for line in item["text"].split("\n") if line])


def as_four_columns(document: WordDocument, items: Sequence[Item], _rng: random.Random) -> None:
    """A table of four columns: two short items a row, a long one over three merged cells."""
    table = document.add_table(rows=0, cols=4)
    waiting: Item | None = None
    for item in items:
        if len(item["text"]) <= _SHORT_VALUE and "\n" not in item["text"] and item["label"]:
            if waiting:
                _fill_row(table, waiting, item)
            waiting = None if waiting else item
            continue
        if waiting:
            _fill_row(table, waiting, None)
            waiting = None
        _fill_row(table, item, None)
    if waiting:
        _fill_row(table, waiting, None)


def as_content_controls(document: WordDocument, items: Sequence[Item], _rng: random.Random) -> None:
    """Every value in a content control: short ones inside the line, those of several lines as a block."""
    for item in items:
        label, lines = item["label"], item["text"].split("\n")
        head = f"{label}：" if label else ""
        if len(lines) == 1:
            paragraph = document.add_paragraph(head)
            _element(paragraph).append(_control(_run(lines[0])))
            continue
        document.add_paragraph(head)
        block = "".join(f"<w:p>{_run(line)}</w:p>" for line in lines)
        _body(document).insert_element_before(_control(block), "w:sectPr")


def as_tracked(document: WordDocument, items: Sequence[Item], _rng: random.Random) -> None:
    """Every text a tracked insertion, with deleted words of an older version beside it."""
    for item in items:
        first, *rest = item["text"].split("\n")
        paragraph = document.add_paragraph(f"{item['label']}：" if item["label"] else "")
        change = f'w:id="1" w:author="审稿人" w:date="{_DATE}"'
        for xml in (
            f"<w:del {nsdecls('w')} {change}><w:r><w:delText>旧稿中的文字</w:delText></w:r></w:del>",
            f"<w:ins {nsdecls('w')} {change}>{_run(first)}</w:ins>",
        ):
            _element(paragraph).append(parse_xml(xml))
        add_rest(document, rest)


def as_nested_table(document: WordDocument, items: Sequence[Item], rng: random.Random) -> None:
    """A table inside the one cell of another table."""
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    inner = cell.add_table(rows=0, cols=2)
    for item in items:
        label, value = inner.add_row().cells
        label.text = item["label"] + rng.choice(["", "："]) * bool(item["label"])
        first, *rest = item["text"].split("\n")
        value.text = first
        for text in rest:
            value.add_paragraph(text)


def as_bold_labels(document: WordDocument, items: Sequence[Item], rng: random.Random) -> None:
    """The label in bold, its text behind a colon or a wide blank."""
    for item in items:
        first, *rest = item["text"].split("\n")
        paragraph = document.add_paragraph()
        if item["label"]:
            paragraph.add_run(item["label"] + rng.choice(["：", "\u3000"])).bold = True
        paragraph.add_run(first)
        add_rest(document, rest)


def _fill_row(table: Table, left: Item, right: Item | None) -> None:
    cells = table.add_row().cells
    cells[0].text = left["label"]
    value = cells[1] if right else cells[1].merge(cells[3])
    first, *rest = left["text"].split("\n")
    value.text = first
    for text in rest:
        value.add_paragraph(text)
    if right:
        cells[2].text, cells[3].text = right["label"], right["text"]


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _control(content: str) -> Xml:
    return parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>")


def _element(paragraph: Paragraph) -> Xml:
    return paragraph._p  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - the documented way to its XML


def _body(document: WordDocument) -> Xml:
    return document.element.body


def _add_numbering(document: WordDocument) -> None:
    numbering: Xml = document.part.numbering_part.element
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>'
        '<w:lvlText w:val="%1、"/><w:lvlJc w:val="left"/></w:lvl>'
    )
    abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{_NUMBERING}">{level}</w:abstractNum>'
    numbering.insert(0, parse_xml(abstract))
    number = f'<w:num {nsdecls("w")} w:numId="{_NUMBERING}"><w:abstractNumId w:val="{_NUMBERING}"/></w:num>'
    numbering.append(parse_xml(number))
