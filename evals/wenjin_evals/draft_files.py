"""Turns the drafts of a case file into Word files, laid out as their `layout` says."""

import random
from collections.abc import Sequence
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument

from wenjin_evals.cases import Case, members

HEADINGS = {
    "problem": "前沿科学问题、工程技术难题和产业技术问题撰写格式模板",
    "recommendation": "前沿科学问题、工程技术难题和产业技术问题推荐表",
    "report": "问题难题遴选推荐报告",
    "pioneer": "“科创中国”榜单推荐表（先导技术）",
    "proposal": "项目申报书",
}
_LONG_VALUE = 60
"""Characters from which a value may stand below its label in a messy draft."""

Item = dict[str, str]


def write_drafts(cases: Sequence[Case], folder: Path) -> list[Path]:
    """Write one Word file a draft, named by its id; the same case gives the same content. Return the paths in order."""
    return [_write(case, folder / f"{case['id']}.docx") for case in cases]


def _write(case: Case, path: Path) -> Path:
    document = Document()
    items = [{name: str(value) for name, value in item.items()} for item in members(case, "content")]
    if items:
        document.add_paragraph(HEADINGS[str(case["form"])])
    layouts = {"paragraphs": _as_paragraphs, "table": _as_table, "messy": _as_typed_in_a_hurry}
    layouts[str(case["layout"])](document, items, random.Random(str(case["id"])))  # noqa: S311 - a layout, no secret
    document.save(str(path))
    return path


def _as_paragraphs(document: WordDocument, items: Sequence[Item], _rng: random.Random) -> None:
    for item in items:
        first, *rest = item["text"].split("\n")
        document.add_paragraph(f"{item['label']}：{first}" if item["label"] else first)
        _add_rest(document, rest)


def _as_table(document: WordDocument, items: Sequence[Item], _rng: random.Random) -> None:
    table = document.add_table(rows=0, cols=2)
    for item in items:
        label, value = table.add_row().cells
        label.text = item["label"]
        first, *rest = item["text"].split("\n")
        value.text = first
        for text in rest:
            value.add_paragraph(text)


def _as_typed_in_a_hurry(document: WordDocument, items: Sequence[Item], rng: random.Random) -> None:
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
        _add_rest(document, rest)


def _add_rest(document: WordDocument, rest: Sequence[str]) -> None:
    for text in rest:
        document.add_paragraph(text)
