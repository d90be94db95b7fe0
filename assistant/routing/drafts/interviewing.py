"""Turns of an interview: those that begin it, those that steer it, and the answers, which are all the others."""

import re

from assistant.domain.call import CheckCall, HelpCall, ProblemsCall, TitleCall
from assistant.domain.drafting_call import FillCall, FilledForm, InterviewAct, InterviewCall
from assistant.routing import chatter, cues
from assistant.routing.drafts import acts, words
from assistant.routing.drafts.fields import find_field
from assistant.routing.drafts.orders import asks_rules, find_notes, form_in, loose_kind_in, programme_of
from assistant.routing.forms import Reader
from assistant.routing.orders import Order, find_order
from assistant.routing.past import Past
from assistant.text import clean, count_characters

_SHORT = 30
"""Characters up to which a turn may be nothing but steering."""
_ASIDE = 60
"""Characters up to which a turn may be a question or an order of its own, and no answer."""
_RULES = 0.3
"""Rule-likeness from which a question in the middle of an interview is about rules."""
_PLAINLY_RULES = 0.9
_REMARK = 10
"""Characters up to which a part of a turn may stand beside an act without being an answer."""
_SEGMENT = re.compile(r"[，,。.！!？?；;：:…~～\s]+")
_UNMARKED = 25
"""Characters up to which a question may end without a mark."""
_STEERING: tuple[tuple[re.Pattern[str], InterviewAct], ...] = (
    (acts.LIST, "list"),
    (acts.GO_ON, "why"),
    (acts.CHECK, "check"),
    (acts.REDO, "redo"),
    (acts.UNDO, "undo"),
    (acts.RESTART, "restart"),
    (acts.SHOW, "show"),
    (acts.WHY, "why"),
    (acts.SKIP, "skip"),
    (acts.BACK, "back"),
    (acts.FINISH, "finish"),
    (acts.PAUSE, "pause"),
)
_RESTING: frozenset[InterviewAct] = frozenset({"pause", "finish", "list"})
_TOPIC = re.compile(
    r"(?:题目|主题|议题|选题|方向|内容)(?:大[概致约]|暂定|初步|暂时)*(?:是|叫|为|：|:)\s*(?P<named>[^，。；\n]{4,60})"
    r"|(?:科学|技术)?(?:问题|难题)\s*[：:]\s*(?P<colon>[^，。；\n]{4,60})"
    r"|[“「《\"](?P<quoted>[^”」》\"]{4,60})[”」》\"]"
    r"|关于(?P<about>[^，。；\n]{2,40}?)的?(?:一?[份篇个])?(?:前沿|工程|产业|科学|技术)?(?:科学|技术)?"
    r"(?:问题|难题|草稿|材料|推荐表|建议|稿|$|[，。；])"
    r"|[：:]\s*(?P<behind>\S[^\n]{3,60})$"
)
_RESUMED = re.compile(
    r"我?回来了?|继续|接着|恢复|打开|回到|找回|载入|调出|接上|续上|续写|上一?次|之前|上回|昨天|前天|没写完|写了一半|写到一半|保存|暂停|未完成|"
    r"草稿|稿子?|访谈|那份|那篇|那个|写|做|填|的|把|请|我|们|吧|了|来|再|帮|关于|resume|一下|[，。！!,\s]",
    re.IGNORECASE,
)


def find_interview(text: str, files: tuple[str, ...], past: Past, reader: Reader) -> InterviewCall | FillCall | None:
    """Return the call of a turn that begins, resumes or carries on an interview; None for all others."""
    last = _last_call(past)
    if is_active(past):
        return _steer(text, files, past, reader) or _answer(text, files, reader)
    return _resume(text, files, past, last) or _begin(text, files, reader)


