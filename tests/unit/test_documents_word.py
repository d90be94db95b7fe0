"""Every kind of content that a Word file may hold: what is shown is read once, what is not shown is never text."""

import pytest

from assistant.documents.reading import read_bytes
from assistant.documents.word import read_word
from assistant.domain.draft import Block, Document
from tests.unit.word_files import (
    cell,
    control,
    make_docx,
    make_relations,
    para,
    read_parts,
    replace_part,
    row,
    run,
    table,
)

_BOX = "<w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent>"
_DRAWN_BOX = f"<w:drawing><wp:anchor><wps:wsp><wps:txbx>{_BOX}</wps:txbx></wps:wsp></wp:anchor></w:drawing>"
_VML_BOX = f"<w:pict><v:shape><v:textbox>{_BOX}</v:textbox></v:shape></w:pict>"
_PICTURE = (
    '<w:drawing><wp:inline><a:graphic><pic:pic><a:blip r:embed="x"/></pic:pic></a:graphic></wp:inline></w:drawing>'
)


def _read(body: str, parts: dict[str, str] | None = None) -> Document:
    return read_word("x.docx", make_docx(body, parts))


def _texts(document: Document, *kinds: str) -> list[str]:
    return [block.text for block in document.blocks if block.text and (not kinds or block.kind in kinds)]


def _first(document: Document, text: str) -> Block:
    return next(block for block in document.blocks if block.text == text)


def _changed(tag: str, content: str) -> str:
    return f'<w:{tag} w:id="1" w:author="甲" w:date="2023-01-01T00:00:00Z">{content}</w:{tag}>'


def test_paragraphs_are_counted_with_empty_ones_and_those_in_cells():
    document = _read(para("一") + "<w:p/>" + table(row("二", cell("三", "四"))) + para("五"))

    places = [(b.text, b.kind, b.where.paragraph, b.where.table, b.where.row, b.where.column) for b in document.blocks]
    assert places == [
        ("一", "paragraph", 1, None, None, None),
        ("", "paragraph", 2, None, None, None),
        ("二", "cell", 3, 1, 1, 1),
        ("三", "cell", 4, 1, 1, 2),
        ("四", "cell", 5, 1, 1, 2),
        ("五", "paragraph", 6, None, None, None),
    ]
    assert _first(document, "三").where.end == 1


def test_runs_of_one_paragraph_are_one_text():
    assert _texts(_read(para("题", run("  目", "<w:b/>"), "：如何"))) == ["题  目：如何"]


def test_tabs_breaks_and_special_hyphens_are_kept():
    inner = "<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:cr/>"

    assert _texts(_read(para(f"<w:r>{inner}</w:r>"))) == ["a\tb\nc-d\n"]


@pytest.mark.parametrize(
    "body",
    [
        control(para("甲")),
        control(control(para("甲"))),
        para(control(run("甲"))),
        table(control(row("甲"))),
        table(f"<w:tr>{control(cell('甲'))}</w:tr>"),
        table(row(cell(control(para("甲"))))),
        para(f'<w:hyperlink r:id="x">{run("甲")}</w:hyperlink>'),
        para(f'<w:fldSimple w:instr="REF x">{run("甲")}</w:fldSimple>'),
        para(f'<w:smartTag w:element="x">{run("甲")}</w:smartTag>'),
        para(f'<w:customXml w:element="x">{run("甲")}</w:customXml>'),
        f'<w:customXml w:element="x">{para("甲")}</w:customXml>',
        table(f'<w:customXml w:element="x">{row("甲")}</w:customXml>'),
        para(f'<w:bdo w:val="ltr">{run("甲")}</w:bdo>'),
        para(_changed("ins", run("甲"))),
        para(_changed("moveTo", run("甲"))),
        para(f"<w:r><w:ruby><w:rt>{run('jia')}</w:rt><w:rubyBase>{run('甲')}</w:rubyBase></w:ruby></w:r>"),
        para("<m:oMath><m:r><m:t>甲</m:t></m:r></m:oMath>"),
        para("<m:oMathPara><m:oMath><m:r><m:t>甲</m:t></m:r></m:oMath></m:oMathPara>"),
        para(f"<w:r>{_DRAWN_BOX.format('甲')}</w:r>"),
        para(f"<w:r>{_VML_BOX.format('甲')}</w:r>"),
        f"<mc:AlternateContent><mc:Choice Requires='w14'>{para('甲')}</mc:Choice></mc:AlternateContent>",
    ],
)
def test_text_inside_wrappers_is_read_once(body: str):
    assert "".join(_texts(_read(body))) == "甲"


