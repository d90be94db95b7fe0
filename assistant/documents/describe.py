"""A document as the checker sees it, as JSON: what was read, under which labels, and what was not read."""

from assistant.domain.draft import BlockKind, Document, Draft, Field, Location, View
from assistant.domain.value import Value
from assistant.text import count_characters


class ReadBlock(Value):
    """One block with text."""

    kind: BlockKind
    text: str
    number: str = ""
    """Automatic number shown before the text."""
    where: Location


class ReadLine(Value):
    """Text that belongs to no field."""

    text: str
    where: Location


class ReadField(Value):
    """One labelled item."""

    label: str
    text: str
    """Lines joined by line breaks; empty where the field is blank."""
    printed_label: str = ""
    """The label as it stands in the draft."""
    where: Location


class ReadThing(Value):
    """Something in the file that was not read."""

    what: str
    where: Location


class Reading(Value):
    """The result of the verb `read`."""

    file: str
    form: str | None = None
    view: View = "accepted"
    """Whether tracked changes were taken as accepted or as rejected."""
    blocks: tuple[ReadBlock, ...]
    """Blocks with text, in the order of the document; notes, headers, footers and comments behind the body."""
    fields: tuple[ReadField, ...] = ()
    unassigned: tuple[ReadLine, ...] = ()
    unassigned_share: float = 0.0
    """Part of the text's characters, labels left out, that belong to no field; 0 to 1."""
    unread: tuple[ReadThing, ...] = ()
    revisions: int = 0
    comments: int = 0
    sha256: str = ""


def describe(document: Document, draft: Draft | None = None, view: View = "accepted") -> Reading:
    """Return what was read of a document in that view and, where it was read as a form, its fields."""
    shown = (block for block in document.blocks if block.text.strip())
    fields = draft.fields if draft else ()
    loose = draft.unassigned if draft else ()
    return Reading(
        file=document.file,
        form=draft.form if draft else None,
        view=view,
        blocks=tuple(ReadBlock(kind=one.kind, text=one.text, number=one.number, where=one.where) for one in shown),
        fields=tuple(
            ReadField(label=one.label, text=one.text, printed_label=one.printed_label, where=one.where)
            for one in fields
        ),
        unassigned=tuple(ReadLine(text=one.text, where=one.where) for one in loose),
        unassigned_share=_share(sum(count_characters(one.text) for one in loose), fields),
        unread=tuple(ReadThing(what=one.what, where=one.where) for one in document.unread),
        revisions=document.revisions,
        comments=document.comments,
        sha256=document.sha256,
    )


def _share(loose: int, fields: tuple[Field, ...]) -> float:
    total = loose + sum(count_characters(one.text) for one in fields)
    return round(loose / total, 3) if total else 0.0
