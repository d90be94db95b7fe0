"""Which verb a turn wants: the one read, unless what stands there or what went before plainly says another."""

import re

from assistant.domain.call import AskCall, MatchCall, ProblemsCall, TitleCall
from assistant.numbered import find_ordinals
from assistant.routing import chatter, cues, words
from assistant.routing.forms import Reader
from assistant.routing.orders import says_something
from assistant.routing.past import Past
from assistant.routing.reading import Reading, Verb
from assistant.routing.referring import is_bare, thing_instead
from assistant.routing.subjects import is_all, orders_nothing

_SURE = 2.6
"""Likeness to questions about rules from which a question is one, whatever it seems to order."""
CERTAIN = 0.9
"""Share of the verb from which what the words look like no longer counts."""
_DOUBTFUL = 0.6
"""The same below which words that order nothing are taken for a bare title or problem."""
_RULE_LIKE, _SURELY_RULE_LIKE = 1.5, 2.5
"""Lean from which a subject is part of a question about rules; and where the words name no year and are no question."""
_RESEARCH, STATED = -1.4, -0.9
"""The same from which words are research, whatever they ask, and where they ask nothing."""
_SENTENCES = re.compile(r"[。！!？?；;\n]")
_ABOUT = frozenset({"title", "match", "problems"})


def settle(reading: Reading, past: Past, reader: Reader) -> Verb:
    """Return the verb: that of the last exchange for words that say nothing of their own, else the one read."""
    last, text = past.last, reading.text
    if is_small_talk(text):
        return "help"
    if last is None:
        return _by_form(reading, reader)
    if last.call.verb in ("title", "match", "problems") and thing_instead(text, past, reader.register):
        return last.call.verb
    if not is_bare(text):
        return _by_form(reading, reader) if isinstance(last.call, AskCall) else reading.verb
    points = find_ordinals(text) or cues.ANOTHER.search(text)
    match last.call:
        case TitleCall():
            return "title" if points or cues.MORE.search(text) else reading.verb
        case MatchCall():
            return "ask" if points else "match" if cues.MORE.search(text) else reading.verb
        case ProblemsCall():
            return "problems" if cues.MORE.search(text) or cues.YEAR.search(text) else reading.verb
        case AskCall():
            lost = not find_ordinals(text) and not cues.YEAR.search(text) and (points or cues.MORE.search(text))
            return "help" if lost else "ask"
        case _:
            return reading.verb


def is_vague(text: str) -> bool:
    """Say whether a text wishes for something and does not say what (帮我弄一下, 润色一下)."""
    if is_small_talk(text):
        return False
    orders = any(one.search(text) for one in (words.IMPERATIVE, words.REWRITE, words.REPEATS, words.FITS))
    others = (cues.ASKS, cues.YEAR, words.RULES, chatter.ELSEWHERE)
    stands = orders and not is_bare(text) and not any(one.search(text) for one in others)
    return bool(cues.VAGUE.fullmatch(text)) or (stands and not says_something(text))


def _by_form(reading: Reading, reader: Reader) -> Verb:
    """Return the verb that was read, unless what stands there is plainly of another form and orders nothing."""
    text = reading.text
    if reading.verb in _ABOUT and _is_about_rules(reading, reader):
        return "ask"
    likeness = reader.rule_likeness(text)
    plain = likeness < _RESEARCH or (likeness < STATED and not cues.ASKS.search(text))
    doubtful = reading.share < _DOUBTFUL and orders_nothing(text, reading.spans)
    alone = reading.verb in _ABOUT and (doubtful or is_all(text, reading.spans))
    certain = reading.share >= CERTAIN
    if not alone and (certain or reading.verb not in ("ask", "help") or not plain or not says_something(text)):
        return reading.verb
    if not alone and chatter.ELSEWHERE.search(text):
        return reading.verb
    return "title" if reader.form_of(text) == "title" else "match"


def _is_about_rules(reading: Reading, reader: Reader) -> bool:
    """Say whether what an order seems to be about is no piece of research but a part of a question about rules."""
    asks = cues.ASKS.search(reading.text) and not words.IMPERATIVE.search(reading.text)
    if asks and reader.rule_likeness(reading.text) > _SURE:
        return True
    least = _RULE_LIKE if asks or cues.YEAR.search(reading.longest) else _SURELY_RULE_LIKE
    vague = reader.register.lean(reading.longest) >= least
    return bool(reading.longest) and vague and not chatter.QUOTED.search(reading.text)


def is_small_talk(text: str) -> bool:
    """Say whether a text greets, thanks or asks what can be asked."""
    said = [text, *filter(None, _SENTENCES.split(text))]
    small = [bool(chatter.PLEASANT.fullmatch(one) or chatter.ABILITIES.fullmatch(one)) for one in said]
    return small[0] or (len(small) > 1 and all(small[1:]))
