"""Case files: one JSON object a line, beside this module or the user's own."""

import json
from importlib import resources
from pathlib import Path

from assistant.errors import InputError

Case = dict[str, object]


def load_cases(name: str, path: Path | None = None) -> list[Case]:
    """Return the shipped cases of that name (`questions.dev`), or those of the user's file.

    Raises:
        InputError: the file is absent, or a line is no JSON object.
    """
    if path is None:
        text = resources.files("wenjin_evals").joinpath("cases", f"{name}.jsonl").read_text("utf-8")
    else:
        try:
            text = path.read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise InputError("读不到评测集。", where=str(path), hint="应为 UTF-8 的 JSONL 文件。") from error
    return [_row(line, f"{path or name}:{number}") for number, line in enumerate(text.splitlines(), 1) if line.strip()]


def members(case: Case, name: str) -> list[Case]:
    """Return a case's list of objects; a bare string becomes an object with only `rule`.

    Raises:
        InputError: the case has no such list.
    """
    value = case.get(name)
    if not isinstance(value, list):
        raise InputError(f"评测用例缺少数组“{name}”。", where=str(case.get("id")))
    return [one if isinstance(one, dict) else {"rule": one} for one in value]


def alternatives(case: Case, name: str) -> list[list[str]]:
    """Return a case's list of strings or of alternatives, each entry as its alternatives.

    Raises:
        InputError: the case has no such list.
    """
    value = case.get(name)
    if not isinstance(value, list):
        raise InputError(f"评测用例缺少数组“{name}”。", where=str(case.get("id")))
    return [[entry] if isinstance(entry, str) else list(entry) for entry in value]


def _row(line: str, where: str) -> Case:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError("这一行不是有效的 JSON。", where=where) from error
    if not isinstance(row, dict):
        raise InputError("这一行不是 JSON 对象。", where=where)
    return row
