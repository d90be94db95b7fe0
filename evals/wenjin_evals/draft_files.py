"""Turns the drafts of a case file into the files that authors send, laid out as their `layout` says."""

import random
from collections.abc import Callable, Sequence
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument

from wenjin_evals import layouts_text, layouts_typed, layouts_word
from wenjin_evals.cases import Case, members
from wenjin_evals.layouts_typed import Item

HEADINGS = {
    "problem": "前沿科学问题、工程技术难题和产业技术问题撰写格式模板",
    "recommendation": "前沿科学问题、工程技术难题和产业技术问题推荐表",
    "report": "问题难题遴选推荐报告",
    "pioneer": "“科创中国”榜单推荐表（先导技术）",
    "proposal": "项目申报书",
}
_WORD: dict[str, Callable[[WordDocument, Sequence[Item], random.Random], None]] = {
    "paragraphs": layouts_typed.as_paragraphs,
    "table": layouts_typed.as_table,
    "messy": layouts_typed.as_typed_in_a_hurry,
    "headings": layouts_word.as_headings,
    "numbered": layouts_word.as_numbered,
    "brackets": layouts_word.as_brackets,
    "own_line": layouts_word.as_own_line,
    "four_columns": layouts_word.as_four_columns,
    "content_controls": layouts_word.as_content_controls,
    "tracked": layouts_word.as_tracked,
    "nested_table": layouts_word.as_nested_table,
    "bold_labels": layouts_word.as_bold_labels,
}
_TEXT: dict[str, tuple[str, Callable[[str, Sequence[Item]], bytes]]] = {
    "markdown": (".md", layouts_text.as_markdown),
    "plain_text": (".txt", layouts_text.as_plain_text),
}
LAYOUTS = (*_WORD, *_TEXT)


def write_drafts(cases: Sequence[Case], folder: Path) -> list[Path]:
    """Write one file a draft, named by its id; the same case gives the same content. Return the paths in order."""
    return [_write(case, folder) for case in cases]


def _write(case: Case, folder: Path) -> Path:
    items = [{name: str(value) for name, value in item.items()} for item in members(case, "content")]
    heading = HEADINGS[str(case["form"])] if items else ""
    layout = str(case["layout"])
    if layout in _TEXT:
        suffix, render = _TEXT[layout]
        path = folder / f"{case['id']}{suffix}"
        path.write_bytes(render(heading, items))
        return path
    document = Document()
    if heading:
        document.add_paragraph(heading)
    _WORD[layout](document, items, random.Random(str(case["id"])))  # noqa: S311 - a layout, no secret
    path = folder / f"{case['id']}.docx"
    document.save(str(path))
    return path
