"""A draft in hand as the workspace shows it: field by field, editable in place, with the state of each rule."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from assistant.domain.catalogue import Catalogue
from assistant.domain.filled import FilledField, Unplaced
from assistant.drafting.interview.rewording import can_reword, find_own
from assistant.drafting.interview.work import Work
from assistant.wording import readable, source_mark
from wenjin_ui.views.differing import mark_changes
from wenjin_ui.views.marks import cite, fold, join, lines
from wenjin_ui.views.places import place_of_source
from wenjin_ui.views.rule_states import SIGNS, WHOLE, RuleState, judge_fields
from wenjin_ui.views.sharing import COMMENTS, OWN, Access
from wenjin_ui.words import frame, keyed, say, text

DRAFTS = "/drafts/"
"""Where the page's server hands a draft to its owner as a file: `/drafts/<id>/<format>`."""
_LONG = 40
"""字数 from which a field is shown with several lines."""
_LINES, _MOST_LINES, _PER_LINE = 4, 14, 26
_FORM = frame(
    '<section class="wj-form" data-draft="{id}" [[aria-label=form.title]]>'
    '<header class="wj-source" data-live="head"><h2>{title}</h2>'
    '<p>{programme} · [[form.progress done={done} all={all}]]<span class="wj-saved" role="status">{saved}</span></p>'
    '<meter class="wj-done" min="0" max="{all}" value="{done}" [[aria-label=form.done]]>{done}/{all}</meter>'
    '<div class="wj-steps" role="group" [[aria-label=form.this]]>'
    '{steps}<button type="button" data-versions>[[versions.title]]</button>{share}{files}</div></header>'
    '<div class="wj-fields">{whole}{fields}{loose}</div></section>'
)
_STEPS = frame(
    '<button type="button" data-act="undo"{undo}>[[form.undo]]</button>'
    '<button type="button" data-act="redo"{redo}>[[form.redo]]</button>'
)
_CHECK = frame('<button type="button" data-say="检查">[[form.check]]</button>')
_SHARE = frame('<button type="button" data-sharing>[[share.title]]</button>')
_FILE = Markup('<a class="wj-download" href="{at}{id}/{name}" download>{label}</a>')
_FIELD = frame(
    '<section class="wj-field" data-key="{label}" aria-label="{label}"><div class="wj-field-head">'
    '<label for="wj-in-{number}">{label}</label>{hint}</div>'
    '<textarea id="wj-in-{number}" data-field="{label}" rows="{rows}" maxlength="20000"{readonly}'
    ' aria-describedby="wj-st-{number}">{text}</textarea>'
    '<div class="wj-field-foot" data-live="{label}" id="wj-st-{number}"><p class="wj-count">{count}'
    '<button type="button" data-copy-field="{label}" [[aria-label=form.copy_one field={label}]]>[[form.copy]]</button>'
    "</p>{reword}{wanted}{states}</div>"
    "</section>"
)
_REWORD = frame('<p class="wj-model"><button type="button" data-reword="{label}">[[form.reword]]</button></p>')
_BACK = frame('<button type="button" data-own="{label}">[[form.back]]</button>')
_OWN = frame(
    '<div class="wj-model"><p class="wj-note">[[form.reworded]]</p><h4>[[form.own]]</h4><p>{own}</p>{back}'
    '<details><summary>[[form.changes]]</summary><p class="wj-redline">{changed}</p></details></div>'
)
_STATE = Markup('<li class="wj-rule wj-{state} wj-{severity}"><span class="wj-sign">{sign}</span> {text}{more}</li>')
_WANTED = frame('<ul class="wj-wanted" [[aria-label=fill.missing]]>{}</ul>')
_MISSING = frame('<li><span class="wj-k">[[fill.missing]]</span> {}</li>')
_SUGGESTION = frame('<span class="wj-from"> [[report.suggestion]] {}</span>')
_LOOSE = frame(
    '<li>{text} <span class="wj-from">{reason}</span> '
    '<select data-move="{number}" [[aria-label=form.put_one n={number}]]>'
    '<option value=""{words}>{put}</option>{options}</select></li>'
)
_HINT = frame('<details class="wj-hint"><summary>[[form.hint]]</summary><p>{}</p></details>')