def is_active(past: Past) -> bool:
    """Say whether the conversation has an interview that is neither paused nor finished.

    A conversation that the assistant opened goes on with one, whoever kept what was said before.
    """
    last = _last_call(past)
    if isinstance(last, InterviewCall):
        return last.act not in _RESTING
    before = past.exchanges[-1].call if past.exchanges else None
    opened = before is None and words.SPEAKS_OF_FORM.search(past.heard) and not words.OFFERS.search(past.heard)
    own = isinstance(before, TitleCall | ProblemsCall | CheckCall | HelpCall) and before != HelpCall()
    asked = bool(words.ASKED_FOR_FIELD.search(past.heard)) and not own
    return last is not None or bool((opened or asked) and not words.RESTS.search(past.heard))


def _last_call(past: Past) -> InterviewCall | FillCall | None:
    """Return the last call that left a draft in hand."""
    for one in reversed(past.exchanges):
        if isinstance(one.call, InterviewCall | FillCall):
            return one.call
    return None


def _resume(
    text: str, files: tuple[str, ...], past: Past, last: InterviewCall | FillCall | None
) -> InterviewCall | None:
    if files or count_characters(text) > _ASIDE:
        return None
    if acts.LIST.fullmatch(text):
        return InterviewCall(act="list")
    known = last is not None or bool(words.RESTS.search(past.heard))
    if acts.RESUME.fullmatch(text) or (known and all(acts.GO_ON.fullmatch(one) for one in _split(text))):
        named = text if re.search(r"第.{1,3}[份个篇]", text) else _RESUMED.sub("", text)
        return InterviewCall(act="resume", text=named)
    listed = isinstance(last, InterviewCall) and last.act == "list"
    if listed and re.fullmatch(r"(?:就|选|要|继续)?第?[一二三四五六七八九\d]{1,2}[份个篇条]?[吧。]?", text.strip()):
        return InterviewCall(act="resume", text=re.sub(r"^\D*?(\d+)\D*$", r"第\1份", text.strip()))
    if known and (steered := _find_steering(text)) in ("show", "undo", "redo", "finish"):
        return InterviewCall(act=steered) if steered else None
    return None


def _split(text: str) -> list[str]:
    return [one for one in _SEGMENT.split(text) if one.strip()] or [text]


def _begin(text: str, files: tuple[str, ...], reader: Reader) -> InterviewCall | FillCall | None:
    head = text[: len(text) - len(find_notes(text))]
    guided = bool(words.GUIDED.search(head))
    makes = words.MAKE.search(head) and words.DRAFT.search(head) and words.WISH.search(head)
    wishes = words.WISHES_TO_HAND_IN.search(head)
    if files and not guided:
        return None
    if not (guided and (words.DRAFT.search(head) or words.MAKE.search(head) or files)) and not makes and not wishes:
        return None
    order = find_order(text, reader.register)
    plain = not guided and not wishes and not words.WHOLE.search(head)
    if plain and order and order.verb == "title" and words.REPHRASES.search(head):
        return None
    topic = _find_topic(text)
    rest = text.replace(topic, "") if topic else text
    if asks_rules(rest, reader) or (cues.ASKS.search(rest) and not guided and not makes):
        return None
    form = form_in(text)
    programme = programme_of(text, form, reader)
    kind = loose_kind_in(text) if form == "problem" else None
    if not guided:
        return FillCall(notes=topic, form=form, programme=programme, kind=kind)
    return InterviewCall(act="begin", text=topic, files=files, form=form, programme=programme, kind=kind)


def _find_topic(text: str) -> str:
    """Return what the draft is to be about, or the notes that stand behind the order; empty where nothing is said."""
    notes = find_notes(text)
    if notes:
        return notes
    found = _TOPIC.search(text)
    said = next((one for one in found.groups() if one), "") if found else ""
    topic = clean(said).strip(chatter.MARKS.replace("？", ""))
    return "" if words.DRAFT.fullmatch(topic) or words.GUIDED.search(topic) else topic


