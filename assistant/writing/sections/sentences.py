"""Notes as sentences: the author's words with their places, bullets and numbers at the head of a line set apart."""

import re
from collections.abc import Iterator

_CLOSERS = "”’\"'）)】」』》"
_END = re.compile(rf"(?:[。！？!?；;]|…{{2,}}|\.(?=\s|$)(?<![A-Za-z]\.[A-Za-z]\.)(?<!al\.)(?<!Fig\.))[{_CLOSERS}]*")
_OPENING, _CLOSING = "（(【[《「『“", "）)】]》」』”"
BULLET = re.compile(
    r"^\s*(?:(?:[-*+•·●○■□▪◆◇➢►→✓√☐☑※]|[—–]+|>+)\s*|[（(]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z])\s*[)）]\s*|"
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[、．]|[.](?!\d))\s*|\d{1,2}[)）]\s*|[①-⑳]\s*|[a-zA-Z][)）]\s*|[答Aa][：:]\s*)+"
)
"""Signs of a list, or of who answers, at the head of a line; no part of the author's sentences."""
BULLET_SIGN = re.compile(r"^\s*[-*+•·●○■□▪◆◇➢►→✓√☐☑]")
"""A sign that no heading bears."""
_PAUSE = re.compile(r"(?<=[一-鿿])[ \u3000]+(?=[一-鿿])")
"""White space between Chinese words: ends a sentence of whoever writes no marks at all."""
_LEAST_PAUSES = 2
_LONGEST_BRACKET = 160
"""Characters after which a bracket that does not close is taken for a slip."""


def split_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each sentence of a paragraph, white space around it left out.

    A sentence ends at 。！？； with the closing marks behind it, and at a full stop before white space; in a paragraph
    without any mark, at white space. Inside brackets and quotation marks nothing ends. Together the sentences hold
    every character of the paragraph that is not white space, apart from the signs of a list at its head.
    """
    head = BULLET.match(text)
    start = head.end() if head else 0
    for end in _ends(text, start):
        yield from _strip(text, start, end)
        start = end
    yield from _strip(text, start, len(text))


def _ends(text: str, start: int) -> Iterator[int]:
    """Yield where sentences end, those inside brackets passed over."""
    inside = _bracketed(text)
    ends = [found.end() for found in _END.finditer(text, start) if not inside[found.start()]]
    pauses = [found.end() for found in _PAUSE.finditer(text, start)] if set(ends) <= {len(text)} else []
    yield from sorted({*ends, *pauses}) if len(pauses) >= _LEAST_PAUSES and "，" not in text else ends


def _bracketed(text: str) -> list[bool]:
    """Say of each character whether it stands between an opening mark and its closing one."""
    inside = [False] * len(text)
    opened: list[tuple[int, str]] = []
    for place, sign in enumerate(text):
        if sign in _OPENING:
            opened.append((place, _CLOSING[_OPENING.index(sign)]))
        elif opened and sign == opened[-1][1]:
            begin, _ = opened.pop()
            if place - begin <= _LONGEST_BRACKET:
                inside[begin : place + 1] = [True] * (place + 1 - begin)
    return inside


def _strip(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
