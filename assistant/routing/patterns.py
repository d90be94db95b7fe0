"""How classes of words are written: alternatives parted by white space."""

import re

Words = re.Pattern[str]

_BROKEN = re.compile(r"\\\n\s*")


def one_of(alternatives: str) -> str:
    """Return the source of a pattern for any of the alternatives, which are regular expressions without white space.

    A backslash at the end of a line joins it with the next one, so that a long alternative may be broken.
    """
    return f"(?:{'|'.join(_BROKEN.sub('', alternatives).split())})"


def any_of(alternatives: str) -> Words:
    """Return a pattern that finds any of the alternatives."""
    return re.compile(one_of(alternatives), re.IGNORECASE)


def all_of(alternatives: str) -> Words:
    """Return a pattern whose full match is made of nothing but the alternatives."""
    return re.compile(f"{one_of(alternatives)}+", re.IGNORECASE)
