"""A draft that was exported, opened and filled again continues where it stood, whatever it says."""

from datetime import date
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.documents.reading import read_bytes
from assistant.domain.catalogue import Catalogue
from assistant.domain.draft import Location
from assistant.domain.exported import EXPORT_FORMATS, ExportFormat
from assistant.domain.filled import MARK, FilledDraft, FilledField, Unplaced, mark
from assistant.drafting.verb import FillOrder, fill_documents
from assistant.exporting.into import fill_into
from assistant.exporting.verb import ExportOrder, export_filled
from assistant.library.programmes import load_catalogue
from tests.unit.blank_forms import make_line_form, make_table_form

DAY = date(2023, 3, 1)
PROSE = "甲乙丙丁戊己庚辛，。；、“”（）《》—…·～％？！ab12 .,;%℃μ≥α²₂"
SENTENCES = st.text(PROSE, min_size=1, max_size=40).map(lambda text: f"实验{text.strip()}完")
TEXTS = st.lists(SENTENCES, min_size=1, max_size=3)
FORMS = {"problem": "cast-2023", "recommendation": "cast-2023", "pioneer": "pioneer-2020"}


@lru_cache
def catalogue() -> Catalogue:
    return load_catalogue()


@st.composite
def drafts(draw: st.DrawFn, form: str) -> FilledDraft:
    specs = next(one for one in catalogue().find_programme(FORMS[form]).forms if one.name == form).fields
    asked = [spec for spec in specs if not (spec.heading or spec.signed)]
    texts = {spec.label: draw(TEXTS) if draw(st.booleans()) else [mark(spec.label)] for spec in asked}
    fields = tuple(FilledField(label=label, text="\n".join(lines)) for label, lines in texts.items())
    loose = tuple(Unplaced(text=one, where=Location()) for one in draw(st.lists(SENTENCES, max_size=2)))
    return FilledDraft(programme=FORMS[form], form=form, fields=fields, unplaced=loose)


def again(name: str, data: bytes, form: str) -> FilledDraft:
    order = FillOrder(programme=FORMS[form], form=form, today=DAY)
    return fill_documents(catalogue(), [read_bytes(name, data)], order)


def own(filled: FilledDraft) -> dict[str, str]:
    return {one.label: one.own_text for one in filled.fields if one.own_text}


@pytest.mark.parametrize("kind", EXPORT_FORMATS)
@pytest.mark.parametrize("form", sorted(FORMS))
def test_an_exported_draft_is_filled_again_as_it_was(form: str, kind: ExportFormat):
    @given(drafts(form))
    @settings(deadline=None, derandomize=True, max_examples=5, database=None)
    def comes_back(filled: FilledDraft) -> None:
        exported = export_filled(catalogue(), filled, ExportOrder(format=kind, today=DAY))
        if exported.result.changed or not own(filled):
            return
        back = again(f"稿.{kind}", exported.data, form)

        assert own(back) == own(filled)
        assert [one.text for one in back.unplaced] == [one.text for one in filled.unplaced]
        second = export_filled(catalogue(), back, ExportOrder(format=kind, today=DAY))
        twice = again(f"稿.{kind}", second.data, form)
        assert [(one.label, one.text) for one in twice.fields] == [(one.label, one.text) for one in back.fields]
        assert [one.text for one in twice.unplaced] == [one.text for one in back.unplaced]

    comes_back()


@pytest.mark.parametrize("form", sorted(FORMS))
@pytest.mark.parametrize("lines", [True, False])
def test_a_blank_form_that_was_filled_in_is_filled_again_as_it_was(form: str, *, lines: bool):
    known = next(one for one in catalogue().find_programme(FORMS[form]).forms if one.name == form)
    blank = make_line_form(known, style="heading") if lines else make_table_form(known)

    @given(drafts(form))
    @settings(deadline=None, derandomize=True, max_examples=5, database=None)
    def comes_back(filled: FilledDraft) -> None:
        done = fill_into(catalogue(), filled, "表.docx", blank)

        assert done.result.homeless == done.result.occupied == ()
        if done.result.changed or not own(filled):
            return
        assert own(again("表.docx", done.data, form)) == own(filled)
        assert all(MARK.search(one.text) for one in filled.fields if not one.own_text)

    comes_back()
