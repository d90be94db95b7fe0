"""The labels of every form in every usual shape and layout are found, each with its text at its true place."""

import re
from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.documents.fields import recognise
from assistant.documents.labels import book_of
from assistant.documents.reading import read_bytes
from assistant.domain.draft import Draft
from assistant.domain.form import Form
from assistant.library.forms import load_forms
from assistant.library.locations import corpus_root
from tests.unit.word_files import cell, control, make_docx, para, row, run, table

_PROGRAMMES = ("cast-2023", "pioneer-2020", "sticoop-2022", "nkrd-2021-01")
_NUMBERS = (
    "", "一、", "（一）", "(二)", "1. ", "2、", "3．", "4）", "(5)", "⑥", "⑺", "Ⅱ. ", "IV. ", "A. ", "第一部分 ",
    "第二，", "三 ", "1.2 ", "1-3 ", "03. ", "【4】", "• ", "■ ", "* ", "★", "　　", "壹、",
)  # fmt: skip
_SHAPES = (
    "{l}：{v}", "{l}:{v}", "{l}∶{v}", "{l} ：{v}", "{l}：：{v}", "{l}　　{v}", "{l}\t{v}", "{l}：\t{v}", "{l}——{v}",
    "{l}—{v}", "{l} - {v}", "{l}｜{v}", "{l}（必填）：{v}", "{l}*：{v}", "{l}如下：{v}", "{l}：____{v}____",
    "【{l}】{v}", "【{l}】：{v}", "［{l}］{v}", "[{l}] {v}", "〔{l}〕{v}", "〖{l}〗{v}", "「{l}」：{v}", "＜{l}＞{v}",
    "{l}\n{v}", "{l}：\n{v}", "【{l}】\n{v}", "{l}（必填）\n\n{v}",
)  # fmt: skip
"""What stands in lines; a number may go before."""

_PROSE = (
    "{l}的选择很重要。", "关于{l}：另行说明。", "{l}、方法和结果。", "围绕{l}——方法展开。", "不同{l}：各有长短。",
    "{l}-方法-结果的链条不清。", "《{l}》一书指出：方法有二。", "“{l}”一词指方法。", "与{l}有关的：方法。",
)  # fmt: skip
"""Lines that mention a label and are none."""

Layout = Callable[[str, str], str]
_BREAK = "<w:r><w:br/></w:r>"
_TABLES: dict[str, Layout] = {
    "beside": lambda label, value: table(row(label, value)),
    "beside, spaced": lambda label, value: table(row(_spread(label, "  "), value)),
    "beside, colon": lambda label, value: table(row(f"{label}：", value)),
    "colon in a cell": lambda label, value: table(row(label, "：", value)),
    "numbered row": lambda label, value: table(row("1", label, value)),
    "broken over lines": lambda label, value: table(row(cell(*_halves(label)), value)),
    "upright": lambda label, value: table(row(cell(*(label if _is_han(label) else [label])), value)),
    "broken softly": lambda label, value: table(row(cell(para(_BREAK.join(map(run, _halves(label))))), value)),
    "note below the label": lambda label, value: table(row(cell(label, "（必填）"), value)),
    "above": lambda label, value: table(row(label), row(value)),
    "one cell": lambda label, value: table(row(f"{label}：{value}")),
    "one cell, two lines": lambda label, value: table(row(cell(label, value))),
    "one cell, bold": lambda label, value: table(row(cell(para(run(label, "<w:b/>"), run(value))))),
    "empty cell behind": lambda label, value: table(row(label, value, "")),
    "controls": lambda label, value: control(table(row(control(cell(label)), control(cell(control(para(value))))))),
    "nested": lambda label, value: table(row(cell(table(row(label, value)), "<w:p/>"))),
}
_LINES: dict[str, Layout] = {
    "bold": lambda label, value: para(run(label, "<w:b/>"), run(value)),
    "black": lambda label, value: para(run(label, '<w:rFonts w:eastAsia="黑体"/>'), run(value)),
    "soft break": lambda label, value: para(f"{run(label + chr(0xFF1A))}{_BREAK}{run(value)}"),
    "tabs": lambda label, value: para(f"{run(label)}<w:r><w:tab/><w:tab/></w:r>{run(value)}"),
    "underlined": lambda label, value: para(run(f"{label}："), run(f"   {value}     ", '<w:u w:val="single"/>')),
    "heading": lambda label, value: para(label, properties='<w:outlineLvl w:val="0"/>') + para(value),
    "control": lambda label, value: para(run(f"{label}："), control(run(value))),
    "a run a character": lambda label, value: para(*map(run, f"{label}：{value}")),
    "inserted": lambda label, value: para(f'<w:ins w:id="1" w:author="x">{run(f"{label}：")}</w:ins>', value),
}


