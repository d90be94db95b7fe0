"""A form as it is written out: its items with the author's lines, and what became of them."""

from dataclasses import dataclass
from typing import Literal, get_args

from assistant.domain.form import FieldSpec, Form
from assistant.domain.value import Value

ExportFormat = Literal["docx", "md", "txt"]
EXPORT_FORMATS: tuple[ExportFormat, ...] = get_args(ExportFormat)

CITED_NOTE = "（以下是各项要求所依据的条款和各句的来源，由问津列出：请在提交前删去。）"
"""Stands above what a form rests on, each line 依据1 … or 来源1 …; by it a reader knows what is not the author's."""

Layout = Literal["beside", "below", "boxed", "inside", "bare"]
"""Where the text stands: behind its label on one line (in a table: in the next cell), on lines below it, in a box
below it, with its label in one box, or without a label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """One paragraph of the author's."""

    text: str
    number: str = ""
    """Automatic number before it; empty where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of the form with what is to stand there."""

    spec: FieldSpec
    lines: tuple[TextLine, ...] = ()
    """Empty for a heading, else a mark at least."""
    wanted: bool = False
    """True where the lines are a mark only, because the draft says nothing."""
    own: bool = False
    """True for an item that the form lacks and the author added."""

    @property
    def text(self) -> str:
        """The lines joined by line breaks, numbers left out."""
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledForm:
    """A form with the author's text, ready to be written."""

    form: Form
    heading: str
    items: tuple[Item, ...]
    """In the order of the form, the author's own items behind those that they followed."""
    loose: tuple[str, ...] = ()
    """Lines that belong to no item; they go behind the form."""
    cited: tuple[str, ...] = ()
    """Lines on what the form rests on, behind everything else; empty unless asked for."""


class Removed(Value):
    """Something of the author's person that was left out."""

    label: str
    """Item that it stood in."""
    what: str
    """In Chinese: 整栏, 姓名, 手机 …"""
    count: int = 1


class ExportedField(Value):
    """One item of the form as written."""

    label: str
    text: str
    wanted: bool = False
    """True where the draft says nothing and a mark 【待补充：…】 stands."""
    count: int = 0
    """字数: characters without white space; 0 for a mark."""
    characters: int = 0
    """Characters with white space, line breaks left out; 0 for a mark."""


class Exported(Value):
    """The result of the verb `export`."""

    file: str
    programme: str
    form: str
    heading: str
    format: ExportFormat
    fields: tuple[ExportedField, ...]
    """Headings left out."""
    wanted: tuple[str, ...] = ()
    """Labels of the items that wait for a text."""
    guidance: tuple[str, ...] = ()
    """Labels of the items from which the template's own hints were taken out."""
    removed: tuple[Removed, ...] = ()
    """What `--anonymous` left out."""
    cited: int = 0
    """Lines of the appendix on clauses and origins."""
    loose: int = 0
    """Lines that belong to no item: behind the form under 附录; left out of an anonymous file."""
    changed: tuple[str, ...] = ()
    """Labels of the items that our reader reads otherwise from the file than from the source; a person looks there."""
    output: str | None = None
    """File that was written; None where none was."""