def render_form(work: Work, now: datetime, access: Access = OWN, *, by_model: bool = False) -> str:
    """Return a draft with its fields.

    Args:
        work: the draft beside its form.
        now: the time, with the zone in which times are shown.
        access: what the reader may do with it.
        by_model: True offers a model's wording of prose.
    """
    states = judge_fields(work)
    fields = work.plain.fields
    return str(
        _FORM.format(
            id=work.draft.id,
            title=work.context.form.title,
            programme=work.programme.info.short_title,
            done=sum(bool(one.own_text) and not one.missing for one in fields),
            all=len(fields),
            saved=_saved(work, now) + _given(access),
            steps=_steps(work, access),
            share=(_SHARE if access.may_share else Markup("")) + _comments(work.draft.id, access),
            files=_files(work.draft.id),
            whole=_whole(states.get(WHOLE, ()), work.catalogue),
            fields=join(
                _field(number, one, work, states.get(one.label, ()), _Offer(access.may_change, by_model))
                for number, one in enumerate(fields)
            ),
            loose=_loose(work.plain.unplaced, [one.label for one in fields] if access.may_change else []),
        )
    )


def _steps(work: Work, access: Access) -> Markup:
    """Return what can be done with the whole; the conversation checks the draft that it is about, one's own."""
    if not access.may_change:
        return Markup("")
    undo, redo = (Markup("") if there else Markup(" disabled") for there in (work.draft.steps, work.draft.undone))
    return _STEPS.format(undo=undo, redo=redo) + (_CHECK if access.right == "own" else Markup(""))


def _comments(draft: str, access: Access) -> Markup:
    return COMMENTS.format(id=draft) if access.may_comment else Markup("")


def _given(access: Access) -> Markup:
    if access.right == "own":
        return Markup("")
    return Markup(" · {}").format(say(f"share.given_{access.right}", name=access.owner_name))


def _files(draft: str) -> Markup:
    kinds = (("official.docx", "form.word"), ("anonymous.docx", "form.blind"), ("cited.docx", "form.cited"))
    return join(_FILE.format(at=DRAFTS, id=draft, name=name, label=say(key)) for name, key in kinds)


def _saved(work: Work, now: datetime) -> Markup:
    if work.draft.saved is None:
        return Markup("")
    saved = work.draft.saved.astimezone(now.tzinfo)
    when = f"{saved:%H:%M}" if saved.date() == now.date() else f"{saved:%Y-%m-%d %H:%M}"
    return Markup(" · {}").format(say("form.saved", when=when))


@dataclass(frozen=True, slots=True)
class _Offer:
    """What may be done with a field."""

    change: bool
    reword: bool
    """By a model; only where it may be changed."""


def _field(number: int, field: FilledField, work: Work, states: Sequence[RuleState], may: _Offer) -> Markup:
    spec = work.find_spec(field.label)
    own = field.own_text
    return _FIELD.format(
        label=field.label,
        number=number,
        hint=_HINT.format(spec.guidance.strip("（）")) if spec and spec.guidance else "",
        readonly="" if may.change else Markup(" readonly"),
        text=own,
        rows=_rows(own, is_long=bool(field.budget)),
        count=_count(field),
        reword=_reword(field.label, work, may),
        wanted=_wanted(field),
        states=_states(states, work.catalogue) if own else _asked(states, work.catalogue),
    )


