"""Blank forms that another program made take the texts, and it shows them: from HTML and ODT to .docx to PDF."""

import subprocess
from html import escape
from pathlib import Path

import pytest

from assistant.documents.fields import recognise
from assistant.documents.filling.into import fill_blank
from assistant.documents.reading import read_bytes, read_document
from assistant.domain.form import FieldSpec, Form
from assistant.exporting.blanks import know_hints
from assistant.library.forms import load_forms
from assistant.library.locations import corpus_root
from assistant.text import squash

_LINES = ["第一段：“引号”、破折号——与 5 %。", "（1）α₂ 相的 x² 项；", "English text, e.g. a sentence."]


def _forms() -> list[Form]:
    root = corpus_root()
    return [form for name in ("cast-2022", "pioneer-2020") for form in load_forms(root / name, root) if not form.whole]


def _page(form: Form, *, as_table: bool) -> str:
    body = "".join(map(_row, form.fields)) if as_table else "".join(map(_lines, form.fields))
    held = f'<table border="1" width="100%">{body}</table>' if as_table else body
    head = '<html><head><meta charset="utf-8"></head>'
    return f'{head}<body><h2 align="center">{form.title}</h2>{held}<p></p></body></html>'


def _row(spec: FieldSpec) -> str:
    if spec.heading:
        return f'<tr><td colspan="3"><b>{spec.label}</b></td></tr>'
    hint = f'<font color="#808080"><i>{escape(spec.guidance)}</i></font>'
    return f'<tr><td width="25%"><b>{spec.label}</b></td><td colspan="2">{hint}</td></tr>'


def _lines(spec: FieldSpec) -> str:
    if spec.heading or not spec.guidance:
        return f"<p><b>{spec.label}{'' if spec.heading else '：'}</b></p>"
    return f'<h3>{spec.label}</h3><p><font color="#808080">{escape(spec.guidance)}</font></p>'


def _convert(folder: Path, kind: str, *files: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), *map(str, files)]
    subprocess.run(words, check=True, capture_output=True, timeout=240)


def _texts(form: Form) -> dict[str, list[str]]:
    asked = [spec.label for spec in form.fields if not (spec.heading or spec.signed)]
    return {label: [f"第{place}栏的“文字”——甲乙 5 %。", *_LINES[: place % 3]] for place, label in enumerate(asked)}


@pytest.mark.libreoffice
def test_forms_made_by_libreoffice_take_every_text_and_show_it(tmp_path: Path):
    forms = {f"{form.name}-{kind}": form for form in _forms() for kind in ("table", "lines")}
    for name, form in forms.items():
        (tmp_path / f"{name}.html").write_text(_page(form, as_table=name.endswith("table")), "utf-8")
    _convert(tmp_path, "odt:writer8", *sorted(tmp_path.glob("*.html")))
    _convert(tmp_path, "docx:MS Word 2007 XML", *sorted(tmp_path.glob("*.odt")))
    for name, form in forms.items():
        data = (tmp_path / f"{name}.docx").read_bytes()
        texts = _texts(form)
        done = fill_blank(f"{name}.docx", data, form, texts, know_hints(form))
        read = recognise(read_bytes("x.docx", done.data), [form])
        found = {one.label: [line.text for line in one.lines] for one in read.fields}
        assert (name, done.homeless, done.occupied, done.changed) == (name, (), (), ())
        assert {label: found.get(label) for label in texts} == texts
        (tmp_path / f"{name}.out.docx").write_bytes(done.data)
    _convert(tmp_path, "pdf", *sorted(tmp_path.glob("*.out.docx")))

    for name, form in forms.items():
        shown = squash("".join(block.text for block in read_document(tmp_path / f"{name}.out.pdf").blocks))
        assert all(squash(line) in shown for lines in _texts(form).values() for line in lines)
        assert not [spec.label for spec in form.fields if not spec.signed and spec.guidance and spec.guidance in shown]
