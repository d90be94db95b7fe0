"""The clauses and origins that an export of ours puts behind a form: no part of the draft, as our comments are none."""

import re
from collections.abc import Iterable

from assistant.domain.draft import Block
from assistant.domain.exported import CITED_NOTE
from assistant.text import bare

_CITED = re.compile(r"^\s*(?:依据|来源)\d+\s")
_NOTE = bare(CITED_NOTE)


def drop_own_appendix(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks without our note and the numbered lines below it; all else there is the author's."""
    kept: list[Block] = []
    below = False
    for block in blocks:
        if block.kind in ("paragraph", "heading"):
            is_note = len(block.text) < 2 * len(CITED_NOTE) and bare(block.text) == _NOTE
            below = is_note or (below and (not block.text.strip() or bool(_CITED.match(block.text))))
            if below:
                continue
        kept.append(block)
    return tuple(kept)
