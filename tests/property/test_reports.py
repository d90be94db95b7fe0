"""Whatever a report holds, every format shows all of it; whatever a draft holds, a comment changes none of it."""

import csv
import io
from datetime import date
from html.parser import HTMLParser

import docx
import openpyxl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.documents.remarks.write import write_remarks
from assistant.documents.word import read_word
from assistant.domain.draft import Location
from assistant.domain.finding import Finding, OpenItem, Report, Source
from assistant.domain.remark import Remark
from assistant.reporting.page import render_page
from assistant.reporting.plain import render_plain
from assistant.reporting.printable import printable
from assistant.reporting.remarks import list_remarks
from assistant.reporting.separated import render_separated
from assistant.reporting.summary import render_summary
from assistant.reporting.tables import tabulate
from assistant.reporting.workbook import render_workbook
from assistant.text import squash
from tests.unit.reporting import QUOTE, TODAY, shown
from tests.unit.word_comments import list_comments
from tests.unit.word_files import control, make_docx, para, row, run, table

ANY = st.text(max_size=40)
"""With control characters, halves of characters and marks of direction."""
SPREADSHEET = st.builds("{}{}".format, st.sampled_from(["", "=", "+", "-", "@", "\t=", "\r=", "＝", "'", " ="]), ANY)
PLACES = st.builds(
    Location,
    field=st.none() | st.sampled_from(["题目", "关键词"]),
    part=st.sampled_from(["body", "header", "footer", "footnote", "text_box", "comment"]),
    paragraph=st.none() | st.integers(1, 9),
    start=st.integers(0, 30),
    end=st.integers(0, 30),
)
FINDINGS = st.builds(
    Finding,
    rule=st.from_regex(r"[a-z]{1,5}\.[a-z]{1,5}", fullmatch=True),
    severity=st.sampled_from(["error", "warning", "info"]),
    basis=st.sampled_from(["text", "meaning"]),
    force=st.sampled_from(["must", "should"]),
    message=SPREADSHEET,
    where=PLACES,
    evidence=SPREADSHEET,
    measured=st.none() | st.integers(-9, 9) | st.floats(0, 1) | SPREADSHEET,
    allowed=st.none() | SPREADSHEET,
    source=st.none() | st.just(Source(doc="call-2023", clause="三", quote=QUOTE)),
    reading=st.none() | ANY,
    suggestion=st.none() | SPREADSHEET,
)
REPORTS = st.builds(
    Report,
    file=st.builds("{}.docx".format, SPREADSHEET),
    programme=st.just("call-2023"),
    form=st.just("problem"),
    verdict=st.sampled_from(["pass", "unconfirmed", "warn", "fail"]),
    findings=st.lists(FINDINGS, max_size=4).map(tuple),
    unknown=st.lists(
        st.builds(OpenItem, rule=st.just("a.b"), question=SPREADSHEET, attest=st.booleans()), max_size=2
    ).map(tuple),
    passed=st.lists(st.just("c.d"), max_size=2).map(tuple),
)
SLOW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def said(report: Report) -> list[str]:
    """Return what a reader of a report must be told, white space left out."""
    parts = [report.file, *(item.question for item in report.unknown)]
    for one in report.findings:
        measured = None if one.measured is None else str(one.measured)
        parts += filter(None, (one.message, one.evidence, measured, one.allowed, one.reading, one.suggestion))
        parts += [one.rule] if one.source is None else [one.rule, one.source.quote]
    return [squash(printable(part)) for part in parts]


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def handle_data(self, data: str) -> None:
        self.said.append(data)


@SLOW
@given(st.lists(REPORTS, min_size=1, max_size=3))
def test_text_page_and_workbook_show_every_word_of_every_finding(reports: list[Report]):
    words = shown(*reports)
    parser = _Words()
    parser.feed(render_page(words, title="检查", made_on=TODAY).decode())
    book = openpyxl.load_workbook(io.BytesIO(render_workbook(tabulate(words), title="检查", made_on=TODAY)))
    cells = [str(cell.value) for page in book for line in page.iter_rows() for cell in line if cell.value is not None]

    for found in (render_plain(words), "".join(parser.said), "".join(cells)):
        everything = squash(found)
        for report in reports:
            assert all(part in everything for part in said(report))
    assert not any(cell.data_type == "f" for page in book for line in page.iter_rows() for cell in line)
    assert book["问题清单"].max_row == max(1, 1 + sum(len(one.findings) for one in reports))


