"""Folders and archives as lists of files: names in the owner's own characters, bounds kept, nothing left out unsaid."""

import io
import pickle
import zipfile
from pathlib import Path

import pytest

from assistant.documents.archives import ArchiveLimits, list_members
from assistant.documents.collecting import Source, collect
from assistant.documents.reading import read_source
from assistant.errors import UnreadableFileError
from tests.unit.word_files import make_docx, para, zip_parts

_DRAFT = make_docx(para("题目：如何？"))


def _zip_raw(names: list[bytes], content: bytes = b"x", *, flags: int = 0) -> bytes:
    """A zip whose names are these bytes, as file managers of other systems write them."""
    marks = [f"{place:04d}".ljust(len(name), "_")[: len(name)] for place, name in enumerate(names)]
    assert len(set(marks)) == len(names), "each name needs four bytes or more"
    data = zip_parts(dict.fromkeys(marks, content))
    for mark, name in zip(marks, names, strict=True):
        data = data.replace(mark.encode(), name)
    patched = bytearray(data)
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = patched.find(signature)
        while start >= 0:
            patched[start + place : start + place + 2] = flags.to_bytes(2, "little")
            start = patched.find(signature, start + 4)
    return bytes(patched)


def _names(data: bytes) -> list[str]:
    return [name for name, _ in list_members("包.zip", data)]


def _reason(content: object) -> str:
    assert isinstance(content, UnreadableFileError)
    assert content.hint
    return content.message


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_names_that_state_no_encoding_are_read(encoding: str):
    names = ["稿件/问题一.docx", "稿件/联通.docx"]

    assert _names(_zip_raw([name.encode(encoding) for name in names])) == sorted(names)


def test_names_marked_as_utf8_are_read():
    assert _names(zip_parts({"稿件/问题.docx": b"x"})) == ["稿件/问题.docx"]


def test_a_name_in_the_extra_field_wins():
    name = "问题.docx"
    entry = zipfile.ZipInfo("wenti___.docx")
    held = b"\x01" + bytes(4) + name.encode()
    entry.extra = (0x7075).to_bytes(2, "little") + len(held).to_bytes(2, "little") + held
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(entry, "x")

    assert _names(buffer.getvalue()) == [name]


def test_backslashes_separate_folders():
    assert _names(_zip_raw(["稿件\\问题.docx".encode("gb18030")])) == ["稿件/问题.docx"]


def test_what_systems_and_editors_leave_behind_is_left_out():
    junk = ["__MACOSX/._a.docx", "~$稿.docx", "夹/.DS_Store", ".git/x.md", "Thumbs.db", "夹/desktop.ini", ".~稿.docx"]

    assert _names(zip_parts(dict.fromkeys([*junk, "稿.docx"], b"x"))) == ["稿.docx"]


def test_archives_inside_are_opened_to_the_second_level():
    second = zip_parts({"丙.md": "丙", "更深.zip": zip_parts({"丁.md": "丁"})})
    found = dict(list_members("包.zip", zip_parts({"甲.md": "甲", "内.zip": second})))

    assert list(found) == ["内.zip/丙.md", "内.zip/更深.zip", "甲.md"]
    assert found["内.zip/丙.md"] == "丙".encode()
    assert "套了3层" in _reason(found["内.zip/更深.zip"])


def test_a_broken_archive_inside_leaves_the_others_alone():
    found = dict(list_members("包.zip", zip_parts({"坏.zip": b"PK\x03\x04broken", "甲.md": "甲"})))

    assert "“坏.zip”" in _reason(found["坏.zip"])
    assert found["甲.md"] == "甲".encode()


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "a/../../b.md", "C:\\x.md"])
def test_names_that_point_outside_refuse_the_archive(name: str):
    with pytest.raises(UnreadableFileError, match="越界"):
        list_members("包.zip", _zip_raw([name.encode()]))


@pytest.mark.parametrize(
    ("limits", "reason"),
    [(ArchiveLimits(entries=1), "2 个文件，超过 1 个"), (ArchiveLimits(total_bytes=5999), "解压后超过")],
)
def test_bounds_of_the_whole_archive_refuse_it(limits: ArchiveLimits, reason: str):
    data = zip_parts({"甲.md": b"x" * 3000, "乙.md": b"x" * 3000})

    with pytest.raises(UnreadableFileError, match=reason):
        list_members("包.zip", data, limits)


