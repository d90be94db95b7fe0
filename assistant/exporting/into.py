"""A draft written into the blank form that its author has from the issuer."""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.checking.one import find_candidates
from assistant.documents.filling.into import fill_blank
from assistant.domain.catalogue import Catalogue
from assistant.domain.filled import FilledDraft, IntoBlank
from assistant.domain.form import Form
from assistant.errors import InputError
from assistant.exporting.blanks import know_hints
from assistant.reporting.forms.characters import fit_xml

_ENDS = " \t\u3000\xa0\u200b_＿"
"""What our reader leaves out at the ends of a text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IntoForm:
    """A blank form that was filled in."""

    result: IntoBlank
    data: bytes


def fill_into(catalogue: Catalogue, filled: FilledDraft, blank: str, data: bytes) -> IntoForm:
    """Return the blank form with the draft in it.

    Args:
        catalogue: of the forms.
        filled: the draft; a field that lacks words holds its marks, which stay visible.
        blank: name of the file of the blank form.
        data: its bytes.

    Raises:
        InputError: it is no .docx.
        UnreadableFileError: it cannot be read, or is no form of that kind.
        UnknownNameError: the programme has no such form.
    """
    if not blank.lower().endswith(".docx"):
        raise InputError(
            "空白表不是 .docx 文件，无法原样填写。", where=blank, hint="请用 Word 或 WPS 另存为 .docx 再试。"
        )
    _, form = find_candidates(catalogue, filled.programme, filled.form)[0]
    done = fill_blank(blank, data, form, _list_texts(filled, form), know_hints(form))
    result = IntoBlank(
        blank=blank, placed=done.placed, homeless=done.homeless, occupied=done.occupied, changed=done.changed
    )
    return IntoForm(result=result, data=done.data)


def _list_texts(filled: FilledDraft, form: Form) -> Mapping[str, list[str]]:
    """Return the lines by label in the order of the form; what is signed by hand stays as the issuer made it."""
    signed = {spec.label for spec in form.fields if spec.signed or spec.heading}
    return {
        field.label: [line for one in field.text.splitlines() if (line := fit_xml(one).strip(_ENDS))]
        for field in filled.fields
        if field.label not in signed
    }
