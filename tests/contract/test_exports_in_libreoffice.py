"""Exported forms opened by another program: its words are ours, on pages of A4."""

import subprocess
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from assistant.documents.fields import recognise
from assistant.documents.reading import read_bytes, read_document
from assistant.domain.exported import FilledForm
from assistant.domain.form import Form
from assistant.exporting.gathering import gather_draft
from assistant.exporting.rendering import render
from assistant.library.forms import load_forms
from assistant.library.locations import corpus_root
from assistant.text import squash

_DAY = date(2023, 3, 1)
_A4_POINTS = (595, 842)


def _forms() -> list[Form]:
    root = corpus_root()
    return [form for name in ("cast-2022", "pioneer-2020", "sticoop-2022") for form in load_forms(root / name, root)]


@pytest.mark.libreoffice
def test_libreoffice_lays_every_form_out_on_a4_with_every_item_in_its_place(tmp_path: Path):
    filled = {form.name: _write(form, tmp_path) for form in _forms()}
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    files = sorted(map(str, tmp_path.glob("*.docx")))
    words = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files]
    subprocess.run(words, check=True, capture_output=True, timeout=240)

    for one in filled.values():
        pdf = tmp_path / f"{one.form.name}.pdf"
        document = read_document(pdf)
        shown = {field.label: squash(field.text) for field in recognise(document, [one.form]).fields}
        with pypdfium2.PdfDocument(pdf) as pages:
            width, height = pages[0].get_size()
        assert (round(width), round(height)) == _A4_POINTS
        assert squash(one.heading) in squash("".join(block.text for block in document.blocks))
        assert {item.spec.label: shown.get(item.spec.label) for item in one.items} == {
            item.spec.label: squash(item.text) for item in one.items
        }


def _write(form: Form, folder: Path) -> FilledForm:
    labels = [spec.label for spec in form.fields if not spec.heading]
    source = "\n".join([form.title, *(f"{label}：第{n}栏的“文字”——甲乙 5 %。" for n, label in enumerate(labels))])
    filled, _ = gather_draft(recognise(read_bytes("x.txt", source.encode()), [form]), form)
    data, changed = render(filled, "docx", _DAY)
    (folder / f"{form.name}.docx").write_bytes(data)
    assert changed == ()
    return filled
