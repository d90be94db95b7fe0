"""Boxes in which a unit gives its opinion, signs, seals and dates."""

import re

from assistant.checks.parsing.dates import strip_dates
from assistant.checks.parsing.people import NOTHING
from assistant.text import bare

_SEAL_WORDS = re.compile(
    r"(?:(?:申报|推荐|填报|承担|依托|主管|牵头)?(?:单位|部门)(?:名称)?)?\s*+[（(]?\s*+(?:加?盖)?\s*+(?:单位)?\s*+"
    r"(?:公\s*章|盖\s*章|印\s*章|签\s*章|章)\s*(?:处|栏)?\s*[）)]?|"
    r"(?:负责人|法定代表人|法人代表|经办人|单位负责人)?\s*+[（(]?\s*+(?:签\s*字|签\s*名)\s*[）)]?|(?:日\s*期|时间)\s*[:：]?"
)
_SAYS = re.compile(r"同意|推荐|承诺|属实|真实|符合|审[查核议]|不涉|保证|情况|建议|支持|认为|具有|[。；]")


def is_filled(text: str) -> bool:
    """Say whether anything stands in the box besides the words that the form prints there."""
    return not NOTHING.match(text) and bool(bare(_SEAL_WORDS.sub("", strip_dates(text))) or _has_date(text))


def says_something(text: str) -> bool:
    """Say whether the box holds an opinion besides names, seals and dates."""
    return bool(_SAYS.search(_SEAL_WORDS.sub("", strip_dates(text))))


def _has_date(text: str) -> bool:
    return bool(re.search(r"\d", text)) and bare(strip_dates(text)) != bare(text)
