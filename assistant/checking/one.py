"""One file against the rules: read, recognised as a form, judged."""

from dataclasses import dataclass

from assistant.checking.order import AUTO, CheckOrder
from assistant.checks.context import CheckContext
from assistant.checks.report import build_report
from assistant.checks.run import check_draft
from assistant.documents.collecting import Source
from assistant.documents.fields import recognise
from assistant.documents.reading import read_source
from assistant.domain.catalogue import Catalogue
from assistant.domain.draft import Document, Draft
from assistant.domain.finding import Report
from assistant.domain.form import Form
from assistant.domain.programme import Programme
from assistant.errors import AssistantError, UnknownNameError
from assistant.faults import error_value

Candidates = tuple[tuple[Programme, Form], ...]
"""What a file may be, the newest programme first."""


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
            UnknownNameError: there is no such programme, or it has no such form.
        """
        return cls(catalogue, order, find_candidates(catalogue, order.programme, order.form))

    def check(self, source: Source) -> Checked:
        """Judge a file; one that cannot be read gives a report that says so."""
        try:
            document = read_source(source)
        except AssistantError as error:
            return Checked(report=Report(file=source.name, verdict="unreadable", error=error_value(error)))
        draft, programme, form, because = _choose(document, self.candidates)
        context = CheckContext.build(programme=programme, form=form, catalogue=self.catalogue, today=self.order.today)
        outcome = check_draft(draft, programme.rules, context)
        report = build_report(outcome, draft=draft, context=context, file=source.name, chosen_because=because)
        return Checked(report=report, draft=draft)


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


def _choose(document: Document, candidates: Candidates) -> tuple[Draft, Programme, Form, str]:
    """Return the draft as the form that fits it best, under the newest programme that has the form."""
    by_name: dict[str, list[tuple[Programme, Form]]] = {}
    for programme, form in candidates:
        by_name.setdefault(form.name, []).append((programme, form))
    draft = recognise(document, tuple(pairs[0][1] for pairs in by_name.values()))
    programme, form = by_name[draft.form][0]
    others = [one.info.short_title for one, _ in by_name[draft.form][1:]]
    because = f"按标签识别为“{form.title}”" if len(by_name) > 1 else f"按指定的“{form.title}”检查"
    if others:
        because += f"；有{len(others) + 1}个通知用同一表格，取最新的“{programme.info.short_title}”"
    return draft, programme, form, because + "。"
