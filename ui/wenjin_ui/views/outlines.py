"""An outline in the conversation: what to write on, with the guide's words, then what to tick off."""

from collections.abc import Iterator

from markupsafe import Markup

from assistant.domain.outline import Outline, OutlineDemand, OutlineItem
from assistant.text import clean
from wenjin_ui.views.marks import fold, join
from wenjin_ui.words import frame, say

_SECTIONS = {"research_content": "research_content", "assessment_indicator": "assessment_indicators"}
_ITEM = frame(
    '<li><p class="wj-what">{heading}</p>'
    '<p class="wj-line"><span class="wj-k">[[outline.guide]]</span> 「{quote}」</p></li>'
)
_TABLE = frame(
    '<div class="wj-wide"><table class="wj-table wj-sheet"><thead><tr><th scope="col">[[outline.about]]</th>'
    '<th scope="col">[[outline.quote]]</th><th scope="col">[[outline.scope]]</th></tr></thead>'
    "<tbody>{}</tbody></table></div>"
)


def stream_outline(outline: Outline) -> Iterator[Markup]:
    """Yield the headings, then the conditions, then the fields of the form; each piece is the whole so far."""
    whole = Markup('<p class="wj-said">{}</p>').format(
        say("outline.head", what=outline.heading, n=outline.number, title=outline.title, guide=outline.guide)
    )
    yield whole
    for kind, section in _SECTIONS.items():
        rows = [_item(one) for one in outline.items if one.kind == kind]
        if rows:
            whole += Markup('<h4>{} {}</h4><ol class="wj-outline">{}</ol>').format(
                say(f"section.{section}"), len(rows), join(rows)
            )
            yield whole
    if outline.demands:
        whole += fold(
            say("outline.demands", n=len(outline.demands)), _TABLE.format(join(map(_demand, outline.demands)))
        )
    yield whole + _fields(outline)


def _item(item: OutlineItem) -> Markup:
    return _ITEM.format(heading=clean(item.heading), quote=clean(item.quote))


def _demand(demand: OutlineDemand) -> Markup:
    return Markup("<tr><td>{}</td><td>{}</td><td>{}</td></tr>").format(
        "、".join(demand.about), clean(demand.quote), demand.scope
    )


def _fields(outline: Outline) -> Markup:
    rows = join(
        Markup('<li><span class="wj-k">{}</span> {}</li>').format(one.label, one.text or say("outline.open"))
        for one in outline.fields
    )
    return fold(say("outline.fields", n=len(outline.fields)), Markup('<ul class="wj-demands">{}</ul>').format(rows))
