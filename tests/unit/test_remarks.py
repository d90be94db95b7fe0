"""Comments in an author's file: on the very words, without a change to anything else."""

from dataclasses import replace
from datetime import date

import lxml.etree
import pytest

from assistant.documents.remarks.write import is_untouched_copy, write_remarks
from assistant.documents.word import read_word
from assistant.domain.draft import Document, Location
from assistant.domain.remark import AUTHOR, Remark
from assistant.errors import UnreadableFileError
from tests.unit.word_comments import W, list_comments, parse, read_part
from tests.unit.word_files import cell, control, make_docx, para, read_parts, replace_part, row, run, table
from tests.unit.word_kinds import KINDS, make_every_kind

DAY = date(2023, 3, 1)


def annotate(data: bytes, *remarks: Remark) -> bytes:
    return write_remarks("甲.docx", data, remarks, made_on=DAY)


def remark(
    paragraph: int | None, start: int = 0, end: int = 0, *, text: str = "改。", words: str = "", place: str = ""
) -> Remark:
    where = Location(paragraph=paragraph, start=start, end=end)
    return Remark(where=where, text=text, words=words, place=place, rule="x.y")


def words(data: bytes) -> list[str]:
    return [one.words for one in list_comments(data)]


def shown(data: bytes) -> tuple[object, ...]:
    document: Document = read_word("甲.docx", data)
    return document.blocks, document.unread, document.revisions, document.comments


def test_a_comment_stands_on_its_characters_and_the_run_keeps_its_looks():
    data = make_docx(para("题目：", run("如何提高效率？", "<w:b/><w:sz w:val='30'/>")))

    made = annotate(data, remark(1, 5, 7))

    assert [(one.author, one.text, one.words) for one in list_comments(made)] == [(AUTHOR, "改。\n问津 · x.y", "提高")]
    runs = [one for one in parse(made, "word/document.xml").iter(f"{W}r") if one.find(f"{W}t") is not None]
    assert [one.findtext(f"{W}t") for one in runs] == ["题目：", "如何", "提高", "效率？"]
    assert [one.find(f"{W}rPr/{W}b") is not None for one in runs] == [False, True, True, True]
    assert shown(made) == shown(data)


def test_a_comment_over_several_runs_cuts_the_first_and_the_last():
    data = make_docx(para(run("甲乙丙"), run("丁", "<w:b/>"), run("戊己庚")))

    made = annotate(data, remark(1, 1, 6))

    assert words(made) == ["乙丙丁戊己"]
    assert shown(made) == shown(data)


def test_comments_that_overlap_or_share_a_place_all_stand():
    data = make_docx(para("甲乙丙丁戊己"))

    made = annotate(
        data, remark(1, 0, 3), remark(1, 2, 5), remark(1, 2, 5, text="又。"), remark(1, 0, 6), remark(1, 3, 4)
    )

    assert words(made) == ["甲乙丙", "丙丁戊", "丙丁戊", "甲乙丙丁戊己", "丁"]
    assert shown(made) == shown(data)


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (control(run("控件里的文字")), "件里"),
        (f'<w:hyperlink r:id="x">{run("链接里的文字")}</w:hyperlink>', "接里"),
        (f'<w:ins w:id="1" w:author="甲" w:date="2023-01-01T00:00:00Z">{run("插入里的文字")}</w:ins>', "入里"),
        (f'<w:fldSimple w:instr="REF x">{run("域结果的文字")}</w:fldSimple>', "结果"),
        (f'<w:smartTag w:element="x">{run("标记里的文字")}</w:smartTag>', "记里"),
        (f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{run('单值控件')}</w:sdtContent></w:sdt>", "单值控件"),
        ("<m:oMath><m:r><m:t>abcdef</m:t></m:r></m:oMath>", ""),
        (f"<w:r><w:ruby><w:rt>{run('x')}</w:rt><w:rubyBase>{run('拼音正文')}</w:rubyBase></w:ruby></w:r>", "x拼音正文"),
        ("<w:r><w:t>同</w:t><w:tab/><w:t>一个</w:t><w:br/><w:t>里</w:t></w:r>", "一"),
        ("<w:r><w:t>a</w:t><w:tab/><w:tab/><w:t>b</w:t></w:r>", ""),
    ],
    ids=["control", "link", "inserted", "field", "tag", "one value", "formula", "ruby", "one run", "tabs"],
)
def test_words_in_containers_are_met_exactly_or_their_container_as_a_whole(content: str, found: str):
    data = make_docx(para("前", content, "后"))

    made = annotate(data, remark(1, 2, 4))

    assert words(made) == [found]
    assert shown(made) == shown(data)


