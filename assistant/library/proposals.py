"""Files of proposals: of the same form as `expansions.yaml` and `asks.yaml`, for a person to read, correct and copy."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from assistant.domain.programme import Expansion, Programme
from assistant.domain.proposal import ProposedAsk, ProposedExpansion
from assistant.errors import InputError
from assistant.library.asks import stands_once

_WIDTH = 120
_HEADS = {
    "expansions": "# 建议稿：已有的检索扩展词在前，语言模型新提出的在后；请人审定后再写入 expansions.yaml。\n",
    "asks": "# 建议稿：语言模型提出的问法，原文已逐条核对；请人审定后再写入 asks.yaml。\n",
}


def render_expansions(programme: Programme, proposals: Iterable[ProposedExpansion]) -> str:
    """Return the programme's expansions with the proposals behind them, as the text of a file."""
    proposed = {one.number: one.expansion for one in proposals}
    merged = {
        direction.number: _merge(programme.expansion_of(direction), proposed.get(direction.number))
        for direction in programme.directions
        if direction.number in programme.expansions or direction.number in proposed
    }
    return _HEADS["expansions"] + _dump(merged)


def prove_asks(programme: Programme, proposals: Iterable[ProposedAsk]) -> tuple[list[ProposedAsk], int]:
    """Return those whose quote stands exactly once in the notice, and how many do not."""
    every = list(proposals)
    proved = [one for one in every if stands_once(programme.notice.text, one.quote)]
    return proved, len(every) - len(proved)


def render_asks(proposals: Iterable[ProposedAsk]) -> str:
    """Return the proposals as the text of a file, those for one quote together."""
    by_quote: dict[str, dict[str, None]] = {}
    for one in proposals:
        by_quote.setdefault(one.quote, {}).update(dict.fromkeys(one.asks))
    clauses = [{"quote": quote, "asks": list(asks)} for quote, asks in by_quote.items()]
    return _HEADS["asks"] + _dump({"clauses": clauses})


def write_new(path: Path, text: str) -> None:
    """Write the file, which must not exist yet.

    Raises:
        InputError: it exists, or cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        raise InputError(
            "这个文件已经有了，不会覆盖。", where=str(path), hint="请改名移走，或用 -o 另指一处。"
        ) from error
    except OSError as error:
        raise InputError("文件写不进去。", where=str(path), hint="请检查文件夹的权限，或用 -o 另指一处。") from error


def _merge(written: Expansion, proposed: Expansion | None) -> dict[str, list[str]]:
    more = proposed or Expansion()
    return {
        name: list(dict.fromkeys((*getattr(written, name), *getattr(more, name)))) for name in Expansion.model_fields
    }


def _dump(value: Mapping[str, Any]) -> str:
    return yaml.safe_dump(dict(value), allow_unicode=True, sort_keys=False, width=_WIDTH)
