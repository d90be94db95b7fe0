"""Words of the interface in both languages, from one table; the browser changes them, in kept messages, too.

What the notices, the rules and the answers say is Chinese and stays so. An element with words of the table names their
key (`data-t`, `data-t-aria-label`) and what stands in their gaps (`data-v-name`); `words.js` puts in the
other language.
"""

import json
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal

from markupsafe import Markup, escape

from assistant.wording import CHECKED_SO_FAR, EMBEDDED_MODE, POINTS, ROLE_NAMES, SECTIONS, SEVERITIES, VERDICTS
from wenjin_ui.asset import read_asset

Language = Literal["zh", "en"]
COOKIE = "wenjin-language"
"""Set by the browser, so that the plain pages (login, one's data) speak the same language."""
_GIVEN: Mapping[str, Mapping[Any, str]] = {
    "severity": SEVERITIES,
    "verdict": VERDICTS,
    "mode": {"embedded": EMBEDDED_MODE},
    "point": POINTS,
    "told": {"files": CHECKED_SO_FAR},
    "role": ROLE_NAMES,
    "section": SECTIONS,
}
"""Groups whose Chinese is that of every other face; the table has their English alone."""


_PLACE = re.compile(r"\[\[(?:(?P<attribute>[a-z-]+)=)?(?P<key>[a-z]+\.[a-z_]+)(?P<gaps>(?: [a-z]+=\{[a-z]+\})*)\]\]")


def _read_table() -> dict[str, tuple[str, str]]:
    groups = tomllib.loads(read_asset("words.toml"))
    return {
        f"{group}.{name}": (_GIVEN[group][name], words) if group in _GIVEN else (words[0], words[1])
        for group, rows in groups.items()
        for name, words in rows.items()
    }


TABLE = _read_table()
"""By key the Chinese and the English words, gaps as `{name}`."""


def text(key: str, **values: object) -> str:
    """Return words as plain Chinese text."""
    return TABLE[key][0].format(**values)


def text_in(language: Language, key: str, **values: object) -> str:
    """Return words as plain text of a language."""
    return TABLE[key][language == "en"].format(**values)


def say(key: str, **values: object) -> Markup:
    """Return words as an element of the page."""
    return Markup("<span{}>{}</span>").format(keyed(key, **values), text(key, **values))


def keyed(key: str, **values: object) -> Markup:
    """Return the attributes that name the words of an element, with a space before them."""
    return Markup(' data-t="{}"{}').format(key, _gaps(values))


def named(attribute: str, key: str, **values: object) -> Markup:
    """Return an attribute whose value are words, with a space before it."""
    return Markup(' {0}="{3}" data-t-{0}="{1}"{2}').format(attribute, key, _gaps(values), text(key, **values))


@cache
def frame(template: str) -> Markup:
    """Return a template of HTML with its words put in.

    Args:
        template: words stand in it as `[[key]]`, or as `[[attribute=key]]` inside a tag; the gaps of words are filled
            by fields of the template: `[[key n={count}]]`.
    """
    return Markup(_PLACE.sub(_put, template))  # noqa: S704 - our own constants


def put_words(template: str, language: Language) -> Markup:
    """Return a template of a plain page, whose words no script changes, with its words put in; see `frame`."""

    def put(place: re.Match[str]) -> str:
        return str(escape(text_in(language, place["key"], **_gaps_of(place))))

    return Markup(_PLACE.sub(put, template))  # noqa: S704 - as above


def _gaps_of(place: re.Match[str]) -> dict[str, str]:
    return dict(gap.split("=") for gap in place["gaps"].split())


def _put(place: re.Match[str]) -> str:
    gaps = _gaps_of(place)
    if place["attribute"]:
        return str(named(place["attribute"], place["key"], **gaps)).strip()
    return str(say(place["key"], **gaps))


def language_of(cookie: str | None) -> Language:
    """Return the language of a cookie's value; Chinese for anything else."""
    return "en" if cookie == "en" else "zh"


def as_json() -> str:
    """Return the table for the browser, safe inside a script element."""
    return json.dumps(TABLE, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _gaps(values: Mapping[str, object]) -> Markup:
    return Markup("").join(Markup(' data-v-{}="{}"').format(name, value) for name, value in values.items())
