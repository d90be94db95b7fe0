"""The links below a result to the files that can be made of it."""

from collections.abc import Collection

from markupsafe import Markup

from assistant.conversation import Outcome
from assistant.domain.finding import Report, Reports
from assistant.domain.outline import Outline
from assistant.domain.overview import Overview
from wenjin_ui.views.marks import join
from wenjin_ui.words import say
from wenjin_ui.work.results import COPIES, REPORTS, plain_file_name

RESULTS = "/results/"
"""Where the server makes them: `/results/<conversation>/<message>/<kind>`, of one draft `…/<report>/<kind>`."""
_LINK = Markup('<a class="wj-download" href="{at}{place}/{kind}" download>{label}</a>')
_ROW = Markup('<p class="wj-files"><span class="wj-k">{what}</span> {links}</p>')
_MOST = 20
"""Files for which the links of each are shown; the reports hold them all."""


def link_files(outcome: Outcome, place: str, held: Collection[str]) -> Markup:
    """Return the links; nothing where a result has no files.

    Args:
        outcome: the result.
        place: conversation and number of its message, `<conversation>/<number>`.
        held: digests of the files that were handed over and are kept.
    """
    match outcome:
        case Reports() if any(one.error is None for one in outcome.reports):
            return _row(say("files.download"), place, REPORTS) + join(_copies(outcome, place, held))
        case Overview():
            return _row(say("files.download"), place, {"overview.xlsx": "files.overview"})
        case Outline():
            return _row(say("files.download"), place, {"outline.docx": "files.outline"})
        case _:
            return Markup("")


def _copies(reports: Reports, place: str, held: Collection[str]) -> list[Markup]:
    """Return the links of each draft whose file is at hand, comments for Word files only."""
    pairs = [(number, one) for number, one in enumerate(reports.reports) if one.error is None]
    kept = [(number, one) for number, one in pairs if one.file_sha256 in held][:_MOST]
    return [_row(plain_file_name(one.file), f"{place}/{number}", _kinds(one)) for number, one in kept]


def _kinds(report: Report) -> dict[str, str]:
    is_word = report.file.lower().endswith(".docx")
    return {kind: key for kind, key in COPIES.items() if is_word or kind != "annotated"}


def _row(what: str | Markup, place: str, kinds: dict[str, str]) -> Markup:
    links = join(_LINK.format(at=RESULTS, place=place, kind=kind, label=say(key)) for kind, key in kinds.items())
    return _ROW.format(what=what, links=links)
