"""What a sentence of notes shows of its section: named cues of grammar and wording, its length, and its characters."""

import re
from collections.abc import Iterator

from assistant.text import clean
from assistant.writing.sections.cues import CUES

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_LATIN = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_ENDS = "。；;.!！ "
_SHORT, _LONG = 15, 60
"""Characters of a short and of a long sentence."""
RUN_VALUE = 0.3
"""Of characters, so that a cue, which people chose, weighs more."""


def list_features(sentence: str) -> Iterator[tuple[str, float]]:
    """Yield the features of a sentence with their values.

    These are the cues, the length, and the single characters, the pairs, the first and the last ones; every number is
    0 and every Latin word A, so that neither is learned by heart.
    """
    text = clean(sentence)
    yield from ((f"cue:{cue.id}", 1.0) for cue in CUES if cue.pattern.search(text))
    length = len(text)
    yield f"length:{'short' if length < _SHORT else 'long' if length > _LONG else 'middle'}", 1.0
    if text.startswith(("（", "(")) and text.rstrip("。").endswith(("）", ")")):
        yield "shape:bracketed", 1.0
    if re.search(r"[？?]\W*$", text):
        yield "shape:question", 1.0
    yield from ((name, RUN_VALUE) for name in _list_runs(_LATIN.sub("A", _NUMBER.sub("0", text))))


def _list_runs(shape: str) -> list[str]:
    runs = {f"run:{shape[start : start + size]}" for size in (1, 2) for start in range(len(shape) - size + 1)}
    ended = shape.rstrip(_ENDS)
    runs |= {f"head:{shape[:size]}" for size in (1, 2, 3)} | {f"tail:{ended[-size:]}" for size in (2, 3)}
    return sorted(runs)
