"""A field of a draft in hand in a model's words: a step that can be taken back, the author's own words at hand."""

from assistant.domain.interview import DraftInHand, Gave, Step
from assistant.domain.section_task import SectionWriter
from assistant.drafting.interview import taking
from assistant.drafting.interview.work import Work
from assistant.drafting.rewording import is_prose, reword
from assistant.errors import InputError
from assistant.text import squash

REWORDED = "语言模型按作者的原话改写。"
"""Reason of sentences that a model worded; what the author wrote is in the steps before."""


def can_reword(work: Work, label: str) -> bool:
    """Say whether a field holds prose of the author's, which a model may be asked to word."""
    spec, drafted = work.find_spec(label), work.plain.find_field(label)
    return spec is not None and drafted is not None and is_prose(spec, drafted) and not find_own(work, label)


def reword_field(work: Work, label: str, writer: SectionWriter) -> DraftInHand:
    """Return the draft with a field in the model's words.

    Raises:
        InputError: the field holds no prose of the author's, or nothing that the model wrote may stand.
    """
    if not can_reword(work, label):
        raise InputError("这一栏没有可以改写的成段文字。", where=label, hint="请先写成完整的句子。")
    said = [one.text for one in work.standing.list_standing()]
    done = reword(work.plain, writer, work.programme.rules, work.context, said, [label])
    if squash(done.texts.get(label, "")) in {"", squash(work.texts[label])}:
        reason = "".join(done.warnings) or "语言模型没有改动。"
        raise InputError(f"这一栏没有改写：{reason}", where=label)
    return taking.give_value(work, label, done.texts[label], REWORDED).draft


def find_own(work: Work, label: str) -> str:
    """Return the author's own words of a field that a model worded; empty for a field that holds them itself."""
    if not any(one.label == label and one.reason == REWORDED for one in work.standing.list_standing()):
        return ""
    steps = work.draft.steps
    places = [place for place, one in enumerate(steps) if _words(one, label)]
    before = work.replaced(work.draft.model_copy(update={"steps": steps[: places[-1]]}))
    return find_own(before, label) or before.texts.get(label, "")


def _words(step: Step, label: str) -> bool:
    return isinstance(step, Gave) and label in step.replaces and any(one.reason == REWORDED for one in step.kept)
