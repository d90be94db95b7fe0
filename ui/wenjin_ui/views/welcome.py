"""The parts of the page that stand before anybody has said anything: head, doors, list of documents, keys."""

from markupsafe import Markup

from assistant.domain.catalogue import Catalogue
from assistant.domain.programme import Programme
from assistant.wording import EMBEDDED_MODE
from wenjin_ui.views.marks import join, newest_day
from wenjin_ui.words import frame, say, text

_HEAD = frame(
    '<header class="wj-top"><span class="wj-brand">问津</span>'
    '<span class="wj-motto">[[head.motto]]</span>'
    '<span class="wj-status"><span class="wj-mode" [[title=head.who]]>{mode}</span>'
    '<span class="wj-day">[[head.day day={day}]]</span>'
    '<button type="button" class="wj-narrow wj-drawer" data-drawer>[[head.side]]</button>'
    '<button type="button" class="wj-narrow" data-new>[[chats.new]]</button>'
    '<button type="button" data-keys>[[keys.title]]</button>'
    '<button type="button" data-language lang="en" [[aria-label=head.language_label]]>[[head.language]]</button>'
    '<button type="button" data-theme>[[head.dark]]</button></span></header>'
)
_DOOR = Markup('<section class="wj-door" data-door="{door}"><h2>{name}</h2><p>{what}</p><ul>{examples}</ul></section>')
_EXAMPLE = Markup('<li><button type="button" data-say="{order}">{label}</button></li>')
_SIDE = frame(
    '<nav class="wj-side" [[aria-label=side.documents]]><h2>[[side.session]]</h2><ol id="wj-outline"></ol>'
    '<p class="wj-unasked">[[side.unasked]]</p>'
    '<h2>[[side.documents]]</h2><ul class="wj-docs">{documents}</ul></nav>'
)
_FOLD = frame("<li><details><summary>[[side.guides n={count}]]</summary><ul>{rows}</ul></details></li>")
_DOCUMENT = Markup('<li><button type="button" data-place="{id}:0-0">{name}</button></li>')

WORK_HEAD = frame(
    '<div class="wj-work-head" role="group" [[aria-label=work.title]]>'
    '<button type="button" data-work-button="notice" aria-pressed="true">[[work.notice]]</button>'
    '<button type="button" data-work-button="form" aria-pressed="false">[[form.title]]</button>'
    '<button type="button" data-work-button="draft" aria-pressed="false">[[work.draft]]</button></div>'
)
NO_NOTICE = frame('<p class="wj-empty">[[work.no_notice]]</p>')
NO_DRAFT = frame('<p class="wj-empty">[[work.no_draft]]</p>')
GONE_DRAFT = frame('<p class="wj-empty">[[work.gone_draft]]</p>')
NO_FORM = frame('<p class="wj-empty">[[work.no_form]]</p>')
_KEYS = (
    ("/", "keys.input"),
    ("Enter", "keys.send"),
    ("[ ]", "keys.sources"),
    ("j k", "keys.findings"),
    ("Esc", "keys.back"),
    ("?", "keys.help"),
)
FOOT = frame(
    '<p id="wj-upload-note" role="alert"></p>'
    '<nav class="wj-panes" [[aria-label=work.switch]]>'
    '<button type="button" data-pane-button="side">[[head.side]]</button>'
    '<button type="button" data-pane-button="chat">[[chats.title]]</button>'
    '<button type="button" data-pane-button="work">[[work.title]]</button></nav>'
    '<dialog id="wj-keys" [[aria-label=keys.title]]><h2>[[keys.title]]</h2><dl>{keys}</dl>'
    '<form method="dialog"><button>[[keys.close]]</button></form></dialog>'
).format(keys=join(Markup("<dt>{}</dt><dd>{}</dd>").format(keys, say(what)) for keys, what in _KEYS))

_ASK = ("examples.quota", "examples.reason", "examples.age")
_WRITE = ("examples.begin", "examples.title", "examples.match", "examples.problems")


def render_head(mode: str, catalogue: Catalogue) -> str:
    """Return the head with the mode and the day of the newest document."""
    return str(_HEAD.format(mode=say("mode.embedded") if mode == EMBEDDED_MODE else mode, day=newest_day(catalogue)))


def render_doors() -> str:
    """Return the three doors with real examples."""
    check = frame(
        '<li><button type="button" data-attach>[[check.choose]]</button></li>'
        '<li><button type="button" data-sample>[[check.sample]]</button></li>'
    )
    doors = (("write", _examples(_WRITE)), ("ask", _examples(_ASK)), ("check", check))
    shown = join(
        _DOOR.format(door=door, name=say(f"doors.{door}"), what=say(f"doors.{door}_what"), examples=examples)
        for door, examples in doors
    )
    return str(
        frame('<div class="wj-welcome"><h1>[[doors.title]]</h1><div class="wj-doors">{}</div></div>').format(shown)
    )


def render_side(catalogue: Catalogue) -> str:
    """Return the list of documents; the guides of one document fold into one line."""
    single = [one for one in catalogue.programmes if one.info.doc == one.id]
    guides = [one for one in catalogue.programmes if one.info.doc != one.id]
    newest_first = sorted(single, key=lambda one: (one.info.year, one.id), reverse=True)
    rows = [_document(one) for one in newest_first]
    if guides:
        rows.append(_FOLD.format(count=len(guides), rows=join(map(_document, guides))))
    return str(_SIDE.format(documents=join(rows)))


def _document(programme: Programme) -> Markup:
    return _DOCUMENT.format(id=programme.id, name=programme.info.short_title)


def _examples(keys: tuple[str, ...]) -> Markup:
    """Return examples; what they ask is Chinese in either language, like the notices."""
    return join(_EXAMPLE.format(order=text(key), label=say(key)) for key in keys)
