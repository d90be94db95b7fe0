"""A draft made from notes, told in the conversation: how much went where and why; the text itself is beside it."""

from collections.abc import Iterator

from markupsafe import Markup

from assistant.domain.filled import FilledDraft, FilledField, Origin
from assistant.wording import place_name
from wenjin_ui.marks import fold, join

_ROW = Markup('<tr><th scope="row">{label}</th><td>{count}</td><td>{missing}</td></tr>')
_TABLE = Markup(
    '<table class="wj-table wj-sheet"><thead><tr><th scope="col">栏目</th><th scope="col">已写</th>'
    '<th scope="col">待补充</th></tr></thead><tbody>{}</tbody></table>'
)
_ORIGIN = Markup('<li>{note}<span class="wj-from"> {why}</span></li>')


def stream_filled(filled: FilledDraft) -> Iterator[Markup]:
    """Yield what was placed, then each field, why each sentence stands there, and what to ask the author."""
    placed = sum(len(one.origin) for one in filled.fields)
    written = sum(bool(one.own_text) for one in filled.fields)
    loose = f"，{len(filled.unplaced)} 句未归类" if filled.unplaced else ""
    head = Markup('<p class="wj-said">已把笔记的 {} 句原话分到 {} 栏{}。草稿在旁边，可以逐栏修改。</p>').format(
        placed, written, loose
    )
    yield head
    yield head + _TABLE.format(join(map(_row, filled.fields))) + _origins(filled) + _questions(filled)


def _row(field: FilledField) -> Markup:
    blank = field.missing and not field.own_text
    missing = "整栏" if blank else "；".join(field.missing)
    return _ROW.format(label=field.label, count=f"{field.count} 字" if field.count else "", missing=missing)


def _origins(filled: FilledDraft) -> Markup:
    lists = join(
        Markup('<h4>{}</h4><ul class="wj-demands">{}</ul>').format(one.label, join(map(_origin, one.origin)))
        for one in filled.fields
        if one.origin
    )
    loose = join(_ORIGIN.format(note=one.text, why=one.reason) for one in filled.unplaced)
    rest = Markup('<h4>未归类</h4><ul class="wj-demands">{}</ul>').format(loose) if loose else Markup("")
    return fold("每句为什么放在那里", lists + rest)


def _origin(one: Origin) -> Markup:
    place = "，".join(part for part in (one.file, place_name(one.where)) if part)
    return _ORIGIN.format(note=one.note, why=f"{one.reason}{f'（{place}）' if place else ''}")


def _questions(filled: FilledDraft) -> Markup:
    if not filled.questions:
        return Markup("")
    rows = join(Markup("<li>{}</li>").format(one) for one in filled.questions)
    more = Markup('<p class="wj-also"><button type="button" data-say="继续">一次问我一个</button></p>')
    return fold(f"还要问您的 {len(filled.questions)} 件事", Markup('<ol class="wj-open">{}</ol>').format(rows)) + more
