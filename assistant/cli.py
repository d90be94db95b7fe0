"""The console script: one command in, its exit status out.

Exit status: 0 done; 1 `check` found errors, or `eval --require` or `corpus verify` missed what is wanted; 2 the input
or the configuration is wrong; 3 an outside service failed.
"""

import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from assistant.commandline import batch, corpus, verbs
from assistant.commandline.arguments import Arguments, parse_arguments
from assistant.commandline.doctor import doctor
from assistant.domain.finding import ErrorValue
from assistant.errors import AssistantError
from assistant.service import error_value, internal_error
from assistant.settings import Settings
from assistant.wire import to_json

COMMANDS: dict[str, Callable[[Arguments, Settings], int]] = {
    "ask": verbs.ask,
    "match": verbs.match,
    "title": verbs.title,
    "problems": verbs.problems,
    "check": verbs.check,
    "read": verbs.read,
    "schema": verbs.show_schema,
    "ui": verbs.ui,
    "chat": verbs.chat,
    "eval": verbs.evaluate,
    "doctor": doctor,
    "corpus list": corpus.listing,
    "corpus show": corpus.show,
    "corpus clauses": corpus.clauses,
    "corpus directions": corpus.directions,
    "corpus rules": corpus.rules,
    "corpus forms": corpus.forms,
    "corpus expansions": corpus.expansions,
    "corpus build": corpus.build,
    "corpus verify": corpus.verify,
}
BATCHES: dict[str, Callable[[Arguments, Settings], batch.Verb]] = {
    "ask": batch.ask,
    "match": batch.match,
    "title": batch.title,
    "problems": batch.problems,
    "chat": batch.chat,
}


def main(argv: Sequence[str] | None = None) -> NoReturn:
    """Run the console script `wenjin` and exit with its status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Windows consoles and the C locale would fail on Chinese.
            stream.reconfigure(encoding="utf-8", errors="replace")
    arguments = parse_arguments(list(sys.argv[1:] if argv is None else argv))
    try:
        status = run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader (head, less) has gone: point standard output elsewhere so that the last flush keeps quiet.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    except KeyboardInterrupt:
        status = 130
    sys.exit(status)


def run(arguments: Arguments) -> int:
    """Run one command and return the exit status; errors are said in one Chinese sentence."""
    try:
        settings = Settings.load()
        if arguments.batch is None:
            return COMMANDS[arguments.command](arguments, settings)
        return _run_batch(arguments.command, arguments.batch, arguments, settings)
    except AssistantError as error:
        return _report(arguments, error_value(error), str(error), error.exit_status)
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - the entry point; no text of the user's is logged
        value = internal_error(error)
        return _report(arguments, value, f"{value.where}：{value.message}{value.hint}", 2)


def _report(arguments: Arguments, value: ErrorValue, sentence: str, status: int) -> int:
    if arguments.json:
        print(to_json({"error": value.model_dump()}))
    print(sentence, file=sys.stderr)
    return status


def _run_batch(command: str, path: Path, arguments: Arguments, settings: Settings) -> int:
    """Print one result a line of the file, in order; a line that fails says so and the rest goes on."""
    lines = batch.read_lines(path)
    verb = BATCHES[command](arguments, settings)
    for number, line in enumerate(lines, start=1):
        if line.strip():
            print(_batch_line(line, f"{path}:{number}", verb), flush=True)
    return 0


def _batch_line(line: str, where: str, verb: batch.Verb) -> str:
    key: object = None
    try:
        row = batch.parse_row(line, where)
        key = row.get("id")
        return to_json(verb(row))
    except AssistantError as error:
        value = error_value(error)
    except Exception as error:  # noqa: BLE001 - the batch loop: one line's fault must not stop the rest
        value = internal_error(error)
    return to_json({"id": key, "error": value.model_dump()})
