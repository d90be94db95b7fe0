"""What is to stand in the official form: gathered from a draft that was read, or from one drafted from notes."""

from collections.abc import Iterable

from assistant.checks.guidance import remove_guidance
from assistant.documents.form_titles import FormTitles
from assistant.documents.label_keys import NUMBER
from assistant.domain.draft import Draft, Field
from assistant.domain.exported import FilledForm, Item, TextLine
from assistant.domain.filled import FilledDraft, mark
from assistant.domain.form import FieldSpec, Form
from assistant.reporting.forms.wording import is_loose_note
from assistant.text import bare

_TEMPLATE_MARKS = ("（示例）", "模板")
"""What the issuer's own copy bears in its title and a filled one does not."""


def gather_draft(draft: Draft, form: Form) -> tuple[FilledForm, tuple[str, ...]]:
    """Return the form with the text of a draft that was read as it, and the labels of items freed from hints.

    A form that no call prescribes (申报书) has the items that the draft has, no more.
    """
    known = {spec.label: spec for spec in form.fields}
    kept: dict[str, list[Item]] = {}
    freed: list[str] = []
    before = ""
    own: list[tuple[str, Item]] = []
    for one in draft.fields:
        lines = _list_lines(one, form)
        if lines != _list_lines(one, None):
            freed.append(one.label)
        spec = known.get(one.label)
        if spec is None:
            own += [(before, Item(spec=FieldSpec(label=one.label), lines=lines, own=True))] if lines else []
            continue
        before = one.label
        if lines:
            kept.setdefault(one.label, []).append(Item(spec=spec, lines=lines))
    asked = [spec for spec in form.fields if form.clause or spec.label in {one.label for one in draft.fields}]
    items = [item for spec in asked for item in kept.get(spec.label) or [_leave_open(spec)]]
    return FilledForm(
        form=form,
        heading=find_heading(form, _find_own_heading(draft, form)),
        items=_put_own(items, own, form),
        loose=tuple(line.text for line in draft.unassigned if not is_loose_note(line.text)),
    ), tuple(dict.fromkeys(freed))


def gather_filled(filled: FilledDraft, form: Form) -> FilledForm:
    """Return the form with the text that was drafted from notes; what fits nowhere goes behind it."""
    texts = {one.label: one.text for one in filled.fields}
    items = tuple(
        Item(spec=spec, lines=lines) if (lines := _split(texts.get(spec.label, ""))) else _leave_open(spec)
        for spec in form.fields
    )
    loose = tuple(line for one in filled.unplaced for line in one.text.splitlines() if line.strip())
    return FilledForm(form=form, heading=find_heading(form, filled.kind or ""), items=items, loose=loose)


def find_heading(form: Form, own: str = "") -> str:
    """Return the heading of a filled form.

    Args:
        form: the form.
        own: the draft's own heading, taken where the call prescribes none; or a type, whose heading is taken.
    """
    typed = next((one for one in form.headings if own and one.startswith(own) and one.endswith("模板")), "")
    if own and not typed and not form.clause:
        return own
    heading = typed or form.title
    for sign in _TEMPLATE_MARKS:
        shorter = heading.replace(sign, "")
        if bare(shorter) in {bare(one) for one in form.headings}:
            heading = shorter
    return heading


def _list_lines(one: Field, form: Form | None) -> tuple[TextLine, ...]:
    """Return the lines of a field, the hints of the form taken out where one is given."""
    hints = tuple(spec.guidance for spec in form.fields if spec.label == one.label) if form else ()
    lines = (TextLine(text=remove_guidance(line.text, hints).strip(), number=line.number) for line in one.lines)
    return tuple(line for line in lines if line.text)


def _split(text: str) -> tuple[TextLine, ...]:
    return tuple(TextLine(text=line.strip()) for line in text.splitlines() if line.strip())


def _leave_open(spec: FieldSpec) -> Item:
    return (
        Item(spec=spec)
        if spec.heading
        else Item(spec=spec, lines=(TextLine(text=mark(NUMBER.sub("", spec.label))),), wanted=True)
    )


def _find_own_heading(draft: Draft, form: Form) -> str:
    titles = FormTitles(form)
    return next((block.text.strip() for block in draft.document.blocks if titles.is_own_title(block.text)), "")


def _put_own(items: Iterable[Item], own: Iterable[tuple[str, Item]], form: Form) -> tuple[Item, ...]:
    """Return the items with the author's own behind those that they followed; dates and lists at the end."""
    result = list(items)
    for before, item in own:
        same = [place for place, one in enumerate(result) if one.spec.label == before]
        last = max(same, default=-1) + 1
        while last < len(result) and result[last].own:
            last += 1
        result.insert(len(result) if item.spec.label in form.extras or item.spec.label == "日期" else last, item)
    return tuple(result)
