"""A drafted form handed to a model for its wording; what comes back takes the place of the author's words."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from assistant.checks.context import CheckContext
from assistant.checks.injections import find_injections
from assistant.checks.run import check_draft
from assistant.domain.filled import Choice, FieldProposal, FilledDraft, FilledField, Rewritten
from assistant.domain.form import FieldSpec
from assistant.domain.made import Made
from assistant.domain.rule import Rule
from assistant.domain.section_task import SectionNotes, SectionTask, SectionWriter, Translator
from assistant.drafting.gaps import draft_of
from assistant.drafting.pieces import EARLIER
from assistant.drafting.proposing import UNTRANSLATED
from assistant.errors import WriterError
from assistant.text import count_characters

_SHORTEST = 20
"""字数 of a field that is prose; shorter ones are names and values."""
_TRANSLATED = "英文由语言模型翻译，请核对。"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wordsmiths:
    """Who words what the author wrote; None for whom no model is configured."""

    sections: SectionWriter | None = None
    translator: Translator | None = None
    summary: SectionWriter | None = None
    """Words what a check found."""


@dataclass(slots=True)
class Reworded:
    """What became of the sections."""

    texts: Mapping[str, str] = field(default_factory=dict[str, str])
    rewritten: Mapping[str, Rewritten] = field(default_factory=dict[str, Rewritten])
    warnings: tuple[str, ...] = ()
    made: tuple[Made, ...] = ()

    def mark(self, filled: FilledDraft) -> FilledDraft:
        """Return the draft built with the texts, with what they were before beside them."""
        fields = (one.model_copy(update={"rewritten": self.rewritten.get(one.label)}) for one in filled.fields)
        update = {"fields": tuple(fields), "warnings": self.warnings, "made": self.made}
        return filled.model_copy(update=update)


def reword(
    filled: FilledDraft,
    writer: SectionWriter,
    rules: Sequence[Rule],
    context: CheckContext,
    texts: Sequence[str],
    labels: Collection[str] | None = None,
) -> Reworded:
    """Return the sections in the model's words; where it fails, nothing but a line that says so.

    Args:
        filled: the draft in the author's words.
        writer: the model's.
        rules: of the programme.
        context: programme and form.
        texts: all of the author's texts.
        labels: of the fields that are meant; None for all.
    """
    meant = [spec for spec in context.form.fields if labels is None or spec.label in labels]
    sections = [_take(spec, one) for spec in meant if (one := filled.find_field(spec.label))]
    prose = tuple(one for one in sections if one is not None)
    if not prose:
        return Reworded()
    titles = (one.own_text for label in context.form.find_labels("title") if (one := filled.find_field(label)))
    task = SectionTask(
        form=context.form.title,
        title=next(titles, ""),
        sections=prose,
        texts=tuple(texts),
        find_faults=_compare({one.label: one.own_text for one in filled.fields}, rules, context),
    )
    try:
        wording = writer.write(task)
    except WriterError as error:
        return Reworded(warnings=(f"各栏保留您的原话：{error.message}",))
    made = _made(wording.writer, wording.prompt, context)
    return Reworded(wording.texts, wording.rewritten, wording.warnings, (made,))


def translate(filled: FilledDraft, translator: Translator, context: CheckContext, texts: Sequence[str]) -> FilledDraft:
    """Return the draft with English for the proposed keywords that the term table lacks, marked as the model's."""
    missing = [one.value for offered in filled.proposals for one in offered.choices if one.english == UNTRANSLATED]
    if not missing:
        return filled
    titles = (one.own_text for label in context.form.find_labels("title") if (one := filled.find_field(label)))
    try:
        found = translator.translate(missing, [next(titles, ""), *texts])
    except WriterError as error:
        warning = f"关键词的英文没有译出：{error.message}"
        return filled.model_copy(update={"warnings": (*filled.warnings, warning)})
    proposals = tuple(_translate(one, found.english) for one in filled.proposals)
    made = (*filled.made, _made(found.writer, found.prompt, context))
    return filled.model_copy(update={"proposals": proposals, "made": made})


def _translate(offered: FieldProposal, english: Mapping[str, str]) -> FieldProposal:
    def put(one: Choice) -> Choice:
        if one.english != UNTRANSLATED or one.value not in english:
            return one
        return one.model_copy(update={"english": english[one.value], "reason": f"{one.reason}{_TRANSLATED}"})

    return offered.model_copy(update={"choices": tuple(map(put, offered.choices))})


def _take(spec: FieldSpec, drafted: FilledField) -> SectionNotes | None:
    """Return a field that is prose of the author's notes; none for others, and for what an earlier draft holds."""
    if not is_prose(spec, drafted) or any(one.reason.startswith(EARLIER) for one in drafted.origin):
        return None
    notes = tuple(one.note for one in drafted.origin)
    own = drafted.own_text
    return SectionNotes(label=spec.label, guidance=spec.guidance, budget=drafted.budget, notes=notes, own=own)


def is_prose(spec: FieldSpec, drafted: FilledField) -> bool:
    """Say whether a field may be handed to a model: no name or value, and no sentence that speaks to a program."""
    own = drafted.own_text
    if spec.role is not None or spec.signed or "。" not in own or count_characters(own) < _SHORTEST:
        return False
    return not find_injections(own)


def _compare(
    own: Mapping[str, str], rules: Sequence[Rule], context: CheckContext
) -> Callable[[Mapping[str, str]], dict[str, str]]:
    """Return what tells the faults that texts have and the author's own words have not."""

    def judge(texts: Mapping[str, str]) -> list[tuple[str, str, str]]:
        found = check_draft(draft_of(dict(texts), context.form), rules, context).findings
        return [(one.rule, one.where.field or "", one.message) for one in found if one.severity != "info"]

    before = {rule for rule, _, _ in judge(own)}

    def find_faults(texts: Mapping[str, str]) -> dict[str, str]:
        faults: dict[str, str] = {}
        for rule, label, message in judge({**own, **texts}):
            if rule not in before:
                faults |= dict.fromkeys([label] if label in texts else texts, message)
        return faults

    return find_faults


def _made(model: str, prompt: str, context: CheckContext) -> Made:
    return Made(model=model, prompt=prompt, programme=context.info.id, notice=context.info.sha256)
