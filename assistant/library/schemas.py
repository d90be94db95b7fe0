"""JSON schemas of the corpus files, for editors and validators; `make schemas` writes them anew."""

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from assistant.domain.programme import Expansion
from assistant.domain.rule import RuleSet
from assistant.library.asks import AsksFile
from assistant.library.forms import FormsFile
from assistant.library.heads import Head
from assistant.library.locations import corpus_root
from assistant.library.outside import OutsideFile
from assistant.library.silences import SilencesFile

_MODELS: dict[str, tuple[str, TypeAdapter[Any]]] = {
    "programme.schema.json": ("programme.yaml：一个通知或指南的登记", TypeAdapter(Head)),
    "expansions.schema.json": ("expansions.yaml：方向编号到检索扩展词", TypeAdapter(dict[str, Expansion])),
    "asks.schema.json": ("asks.yaml：条款会被怎样问起", TypeAdapter(AsksFile)),
    "outside.schema.json": ("outside.yaml：没有方向覆盖的问题", TypeAdapter(OutsideFile)),
    "silences.schema.json": ("silences.yaml：会被问起而通知没有写的事", TypeAdapter(SilencesFile)),
    "rules.schema.json": ("rules.yaml：一组可检查的规则", TypeAdapter(RuleSet)),
    "forms.schema.json": ("forms.yaml：表格各栏的名称与填写提示", TypeAdapter(FormsFile)),
}
"""File name to title and the type that the file is read as; the types have nothing in common."""


def list_schemas() -> tuple[str, ...]:
    """Return the names of the schema files."""
    return tuple(_MODELS)


def render_schema(name: str) -> str:
    """Return the text of a schema file.

    Raises:
        KeyError: there is no schema of that name.
    """
    title, model = _MODELS[name]
    schema = model.json_schema() | {"title": title}
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def write_schemas(root: Path) -> None:
    """Write all schema files into the corpus."""
    for name in list_schemas():
        (root / name).write_text(render_schema(name), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_schemas(corpus_root())
