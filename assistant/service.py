"""The verbs: each takes plain arguments, uses the parts given to it and returns one value."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.checking.order import AUTO, CheckOrder
from assistant.domain.answer import Answer, Turn
from assistant.domain.catalogue import Catalogue
from assistant.domain.coverage import Coverage
from assistant.domain.draft import View
from assistant.domain.explanation import Explanation
from assistant.domain.filled import FilledDraft
from assistant.domain.finding import Package, Report, Reports
from assistant.domain.form import Form
from assistant.domain.match import MatchResult
from assistant.domain.outline import Outline
from assistant.domain.search import Search
from assistant.domain.task import Writer
from assistant.domain.timeline import Timeline
from assistant.domain.title import ProblemsResult, TitleAdvice
from assistant.errors import InputError

if TYPE_CHECKING:
    from assistant.checking.one import Checked
    from assistant.documents.collecting import Source
    from assistant.documents.describe import Reading
    from assistant.exporting.into import IntoForm
    from assistant.exporting.verb import Export, ExportOrder

MAX_QUERY_CHARACTERS = 20_000
"""Longest question, problem or title that is looked at; a whole proposal's text fits."""

TITLE_FORM = "problem"
"""The form whose newest rules a title is judged by."""
MATCH_POOL = 60
"""Directions handed from the search to the matcher; enough that the ranking, not the cut, decides."""