@pytest.mark.parametrize(
    "body",
    [
        para(_changed("del", "<w:r><w:delText>甲</w:delText></w:r>")),
        para(_changed("moveFrom", run("甲"))),
        table(row("甲", properties='<w:del w:id="1" w:author="x"/>')),
        table(row(cell("甲", properties='<w:cellDel w:id="1" w:author="x"/>'))),
    ],
)
def test_deleted_text_is_counted_and_never_read(body: str):
    document = _read(body + para("乙"))

    assert _texts(document) == ["乙"]
    assert document.revisions == 1


def test_original_view_shows_deletions_in_place_of_insertions():
    body = para(_changed("del", "<w:r><w:delText>旧</w:delText></w:r>"), _changed("ins", run("新")), "文")

    assert _texts(read_word("x.docx", make_docx(body), "original")) == ["旧文"]
    assert _texts(read_word("x.docx", make_docx(body), "accepted")) == ["新文"]


def test_a_paragraph_whose_end_was_deleted_joins_the_next():
    mark = f"<w:rPr>{_changed('del', '')}</w:rPr>"
    document = _read(para("上", properties=mark) + para("下") + para("尾", properties=mark))

    assert [block.text for block in document.blocks] == ["上下", "尾"]


def _field_mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def test_complex_fields_show_their_result_only():
    code = "<w:r><w:instrText>IF 1 = 1</w:instrText></w:r>"
    body = para(
        _field_mark("begin"), code, run("码"), _field_mark("separate"), run("果"), _field_mark("end"), run("后")
    )

    assert _texts(_read(body)) == ["果后"]


def test_a_field_may_span_paragraphs():
    begin = _field_mark("begin") + _field_mark("separate")

    assert _texts(_read(para(begin, "甲") + para("乙", _field_mark("end")) + para("丙"))) == ["甲", "乙", "丙"]


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        ("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>", "☒"),
        ("<w:checkBox><w:default w:val='0'/></w:checkBox>", "☐"),
        ("<w:ddList><w:result w:val='1'/><w:listEntry w:val='甲'/><w:listEntry w:val='乙'/></w:ddList>", "乙"),
    ],
)
def test_legacy_form_fields_show_their_state(data: str, shown: str):
    marks = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'

    assert _texts(_read(para(marks, _field_mark("end")))) == [shown]


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ('<w:sym w:font="Wingdings" w:char="F0FE"/>', "☑"),
        ('<w:sym w:font="Wingdings" w:char="F0A8"/>', "□"),
        ('<w:sym w:font="Wingdings 2" w:char="F052"/>', "☑"),
        ('<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>þ</w:t>', "☑"),
        ('<w:sym w:font="Symbol" w:char="zz"/><w:t>x</w:t>', "x"),
    ],
)
def test_symbol_fonts_are_read_as_they_look(content: str, shown: str):
    assert _texts(_read(para(f"<w:r>{content}</w:r>"))) == [shown]


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        ("<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>", "x^2"),
        ("<m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f>", "a/b"),
        ("<m:d><m:e><m:r><m:t>a</m:t></m:r></m:e></m:d>", "(a)"),
        ("<m:rad><m:deg/><m:e><m:r><m:t>a</m:t></m:r></m:e></m:rad>", "√a"),
    ],
)
def test_formulas_read_as_one_line(formula: str, shown: str):
    assert _texts(_read(para("设", f"<m:oMath>{formula}</m:oMath>"))) == [f"设{shown}"]


def test_a_text_box_with_a_fallback_is_read_once():
    both = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'>{_DRAWN_BOX.format('框')}</mc:Choice>"
        f"<mc:Fallback>{_VML_BOX.format('框')}</mc:Fallback></mc:AlternateContent>"
    )
    document = _read(para("前", f"<w:r>{both}</w:r>", "后") + para("下段"))

    assert [(block.kind, block.text) for block in document.blocks] == [
        ("paragraph", "前后"), ("text_box", "框"), ("paragraph", "下段"),
    ]  # fmt: skip
    assert (_first(document, "框").where.part, _first(document, "框").where.paragraph) == ("text_box", 1)
    assert _first(document, "下段").where.paragraph == 2


