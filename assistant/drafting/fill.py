"""Notes to a drafted form: the author's sentences in their fields, what is wanted marked, what fits nowhere listed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.checks.context import CheckContext
from assistant.domain.draft import Document
from assistant.domain.filled import FieldProposal, FilledDraft, FilledField, Origin, Unplaced, mark
from assistant.domain.form import FieldSpec, Form
from assistant.domain.kinds.layout import ChoiceRule
from assistant.domain.rule import Rule
from assistant.drafting.asking import ask_for_evidence, ask_precisely
from assistant.drafting.cutting import list_cuts
from assistant.drafting.gaps import Gap, ask_for_length, describe_budgets, find_gaps, list_limits
from assistant.drafting.other_forms import BY_SECTION, tell_fields
from assistant.drafting.pieces import Piece, read_pieces
from assistant.drafting.plainly import FIRST_LINE, holds_sections
from assistant.text import count_characters
from assistant.writing.sections.headings import ASIDE, SECTIONS
from assistant.writing.sections.sequence import Line, place_all

Gathered = tuple[str, tuple[Origin, ...]]
"""The text of a field and where its words come from."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A sentence with its field; an empty label for one that fits none."""

    piece: Piece
    label: str
    reason: str


def settle(documents: Sequence[Document], rules: Sequence[Rule], context: CheckContext) -> list[Settled]:
    """Return every sentence of the notes with its field, in the order of the notes."""
    pieces = read_pieces(documents, context.form, list_choices(rules, context))
    free = [piece for piece in pieces if not piece.label]
    lines = [Line(text=one.text, paragraph=one.paragraph, headed=one.headed, heading=one.heading) for one in free]
    placed = dict(zip(map(id, free), place_all(lines), strict=True))
    places = {key: (one.section, one.reason) for key, one in placed.items()}
    if not holds_sections(context.form):
        sentences = [(one.text, one.heading, placed[id(one)].section) for one in free]
        told = tell_fields(context.form.name, sentences)
        places = {
            id(one): (label, reason) if label else (ASIDE, placed[id(one)].reason)
            for one, (label, reason) in zip(free, told, strict=True)
        }
    known = {spec.label for spec in context.form.fields}
    settled: list[Settled] = []
    for piece in pieces:
        label, reason = places.get(id(piece), (piece.label, piece.reason))
        settled.append(Settled(piece, label if label in known else "", _name_heading(reason, piece.heading)))
    return _prefer_named_title(settled, context.form)


def _prefer_named_title(settled: Sequence[Settled], form: Form) -> list[Settled]:
    """Return the sentences with a first line that was only taken for the title set aside where one is called so."""
    labels = form.find_labels("title")
    guessed = [one for one in settled if one.label in labels and one.reason.startswith(FIRST_LINE)]
    named = [one for one in settled if one.label in labels and one not in guessed]
    if not (guessed and named):
        return list(settled)
    return [replace(one, label="", reason="笔记另外写明了题目。") if one in guessed else one for one in settled]


def _name_heading(reason: str, heading: str) -> str:
    """Return the reason with the author's own heading, so that it stays in sight wherever its sentences went."""
    return reason if not heading or heading in reason else f"{reason}笔记里的小标题是“{heading}”。"


def name_section(section: str, form: Form) -> str:
    """Return the form's field that does what a section does; empty where it has none."""
    label = BY_SECTION.get(form.name, {}).get(section, section)
    return label if any(spec.label == label for spec in form.fields) else ""


def list_choices(rules: Sequence[Rule], context: CheckContext) -> dict[str, tuple[str, ...]]:
    """Return the values that a field may hold, by label."""
    first = tuple(one.name for one in context.disciplines if one.level == 1)
    return {
        label: rule.values or first
        for rule in rules
        if isinstance(rule, ChoiceRule) and context.form.name in rule.forms and (rule.values or rule.lookup)
        for label in rule.fields
    }


