"""A PDF with a text layer is read as its Word file would be: paragraphs, tables, margins, each text at its place."""

import subprocess
from pathlib import Path

import pytest

from assistant.documents.fields import recognise
from assistant.documents.reading import read_bytes
from assistant.domain.draft import Document
from assistant.errors import UnreadableFileError
from assistant.library.forms import load_forms
from assistant.library.locations import corpus_root
from tests.unit.pdf_files import LEFT, TOP, flow, grid, make_pdf, picture, shade, text
from tests.unit.word_files import cell, make_docx, para, row, table

_LONG = "甲种方法在乙类对象上的效果取决于丙项条件，" * 5 + "尚无定论。"


def _read(*pages: list[str], rotate: int = 0, annotation: str = "") -> Document:
    return read_bytes("稿.pdf", make_pdf(*pages, rotate=rotate, annotation=annotation))


def _texts(document: Document, *kinds: str) -> list[str]:
    return [block.text for block in document.blocks if not kinds or block.kind in kinds]


def test_lines_are_joined_to_the_paragraphs_that_they_were_broken_from():
    document = _read(flow("题目：如何调控？", _LONG, "　　" + _LONG, "（一）小标题", "末段。"))

    assert _texts(document) == ["题目：如何调控？", _LONG, "　　" + _LONG, "（一）小标题", "末段。"]
    assert [block.where.paragraph for block in document.blocks] == [1, 2, 3, 4, 5]
    assert all((block.where.start, block.where.end) == (0, len(block.text)) for block in document.blocks)


@pytest.mark.parametrize(
    "opening", ["关键词：甲；乙", "【关键词】甲；乙", "手机：13800000000", "Key Words: steel", "1. 甲", "二、乙"]
)
def test_what_opens_an_item_goes_on_with_no_full_line(opening: str):
    full = "甲" * 40

    assert _texts(_read(flow(full, opening))) == [full, opening]


def test_a_sentence_broken_before_a_colon_goes_on():
    line = "甲" * 38 + "注册时间：2021年9月10日"

    assert _texts(_read(flow(line, "乙" * 40))) == [line, "乙" * 40]


def test_latin_words_are_parted_where_the_line_was_broken_and_hyphens_kept():
    wide = [text(LEFT, TOP, "word " * 15 + "some"), text(LEFT, TOP + 15, "thing x-"), text(LEFT, TOP + 200, "甲" * 40)]

    assert _texts(_read(wide))[0] == "word " * 15 + "some thing x-"


@pytest.mark.parametrize(("gap", "space"), [(0.0, ""), (1.0, ""), (3.5, " "), (6.0, "  "), (40.0, "  ")])
def test_gaps_in_a_line_are_kept_as_spaces(gap: float, space: str):
    """Authors part keywords by spaces, which a PDF may keep only as gaps."""
    assert _texts(_read([text(LEFT, TOP, "电池"), text(LEFT + 20 + gap, TOP, "界面")])) == [f"电池{space}界面"]


def test_a_paragraph_and_a_footer_go_over_pages():
    first, second = _LONG[:40], _LONG[40:80]
    pages = [[text(LEFT, 700, first), text(280, 800, "第1页")], [text(LEFT, TOP, second), text(280, 800, "第2页")]]
    document = _read(*pages)

    assert _texts(document, "paragraph") == [first + second]
    assert _texts(document, "footer") == ["第1页"]


def test_a_line_that_repeats_at_the_edge_is_a_header_once():
    pages = [[text(LEFT, 40, "某某申报书"), *flow(f"第{number}段的正文。")] for number in "甲乙"]
    document = _read(*pages)

    assert _texts(document, "header") == ["某某申报书"]
    assert _texts(document, "paragraph") == ["第甲段的正文。", "第乙段的正文。"]


def test_cells_of_a_ruled_table_keep_rows_and_columns():
    marks = [text(95, 318, "题目"), *flow("甲" * 25 + "？", x=205, y=315, per_line=20), text(95, 368, "领域")]
    document = _read([*flow("前文。"), *grid([90, 200, 420], [300, 350, 400]), *marks, text(LEFT, 450, "后文。")])

    assert [(block.text, block.where.row, block.where.column) for block in document.blocks] == [
        ("前文。", None, None), ("题目", 1, 1), ("甲" * 25 + "？", 1, 2), ("领域", 2, 1), ("", 2, 2),
        ("后文。", None, None),
    ]  # fmt: skip


def test_a_merged_cell_is_one():
    lines = [
        *grid([90, 200, 420], [300, 330]),
        *grid([90, 420], [330, 360]),
        text(95, 318, "甲乙"),
        text(95, 348, "合并"),
    ]
    cells = [(block.text, block.where.row, block.where.column) for block in _read(lines).blocks]

    assert cells == [("甲乙", 1, 1), ("", 1, 2), ("合并", 2, 1)]


