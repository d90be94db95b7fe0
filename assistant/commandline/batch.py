"""The batch mode of a verb: one JSON object a line in, one result a line out, in order."""

import json
from collections.abc import Callable
from pathlib import Path

from assistant.commandline.arguments import Arguments
from assistant.commandline.output import assistant_of
from assistant.commandline.verbs import turns
from assistant.conversation import converse
from assistant.domain.value import Value
from assistant.errors import InputError
from assistant.model_wiring import build_conductor
from assistant.settings import Settings

Row = dict[str, object]
Verb = Callable[[Row], Value]


def ask(arguments: Arguments, settings: Settings) -> Verb:
    """Return `ask` over `{"id","question","programme"?,"history"?}`."""
    assistant = assistant_of(settings)

    def verb(row: Row) -> Value:
        history = row.get("history") or []
        if not isinstance(history, list):
            raise InputError("字段“history”应为数组。")
        answer = assistant.ask(
            _member(row, "question"),
            programme=_member(row, "programme", arguments.programme),
            history=turns(history),
            today=arguments.today,
            explain=arguments.explain,
        )
        return _numbered(answer, row)

    return verb


def match(arguments: Arguments, settings: Settings) -> Verb:
    """Return `match` over `{"id","query"}`."""
    assistant = assistant_of(settings)

    def verb(row: Row) -> Value:
        result = assistant.match(_member(row, "query"), top=arguments.top, explain=arguments.explain)
        return _numbered(result, row)

    return verb


def title(arguments: Arguments, settings: Settings) -> Verb:
    """Return `title` over `{"id","draft_title","kind"?,"notes"?}`."""
    assistant = assistant_of(settings)

    def verb(row: Row) -> Value:
        kind = row.get("kind", arguments.kind)
        if kind is not None and not isinstance(kind, str):
            raise InputError("字段“kind”应为文字。")
        notes = _member(row, "notes") if row.get("notes") else None
        advice = assistant.title(_member(row, "draft_title"), kind=kind, notes=notes, today=arguments.today)
        return _numbered(advice, row)

    return verb


def problems(_arguments: Arguments, settings: Settings) -> Verb:
    """Return `problems` over `{"query"}`."""
    assistant = assistant_of(settings)
    return lambda row: assistant.problems(_member(row, "query"))


def chat(arguments: Arguments, settings: Settings) -> Verb:
    """Return one turn of a conversation over `{"id","messages","files"?}`."""
    assistant = assistant_of(settings)
    conductor = build_conductor(settings, assistant)

    def verb(row: Row) -> Value:
        messages, files = row.get("messages") or [], row.get("files") or []
        if not isinstance(messages, list) or not isinstance(files, list):
            raise InputError("字段“messages”和“files”应为数组。", hint="批处理的格式见 docs/cli.md。")
        exchange = converse(assistant, conductor, turns(messages), [str(one) for one in files], today=arguments.today)
        return _numbered(exchange, row)

    return verb


VERBS: dict[str, Callable[[Arguments, Settings], Verb]] = {
    "ask": ask,
    "match": match,
    "title": title,
    "problems": problems,
    "chat": chat,
}


def read_lines(path: Path) -> list[str]:
    """Return the lines of a batch file.

    Raises:
        InputError: the file is absent or no UTF-8 text.
    """
    try:
        return path.read_text("utf-8-sig").splitlines()
    except OSError as error:
        raise InputError("读不到批处理文件。", where=str(path), hint="请检查路径。") from error
    except UnicodeDecodeError as error:
        raise InputError("批处理文件不是 UTF-8 文本。", where=str(path), hint="请另存为 UTF-8。") from error


def parse_row(line: str, where: str) -> Row:
    """Return one line of a batch file.

    Raises:
        InputError: the line is no JSON object.
    """
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError("这一行不是有效的 JSON。", where=f"{where}:{error.colno}") from error
    if not isinstance(row, dict):
        raise InputError("这一行不是 JSON 对象。", where=where)
    return row


def _numbered(value: Value, row: Row) -> Value:
    return value.model_copy(update={"id": row.get("id")})


def _member(row: Row, name: str, default: str | None = None) -> str:
    value = row.get(name) or default
    if not isinstance(value, str):
        raise InputError(f"缺少文字字段“{name}”。", hint="批处理的格式见 docs/cli.md。")
    return value
