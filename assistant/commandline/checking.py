"""The command `check`: files in, their reports out."""

import sys
from collections.abc import Sequence
from pathlib import Path

from assistant.checking.many import Manner, check_many
from assistant.checking.order import CheckOrder
from assistant.commandline.annotating import annotate
from assistant.commandline.arguments import Arguments
from assistant.commandline.output import ProgressBar, assistant_of
from assistant.commandline.reports import choose_format, deliver
from assistant.documents.collecting import Source, collect
from assistant.domain.catalogue import Catalogue
from assistant.domain.finding import Reports
from assistant.errors import AssistantError
from assistant.reporting.sheet import Sheet
from assistant.settings import Settings

_TABLED = frozenset({"xlsx", "html"})
"""Formats that show the overview of several files."""


def check(arguments: Arguments, settings: Settings) -> int:
    """Check files: 1 where an error was found, 2 where no file could be read."""
    assistant = assistant_of(settings)
    sources = collect(Path(word) for word in arguments.words)
    reports = _run(arguments, settings, assistant.catalogue, sources)
    deliver(arguments, reports, assistant, _further(arguments, reports, assistant.catalogue))
    if arguments.annotate is not None:
        annotate(arguments, reports, assistant, sources)
    _complain(reports)
    return _status(reports)


def _run(arguments: Arguments, settings: Settings, catalogue: Catalogue, sources: Sequence[Source]) -> Reports:
    order = CheckOrder(
        programme=arguments.programme,
        form=arguments.form,
        direction=arguments.direction,
        view=arguments.view,
        today=arguments.today,
    )
    manner = Manner(
        data_dir=settings.data_dir,
        jobs=arguments.jobs,
        resume=arguments.resume,
        progress=ProgressBar("检查", "份", only_seen=True),
    )
    results = check_many(sources, catalogue, order, manner, with_drafts=arguments.package)
    if not arguments.package:
        return Reports(reports=tuple(one.report for one in results))
    from assistant.checking.packages import judge_package

    judged = judge_package(sources, results, catalogue, order)
    return Reports(reports=judged.reports, package=judged.package)


def _further(arguments: Arguments, reports: Reports, catalogue: Catalogue) -> tuple[Sheet, ...]:
    """Return the tables of the overview, in front of those of the files, where there are several files to look over."""
    if len(reports.reports) == 1 or choose_format(arguments) not in _TABLED:
        return ()
    from assistant.reporting.overview import look_over
    from assistant.reporting.overview_sheets import tabulate_overview

    return tabulate_overview(look_over(reports, catalogue, arguments.today), catalogue)


def _complain(reports: Reports) -> None:
    """Say on standard error which files could not be read."""
    for report in reports.reports:
        if report.error is not None:
            error = report.error
            print(AssistantError(error.message, where=error.where, hint=error.hint), file=sys.stderr)


def _status(reports: Reports) -> int:
    if reports.package is not None:
        return int(reports.package.verdict == "fail")
    verdicts = {report.verdict for report in reports.reports}
    return 2 if verdicts == {"unreadable"} else int(bool(verdicts & {"fail", "unreadable"}))
