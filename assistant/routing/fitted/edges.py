"""Mends the ends of what a turn is about: no quotation, Latin word or single letter before a mark is torn."""

import re
from itertools import pairwise

from assistant.routing import words
from assistant.routing.chatter import QUOTED
from assistant.routing.fitted.english import mend_english
from assistant.routing.fitted.spans import Span

_NEAR = 4
"""Letters behind a colon that still belong to what follows (用AI做…)."""
_LATIN = re.compile(r"[A-Za-z0-9]+(?:[-–'.][A-Za-z0-9]+)*")
_MARK = re.compile(r"[\s，,。；;：:！!？?“”\"「」『』《》（）()、—…→]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LEADING = frozenset("把将对和与跟给做搞按以用从在查搜找有请帮看改求为是写问那就再也换选拟报投想要像叫论评审")
"""Single letters that lead to something and are no part of it."""
_TRAILING = frozenset("吗呢吧啊呀的么没了过类好行中里哈呗嘛哦下来改写报查有")
"""Those that trail after something."""


_ASKED = re.compile(
    r"(?:怎么|怎样|如何|咋|为什么|为何|为啥|会不会)(?:才能)?(?![报申投写改起拟取问选找填办弄整走归算样说表述配对查搜交做准叫用看]|提(?!高|升|取|纯|出来))"
    r"[\u4e00-\u9fff]{1,8}(?=[，。？?！!；;\s]|$)"
)
"""A question about research that a stretch goes on with."""
_ORDERS = re.compile("搜索|检索|查询|查找|已有|没有|有无")
"""Words of orders that must not be torn at the beginning."""


def mend(spans: list[Span], text: str) -> tuple[Span, ...]:
    """Return the stretches with whole ends, those that touch as one."""
    mended = [_mend_one(span, text) for span in spans]
    if not mended:
        return ()
    joined = [mended[0]]
    for before, span in pairwise([mended[0], *mended[1:]]):
        if span.start <= max(before.end, joined[-1].end):
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def _mend_one(span: Span, text: str) -> Span:
    mended = _colon(_letters(_words(_quotation(span, text), text), text), text)
    return _question(mend_english(mended, text), text)


def _question(span: Span, text: str) -> Span:
    """Return the stretch with what it asks behind its name (藻泥怎么处置); how to hand in is no part of it."""
    asked = _ASKED.match(text, span.end)
    return Span(span.start, asked.end()) if asked else span


def _quotation(span: Span, text: str) -> Span:
    """Return the quotation that a stretch is a part of or holds most of, instead of the stretch."""
    for found in QUOTED.finditer(text):
        start, end = found.span("inner")
        within = min(end, span.end) - max(start, span.start)
        if 2 * within > end - start or start <= span.start < span.end <= end:
            return Span(start, end)
    return span


def _words(span: Span, text: str) -> Span:
    start, end = span.start, span.end
    for found in _ORDERS.finditer(text):
        if found.start() < start < found.end() < end:
            start = found.end()
    for found in _LATIN.finditer(text):
        if found.start() < start < found.end():
            start = found.start()
        if found.start() < end < found.end():
            end = found.end()
    return Span(start, end)


def _colon(span: Span, text: str) -> Span:
    """Return the stretch from the colon before it, where hardly anything stands between."""
    colon = max(text.rfind("：", 0, span.start), text.rfind(":", 0, span.start))
    between = text[colon + 1 : span.start].strip()
    orders = _MARK.search(between) or any(one.search(between) for one in (words.RELEASED, words.DIRECTION_OR_AIM))
    near = 0 <= colon < span.start <= colon + 1 + _NEAR and not orders
    return Span(colon + 1, span.end) if near else span


def _letters(span: Span, text: str) -> Span:
    """Return the stretch with a single letter between it and a mark or 个, if that leads or trails nothing."""
    before = text[max(0, span.start - 2) : span.start].rjust(2)
    after = text[span.end : span.end + 2].ljust(2)
    start, end = span.start, span.end
    if _HAN.match(before[1]) and (_MARK.match(before[0]) or before[0] == "个") and before[1] not in _LEADING:
        start -= 1
    if _HAN.match(after[0]) and _MARK.match(after[1]) and after[0] not in _TRAILING:
        end += 1
    return Span(start, end)
