"""What else can be done with the same words: one click where a short text could have meant two things."""

from markupsafe import Markup

from assistant.conversation import Outcome
from assistant.domain.answer import Answer
from assistant.domain.call import AskCall, Call, MatchCall, TitleCall
from assistant.routing.forms import TITLE_LENGTH
from assistant.text import count_characters
from wenjin_ui.views.marks import join
from wenjin_ui.words import frame, say

_ROW = frame('<p class="wj-also">[[also.lead]] {}</p>')
_BUTTON = Markup('<button type="button" data-say="{}">{}</button> ')


def render_also(call: Call, outcome: Outcome) -> Markup:
    """Return buttons for the other readings of a turn; nothing where there is none."""
    match call, outcome:
        case TitleCall(), _:
            orders = (
                (f"匹配方向：{call.title}", "also.match"),
                (f"往年发布过哪些与“{call.title}”相近的问题？", "also.problems"),
            )
        case MatchCall(query=query), _ if query and count_characters(query) <= TITLE_LENGTH:
            orders = ((f"题目：{query}", "also.title"),)
        case AskCall(), Answer(covered=False):
            orders = ((f"匹配方向：{call.question}", "also.ask_match"),)
        case _:
            return Markup("")
    return _ROW.format(join(_BUTTON.format(order, say(key)) for order, key in orders))
