"""`check` with its formats and `--annotate`, as a user runs it."""

import csv
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest

from assistant.cli import main
from assistant.commandline.annotating import name_copies
from assistant.documents.word import read_word
from assistant.wording import NOT_ACCEPTANCE
from tests.unit.word_comments import list_comments

Run = Callable[..., tuple[int, bytes, str]]

DRAFT = """题目：界面反应机制研究
Title: How does the interface react?
所属类型：前沿科学问题
所属领域：数理化基础科学
所属学科：化学
关键词：界面；反应
问题描述：界面反应的机制尚不清楚。"""


@pytest.fixture
def check(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, index_dir: Path, tmp_path: Path
) -> Run:
    monkeypatch.setenv("WENJIN_DATA_DIR", str(index_dir))
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> tuple[int, bytes, str]:
        capfdbinary.readouterr()
        with pytest.raises(SystemExit) as stop:
            main(["check", *words, "--programme", "cast-2023", "--today", "2023-03-01"])
        shown = capfdbinary.readouterr()
        assert isinstance(stop.value.code, int)
        return stop.value.code, shown.out, shown.err.decode()

    return run


@pytest.fixture
def word(tmp_path: Path) -> Path:
    document = docx.Document()
    for line in DRAFT.splitlines():
        document.add_paragraph(line)
    path = tmp_path / "稿.docx"
    document.save(str(path))
    return path


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "稿.md"
    path.write_text(DRAFT.replace("\n", "\n\n"), "utf-8")
    return path


def test_text_is_printed_and_ends_with_what_a_judgement_is_worth(check: Run, word: Path):
    status, out, _ = check(str(word))

    assert status == 1
    assert "题目 · 第1段：题目“界面反应机制研究”不是问句".encode() in out
    assert out.decode().rstrip().endswith(NOT_ACCEPTANCE)


def test_lines_of_json_hold_a_report_each(check: Run, word: Path, text: Path):
    _, whole, _ = check(str(word), str(text), "--json")
    _, lines, _ = check(str(word), str(text), "--format", "jsonl")

    reports = json.loads(whole)["reports"]
    assert [json.loads(line) for line in lines.decode().splitlines()] == reports
    assert len(reports) == 2


def test_a_csv_goes_to_standard_output_with_its_mark(check: Run, word: Path):
    _, out, _ = check(str(word), "--format", "csv")

    rows = list(csv.DictReader(io.StringIO(out.decode("utf-8-sig"), newline="")))
    assert out.startswith(b"\xef\xbb\xbf")
    assert "cast.title.question-form" in [row["规则"] for row in rows]


def test_the_name_of_the_output_chooses_the_format(check: Run, word: Path, tmp_path: Path):
    for name in ("甲.json", "甲.jsonl", "甲.html", "甲.docx", "甲.xlsx", "甲.csv", "甲.txt"):
        status, out, err = check(str(word), "-o", name)

        assert (status, out) == (1, b"")
        assert err.startswith(f"已写入 {name}")
    found = {path.suffix: path.read_bytes() for path in tmp_path.glob("甲.*")}
    assert json.loads(found[".json"])["reports"]
    assert found[".html"].startswith(b"<!DOCTYPE html>")
    assert openpyxl.load_workbook(io.BytesIO(found[".xlsx"])).sheetnames == ["汇总", "问题清单", "待人工确认"]
    assert any("申报材料检查报告" in one.text for one in docx.Document(io.BytesIO(found[".docx"])).paragraphs)
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".part")]


def test_a_format_that_no_terminal_shows_is_written_beside(check: Run, word: Path, tmp_path: Path):
    _, out, err = check(str(word), "--format", "xlsx")
    check(str(word), str(word), "--format", "docx")

    assert out == b""
    assert err.startswith("已写入 稿（检查报告）.xlsx")
    assert (tmp_path / "检查报告.docx").exists()


def test_a_report_of_ours_is_replaced_but_no_file_of_anybody_else(check: Run, word: Path, tmp_path: Path):
    target = tmp_path / "稿（检查报告）.xlsx"
    check(str(word), "--format", "xlsx")
    assert check(str(word), "--format", "xlsx")[0] == 1
    book = openpyxl.load_workbook(target)
    book["待人工确认"]["D2"] = "李老师：属实"
    book.properties.lastModifiedBy = "李老师"
    book.save(target)
    before = target.read_bytes()

    status, _, err = check(str(word), "--format", "xlsx")

    assert status == 2
    assert "不会覆盖" in err
    assert target.read_bytes() == before


def test_a_draft_is_never_written_over(check: Run, word: Path, tmp_path: Path):
    before = word.read_bytes()
    link = tmp_path / "另名.docx"
    link.hardlink_to(word)

    for place in (word, link):
        status, _, err = check(str(word), "-o", str(place), "--format", "docx")

        assert status == 2
        assert "就是被检查的文件" in err
    assert word.read_bytes() == before


