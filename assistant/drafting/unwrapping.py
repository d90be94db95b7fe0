"""Lines that a mail program or a typist broke in the middle of a sentence, put together again before notes are read."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.domain.draft import Block, Document
from assistant.writing.sections.headings import is_heading, read_lead
from assistant.writing.sections.sentences import BULLET

_NARROWEST = 24
"""Columns (a Chinese character takes two) below which a line is short for another reason than the edge of a page."""
_NEAR = 0.72
"""Share of the widest broken line that a broken line reaches; typists break raggedly, programs at the same column."""
_MOSTLY = 0.7
"""Share of the broken lines that are near the widest one, and of all lines that are no wider than it."""
_LEAST = 2
"""Broken lines from which a file has been wrapped."""
_SLACK = 4
"""Columns by which a line may pass the edge: a closing mark, the end of a Latin word."""
_ENDED = re.compile(r"[。！？!?；;：:…](?:[”’\"'）)】」』》])*\s*$|\.\s*$")
_ENDING = re.compile(r"[。！？!?；;]")
_PAUSED = re.compile(r"[，、,]\s*$")
_LABEL = re.compile(r"^\s*(?:[【\[]|[一-鿿A-Za-z ]{2,12}[：:])")
_INDENT = re.compile(r"^(?:\u3000| {2}|\t)")


def unwrap(document: Document) -> Document:
    """Return the document with broken lines joined; the same where its lines were broken by nobody but the author.

    A joined paragraph has the place of its first line. Lines are joined only in runs that come to the end of a
    sentence: keywords below each other, without a mark, stay a list.
    """
    edge = _find_edge(document.blocks)
    if not edge:
        return document
    blocks: list[Block] = []
    for run in _list_runs(document.blocks):
        blocks += _join_run(run, edge)
    return replace(document, blocks=tuple(blocks))


def _find_edge(blocks: Sequence[Block]) -> int:
    """Return the column at which lines are broken; 0 where they are not.

    A few lines may be longer: a reader of pages has joined them already.
    """
    broken = sorted(_measure(one.text) for one, following in pairwise(blocks) if _is_broken(one, following))
    edge = broken[len(broken) * 3 // 4] if broken else 0
    near = sum(_NEAR * edge <= width <= edge + _SLACK for width in broken)
    filled = [_measure(one.text) for one in blocks if one.text.strip()]
    within = sum(width <= edge + _SLACK for width in filled)
    if len(broken) < _LEAST or near < _MOSTLY * len(broken) or within < _MOSTLY * len(filled):
        return 0
    return edge


def _is_broken(line: Block, following: Block) -> bool:
    return _measure(line.text) >= _NARROWEST and not _ENDED.search(line.text) and _may_follow(line, following)


def _may_follow(line: Block, following: Block) -> bool:
    """Say whether a line may go on in the next one: neither is empty, a heading, or opens something of its own."""
    if not (line.text.strip() and following.text.strip()) or {line.kind, following.kind} != {"paragraph"}:
        return False
    return not (opens_item(following.text) or _INDENT.match(following.text) or following.number)


def opens_item(text: str) -> bool:
    """Say whether a line begins something of its own: a bullet, a number, a label."""
    return bool(BULLET.match(text) or _LABEL.match(text) or read_lead(text))


def ends_sentence(text: str) -> bool:
    """Say whether a line ends where a sentence does, or with a colon."""
    return bool(_ENDED.search(text))


def _list_runs(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Yield the blocks in runs of lines each of which may go on in the next."""
    run: list[Block] = []
    for block in blocks:
        if run and not _may_follow(run[-1], block):
            yield run
            run = []
        run.append(block)
    if run:
        yield run


def _join_run(run: Sequence[Block], edge: int) -> Iterator[Block]:
    """Yield the paragraphs of a run."""
    last = max((place for place, one in enumerate(run) if _ENDING.search(one.text)), default=-1)
    open_block: Block | None = None
    for place, block in enumerate(run):
        if open_block is not None and place <= last and _goes_on(run[place - 1], block, edge):
            open_block = _join(open_block, block)
            continue
        if open_block is not None:
            yield open_block
        open_block = block
    if open_block is not None:
        yield open_block


def _goes_on(line: Block, following: Block, edge: int) -> bool:
    """Say whether the next line belongs to the same paragraph."""
    if _ENDED.search(line.text):
        return _measure(line.text) >= edge - _SLACK and not is_heading(following.text)
    return bool(_PAUSED.search(line.text)) or _measure(line.text) >= _NEAR * edge or not is_heading(line.text)


def _join(first: Block, second: Block) -> Block:
    left, right = first.text.rstrip(), second.text.strip()
    latin = left[-1].isascii() and right[0].isascii() and left[-1] != "-"
    text = f"{left}{' ' if latin else ''}{right}"
    return replace(first, text=text, where=first.where.model_copy(update={"end": len(text)}))


def _measure(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in text.strip())