def build_filled(
    settled: Sequence[Settled],
    rules: Sequence[Rule],
    context: CheckContext,
    *,
    given: dict[str, str] | None = None,
    listed: dict[str, Gathered] | None = None,
    proposals: Sequence[FieldProposal] = (),
) -> FilledDraft:
    """Return the drafted form.

    Args:
        settled: the sentences with their fields.
        rules: the programme's rules.
        context: programme and form.
        listed: what was gathered from other files, by label; it stands before the notes' own.
        given: values that the author chose by hand, by label; they stand in place of the notes' own.
        proposals: values offered to the author.
    """
    specs = [spec for spec in context.form.fields if not spec.heading]
    chosen = given or {}
    others = listed or {}
    texts = {
        spec.label: chosen.get(spec.label)
        or "\n".join(filter(None, (others.get(spec.label, ("", ()))[0], _join(_of(settled, spec.label)))))
        for spec in specs
    }
    gaps = find_gaps(texts, rules, context)
    budgets = describe_budgets(texts, rules, context.form)
    origins = {spec.label: (*others.get(spec.label, ("", ()))[1], *_origins(settled, spec.label)) for spec in specs}
    fields = [_fill(spec, texts[spec.label], origins[spec.label], gaps, budgets) for spec in specs]
    kind = next(iter(context.form.find_labels("kind")), "")
    return FilledDraft(
        programme=context.info.id,
        form=context.form.name,
        fields=tuple(fields),
        unplaced=tuple(
            Unplaced(text=one.piece.text, where=one.piece.where, reason=one.reason, file=one.piece.file)
            for one in settled
            if not one.label
        ),
        proposals=(
            *(one for one in proposals if not texts.get(one.label)),
            *(
                FieldProposal(label=label, choices=choices)
                for label, most in list_limits(rules, context.form).items()
                if (choices := list_cuts([one.piece.text for one in _of(settled, label)], most))
            ),
        ),
        questions=(*_ask(gaps, texts), *ask_for_length(texts, rules, context.form)),
        kind=texts.get(kind) or None,
    )


def _of(settled: Sequence[Settled], label: str) -> list[Settled]:
    return [one for one in settled if one.label == label]


def _origins(settled: Sequence[Settled], label: str) -> list[Origin]:
    return [
        Origin(note=one.piece.text, where=one.piece.where, reason=one.reason, file=one.piece.file)
        for one in _of(settled, label)
    ]


def _join(settled: Sequence[Settled]) -> str:
    """Return the sentences as paragraphs: those of one paragraph of the notes together, in their order."""
    lines: list[str] = []
    before: Piece | None = None
    for one in settled:
        piece = one.piece
        if before is not None and (before.file, before.paragraph) == (piece.file, piece.paragraph):
            lines[-1] += _find_gap(before, piece, lines[-1]) + piece.text
        else:
            lines.append(piece.text)
        before = piece
    return "\n".join(lines)


def _find_gap(before: Piece, piece: Piece, line: str) -> str:
    """Return what stands between two sentences: the author's own; of two moved together, whatever parts them."""
    if 0 <= piece.where.start - before.where.end <= len(piece.gap):
        return piece.gap
    if line[-1:].isascii() and piece.text[:1].isascii():
        return " "
    return "\n" if line[-1:].isalnum() else ""


def _fill(
    spec: FieldSpec, text: str, origin: tuple[Origin, ...], gaps: Sequence[Gap], budgets: dict[str, str]
) -> FilledField:
    missing = tuple(gap.what for gap in gaps if gap.label == spec.label)
    return FilledField(
        label=spec.label,
        text="\n".join(filter(None, (text, *map(mark, missing)))),
        origin=origin,
        missing=missing,
        count=count_characters(text),
        budget=budgets.get(spec.label, ""),
    )


def _ask(gaps: Sequence[Gap], texts: dict[str, str]) -> tuple[str, ...]:
    """Return the questions, those on the text before those on the author."""
    wanted = [(gap.label in SECTIONS, ask_for_evidence(gap.label) or gap.question) for gap in gaps]
    about_text = [question for section, question in wanted if section]
    return (*about_text, *ask_precisely(texts), *(question for section, question in wanted if not section))