def _is_han(text: str) -> bool:
    return all("\u4e00" <= sign <= "\u9fff" for sign in text)


def _spread(label: str, gap: str) -> str:
    return gap.join(label) if _is_han(label) else label


def _halves(label: str) -> list[str]:
    return [label[:2], label[2:]] if _is_han(label) and len(label) > 2 else [label]


@cache
def _forms() -> dict[str, Form]:
    root = corpus_root()
    known = (form for name in _PROGRAMMES for form in load_forms(root / name, root))
    return {form.name: form for form in known if not form.whole}


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _paragraphs(text: str) -> str:
    return "".join(para(run(_escape(line))) for line in text.split("\n"))


_VALUES = st.sampled_from([
    "甲种方法用于乙类对象。", "先进材料", "battery; interface; reaction; control",
    "甲，乙大学，13800000000，a@example.org", "如何调控界面反应？",
    "该题目由作者拟定，关键词另列。", "3年", "（一）甲；（二）乙", "2-3项", "GB/T 13745-2009",
])  # fmt: skip
_Items = tuple[str, list[tuple[str, str, str]]]
"""Name of a form, and of some of its fields: official label, label as written, text."""


@st.composite
def _items(draw: st.DrawFn) -> _Items:
    name = draw(st.sampled_from(sorted(_forms())))
    specs = draw(
        st.lists(st.sampled_from(_forms()[name].fields), min_size=1, max_size=4, unique_by=lambda spec: spec.label)
    )
    return name, [(spec.label, draw(st.sampled_from((spec.label, *spec.aliases))), draw(_VALUES)) for spec in specs]


def _found(draft: Draft) -> list[tuple[str, str]]:
    return [(one.label, one.text) for one in draft.fields]


def _places_are_true(draft: Draft) -> bool:
    blocks = {
        (one.where.paragraph, one.where.table, one.where.row, one.where.column): one for one in draft.document.blocks
    }
    places = [line for one in draft.fields for line in one.lines]
    return all(
        blocks[where.paragraph, where.table, where.row, where.column].text[where.start : where.end] == line.text
        for line in places
        for where in [line.where]
    )


@given(_items(), st.data())
@settings(deadline=None, derandomize=True, max_examples=150)
def test_labels_before_their_text_are_found_in_lines(chosen: _Items, data: st.DataObject):
    form, items = chosen
    number, shape = data.draw(st.sampled_from(_NUMBERS)), data.draw(st.sampled_from(_SHAPES))
    spread = data.draw(st.sampled_from(["", " ", "　"]))
    text = "\n".join(number + shape.format(l=_spread(label, spread), v=value) for _, label, value in items)
    wanted = [(label, value) for label, _, value in items]

    for file, content in (("x.txt", text.encode()), ("x.docx", make_docx(_paragraphs(text)))):
        draft = recognise(read_bytes(file, content), [_forms()[form]])

        assert _found(draft) == wanted
        assert _places_are_true(draft)


@given(_items(), st.data())
@settings(deadline=None, derandomize=True, max_examples=150)
def test_labels_are_found_in_layouts_of_word(chosen: _Items, data: st.DataObject):
    form, items = chosen
    layouts = _TABLES | _LINES
    names = [data.draw(st.sampled_from(sorted(layouts))) for _ in items]
    body = "".join(layouts[name](label, value) for name, (_, label, value) in zip(names, items, strict=True))
    draft = recognise(read_bytes("x.docx", make_docx(body + "<w:p/>")), [_forms()[form]])

    assert _found(draft) == [(label, value) for label, _, value in items]
    assert _places_are_true(draft)


@given(_items(), st.sampled_from(_PROSE))
@settings(deadline=None, derandomize=True, max_examples=150)
def test_a_label_inside_prose_is_none(chosen: _Items, prose: str):
    form, items = chosen
    lines = [prose.format(l=label) for label, _, _ in items]
    draft = recognise(read_bytes("x.txt", "\n".join(lines).encode()), [_forms()[form]])

    assert draft.fields == ()
    assert [line.text for line in draft.unassigned] == lines


@pytest.mark.parametrize("name", sorted(_forms()))
def test_patterns_of_labels_end_on_words_that_repeat(name: str):
    """A pattern that can take the same words in two ways would need time without end here."""
    form = _forms()[name]
    patterns = " ".join(spec.pattern for spec in form.fields if spec.pattern)
    words = dict.fromkeys(re.findall(r"[\u4e00-\u9fff]+", patterns))
    book = book_of(form)
    lines = [f"{(one + other) * 120}"[:119] + "～" for one in words for other in ("", *words)]

    assert [line for line in lines if book.find_whole(line)] == []
