"""Text and Markdown: any usual encoding, one line one block, marks of Markdown left out."""

import pytest

from assistant.documents.reading import read_bytes
from assistant.domain.draft import Document

_TEXT = "题目：如何实现“高精度”的探测？\n关键词：甲；乙\n"


def _markdown(text: str) -> Document:
    return read_bytes("x.md", text.encode())


def _shown(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in document.blocks if block.text]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "gb2312", "utf-16"])
def test_usual_chinese_encodings_are_decoded(encoding: str):
    document = read_bytes("x.txt", _TEXT.encode(encoding))

    assert [block.text for block in document.blocks] == ["题目：如何实现“高精度”的探测？", "关键词：甲；乙", ""]


def test_rare_characters_of_gb18030_are_kept():
    text = "作者：朱镕、𠮷野，研究古籍里的龘与㐂两字如何随时代演变。"

    assert read_bytes("x.txt", text.encode("gb18030")).blocks[0].text == text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_numbered_from_one_with_empty_ones(end: str):
    blocks = read_bytes("x.txt", f"甲{end}{end}乙".encode()).blocks

    assert [(block.text, block.where.paragraph) for block in blocks] == [("甲", 1), ("", 2), ("乙", 3)]


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("## 问题描述", "heading", "问题描述"),
        ("## 问题描述 ##", "heading", "问题描述"),
        ("**题目**：如何", "paragraph", "题目：如何"),
        ("**题目：** 如何", "paragraph", "题目： 如何"),
        ("*题目*：如何", "paragraph", "题目：如何"),
        ("__题目__：如何", "paragraph", "题目：如何"),
        ("- 题目：如何", "paragraph", "题目：如何"),
        ("> 题目：如何", "paragraph", "题目：如何"),
        ("- [x] 电子信息", "paragraph", "☑ 电子信息"),
        ("- [ ] 电子信息", "paragraph", "☐ 电子信息"),
        ("1. 题目：如何", "paragraph", "1. 题目：如何"),
        ("见[链接](https://example.org/a_(b))。", "paragraph", "见链接。"),
        ("用`代码`和<b>粗体</b>", "paragraph", "用代码和粗体"),
        (r"\*\*不是\*\*强调", "paragraph", "**不是**强调"),
        ("a*b*c 与 snake_case_name", "paragraph", "a*b*c 与 snake_case_name"),
        ("2 * 3 * 4", "paragraph", "2 * 3 * 4"),
        ("一、问题描述", "heading", "一、问题描述"),
    ],
)
def test_marks_of_markdown_are_left_out(line: str, kind: str, text: str):
    assert _shown(_markdown(line)) == [(kind, text)]


def test_an_underlined_line_is_a_heading_and_a_rule_is_nothing():
    assert _shown(_markdown("问题描述\n===\n文\n\n---\n文")) == [
        ("heading", "问题描述"),
        ("paragraph", "文"),
        ("paragraph", "文"),
    ]


def test_rows_of_a_table_are_cells():
    blocks = _markdown("| 题目 | 如何\\|何时<br>二 |\n| --- | :-: |\n| 关键词 | |\n\n甲 | 乙\n--|--\n丙 | 丁").blocks

    cells = [(b.text, b.where.table, b.where.row, b.where.column) for b in blocks if b.kind == "cell"]
    assert cells == [
        ("题目", 1, 1, 1), ("如何|何时", 1, 1, 2), ("二", 1, 1, 2), ("关键词", 1, 2, 1), ("", 1, 2, 2),
        ("甲", 2, 1, 1), ("乙", 2, 1, 2), ("丙", 2, 2, 1), ("丁", 2, 2, 2),
    ]  # fmt: skip


def test_a_bar_in_prose_makes_no_table():
    assert _shown(_markdown("条件概率 P(a|b) 的值\n下一行")) == [
        ("paragraph", "条件概率 P(a|b) 的值"),
        ("paragraph", "下一行"),
    ]


def test_a_comment_is_hidden_and_lines_keep_their_numbers():
    document = _markdown("甲\n<!-- 藏\n着 -->\n乙")

    assert [(b.kind, b.text, b.where.paragraph) for b in document.blocks if b.text] == [
        ("paragraph", "甲", 1), ("paragraph", "乙", 4), ("hidden", "藏\n着", None),
    ]  # fmt: skip


def test_fenced_text_stays_as_written_and_pictures_are_named():
    document = _markdown("```\n**甲**\n```\n![图一](a.png)")

    assert _shown(document) == [("paragraph", "**甲**"), ("paragraph", "图一")]
    assert [one.what for one in document.unread] == ["图片"]