def test_of_unknown_choices_the_fallback_is_read():
    both = (
        f"<mc:AlternateContent><mc:Choice Requires='zzz'>{run('新')}</mc:Choice>"
        f"<mc:Fallback>{run('旧')}</mc:Fallback></mc:AlternateContent>"
    )

    assert _texts(_read(para(both))) == ["旧"]


@pytest.mark.parametrize(
    "properties",
    ["<w:vanish/>", '<w:sz w:val="2"/>', '<w:color w:val="ffffff"/>', '<w:rStyle w:val="Secret"/>'],
)
def test_hidden_text_is_kept_apart(properties: str):
    styles = '<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
    document = _read(para("见", run("藏", properties)), {"styles": styles})

    assert [(block.kind, block.text) for block in document.blocks] == [("paragraph", "见"), ("hidden", "藏")]


@pytest.mark.parametrize(
    "body",
    [
        para(run("白", '<w:color w:val="FFFFFF"/><w:shd w:fill="000000"/>')),
        para(run("白", '<w:color w:val="FFFFFF"/>'), properties='<w:shd w:fill="4472C4"/>'),
        table(row(cell(para(run("白", '<w:color w:val="FFFFFF"/>')), properties='<w:shd w:fill="4472C4"/>'))),
        table(row(cell(para(run("白", '<w:color w:val="FFFFFF"/>')))), style="Dark"),
        para(run("白", '<w:vanish w:val="0"/>')),
    ],
)
def test_white_text_on_colour_is_shown(body: str):
    styles = '<w:style w:type="table" w:styleId="Dark"><w:tcPr><w:shd w:fill="000000"/></w:tcPr></w:style>'

    assert _texts(_read(body, {"styles": styles}), "paragraph", "cell") == ["白"]


def test_each_merged_cell_is_read_once_and_keeps_the_columns_of_the_others():
    body = table(
        row(
            cell("纵", properties="<w:vMerge w:val='restart'/>"), cell("横", properties='<w:gridSpan w:val="2"/>'), "右"
        ),
        row(cell(properties="<w:vMerge/>"), "中", "间", "下"),
    )
    document = _read(body)

    places = [(b.text, b.where.row, b.where.column) for b in document.blocks]
    assert places == [("纵", 1, 1), ("横", 1, 2), ("右", 1, 4), ("中", 2, 2), ("间", 2, 3), ("下", 2, 4)]


def test_text_in_a_covered_cell_or_a_hidden_row_is_hidden():
    body = table(row(cell("盖", properties="<w:vMerge/>"), "露"), row("隐", properties="<w:hidden/>"))

    assert _texts(_read(body), "cell") == ["露"]
    assert _texts(_read(body), "hidden") == ["盖", "隐"]


def test_a_nested_table_knows_the_cell_around_it():
    document = _read(table(row("外", cell(table(row("内")), "<w:p/>"))))

    inner = _first(document, "内")
    assert (inner.where.table, inner.where.row, inner.where.column, inner.outer) == (2, 1, 1, (1, 1, 2))
    assert _first(document, "外").outer is None


def test_placeholder_of_an_empty_control_is_marked():
    document = _read(para("题目：", control(run("单击此处输入文字"), placeholder=True)))

    assert document.blocks[0].text == "题目：单击此处输入文字"
    assert document.blocks[0].placeholders == ((3, 11),)


def test_notes_headers_and_comments_are_kinds_of_their_own():
    body = para("文", '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="3"/></w:r>')
    body += para("批", '<w:r><w:commentReference w:id="7"/></w:r>')
    body += (
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>'
        '<w:headerReference w:type="first" r:id="header2"/>'
        '<w:footerReference w:type="default" r:id="footer1"/></w:sectPr>'
    )
    notes = f'<w:footnote w:id="0" w:type="separator">{para("线")}</w:footnote>'
    notes += f'<w:footnote w:id="2">{para("脚注")}</w:footnote><w:footnote w:id="9">{para("无主")}</w:footnote>'
    parts = {
        "footnotes": notes,
        "endnotes": f'<w:endnote w:id="3">{para("尾注")}</w:endnote>',
        "comments": f'<w:comment w:id="7" w:author="甲">{para("批注")}</w:comment>',
        "header1": para("页眉"),
        "header2": para("首页页眉"),
        "footer1": para("页脚"),
    }
    document = _read(body, parts)

    kinds = [(block.kind, block.text, block.where.part, block.where.paragraph) for block in document.blocks]
    assert kinds == [
        ("paragraph", "文", "body", 1), ("paragraph", "批", "body", 2),
        ("footnote", "脚注", "footnote", 1), ("footnote", "尾注", "footnote", 1),
        ("header", "页眉", "header", None), ("footer", "页脚", "footer", None),
        ("comment", "批注", "comment", 2),
    ]  # fmt: skip
    assert document.comments == 1


