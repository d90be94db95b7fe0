"""Whether two names of a list are one unit's."""

import re

from assistant.checks.parsing.names import narrow
from assistant.text import bare

_BODY_OF_ITS_OWN = re.compile(r"公司|集团|医院|研究院|研究所|企业|中心$")


def is_same_unit(one: str, other: str) -> bool:
    """Say whether two names are one unit's: equal, or one a part of the other that is no body of its own."""
    short, long = sorted((bare(narrow(one)), bare(narrow(other))), key=len)
    return bool(short) and long.startswith(short) and _is_inner(long[len(short) :])


class UnitNames:
    """Names of units, for finding one that is the same unit's without a look at all of them."""

    def __init__(self) -> None:
        self._names: set[str] = set()
        self._rests: dict[str, set[str]] = {}
        """Head of a name to what follows it."""

    def add(self, name: str) -> bool:
        """Add a name; say whether none of the earlier ones is the same unit's."""
        plain = bare(narrow(name))
        places = range(1, len(plain))
        known = plain in self._names or any(map(_is_inner, self._rests.get(plain, ())))
        if not known and not any(plain[:place] in self._names and _is_inner(plain[place:]) for place in places):
            self._names.add(plain)
            for place in places:
                self._rests.setdefault(plain[:place], set()).add(plain[place:])
            return True
        return False


def _is_inner(rest: str) -> bool:
    """Say whether what a longer name has behind the shorter one is no body of its own."""
    return not _BODY_OF_ITS_OWN.search(rest)
