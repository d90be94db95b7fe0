"""Characters of a guide that the extraction left behind: page numbers and unreadable lines."""

import re
from collections.abc import Iterator

from assistant.domain.notice import Furniture, Span

PAGE_NUMBER = "页码"
UNREADABLE = "乱码"

_DASH = "[-—–―－─]"
_PAGE_NUMBER = re.compile(
    rf"^[ \t\u3000]*(?P<line>{_DASH}{{1,2}}[ ]*\d{{1,4}}[ ]*{_DASH}{{1,2}}|\d{{1,4}})[ \t\u3000]*$"
    rf"|(?<=[^\s\d])[ \t]*(?P<inside>{_DASH}[ ]\d{{1,4}}[ ]{_DASH})(?=[ \t]*[^\s\d])",
    re.MULTILINE,
)
"""A number between dashes, or alone on its line; inside a line only with the blanks that a page number is set with."""
_REPLACED = re.compile("^.*\ufffd.*$", re.MULTILINE)
"""Lines with the replacement character: headings in a font whose codes the extraction could not read."""


def find_guide_furniture(text: str) -> tuple[Furniture, ...]:
    """Return the furniture of a guide in the order of the text."""
    return tuple(sorted(_iterate(text), key=lambda item: item.span))


def _iterate(text: str) -> Iterator[Furniture]:
    for found in _PAGE_NUMBER.finditer(text):
        yield Furniture(PAGE_NUMBER, Span(*found.span(found.lastgroup or 0)))
    for found in _REPLACED.finditer(text):
        start = found.start() + len(found[0]) - len(found[0].lstrip())
        yield Furniture(UNREADABLE, Span(start, found.start() + len(found[0].rstrip())))
