"""The embedded conductor: it weighs the words, needs no model, and neither opens files nor searches.

An order (“改成问句”, “配方向”) decides first; then whether the words lean on the conversation; a text that does neither
is judged by its form. What was called before is decided anew from the messages, so that nothing has to be kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain.answer import Turn
from assistant.domain.call import AskCall, Call, CheckCall, HelpCall, MatchCall, ProblemsCall, TitleCall
from assistant.domain.catalogue import Catalogue
from assistant.errors import InputError
from assistant.routing import chatter, cues, words
from assistant.routing.drafts.turns import find_drafted
from assistant.routing.followups import (
    NO_FILE,
    NO_FILES,
    NOTHING_BEFORE,
    ask_back,
    follow,
    is_bare,
    kind_in,
    subject_before,
)
from assistant.routing.forms import Reader
from assistant.routing.orders import Order, find_order, orders_only, says_something
from assistant.routing.past import Past, read_past
from assistant.routing.register import Register
from assistant.text import clean

_MISSING = {
    "title": "请写上要改的题目，例如：把“关于提高锂金属负极循环稳定性的研究”改成问题。",
    "match": "请写上要配方向的研究问题，或交来写有它的文件，例如：匹配方向：高寒冻土路基的融沉预测。",
    "problems": "请写上要查的主题，例如：往年发布过哪些关于氢能的问题。",
}
_RULES = 0.3
"""Rule-likeness from which a question with words of an order is about rules, if its subject is a call or vague."""
_SMALL_TALK = -0.5
"""Lean below which words of small talk are part of a piece of research (天气雷达)."""
_RESEARCH_CORE = -3.0
"""Sum of weights below which a stretch is research, whatever stands around it."""
_NO_RESEARCH = {"match": 0.6, "title": 0.6, "problems": 0.9}
"""Lean from which a subject is no plain piece of research; words of released problems are seldom about rules."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddedConductor:
    """The router over the language and the names of a catalogue."""

    reader: Reader

    @classmethod
    def over(cls, catalogue: Catalogue) -> "EmbeddedConductor":
        """Return the router that knows a catalogue."""
        programmes = tuple(one.info for one in catalogue.programmes)
        return cls(reader=Reader(register=Register(catalogue), programmes=programmes))

    def route(self, messages: Sequence[Turn], files: Sequence[str] = ()) -> Call:
        """Return the call that the last message wants; see `Conductor`."""
        text = messages[-1].content.strip() if messages else ""
        if not text and not files:
            raise InputError("没有输入内容。", hint="请写上问题，或交来草稿文件。")
        return self._decide(text, tuple(files), read_past(messages[:-1], self._decide))

    def _decide(self, text: str, files: tuple[str, ...], past: Past) -> Call:
        drafted = find_drafted(text, files, past, self.reader)
        if drafted is not None:
            return drafted
        if files:
            return self._with_files(text, files, past)
        if chatter.PLEASANT.fullmatch(text) or chatter.ABILITIES.fullmatch(text):
            return HelpCall()
        if cues.OVERVIEW.search(text) and cues.THESE_DRAFTS.search(text) and not cues.ASKS.search(text):
            return HelpCall(missing=NO_FILES)
        order = find_order(text, self.reader.register)
        if order and not self._asks_about_rules(order, text, past):
            return self._do(order, text, past)
        if chatter.ELSEWHERE.search(text) and self.reader.register.lean(text) > _SMALL_TALK:
            return HelpCall()
        return self._given(text, past) or follow(text, past, self.reader) or self._by_form(text, past)

    def _with_files(self, text: str, files: tuple[str, ...], past: Past) -> Call:
        order = find_order(text, self.reader.register)
        if order and order.verb == "match":
            return MatchCall(files=files)
        overview = bool(cues.OVERVIEW.search(text) or (len(files) > 1 and cues.LISTING.search(text)))
        wants_value = not overview and cues.WANTS_VALUE.search(text) and not words.DEICTIC.search(text)
        if wants_value and not order and self.reader.rule_likeness(text) > 0:
            return AskCall(question=text, history=past.questions())
        programme = self.reader.named_programme(text)
        checked = past.latest(CheckCall)
        if programme == "auto" and checked and isinstance(checked.call, CheckCall):
            programme = checked.call.programme
        return CheckCall(files=files, programme=programme, overview=overview)

    def _asks_about_rules(self, order: Order, text: str, past: Past) -> bool:
        """Say whether a question has words of an order without ordering anything (题目一定要写成问句吗)."""
        likeness = self.reader.rule_likeness(text)
        if order.verb == "check" and not words.DRAFT.search(text) and likeness > _RULES:
            return True
        if order.demands or not cues.ASKS.search(text):
            return False
        if order.verb == "check":
            return likeness > 0
        if not order.subject:
            goes_on = order.points_back or (cues.OPENING.search(text) and subject_before(order, past))
            return likeness > 0 and not goes_on and not orders_only(text)
        counts = order.verb != "problems" or cues.QUANTITY.search(text)
        named = cues.REFERENCE.search(text) or (counts and self.reader.names_call(text))
        vague = self.reader.register.lean(order.subject) > _NO_RESEARCH[order.verb]
        vague = vague and self.reader.register.core(order.subject) > _RESEARCH_CORE
        return likeness > _RULES if named or vague else False

    def _do(self, order: Order, text: str, past: Past) -> Call:
        if order.verb == "check":
            return HelpCall(missing=NO_FILE)
        subject = order.subject or subject_before(order, past)
        if not subject:
            return HelpCall(missing=_MISSING[order.verb])
        if order.verb == "title":
            return TitleCall(title=subject, kind=kind_in(text.replace(subject, "")))
        return MatchCall(query=subject) if order.verb == "match" else ProblemsCall(query=subject)

    def _given(self, text: str, past: Past) -> Call | None:
        """Return the call of an order that lacked its subject, now that it is given."""
        asked = past.exchanges[-1] if past.exchanges else None
        if asked is None or asked.call == HelpCall() or not isinstance(asked.call, HelpCall):
            return None
        order = find_order(asked.text, self.reader.register)
        if order is None or order.verb == "check" or is_bare(text) or self.reader.form_of(text) == "question":
            return None
        subject = clean(text) if order.verb == "title" else text
        return self._do(order.about(subject), asked.text, past)

    def _by_form(self, text: str, past: Past) -> Call:
        match self.reader.form_of(text):
            case "question":
                return AskCall(question=text, history=past.questions())
            case "title":
                return TitleCall(title=clean(text), kind=kind_in(text))
            case "problem":
                return MatchCall(query=text) if says_something(text) else ask_back(text, NOTHING_BEFORE)
