"""A writer that steps in for another one."""

from dataclasses import dataclass, replace

from assistant.domain.task import AnswerTask, Wording, Writer
from assistant.errors import WriterError


@dataclass(frozen=True, slots=True)
class FallbackWriter:
    """Asks the first writer and, where it fails, the second, which says so in a warning."""

    first: Writer
    second: Writer

    def answer(self, task: AnswerTask) -> Wording:
        """Return the first writer's answer, or the second's with one warning more."""
        try:
            return self.first.answer(task)
        except WriterError as error:
            wording = self.second.answer(task)
            warning = f"这次由内置撰写作答：{error.message}"
            return replace(wording, warnings=(warning, *wording.warnings))