@SLOW
@given(st.lists(REPORTS, min_size=1, max_size=3))
def test_no_cell_of_a_csv_starts_a_formula_and_every_finding_has_its_row(reports: list[Report]):
    data = render_separated(shown(*reports))

    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert not any(
        cell.startswith(tuple("=+-@\t\r\n＝＋－＠")) for line in rows for cell in line if not _is_number(cell)
    )
    assert [line[-1] for line in rows[1:] if line[-1]] == [one.rule for report in reports for one in report.findings]
    assert all(len(line) == len(rows[0]) for line in rows)


def _is_number(cell: str) -> bool:
    return cell.lstrip("-").isdecimal()


@SLOW
@given(REPORTS)
def test_the_summary_shows_every_word_of_every_finding(report: Report):
    document = docx.Document(io.BytesIO(render_summary(shown(report), title="检查", made_on=TODAY)))

    cells = [cell.text for one in document.tables for line in one.rows for cell in line.cells]
    everything = squash("".join([*(one.text for one in document.paragraphs), *cells]))
    rules = {one.rule for one in report.findings}
    assert all(part in everything for part in said(report) if part not in rules)


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("域")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
PIECES = st.lists(
    st.sampled_from([
        run("甲乙丙"),
        run("粗字", "<w:b/>"),
        run("藏着", "<w:vanish/>"),
        control(run("控件文字")),
        f'<w:hyperlink r:id="x">{run("链接")}{run("文字", "<w:u/>")}</w:hyperlink>',
        f'<w:ins w:id="1" w:author="甲">{run("插入的")}</w:ins>',
        '<w:del w:id="2" w:author="甲"><w:r><w:delText>删去的</w:delText></w:r></w:del>',
        "<w:r><w:t>一</w:t><w:tab/><w:t>二三</w:t><w:br/></w:r>",
        "<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>",
        FIELD,
        run("　　"),
    ]),
    max_size=5,
)  # fmt: skip


def _paragraph(pieces: list[str], gone: bool) -> str:  # noqa: FBT001 - drawn by position
    return para(*pieces, properties='<w:rPr><w:del w:id="9"/></w:rPr>' if gone else "")


def _table(paragraph: str) -> str:
    return table(row(f"<w:tc><w:tcPr/>{paragraph}</w:tc>", "格"))


PARAGRAPHS = st.builds(_paragraph, PIECES, st.booleans())
BODIES = st.lists(PARAGRAPHS | st.builds(_table, PARAGRAPHS), min_size=1, max_size=4)
REMARKS = st.lists(
    st.builds(Remark, where=PLACES, text=st.just("改。"), rule=st.just("x"), place=st.just("某处")), max_size=6
)


@settings(max_examples=150, deadline=None)
@given(BODIES, REMARKS)
def test_comments_anywhere_change_no_text_and_a_second_run_changes_nothing(body: list[str], remarks: list[Remark]):
    data = make_docx("".join(body) + para("末"))
    day = date(2023, 3, 1)

    once = write_remarks("甲.docx", data, remarks, made_on=day)
    twice = write_remarks("甲.docx", once, remarks, made_on=day)

    assert read_word("甲.docx", once).blocks == read_word("甲.docx", data).blocks
    assert len(list_comments(once)) == len(remarks)
    assert twice == once


@SLOW
@given(REPORTS)
def test_every_finding_of_a_report_becomes_a_comment_with_its_words(report: Report):
    words = shown(report)[0]
    data = make_docx(para("题目：如何？") + para(run("关键词：甲")))

    made = write_remarks("甲.docx", data, list_remarks(report, words, {}), made_on=date(2023, 3, 1))

    comments = list_comments(made)
    assert len(comments) == 1 + len(report.findings)
    for one, comment in zip(report.findings, comments[1:], strict=True):
        assert squash(printable(one.message)) in squash(comment.text)
        assert comment.text.endswith(f"问津 · {one.rule}")
