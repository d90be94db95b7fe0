"""Whatever a file holds: text is never lost or doubled, places are true, and no bytes end in anything but a refusal."""

import string
from dataclasses import dataclass

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from assistant.documents.fields import recognise
from assistant.documents.reading import read_bytes
from assistant.domain.draft import Document, Draft
from assistant.domain.form import FieldSpec, Form
from assistant.errors import UnreadableFileError
from assistant.text import squash
from tests.unit.word_files import cell, control, make_docx, para, row, run, table

_WORDS = st.text("甲乙丙丁戊己，。；ab12（）", min_size=1, max_size=6)


@dataclass(frozen=True)
class _Piece:
    """Some XML with the text of it that is shown."""

    xml: str
    shown: str


def _wrap(tag: str, piece: _Piece, *, shown: bool = True) -> _Piece:
    return _Piece(f'<w:{tag} w:id="1" w:author="x">{piece.xml}</w:{tag}>', piece.shown if shown else "")


def _join(pieces: list[_Piece]) -> _Piece:
    return _Piece("".join(piece.xml for piece in pieces), "".join(piece.shown for piece in pieces))


def _box(piece: _Piece) -> _Piece:
    content = f"<w:txbxContent>{piece.xml}</w:txbxContent>"
    drawing = f"<w:drawing><wps:txbx>{content}</wps:txbx></w:drawing>"
    fallback = f"<w:pict><v:textbox>{content}</v:textbox></w:pict>"
    branches = f'<mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>'
    return _Piece(para(f"<w:r><mc:AlternateContent>{branches}</mc:AlternateContent></w:r>"), piece.shown)


_RUNS = _WORDS.map(lambda text: _Piece(run(text), text))
_INLINE = st.recursive(
    _RUNS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(_join),
        inner.map(lambda piece: _wrap("ins", piece)),
        inner.map(lambda piece: _wrap("moveTo", piece)),
        inner.map(lambda piece: _wrap("del", piece, shown=False)),
        inner.map(lambda piece: _wrap("moveFrom", piece, shown=False)),
        inner.map(lambda piece: _wrap("hyperlink", piece)),
        inner.map(lambda piece: _wrap("smartTag", piece)),
        inner.map(lambda piece: _wrap("fldSimple", piece)),
        inner.map(lambda piece: _Piece(control(piece.xml), piece.shown)),
    ),
    max_leaves=6,
)
_PARAGRAPHS = st.lists(_INLINE, max_size=3).map(
    lambda pieces: _Piece(para(_join(pieces).xml or "<w:r/>"), _join(pieces).shown)
)


def _cells(pieces: list[_Piece]) -> _Piece:
    return _Piece(row(*(cell(piece.xml + "<w:p/>") for piece in pieces)), "".join(piece.shown for piece in pieces))


_BLOCKS = st.recursive(
    _PARAGRAPHS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(_join),
        inner.map(lambda piece: _Piece(control(piece.xml), piece.shown)),
        inner.map(_box),
        st.lists(inner, min_size=1, max_size=3).map(_cells).map(lambda piece: _Piece(table(piece.xml), piece.shown)),
    ),
    max_leaves=8,
)


def _word(xml: str) -> Document:
    return read_bytes("x.docx", make_docx(xml))


@given(_BLOCKS)
@settings(deadline=None, derandomize=True)
def test_shown_text_is_read_once_and_in_order(piece: _Piece):
    document = _word(piece.xml)

    assert squash("".join(block.text for block in document.blocks)) == squash(piece.shown)
    assert all((block.where.start, block.where.end) == (0, len(block.text)) for block in document.blocks)


_FORM = Form(
    name="problem",
    title="撰写格式模板",
    doc="",
    clause="",
    fields=tuple(FieldSpec(label=label) for label in ("题目", "Title", "所属领域", "关键词", "问题描述", "重要意义")),
)


@given(_BLOCKS)
@settings(deadline=None, derandomize=True)
def test_without_labels_all_text_is_unassigned(piece: _Piece):
    draft = recognise(_word(piece.xml), [_FORM])

    assert draft.fields == ()
    assert squash("".join(line.text for line in draft.unassigned)) == squash(piece.shown)


_VALUES = st.lists(_WORDS.map(lambda text: f"值{text}。").map(squash), min_size=1, max_size=3)
_LABELS = st.sampled_from([spec.label for spec in _FORM.fields])
_SHAPES = st.sampled_from(["colon", "alone", "bracket", "number", "cells", "stacked", "one-cell", "controls"])