@dataclass(frozen=True)
class Assistant:
    """The verbs over one catalogue.

    It holds no state of a conversation and may be shared between threads. Each verb imports what it alone needs: a
    question that is asked once should not wait for the checker and the reader of Word files.
    """

    catalogue: Catalogue
    open_search: Callable[[], Search]
    """Opens the index, building it first where there is none; called at the first search only."""
    writer: Writer
    check_apart: "Callable[[Sequence[Source], CheckOrder], Sequence[Checked]] | None" = None
    """Checks files outside this process; None checks them here."""

    @cached_property
    def search(self) -> Search:
        """Return the search over the corpus, the index opened."""
        return self.open_search()

    def ask(
        self,
        question: str,
        *,
        programme: str = AUTO,
        history: Sequence[Turn] = (),
        today: date,
        explain: bool = False,
    ) -> Answer:
        """Answer a procedural question with clauses, or refuse with the nearest ones.

        Args:
            question: in any words.
            programme: id of the programme or document to answer for; `auto` to tell it from the question.
            history: earlier turns, the oldest first.
            today: the day that deadlines are compared with.
            explain: True adds how the answer came about.

        Raises:
            InputError: the question is empty or too long.
            UnknownNameError: there is no such programme.
        """
        from assistant.answering.answer import answer_question

        started = time.perf_counter()
        scope = None if programme == AUTO else programme
        if scope is not None:
            self.catalogue.select(scope)
        answer = answer_question(
            _usable(question, "问题"),
            catalogue=self.catalogue,
            search=self.search,
            writer=self.writer,
            programme=scope,
            history=history,
            today=today,
        )
        elapsed = round(1000 * (time.perf_counter() - started), 1)
        why = self._explain_answer(answer, scope, history) if explain else None
        return answer.model_copy(update={"elapsed_ms": elapsed, "explanation": why})

    def _explain_answer(self, answer: Answer, programme: str | None, history: Sequence[Turn]) -> Explanation:
        from assistant.answering.explaining import explain_answer
        from assistant.retrieval.explaining import explain_score

        return explain_answer(
            answer,
            catalogue=self.catalogue,
            search=self.search,
            explain_score=explain_score,
            programme=programme,
            history=history,
        )

    def match(self, text: str, *, top: int = 10, explain: bool = False) -> MatchResult:
        """Return the directions that a problem fits, best first.

        Args:
            text: the problem in any words.
            top: number of directions, 1 to 50.
            explain: True adds why these directions were found and what was decided.

        Raises:
            InputError: the text is empty or too long, or `top` out of range.
        """
        from assistant.matching.matching import match_problem

        if not 1 <= top <= 50:  # noqa: PLR2004 - the range is the docstring's
            raise InputError("返回的方向数应在1到50之间。", where="--top")
        query = _usable(text, "问题描述")
        hits = self.search.search(query, kinds=("direction",), top=MATCH_POOL)
        result = match_problem(query, hits, self.catalogue, top)
        if not explain:
            return result
        from assistant.matching.explaining import explain_match
        from assistant.retrieval.explaining import explain_score

        why = explain_match(query, hits, result, self.catalogue, explain_score)
        return result.model_copy(update={"explanation": why})

    def read(self, path: Path, *, view: View = "accepted") -> "Reading":
        """Return a document as the checker sees it, tracked changes taken as accepted or as rejected.

        Raises:
            UnreadableFileError: the file cannot be read.
        """
        from assistant.documents.describe import describe
        from assistant.documents.fields import recognise
        from assistant.documents.reading import read_document

        document = read_document(path, view)
        return describe(document, recognise(document, _all_forms(self.catalogue)), view)

    def text_of(self, path: Path) -> str:
        """Return the author's text of a file, a paragraph a line; headers, comments and hidden text left out.

        Raises:
            UnreadableFileError: the file cannot be read.
        """
        from assistant.documents.reading import read_document

        shown = (block.text for block in read_document(path).blocks if block.kind in _AUTHORS_TEXT)
        return "\n".join(text for text in shown if text.strip())

    def check(
        self,
        paths: Sequence[Path],
        *,
        programme: str = AUTO,
        form: str = AUTO,
        direction: str | None = None,
        today: date,
    ) -> Reports:
        """Judge each file by the rules of its programme and form; an unreadable one gives a report that says so.

        Of a folder or a .zip every file is judged.

        Raises:
            UnknownNameError: there is no such programme, form or direction.
            InputError: no file was given.
        """
        if not paths:
            raise InputError("没有给出要检查的文件。", hint="请给出 .docx、.pdf、.md 或 .txt 文件。")
        from assistant.checking.one import Checker
        from assistant.documents.collecting import collect

        order = CheckOrder(programme=programme, form=form, direction=direction, today=today)
        checker = Checker.build(self.catalogue, order)
        sources = collect(paths)
        checked = self.check_apart(sources, order) if self.check_apart else map(checker.check, sources)
        return Reports(reports=tuple(one.report for one in checked))

    def coverage(self, path: Path, *, direction: str, today: date, view: View = "accepted") -> Coverage:
        """Return what a proposal covers of a direction, item by item, and what it promises besides.

        Args:
            path: the file.
            direction: id such as `sticoop-2022/1.1`.
            today: the day of the check.
            view: whether tracked changes are taken as accepted or as rejected.

        Raises:
            UnknownNameError: there is no such direction.
            UnreadableFileError: the file cannot be read.
        """
        from assistant.checking.covering import Coverer
        from assistant.documents.collecting import collect

        order = CheckOrder(direction=direction, view=view, today=today)
        coverer = Coverer(self.catalogue, order)
        return coverer.cover(next(iter(collect([path]))))

    def outline(self, direction: str, *, today: date) -> Outline:
        """Return an outline of a proposal for a direction, in the guide's own words.

        Args:
            direction: id such as `sticoop-2022/1.1`.
            today: the day of the outline.

        Raises:
            UnknownNameError: there is no such direction.
        """
        from assistant.exporting.outlining import outline_direction

        return outline_direction(self.catalogue, CheckOrder(direction=direction, today=today))

    def timeline(self, programme: str, *, today: date) -> Timeline:
        """Return the dates of a call, each with its clause.

        Args:
            programme: id of a programme, or of a document that holds several.
            today: the day that dates are compared with.

        Raises:
            UnknownNameError: there is no such programme.
        """
        from assistant.library.timeline import build_timeline

        return build_timeline(self.catalogue.select(programme), programme, today)

    def export(self, path: Path, order: "ExportOrder") -> "Export":
        """Return a draft in any layout as the official form of its programme, with the bytes of the file.

        Raises:
            UnreadableFileError: the file cannot be read.
            UnknownNameError: there is no such programme, or it has no such form.
            InputError: the file bears the labels of no form.
        """
        from assistant.exporting.verb import export_file

        return export_file(self.catalogue, path, order)

    def export_filled(self, filled: FilledDraft, order: "ExportOrder") -> "Export":
        """Return a draft made from notes as the official form of its programme, with the bytes of the file.

        Raises:
            UnknownNameError: the programme has no such form.
        """
        from assistant.exporting.verb import export_filled

        return export_filled(self.catalogue, filled, order)

    def fill(
        self, paths: Sequence[Path], *, programme: str = AUTO, form: str, kind: str | None = None, today: date
    ) -> FilledDraft:
        """Draft a form from an author's notes, in the author's own sentences.

        Args:
            paths: files of notes, or folders of them; an earlier draft keeps its fields.
            programme: id of the programme; `auto` for the newest that has the form.
            form: such as `problem`.
            kind: the type that the author chose.
            today: the day that deadlines are compared with.

        Raises:
            InputError: no file was given.
            UnknownNameError: there is no such programme, or it has no such form.
            UnreadableFileError: a file cannot be read.
        """
        from assistant.drafting.verb import FillOrder, fill

        return fill(self.catalogue, paths, FillOrder(programme=programme, form=form, kind=kind, today=today))

    def fill_into(self, filled: FilledDraft, *, blank: str, data: bytes) -> "IntoForm":
        """Return the blank form of the issuer's with a draft in it, cells, styles and numbering as they were.

        Args:
            filled: what `fill` drafted.
            blank: name of the file of the blank form.
            data: its bytes, a .docx.

        Raises:
            InputError: it is no .docx.
            UnreadableFileError: it cannot be read, or is no form of that kind.
            UnknownNameError: the programme has no such form.
        """
        from assistant.exporting.into import fill_into

        return fill_into(self.catalogue, filled, blank, data)

    def annotate(
        self,
        report: Report,
        data: bytes,
        *,
        made_on: date,
        view: View = "accepted",
        package: Package | None = None,
    ) -> bytes:
        """Return the author's .docx with what a check found as comments in the margin, and nothing else changed.

        Args:
            report: what `check` said of the file.
            data: the file's bytes.
            made_on: the day that Word shows with the comments.
            view: the view that was checked.
            package: the judgement of all files together, whose findings in this file are written too.

        Raises:
            UnreadableFileError: the file cannot be read, or no comment can be put into it.
            UnknownNameError: the report is of a programme that is no longer there.
        """
        from assistant.documents.fields import recognise
        from assistant.documents.reading import read_bytes
        from assistant.documents.remarks.neighbours import find_neighbours
        from assistant.documents.remarks.write import write_remarks
        from assistant.reporting.remarks import list_package_remarks, list_remarks
        from assistant.reporting.shown import show_report

        shown = show_report(report, self.catalogue)
        document = read_bytes(shown.name, data, view)
        forms = self.catalogue.find_programme(report.programme).forms if report.programme else ()
        form = next((one for one in forms if one.name == report.form), None)
        near = find_neighbours(recognise(document, [form]), form) if form else {}
        remarks = list_remarks(report, shown, near)
        more = list_package_remarks(package, report.file, self.catalogue, near) if package else ()
        return write_remarks(shown.name, data, (*remarks, *more), made_on=made_on, view=view)

    def title(self, title: str, *, kind: str | None = None, notes: str | None = None, today: date) -> TitleAdvice:
        """Judge a title by the title rules and propose questions.

        Raises:
            InputError: the title is empty or too long, or the kind unknown.
        """
        from assistant.checking.one import find_candidates
        from assistant.checks.alone import check_title
        from assistant.checks.context import CheckContext
        from assistant.writing.titles import advise_title

        text = _usable(title, "题目")
        programme, form = find_candidates(self.catalogue, AUTO, TITLE_FORM)[0]
        context = CheckContext.build(programme=programme, form=form, catalogue=self.catalogue, today=today)

        def passes(question: str) -> bool:
            return not check_title(question, programme.rules, context)

        advice = advise_title(text, kind, notes, self.catalogue, passes=passes)
        candidates = tuple(
            one.model_copy(update={"findings": check_title(one.zh, programme.rules, context)})
            for one in advice.candidates
        )
        findings = check_title(text, programme.rules, context)
        return advice.model_copy(update={"findings": findings, "candidates": candidates})

    def problems(self, query: str) -> ProblemsResult:
        """Return the released problems nearest to a query, best first.

        Raises:
            InputError: the query is empty or too long.
        """
        from assistant.writing.released import search_released

        return search_released(_usable(query, "查询"), self.catalogue)


_AUTHORS_TEXT = frozenset({"paragraph", "heading", "cell", "text_box"})


def _usable(text: str, name: str) -> str:
    stripped = text.strip()
    if not stripped:
        raise InputError(f"{name}是空的。", hint="请输入内容后再试。")
    if len(stripped) > MAX_QUERY_CHARACTERS:
        raise InputError(f"{name}有{len(stripped)}个字符，超过{MAX_QUERY_CHARACTERS}的上限。", hint="请只给出要点。")
    return stripped


def _all_forms(catalogue: Catalogue) -> tuple[Form, ...]:
    newest_first = sorted(catalogue.programmes, key=lambda one: (one.info.year, one.id), reverse=True)
    return tuple({form.name: form for one in reversed(newest_first) for form in one.forms}.values())
