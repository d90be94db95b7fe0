"""What a proposal says of its own place in a guide, in the words of its author."""

from dataclasses import dataclass

from assistant.domain.draft import Draft
from assistant.domain.form import FieldRole, Form

_HEAD_LINES = 12
"""Lines outside all fields that are looked at; a proposal's cover and headers stand there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """The texts by their role; empty where an item is blank or absent."""

    direction: str = ""
    programme: str = ""
    title: str = ""
    content: str = ""
    elsewhere: str = ""
    """Lines outside all fields, headings and headers."""
    asked: bool = True
    """True where the draft has the label for the direction, blank or not."""


def gather(draft: Draft, form: Form) -> Stated:
    """Return what the draft says under the form's labels."""
    loose = [line.text for line in draft.unassigned[:_HEAD_LINES]]
    heads = [block.text for block in draft.document.blocks if block.kind in {"heading", "header"}]
    first = [block.text for block in draft.document.blocks[:_HEAD_LINES] if block.kind == "paragraph"]
    labels = set(form.find_labels("direction"))
    return Stated(
        direction=_join(draft, form, "direction"),
        programme=_join(draft, form, "programme"),
        title=_join(draft, form, "title"),
        content=_join(draft, form, "content"),
        elsewhere="\n".join(dict.fromkeys((*first, *loose, *heads[:_HEAD_LINES]))),
        asked=any(one.label in labels for one in draft.fields),
    )


def _join(draft: Draft, form: Form, role: FieldRole) -> str:
    labels = set(form.find_labels(role))
    return "\n".join(one.text for one in draft.fields if one.label in labels and one.text.strip())
