"""Questions that ask for nothing but what a clause says, which they name by its number (第四条第2款, 四、2, 附件2)."""

import re
from collections.abc import Sequence
from itertools import accumulate

from assistant.answering.asked.addresses import find_clauses, take_out
from assistant.answering.asked.question import Inquiry
from assistant.answering.saying.claims import Claim, Said, read_aloud
from assistant.answering.sentences.corpus import Corpus
from assistant.answering.sentences.units import Unit
from assistant.domain.notice import Clause
from assistant.domain.programme import Programme

_WHOLE = 2
"""Certainty from which the number is a clause's whole number."""
_ROOM = 240
"""Characters of an answer that one notice may take."""
_MOST_NOTICES = 3
_MOST_BLANKS = 11
"""Blanks of a form that are listed: each is cited, beside the form's title."""
_SAYS = re.compile(
    r"(?:的|那|这)?(?:原文|全文|条文|条款|内容|规定|要求|正文)|怎么(?:说|写|规定|讲)的?|(?:是|都|具体|主要|到底)?(?:说|写|讲|规定|要求|指|包括|有)?了?"
    r"(?:些|的)?(?:什么|啥|哪些)(?:内容|意思|规定|要求|东西)?|是(?:什么|啥)|通知|专项|榜单|指南|文件|征集|里面?|中|当中|请|帮我|给我|我想|"
    r"(?:查|看|读|念|列|解释|说明|说)(?:一下|下|看)?|具体|一下|的|吗|呢|了|年度?"
)
_LABEL = re.compile(r"[^\d（(、一二三四五六七八九十]{3,}")
"""What a path begins with before its number, such as 形式审查条件."""
_REST = re.compile(r"[^\w]|_")


def claim_clauses(inquiry: Inquiry, corpus: Corpus) -> list[Claim] | None:
    """Return what the named clauses say, a claim a notice that has the number.

    None where more is asked than that; empty where no notice has the number, or so many have it that the question has
    to say which is meant.
    """
    if inquiry.compares or not _asks_nothing_else(inquiry):
        return None
    labelled = [one for one in inquiry.scope.programmes if any(name in inquiry.text for name in _labels(one))]
    programmes = labelled or inquiry.scope.programmes
    found = [(one, find_clauses(inquiry.text, one.notice.clauses)) for one in programmes]
    whole = [(one, named.paths) for one, named in found if named.certainty >= _WHOLE]
    claims = [claim for one, paths in whole if (claim := _state(one, paths, corpus)).units]
    return claims if len(claims) <= _MOST_NOTICES else []


def _asks_nothing_else(inquiry: Inquiry) -> bool:
    text = take_out(inquiry.text)
    if text == inquiry.text:
        return False
    named = {name for programme in inquiry.scope.programmes for name in _labels(programme)}
    for name in sorted((*named, *inquiry.scope.words, *map(str, inquiry.scope.years)), key=len, reverse=True):
        text = text.replace(name, "|")
    return not _REST.sub("", _SAYS.sub("", text))


def _labels(programme: Programme) -> set[str]:
    return {label[0] for one in programme.notice.clauses if (label := _LABEL.match(one.path)) and label[0] != one.path}


def _state(programme: Programme, paths: Sequence[str], corpus: Corpus) -> Claim:
    """Return the clauses' sentences in order, as many as there is room for; the headings alone where they are many."""
    inside = {one.path for one in programme.notice.clauses if _descends(one, frozenset(paths), programme)}
    own = (corpus.units[place] for place in corpus.own[programme.id])
    units = sorted({unit for unit in own if unit.clause in inside}, key=lambda unit: unit.span.start)
    blanks = [unit for unit in units if unit.kind == "form"]
    if blanks:
        return _list_blanks(programme, [unit for unit in units if unit.clause in paths], blanks)
    if sum(len(unit.text) for unit in units) > _ROOM:
        firsts = {unit.clause: unit for unit in reversed(units)}
        units = [unit for unit in units if firsts[unit.clause] is unit or unit.clause in paths]
    ends = accumulate(len(unit.text) for unit in units)
    shown = tuple(unit for unit, end in zip(units, ends, strict=True) if end <= _ROOM or unit is units[0])
    said = tuple(Said(unit.text.rstrip("。；;"), (unit,)) for unit in shown)
    return Claim(programmes=(programme.id,), text=read_aloud(said), units=shown, said=said)


def _list_blanks(programme: Programme, titles: Sequence[Unit], blanks: Sequence[Unit]) -> Claim:
    """Return the form's title, and what it has blanks for as a count of them."""
    shown = blanks[:_MOST_BLANKS]
    names = "、".join(unit.clause[len(titles[0].clause) :] if titles else unit.clause for unit in shown)
    count = f"有{len(blanks)}个：" if len(shown) == len(blanks) else "依次为："
    text = f"{''.join(unit.text for unit in titles[:1])}，栏目{count}{names}{'等' if len(shown) < len(blanks) else ''}"
    return Claim(programmes=(programme.id,), text=text, units=(*titles[:1], *shown), derived=True)


def _descends(clause: Clause, paths: frozenset[str], programme: Programme) -> bool:
    """Say whether the clause is one of those, or below one."""
    parents = {one.path: one.parent for one in programme.notice.clauses}
    path: str | None = clause.path
    while path is not None and path not in paths:
        path = parents.get(path)
    return path is not None
