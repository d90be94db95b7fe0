"""The list of conversations in the side column."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from assistant.domain.conversation import Conversation
from wenjin_ui.views.marks import join
from wenjin_ui.words import frame

_LIST = frame(
    '<nav class="wj-side" [[aria-label=chats.title]]>'
    '<button type="button" class="wj-new" data-new>[[chats.new]]</button>'
    '<h2>[[chats.title]]</h2><ol class="wj-chats" data-open="{open}" data-role="{role}">{rows}</ol>{none}{given}'
    '<p class="wj-mine"><a href="/my-data">[[chats.mine]]</a>{users}</p></nav>'
)
_ROW = frame(
    '<li{current}><button type="button" class="wj-chat" data-chat="{id}" title="{title}，{changed}">{title}</button>'
    '<button type="button" data-rename="{id}" data-title="{title}" data-version="{version}"'
    " [[aria-label=chats.rename_one title={title}]]>"
    '[[chats.rename]]</button><button type="button" data-remove="{id}" data-title="{title}"'
    " [[aria-label=chats.remove_one title={title}]]>"
    "[[chats.remove]]</button></li>"
)
_USERS = frame(' · <a href="/users">[[users.title]]</a>')
NOTHING = Markup("")
_NONE = frame('<p class="wj-empty">[[chats.none]]</p>')


def render_chats(
    conversations: Sequence[Conversation], shown: str, now: datetime, given: Markup = NOTHING, role: str = ""
) -> str:
    """Return the list.

    Args:
        conversations: in the order in which they are listed.
        shown: id of the one that is open; empty for a new one.
        now: the time, with the zone in which times are shown.
        given: the list of drafts that others share.
        role: of the account; empty without one.
    """
    rows = join(_row(one, shown, now) for one in conversations)
    return str(
        _LIST.format(
            open=shown,
            role=role,
            rows=rows,
            none="" if conversations else _NONE,
            given=given,
            users=_USERS if role == "admin" else "",
        )
    )


def _row(one: Conversation, shown: str, now: datetime) -> Markup:
    changed = one.changed.astimezone(now.tzinfo)
    same_day = changed.date() == now.date()
    return _ROW.format(
        current=Markup(' aria-current="true"') if one.id == shown else "",
        id=one.id,
        title=one.title,
        version=one.version,
        changed=changed.strftime("%H:%M" if same_day else "%Y-%m-%d %H:%M"),
    )
