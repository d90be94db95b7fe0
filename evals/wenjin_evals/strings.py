"""How the scorers compare strings: white space and case ignored, never inside a longer number."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from assistant.text import squash

SHORTEST_RUN = 6
"""Characters that a citation has to share in a row with the evidence to count."""
WANTED_SHARE = 0.8
"""Share of the evidence that citations have to cover: some evidence runs on into the next heading to be unique."""


def occurs(needle: str, text: str) -> bool:
    """Say whether `needle` stands in `text`; a digit at its end must not continue a longer number."""
    wanted = squash(needle)
    pattern = r"\s*".join(map(re.escape, wanted))
    if wanted[:1].isdigit():
        pattern = r"(?<!\d)(?<!\d\.)" + pattern
    if wanted[-1:].isdigit():
        pattern += r"(?!\d)(?!\.\d)"
    return re.search(pattern, text, re.IGNORECASE) is not None


def is_covered(evidence: str, quotes: Iterable[str]) -> bool:
    """Say whether the quotes together hold four fifths of the evidence in runs of at least six characters."""
    wanted = squash(evidence)
    seen = [False] * len(wanted)
    for quote in quotes:
        for block in SequenceMatcher(None, wanted, squash(quote), autojunk=False).get_matching_blocks():
            if block.size >= SHORTEST_RUN:
                seen[block.a : block.a + block.size] = [True] * block.size
    return sum(seen) >= WANTED_SHARE * len(wanted)