def test_first_page_header_is_read_where_the_section_has_one():
    section = '<w:sectPr><w:headerReference w:type="first" r:id="header1"/><w:titlePg/></w:sectPr>'

    assert _texts(_read(para("文") + section, {"header1": para("首页")}), "header") == ["首页"]


def test_a_watermark_is_text_of_the_header():
    mark = '<w:r><w:pict><v:shape><v:textpath string="机密"/></v:shape></w:pict></w:r>'
    document = _read(
        para("文") + '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>',
        {"header1": para(mark)},
    )

    assert (_first(document, "机密").kind, _first(document, "机密").where.part) == ("text_box", "header")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (f"<w:p><w:r>{_PICTURE}</w:r></w:p>", "图片"),
        ('<w:p><w:r><w:pict><v:shape><v:imagedata r:id="x"/></v:shape></w:pict></w:r></w:p>', "图片"),
        (
            '<w:p><w:r><w:object><v:shape><v:imagedata r:id="x"/></v:shape><o:OLEObject/></w:object></w:r></w:p>',
            "嵌入对象",
        ),
        ('<w:p><w:r><w:object><w:control r:id="x"/></w:object></w:r></w:p>', "ActiveX 控件"),
        ('<w:p><w:r><w:drawing><c:chart r:id="x"/></w:drawing></w:r></w:p>', "图表"),
        ("<w:p><w:r><w:drawing><dgm:relIds/></w:drawing></w:r></w:p>", "SmartArt 图形"),
        ('<w:altChunk r:id="x"/>', "嵌入文档"),
    ],
)
def test_what_is_no_text_is_named(content: str, what: str):
    document = _read(para("文") + content)

    assert [one.what for one in document.unread] == [what]


def test_a_picture_in_a_cell_is_placed_there():
    document = _read(table(row("签字", cell(f"<w:p><w:r>{_PICTURE}</w:r></w:p>"))))

    where = document.unread[0].where
    assert (where.table, where.row, where.column) == (1, 1, 2)


@pytest.mark.parametrize("kind", ["oleObject", "image", "frame", "subDocument"])
def test_things_outside_the_file_are_named_and_not_fetched(kind: str):
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = f'<Relationship Id="e" Type="{office}/{kind}" Target="file:///C:/x.xlsx" TargetMode="External"/>'
    data = replace_part(make_docx(para("文")), "word/_rels/document.xml.rels", make_relations(relation))

    document = read_word("x.docx", data)
    assert len(document.unread) == 1
    assert document.unread[0].what.startswith("外部链接")
    assert _texts(document) == ["文"]


_HEADING_STYLES = (
    '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="章节题"/><w:basedOn w:val="H"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
)


@pytest.mark.parametrize(
    ("body", "kind", "level"),
    [
        (para("题", properties='<w:pStyle w:val="Mine"/>'), "heading", 2),
        (para("题", properties='<w:outlineLvl w:val="0"/>'), "heading", 1),
        (para("题", properties='<w:pStyle w:val="Mine"/><w:outlineLvl w:val="9"/>'), "paragraph", None),
        (para("一、问题描述"), "heading", None),
        (para("（一）问题描述"), "heading", None),
        (para("2.1 研究内容"), "heading", None),
        (para("一、我们提出了一种新的方法，用来解决问题。"), "paragraph", None),
        (para("2.5 是一个数。"), "paragraph", None),
        (para("题", properties='<w:pStyle w:val="Loop"/>'), "paragraph", None),
        (para("题", properties='<w:pStyle w:val="Missing"/>'), "paragraph", None),
    ],
)
def test_headings_are_known_by_style_outline_or_look(body: str, kind: str, level: int | None):
    block = _read(body, {"styles": _HEADING_STYLES}).blocks[0]

    assert (block.kind, block.level) == (kind, level)


def _level(index: int, style: str, text: str, more: str = "") -> str:
    inner = f'<w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/>{more}'
    return f'<w:lvl w:ilvl="{index}">{inner}</w:lvl>'


