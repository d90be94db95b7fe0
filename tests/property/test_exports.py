"""Whatever a draft holds, its official form gives the same items with the same text back to our reader."""

from datetime import date
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.documents.fields import recognise
from assistant.documents.reading import read_bytes
from assistant.domain.draft import Draft
from assistant.domain.exported import EXPORT_FORMATS, ExportFormat
from assistant.domain.form import Form
from assistant.exporting.comparing import list_shown
from assistant.exporting.gathering import gather_draft
from assistant.exporting.rendering import render
from assistant.library.forms import load_forms
from assistant.library.locations import corpus_root
from tests.unit.word_files import make_docx, para, row, table

_DAY = date(2023, 3, 1)
_PROGRAMMES = ("cast-2022", "pioneer-2020", "sticoop-2022")
_PROSE = "甲乙丙丁戊己庚辛，。；、“”（）《》—…·～％ａ１ab12 .,;%℃μ≥α²𠮷"
_UGLY = st.text(
    st.one_of(
        st.sampled_from("*_#>-+=|`~[]<>!\\&\"'•\u200b\ufeff\u3000\t￥①㎡é😀：:\u2028"),
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn")),
        st.sampled_from(_PROSE),
    ),
    max_size=24,
)
_LINES = st.lists(st.one_of(st.text(_PROSE, min_size=1, max_size=40), _UGLY), min_size=1, max_size=4)


@lru_cache
def _forms() -> dict[str, Form]:
    root = corpus_root()
    return {form.name: form for name in _PROGRAMMES for form in load_forms(root / name, root)}


@st.composite
def _drafts(draw: st.DrawFn, name: str) -> Draft:
    """A text file or a Word table with some of the form's items, in some order, as our reader reads it."""
    form = _forms()[name]
    specs = draw(st.lists(st.sampled_from([one for one in form.fields if not one.heading]), min_size=1, max_size=6))
    items = [(spec.label, draw(_LINES)) for spec in dict.fromkeys(specs)]
    if draw(st.booleans()):
        text = "\n".join([form.title, *(f"{label}：\n" + "\n".join(lines) for label, lines in items)])
        return recognise(read_bytes("x.txt", text.encode()), [form])
    rows = (row(label, "<w:tc>" + "".join(para(_escape(line)) for line in lines) + "</w:tc>") for label, lines in items)
    return recognise(read_bytes("x.docx", make_docx(para(form.title) + table(*rows) + "<w:p/>")), [form])


def _escape(text: str) -> str:
    held = "".join(sign for sign in text if sign == "\t" or sign >= " ")
    return "x" + held.replace("&", "&amp;").replace("<", "&lt;").replace("\ufffe", "").replace("\uffff", "")


@pytest.mark.parametrize("kind", EXPORT_FORMATS)
@pytest.mark.parametrize("name", sorted(_forms()))
def test_the_form_comes_back_as_the_draft_was(name: str, kind: ExportFormat):
    @given(_drafts(name))
    @settings(deadline=None, derandomize=True, max_examples=12, database=None)
    def comes_back(draft: Draft) -> None:
        form = _forms()[name]
        filled, _ = gather_draft(draft, form)
        data, changed = render(filled, kind, _DAY)
        read = recognise(read_bytes(f"x.{kind}", data), tuple(_forms().values()))

        assert read.form == name
        assert changed == ()
        for item in filled.items:
            same = [one for one in read.fields if one.label == item.spec.label]
            assert [line.text for one in same for line in one.lines] == [
                line for one in filled.items if one.spec.label == item.spec.label for line in list_shown(one, kind)
            ]

    comes_back()
