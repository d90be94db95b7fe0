"""A turn of an interview in the conversation: what became of the words, the next question, its choices as buttons."""

from collections.abc import Iterator

from markupsafe import Markup

from assistant.domain.catalogue import Catalogue
from assistant.domain.filled import Choice
from assistant.domain.finding import Reports
from assistant.domain.interview import InterviewTurn, Question
from assistant.reporting.interview import render_turn
from wenjin_ui.views.marks import join, lines
from wenjin_ui.views.reports import stream_reports
from wenjin_ui.views.texts import stream_text
from wenjin_ui.words import frame, say

_QUESTION = frame(
    '<section class="wj-question" [[aria-label=ask.next]]><p class="wj-said"><strong>{text}</strong></p>{why}{count}'
    '{choices}<p class="wj-by">{rest}</p><p class="wj-also">{orders}</p></section>'
)
_CHOICE = Markup(
    '<li><button type="button" data-say="{number}" class="wj-choice">{number}. {value}</button>{english}'
    '<span class="wj-from">{reason}</span></li>'
)
_ORDER = Markup('<button type="button" data-say="{}">{}</button>')
_ASKING = (("跳过", "ask.skip"), ("撤销", "form.undo"), ("检查", "form.check"), ("完成", "ask.word"))
_RESTING = (("看看草稿", "ask.show"), ("检查", "form.check"), ("完成", "ask.word"))


def stream_turn(turn: InterviewTurn, catalogue: Catalogue) -> Iterator[Markup]:
    """Yield a turn; each piece is the whole so far."""
    if turn.question is None or turn.act in ("pause", "list", "check", "finish", "show"):
        yield from _without_question(turn, catalogue)
        return
    told = join(Markup("<p>{}</p>").format(lines(one)) for one in turn.told)
    if told:
        yield told
    yield told + _question(turn.question, turn)


def _without_question(turn: InterviewTurn, catalogue: Catalogue) -> Iterator[Markup]:
    if turn.report is None:
        whole = Markup("")
        for whole in stream_text(render_turn(turn)):
            yield whole
        orders = _orders(_RESTING) if turn.draft else Markup("")
        yield whole + Markup('<p class="wj-also">{}</p>').format(orders)
        return
    head = Markup("")
    for head in stream_text(render_turn(turn.model_copy(update={"report": None}))):
        yield head
    for report in stream_reports(Reports(reports=(turn.report,)), catalogue):
        yield head + Markup('<div class="wj-own">{}</div>').format(report)


def _question(question: Question, turn: InterviewTurn) -> Markup:
    rest = max(turn.left - turn.passed - 1, 0)
    later = say("ask.later", n=turn.passed) if turn.passed else ""
    count = Markup("{}{}").format(say("ask.count", n=question.count), f"；{question.budget}" if question.budget else "")
    return _QUESTION.format(
        text=question.text,
        why=Markup('<p class="wj-line">{}</p>').format(question.why) if question.why else "",
        count=Markup('<p class="wj-line">{}</p>').format(count) if question.budget or question.count else "",
        choices=_choices(question),
        rest=Markup("{} {}").format(say("ask.rest", n=rest), later),
        orders=_orders(_ASKING),
    )


def _choices(question: Question) -> Markup:
    if not question.choices:
        return Markup("")
    several = say("ask.choose_several", n=question.take) if question.take > 1 else say("ask.choose")
    rows = join(_choice(number, one) for number, one in enumerate(question.choices, start=1))
    return Markup('<p class="wj-k">{}</p><ol class="wj-choices">{}</ol>').format(several, rows)


def _choice(number: int, choice: Choice) -> Markup:
    english = Markup(' <span lang="en">{}</span>').format(choice.english) if choice.english else Markup("")
    return _CHOICE.format(number=number, value=choice.value, english=english, reason=choice.reason)


def _orders(orders: tuple[tuple[str, str], ...]) -> Markup:
    return join(_ORDER.format(order, say(key)) for order, key in orders)
