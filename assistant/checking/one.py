"""One file against the rules: read, recognised as a form, judged."""

from dataclasses import dataclass

from assistant.checking.choosing import Candidates, choose
from assistant.checking.order import AUTO, CheckOrder
from assistant.checks.context import CheckContext
from assistant.checks.report import build_report
from assistant.checks.run import check_draft
from assistant.documents.collecting import Source
from assistant.documents.reading import read_source
from assistant.domain.catalogue import Catalogue
from assistant.domain.draft import Draft
from assistant.domain.finding import Report
from assistant.errors import AssistantError, UnknownNameError
from assistant.faults import error_value


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One file as judged. It can be handed back from another process."""

    report: Report
    draft: Draft | None = None
    """None for a file that could not be read, and where nobody asked for it."""


@dataclass(frozen=True, slots=True)
class Checker:
    """Judges files, one after the other, by one order."""

    catalogue: Catalogue
    order: CheckOrder
    candidates: Candidates

    @classmethod
    def build(cls, catalogue: Catalogue, order: CheckOrder) -> "Checker":
        """Return a checker for the order.

        Raises:
            UnknownNameError: there is no such programme or direction, or it has no such form.
        """
        programme = find_guide(catalogue, order) if order.direction else order.programme
        return cls(catalogue, order, find_candidates(catalogue, programme, order.form))

    def check(self, source: Source) -> Checked:
        """Judge a file; one that cannot be read gives a report that says so."""
        try:
            document = read_source(source, self.order.view)
        except AssistantError as error:
            return Checked(report=Report(file=source.name, verdict="unreadable", error=error_value(error)))
        chosen = choose(document, self.candidates)
        context = CheckContext.build(
            programme=chosen.programme,
            form=chosen.form,
            catalogue=self.catalogue,
            today=self.order.today,
            direction=self.order.direction,
        )
        outcome = check_draft(chosen.draft, chosen.programme.rules, context)
        report = build_report(
            outcome, draft=chosen.draft, context=context, file=source.name, chosen_because=chosen.because
        )
        return Checked(report=report, draft=chosen.draft)


def find_guide(catalogue: Catalogue, order: CheckOrder) -> str:
    """Return the id of the programme that the order's direction is of.

    Raises:
        UnknownNameError: the programmes of the order have no such direction.
    """
    chosen = catalogue.programmes if order.programme == AUTO else catalogue.select(order.programme)
    for programme in chosen:
        if any(one.id == order.direction for one in programme.directions):
            return programme.id
    hint = "请写成“指南编号/方向编号”，如 sticoop-2022/1.1；用 wenjin corpus directions 查看。"
    raise UnknownNameError(f"没有编号为“{order.direction}”的指南方向。", where="--direction", hint=hint)


def find_candidates(catalogue: Catalogue, programme: str, form: str) -> Candidates:
    """Return what a file may be, the newest programme first.

    Raises:
        UnknownNameError: there is no such programme, or it has no such form.
    """
    chosen = catalogue.programmes if programme == AUTO else catalogue.select(programme)
    newest_first = sorted(chosen, key=lambda one: (one.info.year, one.id), reverse=True)
    pairs = tuple((one, known) for one in newest_first for known in one.forms if form in (AUTO, known.name))
    if not pairs:
        raise UnknownNameError(
            f"“{programme}”没有可检查的表格“{form}”。" if form != AUTO else f"“{programme}”没有可检查的表格。",
            hint="请用 wenjin corpus forms 查看有哪些表格。",
        )
    return pairs
