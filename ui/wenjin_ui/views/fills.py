"""A draft made from notes, told in the conversation: how much went where and why; the text itself is beside it."""

from collections.abc import Iterator

from markupsafe import Markup

from assistant.domain.filled import FilledDraft, FilledField, Origin
from assistant.wording import place_name
from wenjin_ui.views.marks import fold, join
from wenjin_ui.words import frame, say

_ROW = Markup('<tr><th scope="row">{label}</th><td>{count}</td><td>{missing}</td></tr>')
_TABLE = frame(
    '<table class="wj-table wj-sheet"><thead><tr><th scope="col">[[fill.field]]</th>'
    '<th scope="col">[[fill.written]]</th>'
    '<th scope="col">[[fill.missing]]</th></tr></thead><tbody>{}</tbody></table>'
)
_ORIGIN = Markup('<li>{note}<span class="wj-from"> {why}</span></li>')


def stream_filled(filled: FilledDraft) -> Iterator[Markup]:
    """Yield what was placed, then each field, why each sentence stands there, and what to ask the author."""
    placed = sum(len(one.origin) for one in filled.fields)
    written = sum(bool(one.own_text) for one in filled.fields)
    loose = say("fill.loose", n=len(filled.unplaced)) if filled.unplaced else ""
    head = Markup('<p class="wj-said">{} {}</p>').format(say("fill.head", n=placed, fields=written), loose)
    yield head
    yield head + _TABLE.format(join(map(_row, filled.fields))) + _origins(filled) + _questions(filled)


def _row(field: FilledField) -> Markup:
    blank = field.missing and not field.own_text
    missing = say("fill.whole") if blank else "；".join(field.missing)
    return _ROW.format(
        label=field.label, count=say("fill.count", n=field.count) if field.count else "", missing=missing
    )


def _origins(filled: FilledDraft) -> Markup:
    lists = join(
        Markup('<h4>{}</h4><ul class="wj-demands">{}</ul>').format(one.label, join(map(_origin, one.origin)))
        for one in filled.fields
        if one.origin
    )
    loose = join(_ORIGIN.format(note=one.text, why=one.reason) for one in filled.unplaced)
    rest = frame('<h4>[[form.loose]]</h4><ul class="wj-demands">{}</ul>').format(loose) if loose else Markup("")
    return fold(say("fill.why"), lists + rest)


def _origin(one: Origin) -> Markup:
    place = "，".join(part for part in (one.file, place_name(one.where)) if part)
    return _ORIGIN.format(note=one.note, why=f"{one.reason}{f'（{place}）' if place else ''}")


def _questions(filled: FilledDraft) -> Markup:
    if not filled.questions:
        return Markup("")
    rows = join(Markup("<li>{}</li>").format(one) for one in filled.questions)
    more = frame('<p class="wj-also"><button type="button" data-say="继续">[[fill.one]]</button></p>')
    return fold(say("fill.ask", n=len(filled.questions)), Markup('<ol class="wj-open">{}</ol>').format(rows)) + more
