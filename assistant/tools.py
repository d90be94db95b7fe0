"""The verbs as tools for a program: plain arguments in, the value that the command line prints as JSON out."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import Field, ValidationError

from assistant.checking.many import Manner
from assistant.checking.order import AUTO, CheckOrder
from assistant.checking.session import Wishes, run_check
from assistant.documents.collecting import collect
from assistant.documents.describe import Reading
from assistant.domain.answer import Answer, Turn
from assistant.domain.coverage import Coverage
from assistant.domain.draft import View
from assistant.domain.drafting_call import FilledForm, ProblemKind
from assistant.domain.exported import Exported, ExportFormat
from assistant.domain.filled import FilledDraft
from assistant.domain.finding import Reports
from assistant.domain.match import MatchResult
from assistant.domain.outline import Outline
from assistant.domain.timeline import Timeline
from assistant.domain.title import ProblemsResult, TitleAdvice
from assistant.domain.value import Value
from assistant.errors import InputError
from assistant.exporting.verb import Export, ExportOrder
from assistant.folders import Folders
from assistant.service import Assistant
from assistant.whole import write_bytes

Programme = Annotated[str, Field(description="通知编号，如 cast-2023、nkrd-2021；auto 为自动判断")]
FormName = Annotated[
    str, Field(description="表格：problem、recommendation、report、pioneer、proposal；auto 为自动判断")
]
FileName = Annotated[str, Field(description="允许的文件夹里的 .docx、.pdf、.md 或 .txt 文件")]
FileNames = Annotated[list[str], Field(description="允许的文件夹里的文件、文件夹或 .zip", min_length=1)]
DirectionId = Annotated[str, Field(description="指南方向的编号，如 sticoop-2022/1.1、nkrd-2021-12/2.10")]
Today = Annotated[date | None, Field(description="与截止日期比较的日子，YYYY-MM-DD；缺省为今天")]
ViewName = Annotated[View, Field(description="修订按全部接受（accepted）还是全部拒绝（original）")]
Explain = Annotated[bool, Field(description="是否附上检索与判断的经过")]
_Result = TypeVar("_Result", bound=Value)
OutputName = Annotated[str | None, Field(description="写入允许的文件夹里的新文件，不覆盖已有文件；缺省则不写")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """The verbs over one Assistant; file names are taken only from the folders.

    Each method raises what its verb raises, and InputError for a file outside the folders.
    """

    assistant: Assistant
    folders: Folders
    data_dir: Path
    today: Callable[[], date]

    def ask(
        self,
        question: Annotated[str, Field(description="要问的规定，任何说法")],
        programme: Programme = AUTO,
        history: Annotated[list[Turn] | None, Field(description="此前的对话，先说的在前")] = None,
        today: Today = None,
        explain: Explain = False,
    ) -> Answer:
        """Answer a procedural question."""
        return self.assistant.ask(
            question, programme=programme, history=history or (), today=today or self.today(), explain=explain
        )

    def match(
        self,
        text: Annotated[str, Field(description="研究问题的描述")],
        top: Annotated[int, Field(description="返回多少个方向", ge=1, le=50)] = 10,
        explain: Explain = False,
    ) -> MatchResult:
        """Match a problem to directions."""
        return self.assistant.match(text, top=top, explain=explain)

    def title(
        self,
        title: Annotated[str, Field(description="题目")],
        kind: Annotated[ProblemKind | None, Field(description="所属类型")] = None,
        notes: Annotated[str | None, Field(description="作者的笔记，供补充对象、条件或机制")] = None,
        today: Today = None,
    ) -> TitleAdvice:
        """Judge a title and propose questions."""
        return self.assistant.title(title, kind=kind, notes=notes, today=today or self.today())

    def problems(self, query: Annotated[str, Field(description="关键词或问题")]) -> ProblemsResult:
        """Search the released problems."""
        return self.assistant.problems(query)

    def read(self, file: FileName, view: ViewName = "accepted") -> Reading:
        """Show a document as the checker sees it."""
        return self.assistant.read(self.folders.find(file), view=view)

    def check(
        self,
        files: FileNames,
        programme: Programme = AUTO,
        form: FormName = AUTO,
        direction: Annotated[str | None, Field(description="申报书所报的方向编号；缺省为自动识别")] = None,
        view: ViewName = "accepted",
        package: Annotated[bool, Field(description="是否合起来当作一套材料检查")] = False,
        today: Today = None,
    ) -> Reports:
        """Judge files by the rules."""
        order = CheckOrder(programme=programme, form=form, direction=direction, view=view, today=today or self.today())
        sources = collect(self.folders.find(file) for file in files)
        return run_check(
            sources, self.assistant.catalogue, order, Manner(data_dir=self.data_dir), Wishes(package=package)
        )

    def coverage(
        self, file: FileName, direction: DirectionId, view: ViewName = "accepted", today: Today = None
    ) -> Coverage:
        """Lay a proposal beside a direction."""
        path = self.folders.find(file)
        return self.assistant.coverage(path, direction=direction, today=today or self.today(), view=view)

    def outline(self, direction: DirectionId, today: Today = None) -> Outline:
        """Outline a proposal for a direction."""
        return self.assistant.outline(direction, today=today or self.today())

    def timeline(self, programme: Programme, today: Today = None) -> Timeline:
        """List the dates of a call."""
        return self.assistant.timeline(programme, today=today or self.today())

    def fill(
        self,
        files: FileNames,
        form: FilledForm,
        programme: Programme = AUTO,
        kind: Annotated[ProblemKind | None, Field(description="所属类型")] = None,
        output: OutputName = None,
        today: Today = None,
    ) -> FilledDraft:
        """Draft a form from notes."""
        paths = [self.folders.find(file) for file in files]
        place = self.folders.place(output) if output else None
        day = today or self.today()
        filled = self.assistant.fill(paths, programme=programme, form=form, kind=kind, today=day)
        if place is None:
            return filled
        written = self.assistant.export_filled(filled, ExportOrder(format=_format_of(place), today=day))
        return _write(written, place, filled, output)

    def export(
        self,
        file: FileName,
        format: Annotated[ExportFormat, Field(description="docx、md 或 txt")] = "docx",  # noqa: A002 - the contract's name
        anonymous: Annotated[bool, Field(description="是否隐去作者信息")] = False,
        programme: Programme = AUTO,
        form: FormName = AUTO,
        view: ViewName = "accepted",
        output: OutputName = None,
        today: Today = None,
    ) -> Exported:
        """Write a draft as the official form."""
        path = self.folders.find(file)
        place = self.folders.place(output) if output else None
        order = ExportOrder(
            format=format,
            anonymous=anonymous,
            programme=programme,
            form=form,
            view=view,
            today=today or self.today(),
        )
        exported = self.assistant.export(path, order)
        return _write(exported, place, exported.result, output) if place else exported.result


def wrong_arguments(name: str, error: ValidationError) -> InputError:
    """Return what is said of arguments that a verb cannot take: which is the first one that is wrong."""
    place = ".".join(str(part) for part in error.errors()[0]["loc"])
    return InputError("参数缺少或不合要求。", where=f"{name}：{place}", hint="参数的名称和取值见这个动词的说明。")


def _write(export: Export, place: Path, result: _Result, output: str | None) -> _Result:
    write_bytes(place, export.data)
    return result.model_copy(update={"output": output})


def _format_of(place: Path) -> Literal["docx", "md", "txt"]:
    match place.suffix.lower():
        case ".md":
            return "md"
        case ".txt":
            return "txt"
        case _:
            return "docx"