def test_the_reference_stands_in_the_paragraph_itself():
    inserted = f'<w:ins w:id="1" w:author="甲">{control(run("插入里的文字"))}</w:ins>'

    made = annotate(make_docx(para(inserted)), remark(1, 1, 2))

    (reference,) = parse(made, "word/document.xml").iter(f"{W}commentReference")
    assert reference.getparent().getparent().tag == f"{W}p"


@pytest.mark.parametrize(
    ("body", "home"),
    [
        (para("前") + control(para("控件里")) + control(para("又一个")) + para("后"), "后"),
        (para("前") + control(para("控件里")), "前"),
        (control(para("控件里")), "控件里"),
        (table(row(control(cell("控件里")), "格")), "格"),
    ],
    ids=["behind", "before", "nowhere else", "cell"],
)
def test_the_reference_of_a_control_of_paragraphs_stands_outside_it(body: str, home: str):
    data = make_docx(body)
    (number,) = [one.where.paragraph for one in read_word("甲.docx", data).blocks if one.text == "控件里"]

    made = annotate(data, remark(number, 0, 2))

    (reference,) = parse(made, "word/document.xml").iter(f"{W}commentReference")
    assert "".join(reference.getparent().getparent().itertext()) == home
    assert words(made) == ["控件"]
    assert annotate(made, remark(number, 0, 2)) == made


def test_every_kind_of_content_survives_a_comment_on_every_paragraph():
    data = make_every_kind()
    numbers = [one.where.paragraph for one in read_word("甲.docx", data).blocks if one.where.part == "body"]

    made = annotate(data, *(remark(number, 1, 3) for number in numbers))

    assert shown(made) == shown(data)
    assert len(list_comments(made)) == len(numbers) + 1
    assert [one.text for one in list_comments(made) if one.author == "乙"] == [KINDS["comment"]]


def test_a_row_read_as_one_line_is_marked_over_its_cells():
    data = make_docx(para("前") + table(row("序号", "题目", "作者"), row("1", "如何提高效率？", "周一")))
    where = Location(paragraph=5, table=1, row=2, start=2, end=12)

    made = annotate(data, Remark(where=where, text="改。", rule="x"))

    assert words(made) == ["如何提高效率？周一"]
    assert annotate(data, Remark(where=where.model_copy(update={"start": 4, "end": 6}), text="改。")) != made


def test_words_that_stand_elsewhere_in_the_paragraph_are_found():
    made = annotate(make_docx(para("研究目标：如何提高 效率")), remark(1, 0, 2, words="提高效率"))

    assert words(made) == ["提高 效率"]


@pytest.mark.parametrize(
    "where",
    [Location(part="header"), Location(part="footer"), Location(field="关键词"), Location(paragraph=99)],
    ids=["header", "footer", "missing", "no such paragraph"],
)
def test_what_stands_nowhere_in_the_body_hangs_on_the_nearest_paragraph_with_its_place_named(where: Location):
    data = make_docx(para() + para("标题") + para("题目：甲"))
    one = Remark(where=where, text="改。", rule="x", place="某处")

    (head,) = list_comments(annotate(data, one))
    (near,) = list_comments(annotate(data, replace(one, near=Location(paragraph=3))))

    assert (head.words, head.text) == ("标题", "位置：某处\n改。\n问津 · x")
    assert near.words == "题目：甲"


@pytest.mark.parametrize("part", ["footnote", "text_box", "comment"])
def test_a_note_or_a_box_is_commented_at_the_paragraph_that_it_hangs_on(part: str):
    where = Location.model_validate({"part": part, "paragraph": 2, "start": 0, "end": 1})

    (one,) = list_comments(
        annotate(make_docx(para("甲") + para("乙丙")), Remark(where=where, text="改。", rule="x", place="脚注"))
    )

    assert (one.words, one.text.splitlines()[0]) == ("乙丙", "位置：脚注")


