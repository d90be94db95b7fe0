"""One function a verb: arguments in, the exit status out; it calls the Assistant and prints what that returns."""

import json
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.commandline.arguments import Arguments
from assistant.commandline.output import assistant_of, show, write_whole
from assistant.domain.answer import Turn
from assistant.errors import AssistantError, InputError
from assistant.model_wiring import build_conductor, preview_sending
from assistant.present.answers import present_answer, present_explanation, present_match
from assistant.present.reports import present_coverage, present_reading
from assistant.present.titles import present_problems, present_title
from assistant.reporting.outgoing import render_outgoing
from assistant.service import Assistant
from assistant.settings import Settings
from assistant.wire import schema
from assistant.wiring import build_assistant, build_desk, check_apart

if TYPE_CHECKING:
    from assistant.domain.explanation import Explanation
    from wenjin_evals.figures import Figures
    from wenjin_evals.run import Request

DRAFT_SUFFIXES = frozenset({".docx", ".pdf", ".md", ".txt", ".doc", ".wps", ".rtf", ".odt"})


def ask(arguments: Arguments, settings: Settings) -> int:
    """Answer one question."""
    assistant, question = assistant_of(settings), _text(arguments)
    answer = assistant.ask(
        question,
        programme=arguments.programme,
        history=_history(arguments.history),
        today=arguments.today,
        explain=arguments.explain,
    )
    shown = partial(present_answer, answer, assistant.catalogue)
    show(arguments, answer, lambda: _explained(shown(), answer.explanation, assistant))
    return 0


def match(arguments: Arguments, settings: Settings) -> int:
    """Match one problem, given as words or as a file."""
    assistant, text = assistant_of(settings), _text(arguments)
    if Path(text).suffix.lower() in DRAFT_SUFFIXES:
        text = assistant.text_of(Path(text))
    result = assistant.match(text, top=arguments.top, explain=arguments.explain)
    shown = partial(present_match, result, assistant.catalogue)
    show(arguments, result, lambda: _explained(shown(), result.explanation, assistant))
    return 0


def title(arguments: Arguments, settings: Settings) -> int:
    """Judge and rephrase one title."""
    assistant = assistant_of(settings)
    notes = assistant.text_of(arguments.notes) if arguments.notes else None
    advice = assistant.title(_text(arguments), kind=arguments.kind, notes=notes, today=arguments.today)
    show(arguments, advice, lambda: present_title(advice))
    return 0


def problems(arguments: Arguments, settings: Settings) -> int:
    """Search the released problems."""
    result = assistant_of(settings).problems(_text(arguments))
    show(arguments, result, lambda: present_problems(result))
    return 0


def read(arguments: Arguments, settings: Settings) -> int:
    """Show a document as the checker sees it."""
    reading = assistant_of(settings).read(Path(arguments.words[0]), view=arguments.view)
    show(arguments, reading, lambda: present_reading(reading))
    return 0


def coverage(arguments: Arguments, settings: Settings) -> int:
    """Lay a proposal beside a direction, item by item."""
    path, direction = Path(arguments.words[0]), arguments.direction or ""
    found = assistant_of(settings).coverage(path, direction=direction, today=arguments.today, view=arguments.view)
    show(arguments, found, lambda: present_coverage(found))
    return 0


def preview(arguments: Arguments, settings: Settings) -> int:
    """Show what of a text or a draft the language model would be sent; nothing is sent."""
    assistant, text, beside = assistant_of(settings), arguments.words[0], list[str]()
    if Path(text).suffix.lower() in DRAFT_SUFFIXES:
        beside = [block.text for block in assistant.read(Path(text)).blocks]
        text = assistant.text_of(Path(text))
    outgoing = preview_sending(settings, assistant.catalogue, [text], beside)
    show(arguments, outgoing, partial(render_outgoing, outgoing))
    return 0


def show_schema(arguments: Arguments, _settings: Settings) -> int:
    """Print the JSON schema of a verb's result."""
    print(json.dumps(schema(arguments.words[0]), ensure_ascii=False, indent=None if arguments.json else 2))
    return 0


def ui(arguments: Arguments, settings: Settings) -> int:
    """Serve the page until it is stopped."""
    from wenjin_ui.frame.starting import import_framework

    import_framework()
    from wenjin_ui.app import serve

    changed = {"host": arguments.host or settings.host, "port": arguments.port or settings.port}
    serve(settings.model_copy(update=changed), check_apart(assistant_of(settings), settings), login=arguments.login)
    return 0


def mcp(arguments: Arguments, settings: Settings) -> int:
    """Serve the verbs over the Model Context Protocol until the client hangs up."""
    from assistant.mcp_server import serve

    serve(assistant_of(settings), arguments.folder, settings.data_dir)
    return 0


