"""The call of a turn as it was read, with what it leans on in the conversation put in."""

import re

from assistant.domain.call import AskCall, Call, CheckCall, HelpCall, MatchCall, ProblemsCall, TitleCall
from assistant.numbered import Ordinal, find_ordinals
from assistant.routing import chatter, cues, words
from assistant.routing.forms import Reader
from assistant.routing.lacking import MISSING, NO_FILE, NO_ORDER, NOTHING_BEFORE, ask_back, no_such_item
from assistant.routing.orders import orders_only, says_something, trim
from assistant.routing.past import Exchange, Past
from assistant.routing.reading import Reading, Verb
from assistant.routing.referring import is_bare, item_of, short_kind, subject_before, thing_instead
from assistant.routing.settling import CERTAIN, STATED, is_small_talk, is_vague, settle
from assistant.routing.subjects import is_all, whole_problem
from assistant.text import clean

_CLAUSE_UNITS = frozenset({"条", "款", "部分", "章", "节", "点", "项"})
_LIST_UNITS = frozenset({"候选", "版", "题", "句"})
_BOTH = 2
"""Items among which “the other one” is clear."""
_SHORT = 8
"""Characters; so short a text after an answer goes on about it."""
_RULES = 0.3
"""Likeness to questions about rules from which a question is one, if it names nothing else."""
_SAID = 1.0
"""The same where the words ask nothing (帮我查一下2022年的截止时间)."""
_DIRECTION_CODE = re.compile(r"\s*(?:（[^）]*）)?\s*\[[\w./-]+\]$")
_NAMED_AFTER = re.compile(r"^(?:方向|专项|指南)?的?")


def call_of(reading: Reading, past: Past, reader: Reader) -> Call:
    """Return the call of a turn without files."""
    if past.last is None and reading.verb in ("ask", "help") and is_vague(reading.text):
        return HelpCall(missing=NO_ORDER)
    match settle(reading, past, reader):
        case "check":
            return HelpCall(missing=NO_FILE)
        case "ask":
            return _ask(reading.text, past)
        case "title":
            return _title(reading, past, reader)
        case "match":
            return _match(reading, past, reader)
        case "problems":
            return _problems(reading, past, reader)
        case "help":
            return _help(reading, past, reader)


def _title(reading: Reading, past: Past, reader: Reader) -> Call:
    last = past.last
    before = last.call if last and isinstance(last.call, TitleCall) else None
    kind = short_kind(reading.around) or (before.kind if before else None)
    ordinals = find_ordinals(reading.around)
    if last and before and ordinals:
        item = item_of(last, ordinals[0])
        return TitleCall(title=item, kind=kind) if item else no_such_item(last, "候选")
    whole = clean(reading.text) if is_all(reading.text, reading.spans) and not before else ""
    plain = not past.last and reader.form_of(reading.text) == "title" and reading.around == reading.text
    title = (
        whole
        or (clean(reading.text) if plain else "")
        or thing_instead(reading.text, past, reader.register)
        or reading.longest
    )
    title = title or subject_before(past, reading.around)
    return TitleCall(title=title, kind=kind) if title else _lacks("title", reading.text, past, reader)


def _match(reading: Reading, past: Past, reader: Reader) -> Call:
    query = thing_instead(reading.text, past, reader.register) or whole_problem(
        reading.text, reading.spans, reader.register
    )
    plain = not past.last and reader.rule_likeness(reading.text) < STATED and says_something(reading.text)
    query = query or (reading.text if plain else "") or subject_before(past, reading.around)
    return MatchCall(query=query) if query else _lacks("match", reading.text, past, reader)


def _problems(reading: Reading, past: Past, reader: Reader) -> Call:
    longest = reading.longest
    whole = f"{longest}”" in reading.text or f'{longest}"' in reading.text
    named = thing_instead(reading.text, past, reader.register) or ("" if whole else trim(longest)) or longest
    topic = named or subject_before(past, reading.around)
    if not topic:
        return _lacks("problems", reading.text, past, reader)
    last = past.last
    goes_on = last and isinstance(last.call, ProblemsCall) and not named
    years = cues.YEAR.findall(reading.text) if goes_on else []
    return ProblemsCall(query=f"{topic} {years[0]}" if years else topic)


def _lacks(verb: Verb, text: str, past: Past, reader: Reader) -> Call:
    """Return what asks for the object of an order; a question about rules that only sounds like one is answered."""
    asks = cues.ASKS.search(text) and not words.IMPERATIVE.search(text)
    about_rules = reader.rule_likeness(text) > (_RULES if asks else _SAID)
    if about_rules and not (is_bare(text) or orders_only(text) or words.DEICTIC.search(text)):
        return _ask(text, past)
    return HelpCall(missing=MISSING[verb])


def _ask(text: str, past: Past) -> Call:
    last = past.last
    if last and isinstance(last.call, MatchCall):
        return _about_directions(text, last, past)
    if last and isinstance(last.call, CheckCall) and find_ordinals(text) and last.items:
        item = item_of(last, find_ordinals(text)[0])
        return AskCall(question=f"{item}：{text}" if item else text, history=past.questions())
    if last is None and is_bare(text):
        return ask_back(text, NOTHING_BEFORE)
    if last and isinstance(last.call, AskCall):
        if cues.SOURCE.search(text) and cues.ASKED_AGAIN.fullmatch(text):
            return last.call
        ordinals = find_ordinals(text)
        if ordinals and not _is_told(ordinals[0], last):
            return ask_back(text, "没有列出可以选的几项")
    return AskCall(question=text, history=past.questions())


def _about_directions(text: str, last: Exchange, past: Past) -> Call:
    if ordinals := find_ordinals(text):
        item = _DIRECTION_CODE.sub("", item_of(last, ordinals[0]))
        if not item:
            return no_such_item(last, "方向")
        rest = text[: ordinals[0].start] + _NAMED_AFTER.sub("", text[ordinals[0].end :])
        asked = cues.OPENING.sub("", rest).strip(chatter.MARKS).removesuffix("呢")
        return AskCall(question=f"{item}：{asked or '研究内容'}", history=past.questions())
    if cues.ANOTHER.search(text) and len(text) <= _SHORT and len(last.items) > _BOTH:
        return HelpCall(missing="上面列了几个方向，请说明要看第几个，例如“第2个方向的研究内容”。")
    if cues.THIS_DIRECTION.search(text) and len(last.items) > 1:
        return HelpCall(missing="上面列了几个方向，请说明问的是第几个，例如“第1个方向的考核指标是什么”。")
    return AskCall(question=text, history=past.questions())


def _help(reading: Reading, past: Past, reader: Reader) -> Call:
    text = reading.text
    stands = not is_small_talk(text) and not is_bare(text)
    if stands and reading.share < CERTAIN and cues.WANTS_VALUE.search(text) and reader.rule_likeness(text) > 0:
        return _ask(text, past)
    if is_small_talk(text) or not (is_bare(text) or cues.POINTS_NOWHERE.search(text)):
        return HelpCall()
    told = past.last and isinstance(past.last.call, AskCall)
    return ask_back(text, "刚回答的是通知里的规定" if told else NOTHING_BEFORE)


def _is_told(ordinal: Ordinal, last: Exchange) -> bool:
    """Say whether the place in a list is one of a clause, or of the list that the question or its answer spoke of."""
    if ordinal.unit in _LIST_UNITS:
        return False
    spoken = any(one.unit == ordinal.unit for one in find_ordinals(last.text))
    return spoken or bool(last.items) or ordinal.unit in _CLAUSE_UNITS
