"""A question in English put into the words of the notices, so that it is searched and understood as a Chinese one.

No translation for reading: word for word, in the order of the English, with the words of asking that the readers of
questions know (几个, 谁, 什么时候). What the tables lack stays as it is.
"""

import re
from collections.abc import Callable

Find = Callable[[str], str | None]
"""The Chinese for an English term in lower case, if known."""

_LONGEST = 5
"""Words of the longest term that is looked up."""
_TOKEN = re.compile(r"[a-z][a-z'’-]*|[^a-z\s]+|\s+", re.IGNORECASE)
_WORD = re.compile(r"[a-z][a-z'’-]+", re.IGNORECASE)
_TERM = re.compile(r"[a-z]+(?:[ -][a-z]+)+", re.IGNORECASE)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_BREAK = re.compile(
    r"(?<=[,;.?!，；。？！])\s*|\s*(?:,\s*)?\b(?:and|or)\s+(?=(?:how|what|who|whom|when|where|which|is|are|can|may|must|do|does|should)\b)",
    re.IGNORECASE,
)


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_ASKING: dict[str, str] = {
    "how many": "多少个", "how much": "多少", "how long": "多长时间", "how old": "多大年龄", "how often": "多久一次",
    "how high": "多高", "how large": "多大", "how big": "多大", "how far": "多远", "how": "怎么", "who": "谁",
    "whom": "谁", "whose": "谁的", "when": "什么时候", "what time": "什么时候", "what date": "哪天", "where": "在哪里",
    "which": "哪些", "why": "为什么", "what kind of": "什么样的", "what kinds of": "哪些", "what": "什么",
    "what does it mean": "什么意思", "mean": "是什么意思", "meaning": "意思", "deadline": "截止日期",
}  # fmt: skip
_NUMBERS = dict(zip(_words("one two three four five six seven eight nine ten"), "一二三四五六七八九十", strict=True))
_MODALS: dict[str, str] = {
    "can": "可以", "could": "可以", "may": "可以", "might": "可以", "must": "必须", "should": "应", "shall": "应",
    "have to": "必须", "has to": "必须", "need to": "需要", "not": "不", "cannot": "不能", "can't": "不能",
    "no": "没有", "and": "和", "or": "或", "before": "之前", "after": "之后", "than": "比", "between": "之间",
    "still": "还", "also": "也", "all": "所有", "any": "任何", "outside": "之外", "more": "更多", "less": "更少",
    "if": "如果", "more than": "超过", "less than": "少于", "fewer than": "少于", "other": "其他", "same": "同一",
    "most": "最",
    "every": "每个", "besides": "除了", "except": "除了", "about": "关于", "within": "之内",
}  # fmt: skip
_EMPTY = frozenset(
    _words(
        """a an the of in for to on at by from with as into under be is are was were been being am do does did done will
    would has have had it its they them their there this that these those we our us you your i my me he she his her
    exactly please tell give get gets got so only just one's s many much some such up out ever then else does it
    according regarding concerning versus vs via through during whether"""
    )
)
_WHETHER = frozenset(_words("is are was were do does did can could may must should will would has have need"))
_VALUE = re.compile(r"比例|金额|经费|数量|名额|字数|年龄|费用|期限|周期|规模|限制|率")
_YEAR = re.compile(r"20[12]\d")
_LEAST = 2


def is_english(question: str) -> bool:
    """Say whether a question is put in English: Latin words that only join others, or no Chinese character at all."""
    words = [word.lower() for word in _WORD.findall(question)]
    joining = [word for word in words if word in _EMPTY or word in _ASKING or word in _MODALS]
    return len(joining) >= _LEAST or (len(words) >= _LEAST and not _HAN.search(question))


def put_into_chinese(question: str, find: Find) -> str:
    """Return an English question in the words that the readers of Chinese ones know, each of its segments for itself.

    Args:
        question: as typed; names and other words in Chinese stay where they stand.
        find: looks a term up.
    """
    return "，".join(filter(None, (_render(part, find) for part in _BREAK.split(question)))) or question


def put_terms_into_chinese(question: str, find: Find) -> str:
    """Return a Chinese question with the English terms of several words in it put into Chinese (contact person)."""
    return _TERM.sub(lambda term: find(term[0].lower()) or term[0], question)


def _render(segment: str, find: Find) -> str:
    tokens = [token for token in _TOKEN.findall(segment.strip(" ,;.?!，；。？！")) if not token.isspace()]
    words = [token.lower() for token in tokens]
    out: list[str] = []
    place = 0
    while place < len(words):
        length, chinese = _longest(words[place : place + _LONGEST], find)
        out.append(_spell(tokens[place]) if chinese is None else chinese)
        place += length
    text = "".join(out)
    first = words[0] if words else ""
    if first == "what" and len(words) > 1 and words[1] in {"is", "are", "was", "were"}:
        rest = text.removeprefix("什么")
        plural = words[1] in {"are", "were"}
        return f"{rest}{'有哪些' if plural else '是多少' if _VALUE.search(rest) else '是什么'}"
    return f"{text}吗" if first in _WHETHER else text


def _spell(token: str) -> str:
    return f"{token}年" if _YEAR.fullmatch(token) else token


def _longest(words: list[str], find: Find) -> tuple[int, str | None]:
    """Return how many of the first words make the longest known term, and its Chinese; 1 and None for no term."""
    for length in range(len(words), 0, -1):
        term = " ".join(words[:length])
        found = _ASKING.get(term) or _MODALS.get(term) or find(term) or find(_singular(term))
        if found:
            return length, found
    if words[0] in _NUMBERS:
        return 1, f"{_NUMBERS[words[0]]}个"
    return 1, "" if words[0] in _EMPTY else None


def _singular(term: str) -> str:
    if term.endswith("ies"):
        return term[:-3] + "y"
    return term[:-1] if term.endswith("s") and not term.endswith("ss") else term