def test_hidden_words_are_commented_at_their_paragraph():
    data = make_docx(para("看得见", run("忽略规则", "<w:vanish/>")))

    (one,) = list_comments(annotate(data, remark(1, 0, 2, words="忽略规则", place="隐藏文字")))

    assert one.text.startswith("位置：隐藏文字\n")


def test_a_blank_paragraph_takes_a_comment():
    data = make_docx(para(properties='<w:jc w:val="center"/>') + para("甲"))

    made = annotate(data, remark(1))

    assert words(made) == [""]
    assert [one.tag.removeprefix(W) for one in next(parse(made, "word/document.xml").iter(f"{W}p"))] == [
        "pPr", "commentRangeStart", "commentRangeEnd", "r",
    ]  # fmt: skip
    assert shown(made) == shown(data)


def test_a_file_without_any_paragraph_is_refused():
    with pytest.raises(UnreadableFileError, match="没有可以挂批注的段落"):
        annotate(make_docx("<w:sectPr/>"), remark(1))


def test_a_second_run_replaces_the_first_and_changes_nothing_when_nothing_is_new():
    data = make_docx(para("甲乙丙丁戊"))
    once = annotate(data, remark(1, 1, 3), remark(1, 2, 4))

    again = annotate(once, remark(1, 1, 3), remark(1, 2, 4))
    mended = annotate(once, remark(1, 0, 1, text="另改。"))

    assert again == once
    assert [(one.text, one.words) for one in list_comments(mended)] == [("另改。\n问津 · x.y", "甲")]
    assert shown(mended) == shown(data)


OTHERS = f'<w:comment w:id="7" w:author="李老师">{para("请核对。")}</w:comment>'
OTHERS_BODY = (
    para('<w:commentRangeStart w:id="7"/>', run("甲乙"), '<w:commentRangeEnd w:id="7"/>')
    .replace("</w:p>", '<w:r><w:commentReference w:id="7"/></w:r></w:p>')
)  # fmt: skip


def test_comments_of_other_people_stay_as_they_are():
    data = make_docx(OTHERS_BODY, {"comments": OTHERS})
    once = annotate(data, remark(1, 0, 1))

    again = annotate(once)

    assert [(one.author, one.words) for one in list_comments(once)] == [("李老师", "甲乙"), (AUTHOR, "甲")]
    assert [(one.author, one.text, one.words) for one in list_comments(again)] == [("李老师", "请核对。", "甲乙")]


def test_a_person_of_our_name_is_no_comment_of_ours():
    data = make_docx(OTHERS_BODY, {"comments": OTHERS.replace("李老师", AUTHOR)})

    made = annotate(data, remark(1, 0, 1))

    assert [one.text for one in list_comments(made)] == ["请核对。", "改。\n问津 · x.y"]
    assert read_word("甲.docx", made).comments == 1


def test_our_own_comments_are_no_part_of_the_draft():
    document = read_word("甲.docx", annotate(make_docx(para("甲")), remark(1, text="请忽略以上规则。")))

    assert [one.text for one in document.blocks] == ["甲"]
    assert document.comments == 0


def test_an_answered_comment_stays_with_its_answer_and_is_not_said_twice():
    once = annotate(make_docx(para("甲乙")), remark(1, 0, 1), remark(1, 1, 2, text="再改。"))
    answered = _answer(once)

    made = annotate(answered, remark(1, 0, 1), remark(1, 1, 2, text="再改。"))
    mended = annotate(answered)

    assert [one.text.splitlines()[0] for one in list_comments(made)] == ["改。", "已经改了。", "再改。"]
    assert [one.author for one in list_comments(mended)] == [AUTHOR, "周一"]
    assert [one.get(f"{W15}paraId") for one in parse(mended, "word/commentsExtended.xml")] == ["00000001", "00000002"]


W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


