"""Files that cannot or must not be read: each is refused at once, with one sentence that names it and what to do."""

import io
import zipfile
from pathlib import Path

import pytest

from assistant.documents.limits import Limits
from assistant.documents.package import open_package
from assistant.documents.reading import read_bytes, read_document
from assistant.errors import UnreadableFileError
from tests.unit.word_files import make_docx, make_relations, make_types, para, read_parts, replace_part, zip_parts

_GOOD = make_docx(para("文"))
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
_MAIN = "word/document.xml"


def _refusal(file: str, data: bytes) -> UnreadableFileError:
    with pytest.raises(UnreadableFileError) as caught:
        read_bytes(file, data)
    error = caught.value
    assert f"“{file}”" in error.message
    assert error.message.endswith("。")
    assert error.hint
    assert error.hint.endswith("。")
    return error


def _zip_with(*names: str, encrypted: bool = False) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), "x")
    data = bytearray(buffer.getvalue())
    if encrypted:
        data[data.find(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")
@pytest.mark.parametrize(
    ("file", "data", "reason"),
    [
        ("空.docx", b"", "是空的"),
        ("零.docx", bytes(4096), "是空的"),
        ("空.txt", b" \r\n\t", "是空的"),
        ("旧.doc", _OLE, "旧版 Word 格式"),
        ("改名.docx", _OLE, "旧版 Word 格式"),
        ("密.docx", _OLE + "EncryptedPackage".encode("utf-16-le"), "密码"),
        ("富.docx", b"{\\rtf1 x}", "RTF"),
        ("断.docx", _GOOD[: len(_GOOD) // 2], "不是完整的 Word 文件"),
        ("文本.docx", "题目：如何".encode(), "不是完整的 Word 文件"),
        ("图.docx", b"\x89PNG\r\n\x1a\n" + bytes(100), "不是完整的 Word 文件"),
        ("压缩.docx", zip_parts({"a.txt": "x"}), "没有正文"),
        ("无主.docx", replace_part(_GOOD, "_rels/.rels", make_relations("")), "没有正文"),
        ("表格.docx", replace_part(_GOOD, _MAIN, "<workbook/>"), "没有正文"),
        ("坏.docx", replace_part(_GOOD, _MAIN, "<w:document"), "已损坏"),
        ("坏二.docx", replace_part(_GOOD, _MAIN, b"\xff\xfe<\x00"), "已损坏"),
        ("实体.docx", replace_part(_GOOD, _MAIN, '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'), "DOCTYPE"),
        ("编码.docx", replace_part(_GOOD, _MAIN, b'<?xml version="1.0" encoding="UTF-7"?><a/>'), "编码"),
        ("宏.docx", replace_part(_GOOD, "word/vbaProject.bin", b"x"), "带有宏"),
        (
            "宏二.docx",
            replace_part(_GOOD, "[Content_Types].xml", make_types(content_type="application/x.macroEnabled.main+xml")),
            "带有宏",
        ),
        ("宏三.docm", _GOOD, "带宏"),
        ("越界.docx", _zip_with("../../etc/passwd"), "越界"),
        ("越界二.docx", _zip_with("/etc/passwd"), "越界"),
        ("越界三.docx", _zip_with("..\\x"), "越界"),
        ("越界四.docx", _zip_with("C:\\x"), "越界"),
        ("重名.docx", _zip_with("word/a.xml", "word/A.xml"), "重名"),
        ("重名二.docx", _zip_with("a", "a"), "重名"),
        ("加密.docx", _zip_with("a.xml", encrypted=True), "密码"),
        ("论文.pdf", b"%PDF-1.7", "PDF"),
        ("论文.txt", b"%PDF-1.7", "PDF"),
        ("包.md", _GOOD, "压缩包"),
        ("程序.txt", bytes(range(256)) * 4, "二进制"),
        ("控制.txt", b"\x01\x02\x03\x04abc" * 40, "二进制"),
        ("表.xlsx", b"PK", "类型"),
        ("无名", b"x", "类型"),
        ("繁.txt", "國家科學研究計畫的項目說明與實施週期".encode("big5"), "编码"),
        ("西.txt", "L'évolution énergétique à l'échelle européenne".encode("latin-1"), "编码"),
        ("半.txt", "题目：如何".encode()[:-1], "编码"),
    ],
)  # fmt: skip
def test_an_ugly_file_is_refused_in_one_sentence(file: str, data: bytes, reason: str):
    assert reason in _refusal(file, data).message


def test_missing_files_folders_and_huge_files_are_refused(tmp_path: Path):
    huge = tmp_path / "大.txt"
    with huge.open("wb") as stream:
        stream.truncate((20 << 20) + 1)
    (tmp_path / "夹.docx").mkdir()

    for name, reason in (("没有.docx", "不存在"), ("夹.docx", "文件夹"), ("大.txt", "上限")):
        with pytest.raises(UnreadableFileError, match=reason):
            read_document(tmp_path / name)


def test_a_bomb_is_refused_before_it_is_unpacked():
    bomb = replace_part(_GOOD, _MAIN, b"<a>" + b" " * (40 << 20) + b"</a>")

    assert len(bomb) < 1 << 17
    assert "异常" in _refusal("炸弹.docx", bomb).message


def test_a_part_that_lies_about_its_size_is_damaged():
    data = replace_part(_GOOD, _MAIN, b"<a>" + b" " * 5000 + b"</a>")
    place = data.rfind(b"PK\x01\x02", 0, data.rfind(_MAIN.encode()))
    lying = data[: place + 24] + (10).to_bytes(4, "little") + data[place + 28 :]

    assert "已损坏" in _refusal("谎.docx", lying).message


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (Limits(entries=3), "个部件"),
        (Limits(xml_part_bytes=100), "异常"),
        (Limits(xml_bytes=100), "过大"),
        (Limits(total_bytes=100), "过大"),
        (Limits(ratio=1, ratio_from=100), "异常"),
    ],
)
def test_each_bound_of_a_package_is_kept(limits: Limits, reason: str):
    with pytest.raises(UnreadableFileError, match=reason):
        open_package("x.docx", _GOOD, limits)


def test_a_bound_counts_itself_as_inside():
    sizes = [len(content) for content in read_parts(_GOOD).values()]
    limits = Limits(entries=len(sizes), xml_part_bytes=max(sizes), xml_bytes=sum(sizes), total_bytes=sum(sizes))

    assert open_package("x.docx", _GOOD, limits).find_xml(_MAIN) is not None
    with pytest.raises(UnreadableFileError):
        open_package("x.docx", _GOOD, Limits(entries=len(sizes) - 1))


def _with_relation(kind: str, target: str, part: str = "word/_rels/document.xml.rels") -> bytes:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = f'<Relationship Id="e" Type="{office}/{kind}" Target="{target}" TargetMode="External"/>'
    return replace_part(_GOOD, part, make_relations(relation))


@pytest.mark.parametrize("kind", ["attachedTemplate", "oleObject", "frame", "subDocument", "aFChunk"])
@pytest.mark.parametrize(
    "target",
    ["http://x.example/a", "https://x.example/a", "\\\\x\\a", "file://x/a", "file:///%5C%5Cx/a", "mhtml:http://x!a"],
)
def test_what_would_be_loaded_from_another_machine_is_refused(kind: str, target: str):
    part = "word/_rels/settings.xml.rels" if kind == "attachedTemplate" else "word/_rels/document.xml.rels"

    assert "外部地址" in _refusal("外.docx", _with_relation(kind, target, part)).message


@pytest.mark.parametrize(
    "target", ["file:///C:/a.dotx", "C:\\a.dotx", "file:///home/a.dotx", "Normal.dotm", "file:/C:/a"]
)
def test_a_template_on_the_authors_own_disk_is_no_harm(target: str):
    data = _with_relation("attachedTemplate", target, "word/_rels/settings.xml.rels")

    assert read_bytes("稿.docx", data).blocks[0].text == "文"


@pytest.mark.parametrize(("kind", "what"), [("hyperlink", ()), ("image", ("外部链接的图片",))])
def test_links_and_pictures_elsewhere_are_no_reason_to_refuse(kind: str, what: tuple[str, ...]):
    document = read_bytes("稿.docx", _with_relation(kind, "http://x.example/a"))

    assert tuple(one.what for one in document.unread) == what


def test_too_deep_nesting_is_refused_not_followed():
    depth = 5000
    body = "<w:sdt><w:sdtContent>" * depth + "</w:sdtContent></w:sdt>" * depth

    assert "已损坏" in _refusal("深.docx", make_docx(body)).message


def test_entities_outside_the_file_are_never_opened(tmp_path: Path):
    secret = tmp_path / "secret.txt"
    secret.write_text("机密", encoding="utf-8")
    xml = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]><a>&x;</a>'

    for encoding in ("utf-8", "utf-16"):
        assert "DOCTYPE" in _refusal("实体.docx", replace_part(_GOOD, _MAIN, xml.encode(encoding))).message