def test_archives_inside_count_towards_the_bounds():
    data = zip_parts({"甲.md": b"x", "内.zip": zip_parts({"乙.md": b"x", "丙.md": b"x"})})
    found = dict(list_members("包.zip", data, ArchiveLimits(entries=3)))

    assert "超过 3 个" in _reason(found["内.zip"])
    assert len(list_members("包.zip", data, ArchiveLimits(entries=4))) == 3


def test_a_bound_counts_itself_as_inside():
    limits = ArchiveLimits(entries=1, file_bytes=10, total_bytes=10)

    assert list_members("包.zip", zip_parts({"甲.md": b"x" * 10}), limits) == [("甲.md", b"x" * 10)]


@pytest.mark.parametrize(
    ("limits", "reason"),
    [(ArchiveLimits(file_bytes=2999), "上限"), (ArchiveLimits(ratio=2, ratio_from=100), "压缩比")],
)
def test_a_member_beyond_the_bounds_leaves_the_others_alone(limits: ArchiveLimits, reason: str):
    found = dict(list_members("包.zip", zip_parts({"大.md": b"x" * 3000, "小.md": b"x"}), limits))

    assert reason in _reason(found["大.md"])
    assert found["小.md"] == b"x"


def test_a_member_with_a_password_says_so():
    found = dict(list_members("包.zip", _zip_raw(["密稿.docx".encode("gb18030")], flags=1)))

    assert "密码" in _reason(found["密稿.docx"])


def test_a_word_file_under_another_name_is_refused():
    with pytest.raises(UnreadableFileError, match="Office"):
        list_members("包.zip", _DRAFT)


def test_folders_and_archives_are_listed_in_a_steady_order(tmp_path: Path):
    (tmp_path / "夹" / "下").mkdir(parents=True)
    (tmp_path / "夹" / ".git").mkdir()
    for name in ("夹/乙.docx", "夹/下/甲.md", "夹/~$乙.docx", "夹/.git/x.md", "夹/图.jpg", "单.txt"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "夹" / "包.zip").write_bytes(zip_parts({"内.md": "内", "稿/外.md": "外"}))
    found = collect([tmp_path / "单.txt", tmp_path / "夹", tmp_path / "没有.docx"])

    assert [Path(one.name).relative_to(tmp_path).as_posix() for one in found] == [
        "单.txt", "夹/下/甲.md", "夹/乙.docx", "夹/包.zip/内.md", "夹/包.zip/稿/外.md", "夹/图.jpg", "没有.docx",
    ]  # fmt: skip


def test_links_to_folders_are_not_followed(tmp_path: Path):
    (tmp_path / "夹").mkdir()
    (tmp_path / "夹" / "甲.md").write_text("甲", encoding="utf-8")
    (tmp_path / "夹" / "回").symlink_to(tmp_path / "夹", target_is_directory=True)

    assert [one.name for one in collect([tmp_path / "夹"])] == [str(tmp_path / "夹" / "甲.md")]


def test_what_was_collected_can_be_read_and_handed_to_another_process(tmp_path: Path):
    (tmp_path / "包.zip").write_bytes(zip_parts({"稿.docx": _DRAFT, "坏.zip": b"x"}))
    (tmp_path / "稿.docx").write_bytes(_DRAFT)
    bad, inner, plain = (
        pickle.loads(pickle.dumps(one)) for one in collect([tmp_path / "包.zip", tmp_path / "稿.docx"])
    )

    assert [read_source(one).blocks[0].text for one in (inner, plain)] == ["题目：如何？"] * 2
    with pytest.raises(UnreadableFileError, match=r"坏\.zip") as caught:
        read_source(bad)
    assert caught.value.hint


def test_a_broken_archive_is_one_file_with_its_reason(tmp_path: Path):
    (tmp_path / "坏.zip").write_bytes(b"PK")
    [found] = collect([tmp_path / "坏.zip"])

    assert found.name.endswith("坏.zip")
    assert "不是完整的压缩包" in _reason(found.content)
    assert isinstance(found, Source)