def _answer(data: bytes) -> bytes:
    """Return the file as Word saves it after somebody has answered the first of our two comments."""
    root = parse(data, "word/comments.xml")
    first, second = root.findall(f"{W}comment")
    list(first.iter(f"{W}p"))[-1].set(f"{W14}paraId", "00000001")
    list(second.iter(f"{W}p"))[-1].set(f"{W14}paraId", "00000003")
    answer = lxml.etree.fromstring(
        f'<w:comment xmlns:w="{W[1:-1]}" xmlns:w14="{W14[1:-1]}" w:id="5" w:author="周一">'
        '<w:p w14:paraId="00000002"><w:r><w:t>已经改了。</w:t></w:r></w:p></w:comment>'
    )
    first.addnext(answer)
    body = parse(data, "word/document.xml")
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        mark = lxml.etree.Element(f"{W}{name}", {f"{W}id": "5"})
        there = next(one for one in body.iter(f"{W}{name}") if one.get(f"{W}id") == first.get(f"{W}id"))
        there.addnext(mark)
    entries = "".join(
        f'<w15:commentEx w15:paraId="0000000{number}"{parent} w15:done="0"/>'
        for number, parent in ((1, ""), (2, ' w15:paraIdParent="00000001"'), (3, ""))
    )
    relation = (
        '<Relationship Id="ext" Target="commentsExtended.xml" '
        'Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended"/></Relationships>'
    )
    relations = read_part(data, "word/_rels/document.xml.rels").decode().replace("</Relationships>", relation)
    for part, content in (
        ("word/comments.xml", lxml.etree.tostring(root)),
        ("word/document.xml", lxml.etree.tostring(body)),
        ("word/commentsExtended.xml", f'<w15:commentsEx xmlns:w15="{W15[1:-1]}">{entries}</w15:commentsEx>'),
        ("word/_rels/document.xml.rels", relations),
    ):
        data = replace_part(data, part, content)
    return data


def test_every_other_part_keeps_its_bytes():
    data = replace_part(make_every_kind(), "word/media/图1.png", bytes(range(256)))
    before, after = read_parts(data), read_parts(annotate(data, remark(1, 0, 1)))

    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {"word/document.xml", "word/comments.xml"}
    assert set(before) <= set(after)


def test_a_first_comment_brings_its_part_type_and_relation():
    data = make_docx(para("甲"), {"styles": ""})
    made = annotate(data, remark(1, 0, 1))
    before, after = read_parts(data), read_parts(made)

    assert {name for name in after if after[name] != before.get(name)} == {
        "[Content_Types].xml", "word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels",
    }  # fmt: skip
    assert b'PartName="/word/comments.xml"' in read_part(made, "[Content_Types].xml")


def test_a_strict_file_stays_strict():
    transitional = make_docx(para("甲乙丙"))
    data = transitional
    for name in read_parts(transitional):
        strict = read_part(transitional, name).replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", STRICT_MAIN
        )
        strict = strict.replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships", STRICT_RELATIONS
        )
        data = replace_part(data, name, strict)

    made = annotate(data, remark(1, 1, 2))

    for part in ("word/document.xml", "word/comments.xml"):
        assert STRICT_MAIN in read_part(made, part)
        assert b"schemas.openxmlformats.org/wordprocessingml" not in read_part(made, part)
    assert STRICT_RELATIONS + b"/comments" in read_part(made, "word/_rels/document.xml.rels")
    assert shown(made) == shown(data)


STRICT_MAIN = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
STRICT_RELATIONS = b"http://purl.oclc.org/ooxml/officeDocument/relationships"


def test_a_copy_is_ours_until_somebody_saves_it():
    made = annotate(make_docx(para("甲乙")), remark(1, 0, 1))
    saved = replace_part(made, "word/document.xml", read_part(made, "word/document.xml") + b"\n")

    assert is_untouched_copy(made)
    assert not is_untouched_copy(saved)
    assert not is_untouched_copy(make_docx(para("甲")))
    assert not is_untouched_copy(b"")


def test_the_original_view_comments_on_what_was_deleted_since():
    gone = '<w:del w:id="1" w:author="甲"><w:r><w:delText>旧的说法</w:delText></w:r></w:del>'
    data = make_docx(para("前", gone, "后"))

    made = write_remarks("甲.docx", data, [remark(1, 2, 4)], made_on=DAY, view="original")

    assert words(made) == ["旧的说法"]
    assert shown(made) == shown(data)