def test_a_frame_around_one_cell_is_no_table():
    document = _read([*grid([60, 540], [60, 780]), *flow("题目：如何？")])

    assert [(block.kind, block.text) for block in document.blocks] == [("paragraph", "题目：如何？")]


def test_a_row_broken_over_pages_goes_on():
    first = [*grid([90, 200, 410], [600, 780]), text(95, 618, "题目"), text(205, 770, "甲" * 20)]
    second = [
        *grid([90, 200, 410], [80, 120, 160]),
        text(205, 98, "乙。"),
        text(95, 138, "领域"),
        text(205, 138, "材料"),
    ]
    blocks = [block for block in _read(first, second).blocks if block.text]

    assert [(one.text, one.where.table, one.where.row, one.where.column) for one in blocks] == [
        ("题目", 1, 1, 1), ("甲" * 20 + "乙。", 1, 1, 2), ("领域", 1, 2, 1), ("材料", 1, 2, 2),
    ]  # fmt: skip


def test_white_text_is_hidden_unless_something_lies_behind_it():
    lines = [text(LEFT, TOP, "可见"), text(LEFT, 200, "隐藏", colour="1 1 1"), shade(80, 280, 200, 310)]
    document = _read([*lines, text(LEFT, 300, "白字", colour="1 1 1")])

    assert [(block.kind, block.text) for block in document.blocks] == [
        ("paragraph", "可见"), ("paragraph", "白字"), ("hidden", "隐藏"),
    ]  # fmt: skip


def test_radicals_that_stand_for_characters_are_read_as_these():
    assert _texts(_read(flow("⼀、⽬标与⺠⽣"))) == ["一、目标与民生"]


def test_pictures_are_named_where_they_stand():
    cells = [*grid([90, 200, 420], [300, 400]), text(95, 318, "签字"), picture(250, 320, 60, 30)]
    document = _read([*flow("前文。"), picture(LEFT, 150, 100, 80), *cells, picture(300, 700, 5, 5)])

    assert [(one.what, one.where.paragraph, one.where.column) for one in document.unread] == [
        ("图片", 1, None), ("图片", 3, 2),
    ]  # fmt: skip


def test_a_scan_is_refused_and_a_scanned_page_is_named():
    scan = [picture(0, 0, 595, 842)]

    with pytest.raises(UnreadableFileError, match="扫描件") as caught:
        _read(scan)
    assert caught.value.hint
    assert [one.what for one in _read(flow("正文。"), scan).unread] == ["扫描的页面"]


def test_annotations_are_named_and_links_are_not():
    assert [one.what for one in _read(flow("正文。"), annotation="FreeText").unread] == ["批注或表单域"]
    assert _read(flow("正文。"), annotation="Link").unread == ()


@pytest.mark.parametrize(("rotate", "first"), [(90, "甲"), (180, "丁"), (270, "丁")])
def test_places_of_a_turned_page_are_those_shown(rotate: int, first: str):
    """Only which line comes first is looked at, since the lines themselves stand upright or on their heads."""
    lines = [text(LEFT, TOP, "甲乙丙"), text(400, 700, "丁戊己")]
    shown = "".join(_texts(_read(lines, rotate=rotate)))

    assert ("甲" if set(shown[:3]) == set("甲乙丙") else "丁") == first


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"%PDF-1.7\nbroken", "不是完整的 PDF"), (b"not a pdf", "不是完整的 PDF"), (make_pdf([]), "扫描件")],
)
def test_what_is_no_pdf_is_refused(data: bytes, reason: str):
    with pytest.raises(UnreadableFileError, match=reason):
        read_bytes("稿.pdf", data)


@pytest.mark.libreoffice
def test_a_form_saved_as_pdf_gives_the_fields_of_its_word_file(tmp_path: Path):
    root = corpus_root()
    border = '<w:{} w:val="single" w:sz="4"/>'
    sides = "".join(border.format(side) for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    rows = [("问题题目", "如何调控甲种界面的反应？" * 4), ("推荐单位", "中国某学会"), ("推荐理由", _LONG)]
    widths = ('<w:tcW w:w="2000" w:type="dxa"/>', '<w:tcW w:w="6500" w:type="dxa"/>')
    cells = [row(*(cell(one, properties=width) for one, width in zip(pair, widths, strict=True))) for pair in rows]
    form = table(*cells).replace('<w:tblStyle w:val="TableGrid"/>', f"<w:tblBorders>{sides}</w:tblBorders>")
    data = make_docx(para("前沿科学问题、工程技术难题和产业技术问题推荐表") + form + "<w:p/>")
    (tmp_path / "表.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        "--headless",
        profile,
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "表.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    forms = load_forms(root / "cast-2023", root)
    word, pdf = (recognise(read_bytes(name, (tmp_path / name).read_bytes()), forms) for name in ("表.docx", "表.pdf"))

    assert [(one.label, one.text) for one in pdf.fields] == [(one.label, one.text) for one in word.fields]
    assert pdf.form == "recommendation"
