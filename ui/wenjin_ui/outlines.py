"""An outline in the conversation: what to write on, with the guide's words, then what to tick off."""

from collections.abc import Iterator

from markupsafe import Markup

from assistant.domain.outline import Outline, OutlineDemand, OutlineItem
from assistant.text import clean
from wenjin_ui.marks import fold, join

_KINDS = {"research_content": "研究内容", "assessment_indicator": "考核指标"}
_ITEM = Markup(
    '<li><p class="wj-what">{heading}</p><p class="wj-line"><span class="wj-k">指南</span> 「{quote}」</p></li>'
)
_TABLE = Markup(
    '<div class="wj-wide"><table class="wj-table wj-sheet"><thead><tr><th scope="col">事项</th>'
    '<th scope="col">指南原文</th><th scope="col">适用</th></tr></thead><tbody>{}</tbody></table></div>'
)


def stream_outline(outline: Outline) -> Iterator[Markup]:
    """Yield the headings, then the conditions, then the fields of the form; each piece is the whole so far."""
    whole = Markup('<p class="wj-said">{}提纲：{} {}（{}）。小标题都是指南的要求，原文引在下面。</p>').format(
        outline.heading, outline.number, outline.title, outline.guide
    )
    yield whole
    for kind, name in _KINDS.items():
        rows = [_item(one) for one in outline.items if one.kind == kind]
        if rows:
            whole += Markup('<h4>{} {} 项</h4><ol class="wj-outline">{}</ol>').format(name, len(rows), join(rows))
            yield whole
    if outline.demands:
        whole += fold(f"要对照的条件 {len(outline.demands)} 条", _TABLE.format(join(map(_demand, outline.demands))))
    yield whole + _fields(outline)


def _item(item: OutlineItem) -> Markup:
    return _ITEM.format(heading=clean(item.heading), quote=clean(item.quote))


def _demand(demand: OutlineDemand) -> Markup:
    return Markup("<tr><td>{}</td><td>{}</td><td>{}</td></tr>").format(
        "、".join(demand.about), clean(demand.quote), demand.scope
    )


def _fields(outline: Outline) -> Markup:
    rows = join(
        Markup('<li><span class="wj-k">{}</span> {}</li>').format(one.label, one.text or "由申报人填写")
        for one in outline.fields
    )
    return fold(f"申报书栏目 {len(outline.fields)} 个", Markup('<ul class="wj-demands">{}</ul>').format(rows))
