"""Prompt files: front matter, instructions and data text, divided by lines of `---`.

---
id: answer
version: 1
variables: [question, passages]
---
instructions, without variables
---
text with $question and $passages
"""

import re
import string
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.domain.prompt import Prompt
from assistant.errors import CorpusError
from assistant.library.locations import prompts_root

_DIVIDER = re.compile(r"^---[ \t]*\r?\n", re.MULTILINE)
_PARTS = 4
"""Nothing before the first divider, then front matter, instructions and text."""


class _FrontMatter(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    version: Annotated[int, Field(ge=1)]
    variables: list[str]


def load_prompt(name: str, root: Path | None = None) -> Prompt:
    """Return the prompt of the file `<name>.md`.

    Args:
        name: file name without its ending; the prompt's id must be the same.
        root: folder of the prompts; None for the one that is shipped.

    Raises:
        CorpusError: the file is missing or malformed, or a variable is not declared or not used.
    """
    path = (root or prompts_root()) / f"{name}.md"
    try:
        source = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError("提示词文件读不出来。", where=str(path), hint="请恢复该文件，编码用 UTF-8。") from error
    parts = _DIVIDER.split(source, maxsplit=3)
    if len(parts) != _PARTS or parts[0].strip():
        raise CorpusError("提示词要用三行 --- 分成头部、指示和材料三段。", where=f"{path}:1")
    head = _read_front_matter(parts[1], path)
    if head.id != name:
        raise CorpusError(f"提示词的 id 是“{head.id}”，与文件名不符。", where=f"{path}:{_find_line(source, 'id:')}")
    prompt = Prompt(
        id=head.id,
        version=head.version,
        variables=frozenset(head.variables),
        instructions=parts[2].strip(),
        text=parts[3].strip(),
    )
    _check_variables(prompt, source, path)
    return prompt


def _read_front_matter(text: str, path: Path) -> _FrontMatter:
    try:
        return _FrontMatter.model_validate(yaml.safe_load(text))
    except yaml.MarkedYAMLError as error:
        mark = error.context_mark or error.problem_mark
        line = mark.line + 2 if mark else 1
        raise CorpusError("提示词的头部不是合法的 YAML。", where=f"{path}:{line}") from error
    except ValidationError as error:
        key = str(error.errors()[0]["loc"][0]) if error.errors()[0]["loc"] else ""
        line = _find_line(text, f"{key}:") + 1
        hint = "头部要有 id（小写英文）、version（正整数）和 variables（名称列表），不要有别的项。"
        raise CorpusError(f"提示词头部的“{key}”缺失或无效。", where=f"{path}:{line}", hint=hint) from error


def _check_variables(prompt: Prompt, source: str, path: Path) -> None:
    template = string.Template(prompt.text)
    if not template.is_valid():
        stray = re.search(r"\$(?![A-Za-z_{$])", source)
        line = source.count("\n", 0, stray.start()) + 1 if stray else 1
        raise CorpusError("提示词里有一个不成变量的 $。", where=f"{path}:{line}", hint="要写 $ 本身时请写成 $$。")
    used = set(template.get_identifiers())
    for name in sorted(used - prompt.variables):
        line = _find_line(source, f"${name}", f"${{{name}")
        raise CorpusError(f"提示词用了没有声明的变量“{name}”。", where=f"{path}:{line}")
    for name in sorted(prompt.variables - used):
        raise CorpusError(f"提示词声明的变量“{name}”没有用到。", where=f"{path}:{_find_line(source, 'variables:')}")


def _find_line(text: str, *wanted: str) -> int:
    """Return the number, from 1, of the first line that holds one of the strings; 1 where none does."""
    lines = enumerate(text.split("\n"), start=1)
    return next((number for number, line in lines if any(word in line for word in wanted)), 1)
