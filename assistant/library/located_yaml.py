"""YAML files read into typed values; every error names file and line.

A file is composed to nodes by libyaml and converted here, which keeps a line for every key and is some fifteen times
as fast as a parser in pure Python. Keys stay text as written (`2.10` is no number), `yes` and `no` are text, dates stay
text for the model to read, anchors are refused.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from assistant.errors import CorpusError

T = TypeVar("T")
Data = None | bool | int | float | str | list["Data"] | dict[str, "Data"]
Place = tuple[str | int, ...]

_Loader: type[yaml.SafeLoader] | type[yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONSTANTS: dict[str, Data] = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass(frozen=True, slots=True)
class Located(Generic[T]):
    """A value with the place of each of its parts in the file."""

    value: T
    path: Path
    lines: dict[Place, int]
    """Keys and positions from the top to the line of that part, counted from 1."""

    def where(self, *place: str | int) -> str:
        """Return `folder/file:line` of the nearest enclosing part that the file holds."""
        return _name_place(self.path, _find_line(self.lines, place))


def load_yaml(path: Path, model: type[T]) -> Located[T]:
    """Read the file as a value of `model`.

    Args:
        path: a UTF-8 YAML file.
        model: a pydantic model, or any type that pydantic can validate (`dict[str, Entry]`, `tuple[Entry, ...]`).

    Raises:
        CorpusError: the file is missing, no YAML, or does not fit the model; says where.
    """
    lines: dict[Place, int] = {}
    data = _convert(_compose(path), (), _Conversion(path, lines, set()))
    try:
        value = TypeAdapter[T](model).validate_python(data)
    except ValidationError as error:
        raise _explain(error.errors()[0], data, path, lines) from error
    return Located(value, path, lines)


@dataclass(frozen=True, slots=True)
class _Conversion:
    path: Path
    lines: dict[Place, int]
    seen: set[int]
    """Nodes visited; meeting one again means an alias."""

    def fail(self, node: yaml.Node, message: str, hint: str | None = None) -> CorpusError:
        return CorpusError(message, where=_name_place(self.path, node.start_mark.line + 1), hint=hint)


def _compose(path: Path) -> yaml.Node:
    try:
        text = path.read_text(encoding="utf-8-sig")
        node = yaml.compose(text, Loader=_Loader)
    except FileNotFoundError as error:
        raise CorpusError("找不到这个文件。", where=_name_file(path)) from error
    except UnicodeDecodeError as error:
        raise CorpusError("文件不是 UTF-8 编码。", where=_name_file(path), hint="请另存为 UTF-8。") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise CorpusError(
            "这一行不是正确的 YAML。", where=_name_place(path, line), hint="请检查缩进、冒号和引号是否成对。"
        ) from error
    except yaml.YAMLError as error:
        raise CorpusError("文件含有 YAML 不允许的字符。", where=_name_file(path)) from error
    if node is None:
        raise CorpusError("文件是空的。", where=_name_file(path))
    return node


def _convert(node: yaml.Node, place: Place, conversion: _Conversion) -> Data:
    if id(node) in conversion.seen:
        raise conversion.fail(node, "这里引用了一个锚点，不支持锚点和别名。", "请把内容写全。")
    conversion.seen.add(id(node))
    conversion.lines.setdefault(place, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        return _convert_mapping(node, place, conversion)
    if isinstance(node, yaml.SequenceNode):
        items = [_convert(item, (*place, index), conversion) for index, item in enumerate(node.value)]
        _refuse_same_ids(items, node, conversion)
        return items
    if isinstance(node, yaml.ScalarNode):
        return _convert_scalar(node)
    raise conversion.fail(node, "这里的 YAML 写法不认识。")


def _convert_mapping(node: yaml.MappingNode, place: Place, conversion: _Conversion) -> dict[str, Data]:
    result: dict[str, Data] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise conversion.fail(key, "键必须是一个词。")
        name = str(key.value)
        if name in result:
            raise conversion.fail(key, f"键“{name}”重复了。")
        conversion.lines[*place, name] = key.start_mark.line + 1
        result[name] = _convert(value, (*place, name), conversion)
    return result


def _convert_scalar(node: yaml.ScalarNode) -> Data:
    """A plain scalar may be a number or a constant; a quoted one is text."""
    text = str(node.value)
    if node.style:  # libyaml gives a plain scalar an empty style, the slower parser None
        return text
    if text.lower() in _CONSTANTS:
        return _CONSTANTS[text.lower()]
    for kind in (int, float):
        try:
            return kind(text) if text[0] in "+-.0123456789" and "_" not in text else text
        except ValueError:
            continue
    return text


def _refuse_same_ids(items: list[Data], node: yaml.SequenceNode, conversion: _Conversion) -> None:
    seen: set[str] = set()
    for item, item_node in zip(items, node.value, strict=True):
        name = item.get("id") if isinstance(item, dict) else None
        if isinstance(name, str) and name in seen:
            raise conversion.fail(item_node, f"编号“{name}”重复了。", "每个编号只能用一次。")
        if isinstance(name, str):
            seen.add(name)


def _explain(error: ErrorDetails, data: Data, path: Path, lines: dict[Place, int]) -> CorpusError:
    place = tuple(_follow(error["loc"], data))
    name = str(error["loc"][-1]) if error["loc"] else "文件"
    return CorpusError(_describe(error, name), where=_name_place(path, _find_line(lines, place)))


def _follow(loc: tuple[int | str, ...], data: Data) -> Iterator[str | int]:
    """Yield those parts of pydantic's location that lead into the data; the names of union members do not."""
    for part in loc:
        match data, part:
            case dict(), str() if part in data:
                data = data[part]
            case list(), int() if part < len(data):
                data = data[part]
            case _:
                continue
        yield part


def _describe(error: ErrorDetails, name: str) -> str:
    context = error.get("ctx", {})
    match error["type"]:
        case "missing":
            return f"缺少键“{name}”。"
        case "extra_forbidden":
            return f"不认识键“{name}”。"
        case "literal_error" | "enum":
            return f"“{name}”的值“{error['input']}”不在可用的值之中：{context.get('expected', '')}。"
        case "union_tag_invalid":
            return f"种类“{context.get('tag', '')}”不认识，可用的有：{context.get('expected_tags', '')}。"
        case "union_tag_not_found":
            return f"缺少键{context.get('discriminator', '')}。"
        case "value_error":
            return f"“{name}”的值不对：{context.get('error', error['msg'])}"
        case kind:
            return f"“{name}”的值“{str(error['input'])[:40]}”不对，这里应当是{_expected(kind)}。"


def _expected(kind: str) -> str:
    """Name in Chinese what pydantic's error code asks for."""
    names = {
        "string": "文字", "int": "整数", "float": "数", "bool": "true 或 false", "date": "YYYY-MM-DD 的日期",
        "list": "列表", "tuple": "列表", "dict": "键和值", "model": "键和值", "dataclass": "键和值",
        "finite": "有限的数", "too": "另一个长度", "greater": "更大的数", "less": "更小的数",
    }  # fmt: skip
    return names.get(kind.partition("_")[0], f"别的内容（{kind}）")


def _find_line(lines: dict[Place, int], place: Place) -> int:
    while place and place not in lines:
        place = place[:-1]
    return lines.get(place, 1)


def _name_file(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def _name_place(path: Path, line: int) -> str:
    return f"{_name_file(path)}:{line}"
