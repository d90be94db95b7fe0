"""Small drafts from labels and texts: the examples that prove a rule, and a title that is judged by itself."""

from collections.abc import Iterable, Mapping

from assistant.domain.draft import Block, Document, Draft, Field, FieldLine, Location
from assistant.domain.form import Form
from assistant.domain.kinds.base import Example, ExampleText, Repeated, RuleBase

DIRECTION = "@direction"
"""Key of an example that holds no text but the id of the direction that the example is judged under."""


def build_draft(form: str, texts: Mapping[str, str]) -> Draft:
    """Return a draft that holds each text below its label, as paragraphs.

    Args:
        form: name of the form.
        texts: official label to text, in the order of the draft; the empty label stands for lines outside all fields.
    """
    blocks: list[Block] = []
    fields: list[Field] = []
    unassigned: list[FieldLine] = []
    for label, text in texts.items():
        lines = list(_add_lines(blocks, label, text))
        if label:
            where = lines[0].where if lines else Location(field=label, paragraph=len(blocks))
            fields.append(Field(label=label, printed_label=label, lines=tuple(lines), where=where))
        else:
            unassigned.extend(lines)
    document = Document(file="", blocks=tuple(blocks), sha256="")
    return Draft(document=document, form=form, fields=tuple(fields), unassigned=tuple(unassigned))


def build_example(rule: RuleBase, example: Example, forms: Iterable[Form]) -> tuple[Draft, Form]:
    """Return the example as a draft of the first of the rule's forms that has all its labels.

    Raises:
        ValueError: no form has them.
    """
    for form in forms:
        known = {spec.label for spec in form.fields} | {"", DIRECTION}
        if form.name in rule.forms and known >= set(example):
            texts = {label: expand(text) for label, text in example.items() if label != DIRECTION}
            return build_draft(form.name, texts), form
    raise ValueError(f"{rule.id}: {'、'.join(example)}")


def find_direction_id(example: Example) -> str | None:
    """Return the direction that the example is judged under; None where it names one itself or needs none."""
    text = example.get(DIRECTION)
    return None if text is None else expand(text)


def expand(text: ExampleText) -> str:
    """Return the text of an example, repeated ones written out."""
    return text.repeat * text.times if isinstance(text, Repeated) else text


def _add_lines(blocks: list[Block], label: str, text: str) -> Iterable[FieldLine]:
    for index, line in enumerate(text.split("\n")):
        head = f"{label}：" if label and index == 0 else ""
        where = Location(field=label or None, paragraph=len(blocks) + 1, start=len(head), end=len(head) + len(line))
        blocks.append(
            Block(kind="paragraph", text=head + line, where=where.model_copy(update={"field": None, "start": 0}))
        )
        if line.strip():
            yield FieldLine(text=line, where=where)
