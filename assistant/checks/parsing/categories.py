"""Entries of a classification standard that a field names, by code or by name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.checks.identity import Same
from assistant.checks.parsing.names import fold_name, narrow
from assistant.domain.catalogue import Category
from assistant.text import bare, dice

_STANDARD = re.compile(
    r"(?:GB|国标)\s*/?\s*[TZ]?\s*\d{3,5}(?:\s*[-—–－]\s*\d{4})?|[（(]\s*(?:19|20)\d{2}\s*(?:版|年)?\s*[）)]",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?<![\dA-Za-z.])(?:[A-Ta-t]\s?[-.]?\s?)?(\d{2,4})(?!\d|\.\d|\s*[%个家项万亿元年月台套吨人字])")
_SECTION = re.compile(r"(?<![A-Za-z0-9])([A-T])(?![A-Za-z0-9])")
_PIECE = re.compile(r"[；;，,。\n\t/|＞>→（）()：:《》“”\[\]【】+]|——|--|[ \u3000]+")
_WRAPPING = re.compile(r"^(?:[一二三四]级|门类|大类|中类|小类|行业|代码|名称|类别)+|(?:行业|领域|产业|类)$")
_CONTAINED = 4
"""Characters from which a name is found inside a longer phrase; 广播 or 林业 has to stand alone."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a field names."""

    categories: tuple[Category, ...]
    unknown_codes: tuple[str, ...]
    """Numbers of two to four digits that the standard does not have."""


def find_categories(text: str, categories: tuple[Category, ...]) -> Named:
    """Return the entries named by code or name; the longest name counts, not those inside it."""
    folded = _STANDARD.sub(" ", narrow(text))
    by_code, by_name = _index(Same(categories))
    codes = [found[1] for found in _CODE.finditer(folded)] + [found[1] for found in _SECTION.finditer(folded)]
    words = _CODE.sub(" ", folded)
    named = [by_code[code] for code in codes if code in by_code]
    named += [category for name in _find_names(words, by_name) for category in by_name[name]]
    unknown = (code for code in codes if code not in by_code)
    return Named(tuple(dict.fromkeys(named)), tuple(dict.fromkeys(unknown)))


def find_nearest(text: str, categories: Sequence[Category], levels: tuple[int, ...]) -> tuple[Category, float] | None:
    """Return the entry of those levels whose name is most like the words, with the Dice coefficient; None for none."""
    words = bare(_CODE.sub(" ", _STANDARD.sub(" ", narrow(text))))
    if not words:
        return None
    scored = ((one, dice(words, one.name)) for one in categories if one.level in levels)
    return max(scored, key=lambda pair: pair[1], default=None)


@lru_cache(maxsize=4)
def _index(key: Same[tuple[Category, ...]]) -> tuple[dict[str, Category], dict[str, list[Category]]]:
    categories = key.value
    by_name: dict[str, list[Category]] = {}
    for one in categories:
        by_name.setdefault(fold_name(one.name), []).append(one)
    for one in categories:
        short = fold_name(one.name).removesuffix("业")
        if len(short) >= _CONTAINED and short not in by_name:
            by_name[short] = [one]
    return {one.code: one for one in categories}, by_name


def _find_names(text: str, by_name: dict[str, list[Category]]) -> list[str]:
    whole = bare(text)
    found = [whole] if whole in by_name else []
    pieces = [piece for one in _PIECE.split(text) if (piece := bare(_WRAPPING.sub("", one.strip())))]
    found += [piece for piece in pieces if piece in by_name]
    rest = whole
    for name in sorted((name for name in by_name if len(name) >= _CONTAINED and name in whole), key=len, reverse=True):
        if name in rest:
            found.append(name)
            rest = rest.replace(name, "\0")
    return list(dict.fromkeys(found))
