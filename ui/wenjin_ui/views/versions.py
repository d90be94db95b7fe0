"""The versions of a draft: a list, and two of them compared field by field with the words that differ marked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from markupsafe import Markup

from assistant.domain.stored_draft import VersionHead
from assistant.drafting.interview.work import Work
from wenjin_ui.views.differing import mark_changes
from wenjin_ui.views.marks import join
from wenjin_ui.words import keyed, named, say, text

TOGETHER = timedelta(minutes=10)
"""Saves of the same kind by the same hand within this time are listed as one: every pause in typing saves."""
MOST_LISTED = 200
LOOSE = "未归类"
_PANEL = Markup(
    '<section class="wj-past" data-draft="{id}"{label}><header class="wj-source"><h2 tabindex="-1">{title}</h2>'
    '<p>{count}</p><div class="wj-steps"><button type="button" data-work-button="form">{back}</button>'
    '<label>{older} <select data-version="older">{olds}</select></label>'
    '<label>{newer} <select data-version="newer">{news}</select></label></div></header>'
    '<div class="wj-fields" aria-live="polite">{comparison}<h3>{all}</h3>'
    '<ol class="wj-versions">{rows}</ol></div></section>'
)
_ROW = Markup(
    '<li{current}><span class="wj-what">{name}</span> <span class="wj-from">{when}{author}</span>{note}'
    '<span class="wj-row">{compare}{restore}</span></li>'
)
_FIELD = Markup(
    '<section class="wj-change" aria-label="{label}"><h4>{label}</h4><p class="wj-redline">{text}</p></section>'
)


@dataclass(frozen=True, slots=True)
class Milestone:
    """Versions that are listed as one."""

    last: VersionHead
    first: int
    """Number of the first of them."""

    @property
    def name(self) -> str:
        """Return the number, or the numbers."""
        return str(self.last.number) if self.first == self.last.number else f"{self.first}–{self.last.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """A draft's versions, and the two that are compared."""

    draft: str
    milestones: Sequence[Milestone]
    """The newest first."""
    count: int
    """Of all versions."""
    older: int
    newer: int
    may_restore: bool
    now: datetime
    """With the zone in which times are shown."""


def list_milestones(versions: Sequence[VersionHead]) -> list[Milestone]:
    """Return the versions with those put together that differ only by a pause in typing.

    Args:
        versions: the newest first.
    """
    found: list[Milestone] = []
    for one in versions:
        later = found[-1] if found else None
        if (
            later
            and (one.note, one.author) == (later.last.note, later.last.author)
            and (later.last.created - one.created < TOGETHER)
        ):
            found[-1] = Milestone(later.last, one.number)
        else:
            found.append(Milestone(one, one.number))
    return found


def texts_of(work: Work) -> dict[str, str]:
    """Return a version's texts by label, in the order of the form, what stands in no field at the end."""
    loose = "\n".join(one.text for one in work.plain.unplaced)
    return {**work.texts, **({LOOSE: loose} if loose else {})}


def render_versions(past: Past, older: Mapping[str, str], newer: Mapping[str, str], labels: Sequence[str]) -> str:
    """Return the panel.

    Args:
        past: the versions.
        older: texts of one version by label.
        newer: texts of the other.
        labels: fields of the form, in order.
    """
    return str(
        _PANEL.format(
            id=past.draft,
            label=named("aria-label", "versions.title"),
            title=say("versions.title"),
            count=say("versions.count", n=past.count),
            back=say("versions.back"),
            older=say("versions.older"),
            olds=_options(past, past.older),
            newer=say("versions.newer"),
            news=_options(past, past.newer),
            comparison=_comparison(past, older, newer, (*labels, LOOSE)),
            all=say("versions.all"),
            rows=join(_row(one, past) for one in past.milestones[:MOST_LISTED]),
        )
    )


def _options(past: Past, chosen: int) -> Markup:
    numbers = {one.last.number: one.last for one in past.milestones[:MOST_LISTED]}
    return join(
        Markup('<option value="{}"{}{}>{}</option>').format(
            number,
            Markup(" selected") if number == chosen else "",
            keyed("versions.one", n=number),
            text("versions.one", n=number),
        )
        for number in sorted({*numbers, chosen}, reverse=True)
    )


def _comparison(past: Past, older: Mapping[str, str], newer: Mapping[str, str], labels: Sequence[str]) -> Markup:
    changed = [label for label in labels if older.get(label, "") != newer.get(label, "")]
    head = say("versions.differ", a=past.older, b=past.newer, n=len(changed))
    fields = join(
        _FIELD.format(label=label, text=mark_changes(older.get(label, ""), newer.get(label, ""))) for label in changed
    )
    key = say("versions.key", a=past.older, b=past.newer)
    legend = Markup('<p class="wj-from">{}</p>').format(key) if changed else Markup("")
    restore = _restore(past.older, past) if changed else Markup("")
    return Markup('<h3 class="wj-differ">{}</h3>{}{}<p class="wj-row">{}</p>').format(head, legend, fields, restore)


def _row(one: Milestone, past: Past) -> Markup:
    version = one.last
    created = version.created.astimezone(past.now.tzinfo)
    form = "%H:%M" if created.date() == past.now.date() else "%Y-%m-%d %H:%M"
    newest = version.number == past.milestones[0].last.number
    compare = Markup('<button type="button" data-compare="{}">{}</button>').format(
        version.number, say("versions.compare")
    )
    return _ROW.format(
        current=Markup(' aria-current="true"') if newest else "",
        name=say("versions.one", n=one.name),
        when=created.strftime(form),
        author=f" · {version.author}" if version.author else "",
        note=Markup(' <span class="wj-line">{}</span>').format(version.note) if version.note else "",
        compare=say("versions.newest") if newest else compare,
        restore="" if newest else _restore(version.number, past),
    )


def _restore(number: int, past: Past) -> Markup:
    if not past.may_restore or number == past.milestones[0].last.number:
        return Markup("")
    return Markup('<button type="button" data-restore="{}">{}</button>').format(
        number, say("versions.restore", n=number)
    )