def _find_steering(text: str) -> InterviewAct | None:
    """Return the act that a short turn is: as a whole, or one of its parts, the others being short asides."""
    if count_characters(text) > _SHORT:
        return None
    whole = _match_act(text)
    if whole is not None:
        return whole
    parts = _split(text)
    found: list[InterviewAct] = [act for one in parts if (act := _match_act(one)) is not None]
    others = [one for one in parts if _match_act(one) is None]
    if not found or any(count_characters(one) > _REMARK for one in others):
        return None
    order: list[InterviewAct] = [act for _, act in _STEERING]
    return min(found, key=order.index)


def _match_act(text: str) -> InterviewAct | None:
    return next((act for pattern, act in _STEERING if pattern.fullmatch(text)), None)


def _steer(text: str, files: tuple[str, ...], past: Past, reader: Reader) -> InterviewCall | None:
    if files:
        return None
    act = _find_steering(text)
    if act is not None:
        return InterviewCall(act=act)
    return _rewrite(text, past, reader) or _move(text, past, reader) or _goto(text, past, reader)


def _rewrite(text: str, past: Past, reader: Reader) -> InterviewCall | None:
    form = _form_of(past)
    named = acts.REWRITE.fullmatch(text)
    label = find_field(named["field"], form, reader.register.catalogue) if named else ""
    if named and label:
        return InterviewCall(act="rewrite", field=label, text=named["text"], form=form)
    opened = acts.REWRITE_OPEN.fullmatch(text)
    return InterviewCall(act="rewrite", text=opened["text"], form=form) if opened else None


def _move(text: str, past: Past, reader: Reader) -> InterviewCall | None:
    form = _form_of(past)
    found = acts.MOVE.fullmatch(text)
    if found:
        label = find_field(found["field"], form, reader.register.catalogue)
        loose = "未归类" in found["field"]
        if label or loose:
            return InterviewCall(act="move", text=found["what"].strip(), field=label, form=form)
    aside = acts.ASIDE.fullmatch(text)
    return InterviewCall(act="move", text=aside["what"].strip(), form=form) if aside and aside["what"].strip() else None


def _goto(text: str, past: Past, reader: Reader) -> InterviewCall | None:
    if count_characters(text) > _SHORT:
        return None
    form = _form_of(past)
    for pattern in (acts.GOTO, acts.GOTO_LAST):
        found = pattern.fullmatch(text)
        label = find_field(found["field"], form, reader.register.catalogue) if found else ""
        if label:
            return InterviewCall(act="goto", field=label, form=form)
    label = find_field(text.strip("。！!？?，, "), form, reader.register.catalogue)
    return InterviewCall(act="goto", field=label, form=form) if label else None


def _form_of(past: Past) -> FilledForm:
    begun: list[FilledForm] = [
        one.call.form
        for one in past.exchanges
        if isinstance(one.call, FillCall) or (isinstance(one.call, InterviewCall) and one.call.act == "begin")
    ]
    return begun[-1] if begun else "problem"


def _answer(text: str, files: tuple[str, ...], reader: Reader) -> InterviewCall | None:
    """Return the answer that a turn is, unless it asks or orders something of its own."""
    if files:
        checks = find_order(text, reader.register)
        return None if checks else InterviewCall(act="answer", text=text, files=files)
    if _is_aside(text, reader) or acts.RESUME.fullmatch(text):
        return None
    return InterviewCall(act="answer", text=text)


def _is_aside(text: str, reader: Reader) -> bool:
    """Say whether a turn in the middle of an interview is a question about rules, or an order."""
    if count_characters(text) > _ASIDE:
        return False
    if chatter.ABILITIES.fullmatch(text):
        return True
    order: Order | None = find_order(text, reader.register)
    if order and order.demands and words.ORDERS_PLAINLY.search(text):
        return True
    likeness = reader.rule_likeness(text)
    asks = bool(cues.ASKS.search(text))
    if re.search(r"[？?吗呢]\s*$", text):
        return asks and likeness > _RULES
    return asks and likeness > _PLAINLY_RULES and count_characters(text) <= _UNMARKED
