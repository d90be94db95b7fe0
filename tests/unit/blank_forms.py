"""Blank forms as issuers hand them out: the notices' templates as Word tables, paragraphs, content controls."""

from collections.abc import Iterable

from assistant.domain.form import FieldSpec, Form
from tests.unit.word_files import cell, make_docx, para, row, run, table

GREY = '<w:rFonts w:eastAsia="楷体"/><w:i/><w:color w:val="808080"/><w:sz w:val="21"/>'
VALUE = '<w:rFonts w:eastAsia="仿宋_GB2312"/><w:sz w:val="24"/>'
LABEL = '<w:rFonts w:eastAsia="黑体"/><w:b/><w:sz w:val="24"/>'
MARGINS = (
    '<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1701" w:right="1531" w:bottom="1417" w:left="1531" w:header="851" w:footer="992" w:gutter="0"/>'
    "</w:sectPr>"
)
WIDTHS = '<w:tcW w:w="{}" w:type="dxa"/>'


def make_table_form(form: Form, *, hints: str = "beside") -> bytes:
    """Return a form whose labels and values are cells.

    Args:
        form: whose items.
        hints: `beside` in the cell of the value, `inside` below the label in one cell for both, `label` in the cell of
            the label, `none` for blank cells.
    """
    rows = "".join(_row(spec, hints) for spec in form.fields)
    properties = '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="8844" w:type="dxa"/></w:tblPr>'
    grid = '<w:tblGrid><w:gridCol w:w="2400"/><w:gridCol w:w="6444"/></w:tblGrid>'
    return _finish(_title(form) + f"<w:tbl>{properties}{grid}{rows}</w:tbl>" + para())


def _row(spec: FieldSpec, hints: str) -> str:
    label = para(run(spec.label, LABEL))
    hint = para(run(spec.guidance, GREY)) if spec.guidance else ""
    if spec.heading:
        return row(cell(label, properties=WIDTHS.format(8844) + '<w:gridSpan w:val="2"/>'))
    if hints == "inside":
        blank = para(properties=f"<w:rPr>{VALUE}</w:rPr>")
        return row(
            cell(label, *([hint] if hint else []), blank, properties=WIDTHS.format(8844) + '<w:gridSpan w:val="2"/>')
        )
    left = [label, hint] if hints == "label" and hint else [label]
    blank = para(properties=f'<w:jc w:val="left"/><w:rPr>{VALUE}</w:rPr>')
    right = [hint] if hints == "beside" and hint else [blank]
    height = '<w:trHeight w:val="600" w:hRule="exact"/>'
    return row(
        cell(*left, properties=WIDTHS.format(2400)), cell(*right, properties=WIDTHS.format(6444)), properties=height
    )


def make_line_form(form: Form, *, style: str = "colon") -> bytes:
    """Return a form of paragraphs.

    Args:
        form: whose items.
        style: `colon` with the hint behind 题目：, `heading` with a numbered heading and the hint below, `control` with
            a content control that shows a prompt, `blank` with a line to write on.
    """
    return _finish(_title(form) + "".join(_list_lines(form.fields, style)))


def _list_lines(fields: Iterable[FieldSpec], style: str) -> Iterable[str]:
    for number, spec in enumerate(fields, start=1):
        if spec.heading:
            yield para(run(spec.label, LABEL))
        elif style == "heading":
            yield para(run(f"{number}．{spec.label}", LABEL), properties='<w:keepNext/><w:outlineLvl w:val="1"/>')
            yield para(run(spec.guidance, GREY), properties='<w:ind w:firstLine="480"/>') if spec.guidance else para()
        elif style == "control":
            yield para(run(f"{spec.label}：", LABEL), _control("单击或点击此处输入文字。"))
        elif style == "blank":
            yield para(run(f"{spec.label}：", LABEL), run("                    ", f'{VALUE}<w:u w:val="single"/>'))
        else:
            yield para(run(f"{spec.label}：", LABEL), run(spec.guidance, GREY) if spec.guidance else "<w:r/>")


def _control(prompt: str) -> str:
    shown = run(prompt, '<w:rStyle w:val="a3"/>')
    properties = f'<w:rPr>{VALUE}</w:rPr><w:id w:val="7"/><w:showingPlcHdr/><w:text/>'
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{shown}</w:sdtContent></w:sdt>"


def make_mixed_form() -> bytes:
    """Return a recommendation form with merged cells, two labels in a row, a label above its value, and a box row."""
    hint = para(run("（该问题、难题的战略意义及重大突破点，不超过100字）", GREY))
    rows = (
        row(cell(para(run("基本信息", LABEL)), properties='<w:gridSpan w:val="4"/>')),
        row("问题题目", cell(properties='<w:gridSpan w:val="3"/>')),
        row("推荐单位", cell(), "推荐人", cell(para(run("（推荐专家姓名，可以是多名专家联合推荐）", GREY)))),
        row(cell("联合的国外组织和专家", properties='<w:gridSpan w:val="4"/>')),
        row(cell(para(), para(), properties='<w:gridSpan w:val="4"/>')),
        row(cell(para(run("推荐理由", LABEL)), hint, para(), para(), properties='<w:gridSpan w:val="4"/>')),
    )
    return _finish(para(run("前沿科学问题、工程技术难题和产业技术问题推荐表", LABEL)) + table(*rows) + para())


def _title(form: Form) -> str:
    return para(run(form.title, LABEL), properties='<w:jc w:val="center"/>')


def _finish(body: str) -> bytes:
    return make_docx(body + MARGINS, {"header": para("中国科协创新战略研究院")})
