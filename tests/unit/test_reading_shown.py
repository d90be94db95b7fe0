"""What `wenjin read` shows, and that what it could not place or read keeps `wenjin check` from judging by absence."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.word_files import make_docx, para, row, table
from tests.unit.word_kinds import KINDS, make_every_kind

Run = Callable[..., tuple[int, str, str]]

_KEYWORDS = "cast.keywords.zh-count"
_PICTURE = '<w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r>'
_DRAFT = (
    "题目：如何调控电池的界面反应？", "Title：How can the reactions be controlled?", "所属类型：前沿科学问题",
    "所属领域：先进材料", "所属学科：物理化学", "作者信息：甲，乙大学，13800000000，a@example.org",
    "Key Words: battery; interface; reaction; control",
    *(f"{label}：{'界面反应缺少可以调控的手段。' * 20}" for label in ("问题描述", "问题背景", "最新进展", "重要意义")),
)  # fmt: skip
"""A draft without 关键词."""


def _write(folder: Path, *lines: str) -> str:
    path = folder / "稿.docx"
    path.write_bytes(make_docx("".join(map(para, lines))))
    return str(path)


def _reports(wenjin: Run, path: str) -> dict[str, str]:
    """Return what the rules said: `found` or `unknown`."""
    _, out, _ = wenjin("check", path, "--form", "problem", "--json")
    report = json.loads(out)["reports"][0]
    found = {one["rule"]: "found" for one in report["findings"]}
    return found | {one["rule"]: "unknown" for one in report["unknown"]}


@pytest.mark.parametrize(
    ("view", "kept", "left"), [("accepted", "inserted", "deleted"), ("original", "deleted", "inserted")]
)
def test_read_shows_either_view(wenjin: Run, tmp_path: Path, view: str, kept: str, left: str):
    path = tmp_path / "全部.docx"
    path.write_bytes(make_every_kind())
    status, out, _ = wenjin("read", str(path), "--view", view, "--json")
    texts = "".join(block["text"] for block in json.loads(out)["blocks"])

    assert status == 0
    assert json.loads(out)["view"] == view
    assert KINDS[kept] in texts
    assert KINDS[left] not in texts


def test_read_lists_what_is_not_counted_and_what_is_not_read(wenjin: Run, tmp_path: Path):
    path = tmp_path / "全部.docx"
    path.write_bytes(make_every_kind())
    _, out, _ = wenjin("read", str(path))

    assert "修订4处（按全部接受），批注1条" in out
    for kind, mark in (("header", "页眉"), ("comment", "批注 · 第1段"), ("hidden", "隐藏文字")):
        assert any(mark in line and KINDS[kind] in line for line in out.split("不计入正文")[1].splitlines())


def test_pictures_are_listed_with_their_place(wenjin: Run, tmp_path: Path):
    _, out, _ = wenjin("read", _write(tmp_path, *_DRAFT, _PICTURE))

    assert "没有读取的内容：\n  图片（第12段）" in out


def test_text_of_no_field_is_shown_with_its_share(wenjin: Run, tmp_path: Path):
    _, out, _ = wenjin("read", _write(tmp_path, "甲" * 9, "题目：" + "乙" * 91), "--json")
    _, shown, _ = wenjin("read", _write(tmp_path, "甲" * 11, "题目：" + "乙" * 89))

    assert json.loads(out)["unassigned_share"] == 0.09
    assert "占全文11%）：\n  第1段：" + "甲" * 11 in shown
    assert "待确认" in shown


@pytest.mark.parametrize(("loose", "judged"), [(0, "found"), (1, "found"), (100, "unknown")])
def test_much_text_of_no_field_keeps_from_judging_by_absence(wenjin: Run, tmp_path: Path, loose: int, judged: str):
    path = _write(tmp_path, *["未识别"[: loose * 3]] * loose, *_DRAFT)

    assert _reports(wenjin, path)[_KEYWORDS] == judged


def test_an_unread_picture_keeps_from_judging_by_absence(wenjin: Run, tmp_path: Path):
    assert _reports(wenjin, _write(tmp_path, *_DRAFT, _PICTURE))[_KEYWORDS] == "unknown"


def test_text_that_was_not_read_leaves_nothing_satisfied(wenjin: Run, tmp_path: Path):
    path = tmp_path / "稿.docx"
    path.write_bytes(make_docx("".join(map(para, _DRAFT)) + '<w:altChunk r:id="x"/>'))
    _, out, _ = wenjin("check", str(path), "--form", "problem", "--json")
    report = json.loads(out)["reports"][0]

    assert report["passed"] == []
    assert any("嵌入文档" in one["question"] for one in report["unknown"])


def test_a_finding_in_a_row_names_the_cell(wenjin: Run, tmp_path: Path):
    people = table(row("序号", "姓名", "电话"), row("1", "甲", "13800000000"), row("2", "乙", "13900000000"))
    path = tmp_path / "稿.docx"
    path.write_bytes(make_docx("".join(map(para, _DRAFT)) + people))
    _, out, _ = wenjin("check", str(path), "--form", "problem", "--json")
    found = json.loads(out)["reports"][0]["findings"]
    places = [one["where"] for one in found if one["rule"] == "house.contact.outside-author-field"]

    assert [(where["row"], where["column"], where["start"], where["end"]) for where in places] == [
        (2, 3, 0, 11), (3, 3, 0, 11),
    ]  # fmt: skip