def _rows(text: str, *, is_long: bool) -> int:
    lines = sum(1 + len(line) // _PER_LINE for line in text.splitlines()) if text else 1
    least = _LINES if is_long or len(text) > _LONG else 1
    return max(least, min(lines, _MOST_LINES))


def _count(field: FilledField) -> Markup:
    """Return both counts of a field, and what the notice allows; a blank field has none."""
    if not field.own_text:
        return Markup("<span>{}{}</span>").format(say("form.blank"), f"（{field.budget}）" if field.budget else "")
    characters = sum(len(line) for line in field.own_text.splitlines())
    key = "form.count" if characters == field.count else "form.counts"
    both = say(key, n=field.count, all=characters)
    return Markup("<span>{}{}</span>").format(both, f"；{field.budget}" if field.budget else "")


def _reword(label: str, work: Work, may: _Offer) -> Markup:
    """Return the offer of a model's wording; of a field that has it, the author's own words and the way back."""
    if own := find_own(work, label):
        back = _BACK.format(label=label) if may.change else Markup("")
        changed = mark_changes(own, work.texts.get(label, ""))
        return _OWN.format(own=lines(own), changed=changed, back=back)
    return _REWORD.format(label=label) if may.change and may.reword and can_reword(work, label) else Markup("")


def _wanted(field: FilledField) -> Markup:
    if not field.missing or not field.own_text:
        return Markup("")
    return _WANTED.format(join(map(_MISSING.format, field.missing)))


def _states(states: Sequence[RuleState], catalogue: Catalogue) -> Markup:
    """Return what is not met and what to confirm; what is met folds into one line."""
    if not states:
        return Markup("")
    shown = [_state(one, catalogue) for one in states if one.state != "met"]
    met = [_state(one, catalogue) for one in states if one.state == "met"]
    kept = fold(say("form.met", n=len(met)), Markup('<ul class="wj-rules">{}</ul>').format(join(met))) if met else ""
    return Markup('<ul class="wj-rules">{}</ul>{}').format(join(shown), kept)


def _asked(states: Sequence[RuleState], catalogue: Catalogue) -> Markup:
    """Return what will be asked of a field that is still blank: nothing is wrong yet."""
    if not states:
        return Markup("")
    rows = join(_state(one, catalogue) for one in states)
    return fold(say("form.asked", n=len(states)), Markup('<ul class="wj-rules">{}</ul>').format(rows))


def _state(one: RuleState, catalogue: Catalogue) -> Markup:
    more = _cite(one, catalogue)
    if one.suggestion:
        more += _SUGGESTION.format(one.suggestion)
    name = say(f"form.{one.state}_one")
    if one.state == "unmet":
        name += Markup("·{}").format(say(f"severity.{one.severity}"))
    return _STATE.format(
        state=one.state,
        severity=one.severity,
        sign=Markup("{} {}").format(SIGNS[one.state], name),
        text=one.text,
        more=more,
    )


def _cite(one: RuleState, catalogue: Catalogue) -> Markup:
    if one.source is None:
        return Markup("")
    quote = readable(one.source.quote)
    return cite(source_mark(catalogue, one.source), place_of_source(one.source, catalogue), quote)


def _whole(states: Sequence[RuleState], catalogue: Catalogue) -> Markup:
    if not states:
        return Markup('<div class="wj-whole" data-live="whole"></div>')
    unmet = sum(one.state == "unmet" for one in states)
    asked = sum(one.state == "open" for one in states)
    summary = say("form.whole", unmet=unmet, asked=asked, met=len(states) - unmet - asked)
    body = Markup('<ul class="wj-rules">{}</ul>').format(join(_state(one, catalogue) for one in states))
    return Markup('<div class="wj-whole" data-live="whole">{}</div>').format(fold(summary, body))


def _loose(unplaced: Sequence[Unplaced], labels: Sequence[str]) -> Markup:
    """Return the sentences of no field, each with where it may go; no sentence is lost."""
    if not unplaced:
        return Markup('<div class="wj-loose" data-live="loose"></div>')
    options = join(Markup("<option>{}</option>").format(label) for label in labels)
    rows = join(
        _LOOSE.format(
            text=one.text,
            reason=one.reason,
            number=number,
            words=keyed("form.put"),
            put=text("form.put"),
            options=options,
        )
        if labels
        else Markup("<li>{}</li>").format(one.text)
        for number, one in enumerate(unplaced, start=1)
    )
    return Markup('<div class="wj-loose" data-live="loose"><h3>{}</h3><ol>{}</ol></div>').format(
        say("form.loose_count", n=len(unplaced)), rows
    )
