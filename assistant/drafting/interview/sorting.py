"""What an author said, as sentences with their fields: the question decides unless the words plainly say otherwise."""

from collections.abc import Iterator, Sequence

from assistant.checks.context import CheckContext
from assistant.domain.draft import Block, Document, Location
from assistant.domain.form import Form
from assistant.domain.interview import Kept
from assistant.domain.rule import Rule
from assistant.drafting.fill import list_choices, name_section, settle
from assistant.drafting.plainly import find_named, find_plain
from assistant.writing.sections.headings import ASIDE, SECTIONS, is_heading, read_lead
from assistant.writing.sections.sentences import split_sentences
from assistant.writing.sections.sequence import Line, Placed, place_all

_ASKED = 1.5
"""Log odds that the question adds for its field: less than a heading of the author's, who may have gone on talking."""
_LONG_VALUE = 60
"""Characters from which several sentences answer no question that asks for a value."""


def sort_notes(documents: Sequence[Document], rules: Sequence[Rule], context: CheckContext, source: str) -> list[Kept]:
    """Return every sentence of notes with its field, as the verb `fill` places it.

    Args:
        documents: the files, or the text that was typed.
        rules: the programme's rules.
        context: programme and form.
        source: how sentences of a document without a name of its own are called.
    """
    return [
        Kept(
            text=one.piece.text,
            label=one.label,
            reason=one.reason,
            where=one.piece.where,
            source=one.piece.file or source,
            paragraph=one.piece.paragraph,
        )
        for one in settle(documents, rules, context)
    ]


def read_typed(text: str) -> Document:
    """Return typed text as a document without a name."""
    lines = enumerate(text.splitlines(), start=1)
    blocks = (Block(kind="paragraph", text=one, where=Location(paragraph=n, end=len(one))) for n, one in lines)
    return Document(file="", blocks=tuple(blocks), sha256="")


def sort_answer(text: str, label: str, rules: Sequence[Rule], context: CheckContext, source: str) -> list[Kept]:
    """Return every sentence of an answer with its field.

    Args:
        text: the answer.
        label: field that was asked about; empty where the words may belong to any section.
        rules: the programme's rules.
        context: programme and form.
        source: how the answer is called.
    """
    if _names_fields(text, context.form, list_choices(rules, context)):
        return sort_notes([read_typed(text)], rules, context, source)
    lines = list(_list_sentences(text, label))
    placed = place_all(lines) if _is_told_apart(label, context.form) else []
    kept: list[Kept] = []
    for number, line in enumerate(lines):
        own, reason = (
            _choose(placed[number], label, context.form, alone=len(lines) == 1) if placed else (label, _said(label))
        )
        where = Location(paragraph=line.paragraph + 1, end=len(line.text))
        kept.append(
            Kept(text=line.text, label=own, reason=reason, where=where, source=source, paragraph=line.paragraph)
        )
    return kept


def is_value(text: str) -> bool:
    """Say whether an answer may be a value, and not several sentences of prose."""
    return len(text) < _LONG_VALUE or sum(1 for _ in split_sentences(text)) < 2  # noqa: PLR2004 - several


def is_topic(text: str) -> bool:
    """Say whether words name a topic, or nothing, and are no notes: one line, one sentence at most."""
    return len(text) < _LONG_VALUE and "\n" not in text.strip() and sum(1 for _ in split_sentences(text)) < 2  # noqa: PLR2004 - one


def _said(label: str) -> str:
    return f"是在问“{label}”时说的。" if label else "没有说明写在哪一栏。"


def _names_fields(text: str, form: Form, choices: dict[str, tuple[str, ...]]) -> bool:
    """Say whether the author put a field's name before some of the words."""
    lines = [line for line in text.splitlines() if line.strip()]
    return any(
        find_named(line, form)
        or find_plain(line, form, choices, first=False)
        or read_lead(line)
        or (len(lines) > 1 and is_heading(line))
        for line in lines
    )


def _list_sentences(text: str, label: str) -> Iterator[Line]:
    heading = next((one for one in SECTIONS if one == label), None)
    for paragraph, line in enumerate(one for one in text.splitlines() if one.strip()):
        for start, end in split_sentences(line):
            yield Line(text=line[start:end], paragraph=paragraph, headed=heading, heading=label, weight=_ASKED)


def _is_told_apart(label: str, form: Form) -> bool:
    """Say whether sentences of that field may belong to another: it is one of the four sections."""
    return label in (*SECTIONS, "") and sum(spec.label in SECTIONS for spec in form.fields) == len(SECTIONS)


def _choose(placed: Placed, label: str, form: Form, *, alone: bool) -> tuple[str, str]:
    """Return the field of a sentence and why; a single sentence answers what was asked, whatever its words."""
    if not label:
        return name_section(placed.section, form), placed.reason
    if placed.section == label:
        return label, _said(label)
    if placed.section == ASIDE:
        return ("", placed.reason) if not alone else (label, _said(label))
    own = name_section(placed.section, form)
    if alone or not own:
        return label, f"{_said(label)}用词也像“{placed.section}”，要挪可以说“把它放到{placed.section}”。"
    return own, placed.reason
