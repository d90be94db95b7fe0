"""The command `check`: files in, their reports out."""

import sys
from pathlib import Path

from assistant.commandline.annotating import annotate
from assistant.commandline.arguments import Arguments
from assistant.commandline.output import assistant_of
from assistant.commandline.reports import deliver
from assistant.documents.collecting import collect
from assistant.domain.finding import Reports
from assistant.errors import AssistantError
from assistant.settings import Settings


def check(arguments: Arguments, settings: Settings) -> int:
    """Check files: 1 where an error was found, 2 where no file could be read."""
    assistant = assistant_of(settings)
    paths = [Path(word) for word in arguments.words]
    reports = assistant.check(paths, programme=arguments.programme, form=arguments.form, today=arguments.today)
    deliver(arguments, reports, assistant)
    if arguments.annotate is not None:
        annotate(arguments, reports, assistant, collect(paths))
    _complain(reports)
    return _status(reports)


def _complain(reports: Reports) -> None:
    """Say on standard error which files could not be read."""
    for report in reports.reports:
        if report.error is not None:
            error = report.error
            print(AssistantError(error.message, where=error.where, hint=error.hint), file=sys.stderr)


def _status(reports: Reports) -> int:
    verdicts = {report.verdict for report in reports.reports}
    return 2 if verdicts == {"unreadable"} else int(bool(verdicts & {"fail", "unreadable"}))
