"""Layouts of a draft that anyone types: paragraphs, a table, both in a hurry."""

import random
from collections.abc import Sequence

from docx.document import Document as WordDocument

_LONG_VALUE = 60
"""Characters from which a value may stand below its label in a messy draft."""

Item = dict[str, str]
"""`label` and `text`; an empty label is a line without one, an empty text a heading."""


def as_paragraphs(document: WordDocument, items: Sequence[Item], _rng: random.Random) -> None:
    """One paragraph an item, its label first."""
    for item in items:
        first, *rest = item["text"].split("\n")
        document.add_paragraph(f"{item['label']}：{first}" if item["label"] else first)
        add_rest(document, rest)


def as_table(document: WordDocument, items: Sequence[Item], _rng: random.Random) -> None:
    """One row an item, its label left."""
    table = document.add_table(rows=0, cols=2)
    for item in items:
        label, value = table.add_row().cells
        label.text = item["label"]
        first, *rest = item["text"].split("\n")
        value.text = first
        for text in rest:
            value.add_paragraph(text)


def as_typed_in_a_hurry(document: WordDocument, items: Sequence[Item], rng: random.Random) -> None:
    """The label before its text, above it, in a merged table row, or with the text split over runs."""
    for item in items:
        first, *rest = item["text"].split("\n")
        label, style = item["label"], rng.randrange(4)
        colon = "" if label.rstrip().endswith(("：", ":", "】")) else "："
        if not label:
            document.add_paragraph(first)
        elif style == 0:
            document.add_paragraph(f"{label}{colon and ': '}{first}")
        elif style == 1 and len(first) > _LONG_VALUE:
            document.add_paragraph(label)
            document.add_paragraph(first)
        elif style == 2:  # noqa: PLR2004 - the third of four layouts
            table = document.add_table(rows=1, cols=3)
            table.cell(0, 0).text = label
            value = table.cell(0, 1).merge(table.cell(0, 2))
            value.text = first
            for text in rest:
                value.add_paragraph(text)
            document.add_paragraph("")
            continue
        else:
            paragraph = document.add_paragraph(f"{label}{colon}")
            paragraph.add_run("\t" + first[: len(first) // 2])
            paragraph.add_run(first[len(first) // 2 :]).italic = True
        add_rest(document, rest)


def add_rest(document: WordDocument, rest: Sequence[str]) -> None:
    """Add the further lines of an item, a paragraph each."""
    for text in rest:
        document.add_paragraph(text)