def test_an_archive_of_drafts_is_never_written_over(check: Run, word: Path, tmp_path: Path):
    archive = tmp_path / "稿件.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.write(word, "甲.docx")
    before = archive.read_bytes()

    status, _, err = check(str(archive), "-o", str(archive))
    check(str(archive), "--annotate", "批注稿")

    assert status == 2
    assert "就是被检查的文件" in err
    assert archive.read_bytes() == before
    assert [path.name for path in (tmp_path / "批注稿").iterdir()] == ["甲（批注）.docx"]


def test_an_output_that_cannot_be_written_is_said_in_one_sentence(check: Run, word: Path, tmp_path: Path):
    status, _, err = check(str(word), "-o", str(tmp_path / "没有" / "甲.xlsx"))

    assert status == 2
    assert "写不了输出文件" in err


def test_annotate_returns_the_draft_with_its_comments_and_leaves_the_draft_alone(
    check: Run, word: Path, tmp_path: Path
):
    before = word.read_bytes()

    status, out, err = check(str(word), "--annotate", "批注稿")

    copy = tmp_path / "批注稿" / "稿（批注）.docx"
    comments = list_comments(copy.read_bytes())
    assert status == 1
    assert "稿.docx：有错误" in out.decode()
    assert f"已写入 {Path('批注稿') / '稿（批注）.docx'}" in err
    assert comments[0].text.startswith("有错误（")
    assert "界面反应机制研究" in [one.words for one in comments]
    assert word.read_bytes() == before
    assert read_word("甲", copy.read_bytes()).blocks == read_word("甲", before).blocks


def test_annotating_again_replaces_the_copy_unless_somebody_wrote_into_it(check: Run, word: Path, tmp_path: Path):
    copy = tmp_path / "批注稿" / "稿（批注）.docx"
    check(str(word), "--annotate", "批注稿")
    first = copy.read_bytes()
    check(str(word), "--annotate", "批注稿")
    assert copy.read_bytes() == first
    document = docx.Document(str(copy))
    document.add_paragraph("作者直接改在这里。")
    document.save(str(copy))
    edited = copy.read_bytes()

    _, _, err = check(str(word), "--annotate", "批注稿")

    assert "不会覆盖" in err
    assert copy.read_bytes() == edited


def test_a_draft_that_is_no_word_file_gets_a_summary_instead(check: Run, text: Path, tmp_path: Path):
    _, _, err = check(str(text), "没有.docx", "--annotate", "批注稿")

    assert [path.name for path in (tmp_path / "批注稿").iterdir()] == ["稿（检查报告）.docx"]
    assert "不是 Word 文件，不能加批注" in err


def test_a_draft_without_any_paragraph_gets_a_summary_instead(check: Run, tmp_path: Path):
    docx.Document().save(str(tmp_path / "空.docx"))

    _, _, err = check("空.docx", "--annotate", "批注稿")

    assert [path.name for path in (tmp_path / "批注稿").iterdir()] == ["空（检查报告）.docx"]
    assert "没有可以挂批注的段落" in err


@pytest.mark.parametrize(
    ("files", "names"),
    [
        (["甲.docx", "乙.docx"], ["甲", "乙"]),
        (["a/甲.docx", "b/甲.docx", "乙.md"], ["a-甲", "b-甲", "乙"]),
        (["x/a/甲.docx", "y/a/甲.docx"], ["x-a-甲", "y-a-甲"]),
        (["甲.docx", "甲.md", "A.txt", "a.txt"], ["甲", "甲-2", "A", "a-2"]),
        (["C:\\稿\\甲.docx", "包.zip/甲.docx"], ["稿-甲", "包.zip-甲"]),
    ],
)
def test_copies_of_files_of_one_name_are_told_apart_by_their_folders(files: list[str], names: list[str]):
    assert name_copies(files) == names


def test_waivers_to_be_judged_are_written_once_and_never_over_a_file(check: Run, word: Path):
    place = word.with_name("豁免.yaml")
    _, _, first = check(str(word), "--write-waivers", str(place))
    written = place.read_text("utf-8")
    status, _, again = check(str(word), "--write-waivers", str(place))

    assert "个待判断的问题" in first
    assert "- rule: " in written
    assert (status, place.read_text("utf-8")) == (2, written)
    assert "不会覆盖" in again


def test_what_is_wrong_among_the_files_of_a_package_is_written_into_their_copies(check: Run, word: Path):
    twin = word.with_name("另一稿.docx")
    twin.write_bytes(word.read_bytes())

    check(str(word), str(twin), "--package", "--annotate", "批注稿")

    for name in ("稿", "另一稿"):
        comments = list_comments((word.parent / "批注稿" / f"{name}（批注）.docx").read_bytes())
        both = [one for one in comments if "【整套材料】涉及：" in str(one)]
        assert any("稿.docx" in str(one) and "另一稿.docx" in str(one) for one in both)
