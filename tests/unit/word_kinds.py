"""A Word file with one marked piece of text for each of thirty kinds of content that such files hold."""

from tests.unit.word_files import cell, control, make_docx, para, row, run, table

KINDS = {
    "paragraph": "普通段落",
    "table cell": "表格单元格",
    "nested table": "嵌套表格",
    "merged cell": "合并单元格",
    "block control": "块级控件",
    "inline control": "行内控件",
    "row control": "整行控件",
    "cell control": "单元格控件",
    "drop-down control": "下拉选项",
    "drawn text box": "绘图文本框",
    "legacy text box": "旧式文本框",
    "inserted": "修订插入",
    "deleted": "修订删除",
    "moved from": "移动原处",
    "moved to": "移动去处",
    "link": "超链接文字",
    "simple field": "简单域结果",
    "smart tag": "智能标记",
    "custom XML": "自定义标记",
    "hidden": "隐藏文字",
    "formula": "公式文字",
    "ruby": "拼音正文",
    "header": "页眉文字",
    "footer": "页脚文字",
    "footnote": "脚注文字",
    "endnote": "尾注文字",
    "comment": "批注文字",
    "styled heading": "自定义样式标题",
    "outlined heading": "大纲级别标题",
    "automatic number": "一、",
}
"""Kind to the text of it, none of which is part of another."""

_GLOSS = "pīn"
"""Reading above the base text, which is no text of its own."""


def make_every_kind() -> bytes:
    """Return the file; in it each text stands once, those in text boxes once more in the branch for old programs."""
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = [
        para(KINDS["paragraph"], _mark("footnote"), _mark("endnote"), _mark("comment")),
        para(KINDS["styled heading"], properties='<w:pStyle w:val="a7"/>'),
        para(KINDS["outlined heading"], properties='<w:outlineLvl w:val="1"/>'),
        para("列表项", properties=number),
        _controls(),
        _tables(),
        para(f"<w:r>{_box(KINDS['drawn text box'])}</w:r>"),
        para(f"<w:r><w:pict><v:shape>{_legacy_box(KINDS['legacy text box'])}</v:shape></w:pict></w:r>"),
        para(*(_change(tag, KINDS[kind]) for tag, kind in _CHANGES.items())),
        para(*_inline()),
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>',
        '<w:footerReference w:type="default" r:id="footer1"/></w:sectPr>',
    ]
    return make_docx("".join(body), _parts())


_CHANGES = {"ins": "inserted", "del": "deleted", "moveFrom": "moved from", "moveTo": "moved to"}


def _mark(kind: str) -> str:
    return f'<w:r><w:{kind}Reference w:id="2"/></w:r>'


def _change(tag: str, text: str) -> str:
    content = run(text).replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ") if tag == "del" else run(text)
    return f'<w:{tag} w:id="9" w:author="甲" w:date="2023-01-01T00:00:00Z">{content}</w:{tag}>'


def _controls() -> str:
    choices = '<w:dropDownList><w:listItem w:displayText="甲" w:value="甲"/></w:dropDownList>'
    chosen = (
        f"<w:sdt><w:sdtPr>{choices}</w:sdtPr><w:sdtContent>{run(KINDS['drop-down control'])}</w:sdtContent></w:sdt>"
    )
    return control(para(KINDS["block control"])) + para(control(run(KINDS["inline control"])), "与", chosen)


def _tables() -> str:
    wide, down, covered = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    nested = cell(table(row(KINDS["nested table"])), "<w:p/>", properties=wide)
    return table(
        row(cell(KINDS["merged cell"], properties=down), KINDS["table cell"], "乙"),
        row(cell(properties=covered), control(cell(KINDS["cell control"])), "丙"),
        control(row(KINDS["row control"], nested)),
    )


def _inline() -> tuple[str, ...]:
    ruby = f"<w:rt>{run(_GLOSS)}</w:rt><w:rubyBase>{run(KINDS['ruby'])}</w:rubyBase>"
    return (
        f'<w:hyperlink r:id="x">{run(KINDS["link"])}</w:hyperlink>',
        f'<w:fldSimple w:instr="REF x">{run(KINDS["simple field"])}</w:fldSimple>',
        f'<w:smartTag w:element="x">{run(KINDS["smart tag"])}</w:smartTag>',
        f'<w:customXml w:element="x">{run(KINDS["custom XML"])}</w:customXml>',
        run(KINDS["hidden"], "<w:vanish/>"),
        f"<m:oMath><m:r><m:t>{KINDS['formula']}</m:t></m:r></m:oMath>",
        f"<w:r><w:ruby>{ruby}</w:ruby></w:r>",
    )


def _box(text: str) -> str:
    content = f"<w:txbxContent>{para(text)}</w:txbxContent>"
    choice = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict>{_legacy_box(text)}</w:pict></mc:Fallback>"
    return f"<mc:AlternateContent>{choice}{fallback}</mc:AlternateContent>"


def _legacy_box(text: str) -> str:
    return f"<v:textbox><w:txbxContent>{para(text)}</w:txbxContent></v:textbox>"


def _parts() -> dict[str, str]:
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    lists = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
    return {
        "styles": '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="a7"><w:name w:val="章标题"/><w:basedOn w:val="1"/></w:style>',
        "numbering": lists + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        "footnotes": f'<w:footnote w:id="2">{para(KINDS["footnote"])}</w:footnote>',
        "endnotes": f'<w:endnote w:id="2">{para(KINDS["endnote"])}</w:endnote>',
        "comments": f'<w:comment w:id="2" w:author="乙">{para(KINDS["comment"])}</w:comment>',
        "header1": para(KINDS["header"]),
        "footer1": para(KINDS["footer"]),
    }