def _listed(text: str, level: int = 0, num: int = 1) -> str:
    return para(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def _lists(levels: str, nums: str = "") -> dict[str, str]:
    num = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return {"numbering": f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{num}{nums}'}


@pytest.mark.parametrize(
    ("style", "text", "numbers"),
    [
        ("chineseCounting", "%1、", ["一、", "二、", "三、"]),
        ("chineseCountingThousand", "（%1）", ["（一）", "（二）", "（三）"]),
        ("ideographTraditional", "%1.", ["甲.", "乙.", "丙."]),
        ("decimal", "第%1条", ["第1条", "第2条", "第3条"]),
        ("decimalEnclosedCircle", "%1", ["①", "②", "③"]),
        ("decimalEnclosedCircleChinese", "%1", ["①", "②", "③"]),
        ("chineseLegalSimplified", "%1", ["壹", "贰", "叁"]),
        ("upperLetter", "%1)", ["A)", "B)", "C)"]),
        ("lowerRoman", "%1.", ["i.", "ii.", "iii."]),
        ("bullet", "\uf0b7", ["•", "•", "•"]),
        ("none", "", ["", "", ""]),
    ],
)
def test_automatic_numbers_are_those_shown(style: str, text: str, numbers: list[str]):
    document = _read(_listed("甲") + _listed("乙") + para("中") + _listed("丙"), _lists(_level(0, style, text)))

    assert [block.number for block in document.blocks if block.text != "中"] == numbers
    assert [block.text for block in document.blocks] == ["甲", "乙", "中", "丙"]


def test_lower_levels_restart_and_legal_numbering_is_arabic():
    levels = _level(0, "chineseCounting", "%1、") + _level(1, "decimal", "%1.%2", "<w:isLgl/>")
    body = _listed("a") + _listed("b", 1) + _listed("c", 1) + _listed("d") + _listed("e", 1)

    assert [block.number for block in _read(body, _lists(levels)).blocks] == ["一、", "1.1", "1.2", "二、", "2.1"]


def test_a_list_may_restart_and_a_paragraph_may_leave_its_styles_list():
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    styled = (
        '<w:style w:type="paragraph" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = _listed("a") + _listed("b") + _listed("c", num=2)
    body += para("d", properties='<w:pStyle w:val="L"/>')
    body += para("e", properties='<w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr>')

    document = _read(body, {**_lists(_level(0, "decimal", "%1."), again), "styles": styled})
    assert [block.number for block in document.blocks] == ["1.", "2.", "1.", "2.", ""]


def test_the_main_part_is_found_by_its_relation_not_by_its_name():
    assert _texts(read_word("x.docx", make_docx(para("文"), main="other/main2.xml"))) == ["文"]


def test_strict_namespaces_are_understood():
    data = make_docx(para("文", properties='<w:outlineLvl w:val="0"/>'))
    parts = {"word/document.xml": "", "_rels/.rels": ""}
    for name in parts:
        content = read_parts(data)[name]
        strict = bytes(content) if isinstance(content, bytes) else content.encode()
        strict = strict.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        data = replace_part(data, name, strict)

    block = read_word("x.docx", data).blocks[0]
    assert (block.text, block.kind, block.level) == ("文", "heading", 1)


def test_utf16_parts_are_read():
    data = make_docx(para("文"))
    xml = f'<?xml version="1.0" encoding="UTF-16"?>{_document("文")}'

    assert _texts(read_word("x.docx", replace_part(data, "word/document.xml", xml.encode("utf-16")))) == ["文"]


def _document(text: str) -> str:
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<w:document xmlns:w="{namespace}"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>'


def test_missing_parts_and_dead_relations_are_tolerated():
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    dead = f'<Relationship Id="a" Type="{office}/styles" Target="NULL"/>'
    dead += f'<Relationship Id="b" Type="{office}/image" Target=""/>'
    data = replace_part(make_docx(para("文")), "word/_rels/document.xml.rels", make_relations(dead))

    assert _texts(read_word("x.docx", data)) == ["文"]


def test_deep_nesting_is_read_to_the_parsers_bound():
    depth = 100
    body = "<w:sdt><w:sdtContent>" * depth + para("深") + "</w:sdtContent></w:sdt>" * depth

    assert _texts(_read(body)) == ["深"]


def test_bytes_and_hash_name_the_file():
    data = make_docx(para("文"))
    document = read_bytes("草稿.docx", data)

    assert document.file == "草稿.docx"
    assert len(document.sha256) == 64
