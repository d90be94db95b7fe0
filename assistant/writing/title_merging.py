"""A model's candidates before the embedded writer's, which fill up, and stand alone where the model fails."""

from assistant.domain.made import Made
from assistant.domain.programme import ProgrammeInfo
from assistant.domain.title import TitleAdvice
from assistant.domain.title_task import TitleTask, TitleWriter
from assistant.errors import WriterError

_SHOWN = 4
"""Candidates shown, whoever wrote them."""


def merge_titles(writer: TitleWriter, task: TitleTask, info: ProgrammeInfo) -> TitleAdvice:
    """Return the advice with a model's candidates.

    Args:
        writer: the model's.
        task: with the embedded writer's advice.
        info: of the programme whose rules the candidates were judged by.
    """
    try:
        wording = writer.propose(task)
    except WriterError as error:
        return task.advice.model_copy(update={"warnings": (f"题目由内置引擎给出：{error.message}",)})
    update = {
        "candidates": (*wording.candidates, *task.advice.candidates)[:_SHOWN],
        "writer": wording.writer,
        "warnings": wording.warnings,
        "made": Made(model=wording.writer, prompt=wording.prompt, programme=info.id, notice=info.sha256),
    }
    return task.advice.model_copy(update=update)
