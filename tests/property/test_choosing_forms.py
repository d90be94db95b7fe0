"""A form is chosen as if every form had been read, though most are not."""

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.documents.fields import measure_fit, recognise
from assistant.documents.reading import read_bytes
from assistant.domain.form import Form
from assistant.library.forms import load_forms
from assistant.library.locations import corpus_root

ROOT = corpus_root()
FORMS: tuple[Form, ...] = tuple(
    {
        form.name: form
        for name in ("sticoop-2022", "pioneer-2020", "cast-2023")
        for form in load_forms(ROOT / name, ROOT)
    }.values()
)
LABELS = sorted({name for form in FORMS for spec in form.fields for name in (spec.label, *spec.aliases)})
TITLES = sorted({title for form in FORMS for title in (form.title, *form.headings)})
SHAPES = (
    "{}：内容",
    "{}",
    "【{}】内容",
    "一、{}",
    "{} 内容",
    "1.{}（必填）：内容",
    "内容里提到{}。",
    "　{}:\n内容",
    "项 目 {}：",
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(LABELS + TITLES), st.sampled_from(SHAPES)), max_size=14))
def test_the_form_chosen_is_the_one_that_fits_best_of_all(lines: list[tuple[str, str]]):
    text = "\n".join(["稿件", *(shape.format(name) for name, shape in lines)])
    document = read_bytes("x.txt", text.encode())

    fits = [measure_fit(recognise(document, [form]), form) for form in FORMS]

    assert recognise(document, FORMS).form == FORMS[fits.index(max(fits))].name
