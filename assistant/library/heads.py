"""`programme.yaml`: the head of a programme, and what a reader of its notice should know."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.domain.programme import ProgrammeInfo
from assistant.errors import CorpusError
from assistant.library.furniture import DeclaredFurniture
from assistant.library.located_yaml import Located, load_yaml

Text = Annotated[str, Field(min_length=1)]


class Remark(BaseModel):
    """Something that a reader should know about words of the notice, such as a misprint."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    quote: Text
    """Words of the notice, exactly; each place where they stand gets the remark."""
    message: Text
    """One Chinese sentence."""


class Head(BaseModel):
    """The file's keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["call", "guide"]
    """`call`: clauses, forms and contacts; `guide`: areas and directions."""
    doc: Text | None = None
    """Id of the document that the notice is a part of; left out where it is a document of its own."""
    number: int = Field(default=0, ge=0)
    """Place among the parts of the document, from 1; 0 for a document of its own."""
    title: Text
    short_title: Text
    aliases: tuple[Text, ...] = ()
    issuer: Text | None = None
    document_no: Text | None = None
    issued_on: date | None = None
    deadline: date | None = None
    year: int = Field(ge=1949, le=2100)
    sha256: str = Field(pattern="^[0-9a-f]{64}$")
    supersedes: Text | None = None
    furniture: tuple[DeclaredFurniture, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class LoadedHead:
    """A head with its notice."""

    head: Located[Head]
    info: ProgrammeInfo
    text: str


def load_head(folder: Path) -> LoadedHead:
    """Read `programme.yaml` and `notice.txt` of a programme.

    Raises:
        CorpusError: a file is missing or wrong, or the notice is not the one that the head was written for.
    """
    located = load_yaml(folder / "programme.yaml", Head)
    head = located.value
    text = _read_notice(folder / "notice.txt", located)
    info = ProgrammeInfo(
        id=folder.name,
        doc=head.doc or folder.name,
        number=head.number,
        title=head.title,
        short_title=head.short_title,
        aliases=head.aliases,
        issuer=head.issuer or "",
        document_no=head.document_no,
        issued_on=head.issued_on,
        deadline=head.deadline,
        year=head.year,
        sha256=head.sha256,
        supersedes=head.supersedes,
    )
    return LoadedHead(located, info, text)


def _read_notice(path: Path, located: Located[Head]) -> str:
    name = f"{path.parent.name}/{path.name}"
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise CorpusError("缺少通知原文。", where=name) from error
    if hashlib.sha256(content).hexdigest() != located.value.sha256:
        hint = f"请恢复原文，或更新 {located.where('sha256')}。"
        raise CorpusError("通知原文与登记的指纹不符，文件被改动过。", where=name, hint=hint)
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise CorpusError("通知原文不是 UTF-8 编码。", where=name) from error