def chat(arguments: Arguments, settings: Settings) -> int:
    """Converse in the terminal until the input ends; a fault ends the turn, not the conversation."""
    from assistant.conversation import converse
    from assistant.drafting_turns import go_on

    assistant = assistant_of(settings)
    conductor = build_conductor(settings, assistant)
    desk = build_desk(settings, Path())
    messages: list[Turn] = []
    print("问津：请输入问题、题目，或草稿文件、文件夹的路径（前后可以写要做什么，如“汇总这些稿件 材料/”）；空行结束。")
    while line := _read_line():
        text, files = _part_paths(line)
        messages.append(Turn(role="user", content=text))
        try:
            exchange = converse(assistant, conductor, messages, files, today=arguments.today, desk=desk)
            desk, reply = go_on(desk, exchange.result), exchange.reply
        except AssistantError as error:
            reply = str(error)
        except KeyboardInterrupt:
            reply = "已停止。"
        messages.append(Turn(role="assistant", content=reply))
        print(reply)
    return 0


def evaluate(arguments: Arguments, settings: Settings) -> int:
    """Measure on the cases; 1 where a threshold is missed."""
    from wenjin_evals.printing import print_failures, print_figures, print_summary
    from wenjin_evals.run import SCORERS, Request, processors
    from wenjin_evals.run import evaluate as measure

    if arguments.words[0] not in SCORERS:
        assistant_of(settings).open_search()  # builds the index with a bar, before several processes open it
    request = Request(
        name=arguments.words[0],
        today=arguments.today,
        folder=settings.data_dir / "evals",
        cases=arguments.cases,
        only_open=arguments.only_open,
        processes=processors(),
    )
    result = _compare(request, settings) if arguments.model else measure(request, partial(build_assistant, settings))
    where = arguments.failures
    whole = partial(print_figures, result, where=str(where) if where else None)
    show(arguments, result, partial(print_summary, result) if arguments.summary else whole)
    if where:
        write_whole(where, print_failures(result.failures))
    short = result.missed(arguments.require) if arguments.require else ()
    for line in short:
        print(line, file=sys.stderr)
    return int(bool(short))


def _compare(request: "Request", settings: Settings) -> "Figures":
    """Return the figures of the embedded engine and of the configured model."""
    from wenjin_evals.beside import compare

    plain = Settings.model_validate({**settings.model_dump(), "model": None})
    model = partial(build_assistant, settings) if settings.uses_model else None
    return compare(request, partial(build_assistant, plain), model, settings.model or "")


COMMANDS: dict[str, Callable[[Arguments, Settings], int]] = {
    "ask": ask,
    "match": match,
    "title": title,
    "problems": problems,
    "read": read,
    "coverage": coverage,
    "preview": preview,
    "schema": show_schema,
    "ui": ui,
    "mcp": mcp,
    "chat": chat,
    "eval": evaluate,
}


def _explained(shown: str, explanation: "Explanation | None", assistant: Assistant) -> str:
    """Return a result's text with how it came about below, where that was asked for."""
    return f"{shown}\n\n{present_explanation(explanation, assistant.catalogue)}" if explanation else shown


def _part_paths(line: str) -> tuple[str, list[str]]:
    """Return the words of a line and the files and folders that it names; a path that holds spaces stands alone."""
    if _is_draft(line):
        return "", [line]
    words = line.split()
    files = [word for word in words if _is_draft(word)]
    return " ".join(word for word in words if word not in files), files


def _is_draft(word: str) -> bool:
    path = Path(word)
    named = path.suffix.lower() in {*DRAFT_SUFFIXES, ".zip"} or (os.sep in word and path.is_dir())
    return named and path.exists()


def _read_line() -> str:
    try:
        return input("> ").strip()
    except EOFError:
        return ""


def _text(arguments: Arguments) -> str:
    """Return the text argument, or standard input where it is `-`."""
    if not arguments.words:
        raise InputError("没有给出内容。", hint="请在命令后写上内容，或用 --batch 给出文件。")
    return sys.stdin.read() if arguments.words[0] == "-" else arguments.words[0]


def _history(path: Path | None) -> tuple[Turn, ...]:
    if path is None:
        return ()
    try:
        return turns(json.loads(path.read_text("utf-8-sig")))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise InputError("读不懂对话历史文件。", where=str(path), hint="应为 JSON 数组 [{role, content}]。") from error


def turns(rows: Sequence[object]) -> tuple[Turn, ...]:
    """Return earlier messages from plain JSON.

    Raises:
        InputError: a row is no message.
    """
    try:
        return tuple(Turn.model_validate(row) for row in rows)
    except (TypeError, ValueError) as error:
        raise InputError("对话历史的格式不对。", hint="应为 [{role: user|assistant, content: …}]。") from error
