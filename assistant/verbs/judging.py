"""A draft as it is read and judged."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.checking.order import AUTO, CheckOrder
from assistant.domain.catalogue import Catalogue
from assistant.domain.draft import View
from assistant.domain.finding import Reports
from assistant.domain.form import Form
from assistant.errors import InputError, StoppedError
from assistant.verbs.parts import Parts
from assistant.watching import current_watch
from assistant.wording import CHECKED_SO_FAR

if TYPE_CHECKING:
    from assistant.checking.one import Checked
    from assistant.documents.collecting import Source
    from assistant.documents.describe import Reading
    from assistant.domain.brief import Brief
    from assistant.domain.coverage import Coverage
    from assistant.domain.finding import Package, Report


class Judging(Parts):
    """The verbs that look at an author's file."""

    def read(self, source: "Path | Source", *, view: View = "accepted") -> "Reading":
        """Return a document as the checker sees it, tracked changes taken as accepted or as rejected.

        Args:
            source: its path, or a file that was collected.
            view: of tracked changes.

        Raises:
            UnreadableFileError: the file cannot be read.
        """
        from assistant.documents.describe import describe
        from assistant.documents.fields import recognise
        from assistant.documents.reading import read_document, read_source

        document = read_document(source, view) if isinstance(source, Path) else read_source(source, view)
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
    ) -> "Reports":
        """Judge each file by the rules of its programme and form; an unreadable one gives a report that says so.

        Of a folder or a .zip every file is judged. A watch is told how many of several are done; see `watching`.

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
        return Reports(reports=tuple(one.report for one in _tell_each(checked, len(sources))))

    def brief(self, report: "Report", source: "Source") -> "Brief":
        """Return what a report says of a file, in a paragraph for a reviewer.

        Raises:
            UnreadableFileError: the file cannot be read any more.
        """
        from assistant.checking.briefing import brief_report
        from assistant.documents.reading import read_source
        from assistant.watching import watched

        writer = self.wordsmiths.summary if self.wordsmiths else None
        info = self.catalogue.find_programme(report.programme).info if report.programme else None
        texts = [block.text for block in read_source(source).blocks] if writer and info else []
        with watched() as watch:
            told = brief_report(report, info, writer, ["\n".join(texts)])
        return told.model_copy(update={"usage": watch.sum_up(self.prices)})

    def coverage(self, path: Path, *, direction: str, today: date, view: View = "accepted") -> "Coverage":
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

    def annotate(
        self,
        report: "Report",
        data: bytes,
        *,
        made_on: date,
        view: View = "accepted",
        package: "Package | None" = None,
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


_AUTHORS_TEXT = frozenset({"paragraph", "heading", "cell", "text_box"})


def _all_forms(catalogue: Catalogue) -> tuple[Form, ...]:
    newest_first = sorted(catalogue.programmes, key=lambda one: (one.info.year, one.id), reverse=True)
    return tuple({form.name: form for one in reversed(newest_first) for form in one.forms}.values())


def _tell_each(checked: Iterable["Checked"], number: int) -> Iterator["Checked"]:
    """Yield each file as judged; tell how many of several are done, and end where the user has stopped."""
    watch = current_watch()
    for done, one in enumerate(checked, start=1):
        if watch is not None and number > 1:
            watch.tell(CHECKED_SO_FAR.format(n=done, all=number))
            if watch.stopped is not None and watch.stopped.is_set():
                raise StoppedError("已停止。")
        yield one
