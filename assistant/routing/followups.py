"""Words that lean on what was said before: another of the same, the second of a list, the same for another thing."""

import re
from typing import get_args

from assistant.domain.call import AskCall, Call, CheckCall, HelpCall, MatchCall, ProblemsCall, TitleCall
from assistant.domain.drafting_call import ProblemKind
from assistant.numbered import Ordinal, find_ordinals
from assistant.routing import chatter, cues
from assistant.routing.forms import Reader
from assistant.routing.orders import Order, trim
from assistant.routing.past import Exchange, Past

KINDS: tuple[ProblemKind, ...] = get_args(ProblemKind)
NOTHING_BEFORE = "没有可以接着说的内容"
NO_FILES = "请把要汇总的稿件（或它们的 .zip）一起拖进来，或点“选择文件”。"
NO_FILE = "请把要检查的 .docx、.pdf、.md 或 .txt 草稿拖进来，或点“选择文件”。"
_CLAUSE_UNITS = frozenset({"条", "款", "部分", "章", "节", "点", "项"})
_LIST_UNITS = frozenset({"候选", "版", "题", "句"})
_BOTH = 2
"""Items among which “the other one” is clear."""
_SHORT = 8
"""Characters; so short a text after an answer goes on about it."""
_FRAGMENT = 20
"""Characters up to which a text that points back has no subject of its own."""
_DIRECTION_CODE = re.compile(r"\s*(?:（[^）]*）)?\s*\[[\w./-]+\]$")
_NAMED_AFTER = re.compile(r"^(?:方向|专项|指南)?的?")


def follow(text: str, past: Past, reader: Reader) -> Call | None:
    """Return the call of a text without an order that leans on the conversation; None where it stands alone."""
    last = past.last
    if last is None:
        lost = is_bare(text) or (len(text) <= _FRAGMENT and cues.POINTS_NOWHERE.search(text))
        return ask_back(text, NOTHING_BEFORE) if lost else None
    match last.call:
        case TitleCall():
            return _after_title(text, last, last.call, reader)
        case MatchCall():
            return _after_match(text, last, last.call, past, reader)
        case ProblemsCall():
            return _after_problems(text, last.call, reader)
        case CheckCall():
            return _after_check(text, last, past, reader)
        case AskCall():
            return _after_answer(text, last, past)
        case _:
            return None


def subject_before(order: Order, past: Past) -> str:
    """Return what an order that names nothing is about; empty where the conversation does not tell."""
    last = past.last
    if last is None:
        return ""
    if isinstance(last.call, TitleCall):
        ordinals = find_ordinals(order.said)
        return (_item(last, ordinals[0]) if ordinals else "") or last.call.title
    return last.call.query if isinstance(last.call, MatchCall | ProblemsCall) else ""


def is_bare(text: str) -> bool:
    """Say whether a text says nothing without what was said before (第二条呢, 换一个, 再短一点)."""
    rest = text
    for one in (cues.MORE, cues.LISTED, cues.FRAGMENT):
        rest = one.sub("", rest)
    return not cues.FRAGMENT.sub("", rest).strip()


def ask_back(text: str, why: str) -> HelpCall:
    """Return the question that a doubtful text is answered with: its possible readings in one sentence."""
    said = text.strip(chatter.MARKS)
    if find_ordinals(text) and not cues.LISTED.search(text):
        readings = "是某份通知的那一条、某个指南方向，还是上一次结果里的那一项"
    elif cues.YEAR.search(text):
        readings = "是那一年的截止时间、推荐数量，还是别的规定"
    elif cues.MORE.search(text) or cues.LISTED.search(text):
        readings = "是换一个题目候选、换一批指南方向，还是换一种问法"
    else:
        readings = "是通知里的规定、要改的题目，还是要配方向的研究问题"
    return HelpCall(missing=f"“{said}”前面{why}，请说明{readings}。")


def kind_in(text: str) -> ProblemKind | None:
    """Return the kind of problem that a text names."""
    return next((kind for kind in KINDS if kind in text), None)


def _after_title(text: str, last: Exchange, call: TitleCall, reader: Reader) -> Call | None:
    ordinals = find_ordinals(text)
    kind = kind_in(text) or call.kind
    if ordinals and not (ordinals[0].unit in _CLAUSE_UNITS and reader.rule_likeness(text) > 0):
        item = _item(last, ordinals[0])
        return TitleCall(title=item, kind=kind) if item else _no_such_item(last, "候选")
    again = cues.MORE.search(text) or (cues.SAME_AS.search(text) and kind_in(text))
    if again and not _asks_for_rules(text, reader):
        return TitleCall(title=call.title, kind=kind)
    thing = _thing(text, reader)
    return TitleCall(title=thing, kind=kind) if thing else None


