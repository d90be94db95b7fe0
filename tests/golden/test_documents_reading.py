"""One Word file with every kind of content, read whole; the JSON of `wenjin read` is compared with `reading.json`.

After an intended change, write the file anew with `python -m tests.golden.test_documents_reading` and review its diff.
"""

import json
from pathlib import Path

from assistant.documents.describe import describe
from assistant.documents.fields import recognise
from assistant.documents.reading import read_bytes
from assistant.library.forms import load_forms
from assistant.library.locations import corpus_root
from tests.unit.word_files import cell, control, make_docx, para, row, run, table

_EXPECTED = Path(__file__).with_name("reading.json")


def _change(tag: str, content: str) -> str:
    return f'<w:{tag} w:id="1" w:author="甲" w:date="2023-01-01T00:00:00Z">{content}</w:{tag}>'


def _listed(text: str) -> str:
    return para(text, properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')


def _box(text: str) -> str:
    content = f"<w:txbxContent>{para(text)}</w:txbxContent>"
    choice = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback>"
    return f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>"


def _power() -> str:
    base, power = ("<m:r><m:t>c</m:t></m:r>", "<m:r><m:t>2</m:t></m:r>")
    return f"<m:oMath><m:sSup><m:e>{base}</m:e><m:sup>{power}</m:sup></m:sSup></m:oMath>"


def _make() -> bytes:
    wide = '<w:gridSpan w:val="3"/>'
    picture = '<w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r>'
    link = f'<w:hyperlink r:id="x">{run("a@example.org")}</w:hyperlink>'
    tick = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    deleted = _change("del", "<w:r><w:delText>旧稿</w:delText></w:r>")
    body = [
        para("附件1"),
        para("前沿科学问题、工程技术难题和产业技术问题撰写格式模板", properties='<w:jc w:val="center"/>'),
        para(run("内部使用", "<w:vanish/>"), _box("征求意见稿")),
        para(run("题", "<w:b/>"), run("  目："), control(run("如何确定")), _change("ins", run("临界温度？")), deleted),
        control(para("Title：", f'<w:fldSimple w:instr="REF x">{run("How?")}</w:fldSimple>')),
        table(
            row(cell(para("所属"), para("类型")), "前沿科学问题", "所属领域", cell(para(tick, "先进材料"))),
            row("所属学科", cell(control(para("140 物理学")), properties=wide)),
            row(
                "作者信息",
                cell("姓名：甲", para("邮箱：", link), table(row("单位", "乙大学")), "<w:p/>", properties=wide),
            ),
        ),
        para("关键词：超导；相变", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        para("Key Words: ", control(run("单击输入"), placeholder=True)),
        _listed("问题描述"),
        para("能量为", _power(), "。"),
        _listed("问题背景"),
        para("见图。", picture, '<w:r><w:commentReference w:id="7"/></w:r>'),
        para("五、致谢", properties='<w:outlineLvl w:val="0"/>'),
        para("感谢。"),
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>',
        '<w:footerReference w:type="default" r:id="footer1"/></w:sectPr>',
    ]
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    lists = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
    parts = {
        "numbering": lists + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        "footnotes": f'<w:footnote w:id="2">{para("脚注。")}</w:footnote>',
        "comments": f'<w:comment w:id="7" w:author="乙">{para("请补图。")}</w:comment>',
        "header1": para("页眉", '<w:r><w:pict><v:shape><v:textpath string="草稿"/></v:shape></w:pict></w:r>'),
        "footer1": para("第", '<w:fldSimple w:instr="PAGE">' + run("1") + "</w:fldSimple>", "页"),
    }
    return make_docx("".join(body), parts)


def _read() -> str:
    root = corpus_root()
    document = read_bytes("样例.docx", _make())
    reading = describe(document, recognise(document, load_forms(root / "cast-2022", root)))
    value = reading.model_dump(mode="json", exclude={"sha256"}, exclude_defaults=True)
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def test_a_file_with_every_kind_of_content_is_read_as_recorded():
    assert _read() == _EXPECTED.read_text(encoding="utf-8")


if __name__ == "__main__":
    _EXPECTED.write_text(_read(), encoding="utf-8")