def _lay_out(label: str, lines: list[str], shape: str) -> str:
    first, *rest = lines
    paragraphs = "".join(map(para, rest))
    match shape:
        case "colon":
            return para(f"{label}：{first}") + paragraphs
        case "alone":
            return para(" ".join(label) if label.isalpha() and not label.isascii() else label) + "".join(
                map(para, lines)
            )
        case "bracket":
            return para(f"【{label}】{first}") + paragraphs
        case "number":
            return para(f"3. {label}: {first}") + paragraphs
        case "cells":
            return table(row(label, cell(*lines))) + "<w:p/>"
        case "stacked":
            return table(row(label), row(cell(*lines))) + "<w:p/>"
        case "one-cell":
            return table(row(cell(f"{label}：{first}", *rest))) + "<w:p/>"
        case _:
            return control(para(run(label), control(run("：")), control(run(first)))) + control(paragraphs or "<w:p/>")


@given(st.lists(st.tuples(_LABELS, _VALUES, _SHAPES), min_size=1, max_size=6, unique_by=lambda item: item[0]))
@settings(deadline=None, derandomize=True)
def test_fields_are_recovered_from_any_mixture_of_layouts(items: list[tuple[str, list[str], str]]):
    draft = recognise(_word("".join(_lay_out(*item) for item in items)), [_FORM])

    assert [(one.label, one.text.split("\n")) for one in draft.fields] == [(label, lines) for label, lines, _ in items]
    assert draft.unassigned == ()
    assert _places_are_true(draft)


def _places_are_true(draft: Draft) -> bool:
    blocks = {(b.where.paragraph, b.where.table, b.where.row, b.where.column): b.text for b in draft.document.blocks}
    lines = [
        line for one in draft.fields for line in one.lines if line.where.column is not None or line.where.table is None
    ]
    return all(
        blocks[place.paragraph, place.table, place.row, place.column][place.start : place.end] == line.text
        for line in lines
        for place in [line.where]
    )


def _read_or_refuse(file: str, data: bytes) -> Document | None:
    """Any other error than a refusal fails the test."""
    try:
        return read_bytes(file, data)
    except UnreadableFileError:
        return None


@given(st.binary(max_size=300), st.sampled_from(["x.docx", "x.txt", "x.md"]))
@settings(deadline=None, derandomize=True)
def test_any_bytes_are_read_or_refused(data: bytes, file: str):
    document = _read_or_refuse(file, data)

    assert document is None or document.blocks


@given(st.text(max_size=200), st.sampled_from(["x.txt", "x.md"]))
@settings(deadline=None, derandomize=True)
def test_any_text_is_read_as_some_draft(text: str, file: str):
    document = _read_or_refuse(file, text.encode("utf-8", "ignore"))
    assume(document is not None)
    assert document is not None
    draft = recognise(document, [_FORM])

    assert draft.document is document
    assert _places_are_true(draft)


_SAMPLE = make_docx(
    para("题目：如何？") + table(row("关键词", "甲")),
    {
        "styles": '<w:style w:type="paragraph" w:styleId="A"/>',
        "comments": f'<w:comment w:id="1">{para("批")}</w:comment>',
    },
)


@given(st.integers(0, len(_SAMPLE) - 1), st.sampled_from([bytes([one]) for one in range(0, 256, 17)]), st.booleans())
@settings(deadline=None, derandomize=True, max_examples=300)
def test_a_damaged_word_file_is_read_or_refused(place: int, byte: bytes, cut: bool):  # noqa: FBT001 - drawn by Hypothesis
    data = _SAMPLE[:place] if cut else _SAMPLE[:place] + byte + _SAMPLE[place + 1 :]
    document = _read_or_refuse("x.docx", data)

    assert document is None or document.file == "x.docx"


@given(st.text(string.printable + "题目：关键词|*_#>-【】（）\u3000\n", max_size=60))
@settings(deadline=None, derandomize=True)
def test_text_of_lines_is_neither_lost_nor_added(text: str):
    document = _read_or_refuse("x.txt", text.encode())
    assume(document is not None)
    assert document is not None
    draft = recognise(document, [_FORM])

    kept = sorted(squash("".join(line.text for one in draft.fields for line in one.lines)))
    loose = sorted(squash("".join(line.text for line in draft.unassigned)))
    assert all(kept.count(sign) + loose.count(sign) <= squash(text).count(sign) for sign in set(kept + loose))
