"""The verb `export`: a draft in any layout in, the official form of its programme out."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from assistant.checking.choosing import choose
from assistant.checking.one import find_candidates
from assistant.checking.order import AUTO
from assistant.documents.fields import is_sure
from assistant.documents.reading import read_document
from assistant.domain.catalogue import Catalogue
from assistant.domain.draft import View
from assistant.domain.exported import Exported, ExportedField, ExportFormat, FilledForm, Removed
from assistant.domain.filled import FilledDraft
from assistant.errors import InputError
from assistant.exporting.anonymous import make_anonymous
from assistant.exporting.citing import list_clauses, list_origins
from assistant.exporting.gathering import gather_draft, gather_filled
from assistant.exporting.rendering import render
from assistant.text import count_characters


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOrder:
    """What is wished."""

    format: ExportFormat = "docx"
    anonymous: bool = False
    citations: bool = False
    """True adds what the form rests on: clauses, and for a draft made from notes the origin of each sentence."""
    programme: str = AUTO
    form: str = AUTO
    view: View = "accepted"
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A form that was written out."""

    result: Exported
    data: bytes


def export_file(catalogue: Catalogue, path: Path, order: ExportOrder) -> Export:
    """Return a draft as the official form of its programme.

    Raises:
        UnreadableFileError: the file cannot be read.
        UnknownNameError: there is no such programme, or it has no such form.
        InputError: the file bears the labels of no form.
    """
    document = read_document(path, order.view)
    chosen = choose(document, find_candidates(catalogue, order.programme, order.form))
    if order.form == AUTO and not is_sure(chosen.draft, chosen.form):
        raise InputError(
            "认不出这是哪种表格，无法导出。", where=path.name, hint="请用 --form 指明，如 --form problem。"
        )
    filled, freed = gather_draft(chosen.draft, chosen.form)
    if order.citations:
        filled = replace(filled, cited=list_clauses(catalogue, chosen.programme, chosen.form))
    return _write(filled, order, file=path.name, programme=chosen.programme.id, guidance=freed)


def export_filled(catalogue: Catalogue, filled: FilledDraft, order: ExportOrder) -> Export:
    """Return a draft made from notes as the official form of its programme.

    Raises:
        UnknownNameError: the programme has no such form.
    """
    programme, form = find_candidates(catalogue, filled.programme, filled.form)[0]
    gathered = gather_filled(filled, form)
    if order.citations:
        gathered = replace(gathered, cited=(*list_clauses(catalogue, programme, form), *list_origins(filled)))
    return _write(gathered, order, file="", programme=programme.id)


def _write(
    filled: FilledForm, order: ExportOrder, *, file: str, programme: str, guidance: tuple[str, ...] = ()
) -> Export:
    loose = len(filled.loose)
    removed: tuple[Removed, ...] = ()
    if order.anonymous:
        filled, removed = make_anonymous(filled)
    data, changed = render(filled, order.format, order.today)
    result = Exported(
        file=file,
        programme=programme,
        form=filled.form.name,
        heading=filled.heading,
        format=order.format,
        fields=tuple(
            ExportedField(
                label=item.spec.label,
                text=item.text,
                wanted=item.wanted,
                count=0 if item.wanted else count_characters(item.text),
                characters=0 if item.wanted else sum(len(line.text) for line in item.lines),
            )
            for item in filled.items
            if item.lines
        ),
        wanted=tuple(item.spec.label for item in filled.items if item.wanted),
        guidance=guidance,
        removed=removed,
        loose=loose,
        cited=len(filled.cited),
        changed=changed,
    )
    return Export(result=result, data=data)
