"""Fields of the forms by the names that people use."""

import re

from assistant.domain.catalogue import Catalogue
from assistant.routing.drafts.acts import trim_field
from assistant.text import bare

_SHORTEST = 2
_NUMBER = re.compile(r"^\d+[.、]\s*")
_LOOSE = {
    "英文": "Title",
    "英文标题": "Title",
    "英文题目": "Title",
    "英文关键词": "Key Words",
    "背景": "问题背景",
    "描述": "问题描述",
    "进展": "最新进展",
    "难点": "最新进展",
    "意义": "重要意义",
    "作者": "作者信息",
    "联系方式": "作者信息",
}
"""Short names by which the fields of the writing template are called."""


def find_field(name: str, form: str, catalogue: Catalogue) -> str:
    """Return the official label of the form's field that a name means; empty where it means none."""
    wanted = bare(trim_field(name))
    if len(wanted) < _SHORTEST:
        return ""
    specs = [
        spec
        for programme in catalogue.programmes
        for one in programme.forms
        if one.name == form
        for spec in one.fields
        if not spec.heading
    ]
    named = (
        spec.label for spec in specs if wanted in {bare(_NUMBER.sub("", one)) for one in (spec.label, *spec.aliases)}
    )
    loose = (label for short, label in _LOOSE.items() if wanted == bare(short))
    return next(named, "") or next((one for one in loose if any(spec.label == one for spec in specs)), "")


def find_field_in(text: str, form: str, catalogue: Catalogue) -> str:
    """Return the label of the field of the form whose longest name stands last in a text; empty where none stands."""
    names = {
        bare(_NUMBER.sub("", one)): spec.label
        for programme in catalogue.programmes
        for own in programme.forms
        if own.name == form
        for spec in own.fields
        if not spec.heading
        for one in (spec.label, *spec.aliases)
    }
    names |= {bare(short): label for short, label in _LOOSE.items() if label in names.values()}
    said = bare(text)
    places = [
        (said.rfind(name) + len(name), len(name), name) for name in names if len(name) >= _SHORTEST and name in said
    ]
    return names[max(places)[2]] if places else ""