def _after_match(text: str, last: Exchange, call: MatchCall, past: Past, reader: Reader) -> Call | None:
    if ordinals := find_ordinals(text):
        item = _DIRECTION_CODE.sub("", _item(last, ordinals[0]))
        if not item:
            return _no_such_item(last, "方向")
        rest = text[: ordinals[0].start] + _NAMED_AFTER.sub("", text[ordinals[0].end :])
        asked = cues.OPENING.sub("", rest).strip(chatter.MARKS).removesuffix("呢")
        return AskCall(question=f"{item}：{asked or '研究内容'}", history=past.questions())
    if cues.ANOTHER.search(text) and len(text) <= _SHORT and len(last.items) > _BOTH:
        return HelpCall(missing="上面列了几个方向，请说明要看第几个，例如“第2个方向的研究内容”。")
    if cues.THIS_DIRECTION.search(text) and _asks_for_rules(text, reader) and len(last.items) > 1:
        return HelpCall(missing="上面列了几个方向，请说明问的是第几个，例如“第1个方向的考核指标是什么”。")
    if cues.MORE.search(text) and not _asks_for_rules(text, reader):
        return call if call.query else HelpCall(missing=NO_FILE)
    thing = _thing(text, reader)
    return MatchCall(query=thing) if thing else None


def _after_problems(text: str, call: ProblemsCall, reader: Reader) -> Call | None:
    if cues.YEAR.search(text) and is_bare(text):
        return ProblemsCall(query=f"{call.query} {cues.YEAR.findall(text)[0]}")
    if cues.MORE.search(text) and not _asks_for_rules(text, reader):
        return call
    thing = _thing(text, reader)
    return ProblemsCall(query=thing) if thing else None


def _after_check(text: str, last: Exchange, past: Past, reader: Reader) -> Call | None:
    if find_ordinals(text) and last.items:
        item = _item(last, find_ordinals(text)[0])
        return AskCall(question=f"{item}：{text}" if item else text, history=past.questions())
    if cues.AGAIN.search(text) and not reader.rule_likeness(text) > 1:
        return HelpCall(missing=NO_FILE)
    return AskCall(question=text, history=past.questions()) if cues.ASKS.search(text) and len(text) <= _SHORT else None


def _after_answer(text: str, last: Exchange, past: Past) -> Call | None:
    ordinals = find_ordinals(text)
    if ordinals and not _is_told(ordinals[0], last):
        return ask_back(text, "没有列出可以选的几项")
    lost = cues.MORE.search(text) or cues.ANOTHER.search(text)
    if is_bare(text) and not ordinals and not cues.YEAR.search(text) and lost:
        return ask_back(text, "刚回答的是通知里的规定")
    leans = cues.OPENING.search(text) or cues.ASKED_OF.fullmatch(text) or ordinals or is_bare(text)
    if leans or len(text) <= _SHORT:
        return AskCall(question=text, history=past.questions())
    return None


def _is_told(ordinal: Ordinal, last: Exchange) -> bool:
    """Say whether the place in a list is one of a clause, or of the list that the question or its answer spoke of."""
    if ordinal.unit in _LIST_UNITS:
        return False
    spoken = any(one.unit == ordinal.unit for one in find_ordinals(last.text))
    return spoken or bool(last.items) or ordinal.unit in _CLAUSE_UNITS


def _item(last: Exchange, ordinal: Ordinal) -> str:
    items = last.items
    place = ordinal.number - 1 if ordinal.number > 0 else len(items) - 1
    return items[place] if 0 <= place < len(items) else ""


def _no_such_item(last: Exchange, name: str) -> HelpCall:
    count = len(last.items)
    listed = f"上面只列了{count}个{name}" if count else f"上面没有列出{name}"
    return HelpCall(missing=f"{listed}，请说明要用哪一个，或把它写出来。")


def _thing(text: str, reader: Reader) -> str:
    """Return the thing that 那…呢 puts in place of the earlier one; empty where the words ask for rules."""
    quoted = chatter.QUOTED.search(text)
    asked = cues.ASKED_OF.fullmatch(text) or cues.ASKED_BEFORE.fullmatch(text)
    if quoted and asked:
        return quoted["inner"]
    thing = trim(asked["thing"]) if asked else ""
    return thing if len(thing) > 1 and reader.register.lean(thing) < 1 else ""


def _asks_for_rules(text: str, reader: Reader) -> bool:
    """Say whether a text asks for rules with more than words that would lean on any answer."""
    return not is_bare(text) and reader.rule_likeness(text) > 0 and bool(cues.ASKS.search(text))
