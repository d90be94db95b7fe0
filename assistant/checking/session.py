"""One run of `check`: files, perhaps as one package, beside earlier versions, with what a person has judged."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from assistant.checking.many import Manner, check_many
from assistant.checking.order import CheckOrder
from assistant.checks.comparing import compare
from assistant.checks.waiving import waive
from assistant.documents.collecting import Source
from assistant.domain.catalogue import Catalogue
from assistant.domain.finding import Comparison, Report, Reports
from assistant.domain.waiver import Waiver


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What is wanted of a run beyond the reports of its files."""

    package: bool = False
    """True judges the files together, too."""
    against: Sequence[Source] = ()
    """Earlier versions of the files."""
    waivers: Sequence[Waiver] = ()


def run_check(
    sources: Sequence[Source], catalogue: Catalogue, order: CheckOrder, manner: Manner, wishes: Wishes
) -> Reports:
    """Return the reports of the files, in their order.

    Raises:
        UnknownNameError: there is no such programme, form or direction.
    """
    results = check_many(sources, catalogue, order, manner, with_drafts=wishes.package)
    reports = Reports(reports=tuple(one.report for one in results))
    if wishes.package:
        from assistant.checking.packages import judge_package  # noqa: PLC0415 - the kinds of rules on several drafts

        judged = judge_package(sources, results, catalogue, order)
        reports = Reports(reports=judged.reports, package=judged.package)
    earlier = [one.report for one in check_many(wishes.against, catalogue, order, manner)] if wishes.against else []
    compared = _compare_all(reports.reports, earlier)
    if wishes.waivers:
        reports = waive(reports, wishes.waivers, order.today)
        compared = [_without_waived(one, reports.reports) for one in compared]
    return reports.model_copy(update={"comparisons": tuple(compared)})


def _compare_all(reports: Sequence[Report], earlier: Sequence[Report]) -> list[Comparison]:
    """One file is compared with one; several with those of their names."""
    if len(reports) == len(earlier) == 1:
        return [compare(reports[0], earlier[0])]
    by_name = {_name(one): one for one in earlier}
    return [compare(one, by_name[_name(one)]) for one in reports if _name(one) in by_name]


def _name(report: Report) -> str:
    return PurePath(report.file.replace("\\", "/")).name


def _without_waived(comparison: Comparison, reports: Sequence[Report]) -> Comparison:
    """A finding that a person has waived is neither new nor left."""
    report = next(one for one in reports if one.file == comparison.file)
    return comparison.model_copy(
        update={
            "new": tuple(one for one in comparison.new if one in report.findings),
            "left": tuple(one for one in comparison.left if one in report.findings),
            "verdict": report.verdict,
        }
    )
