"""What a proposal covers of a direction: a bar with one piece an item, then the items with the draft's words."""

from collections.abc import Iterator

from markupsafe import Markup

from assistant.domain.coverage import Coverage, CoverageItem, Status
from assistant.text import clean
from assistant.wording import place_name
from wenjin_ui.marks import fold, join

NAMES: dict[Status, tuple[str, str]] = {
    "covered": ("●", "已覆盖"),
    "partly": ("◐", "部分覆盖"),
    "missing": ("○", "未覆盖"),
    "contradicted": ("✕", "相抵触"),
}
_KINDS = {"research_content": "研究内容", "assessment_indicator": "考核指标"}
_WIDTH, _HEIGHT, _GAP = 640, 26, 2
_ITEM = Markup(
    '<li class="wj-cov wj-cov-{status}"><p class="wj-what"><span class="wj-sign">{sign} {name}</span> '
    '<span class="wj-k">{kind}</span> {text}</p>{quote}</li>'
)
_QUOTE = Markup('<p class="wj-line"><span class="wj-k">草稿{}</span> “{}”</p>')


def stream_coverage(coverage: Coverage) -> Iterator[Markup]:
    """Yield the bar, then the items kind by kind; each piece is the whole so far."""
    counts = "，".join(f"{NAMES[status][1]} {getattr(coverage, status)}" for status in NAMES)
    head = Markup('<p class="wj-said">对照 {}，共 {} 项：{}。</p>{}').format(
        coverage.direction, len(coverage.items), counts, _bar(coverage, counts)
    )
    yield head
    rows = join(map(_item, coverage.items))
    promises = join(
        Markup('<li>{}<span class="wj-from"> {}</span></li>').format(
            clean(one.draft_quote), place_name(one.where) if one.where else ""
        )
        for one in coverage.unasked
    )
    more = Markup('<ul class="wj-demands">{}</ul>').format(promises)
    rest = fold(f"指南没有要求、稿里写到的 {len(coverage.unasked)} 处", more) if coverage.unasked else ""
    yield head + Markup('<ol class="wj-covs">{}</ol>{}').format(rows, rest)


def _bar(coverage: Coverage, counts: str) -> Markup:
    """Return the bar as a picture whose words say the same; each piece names its item."""
    if not coverage.items:
        return Markup("")
    step = _WIDTH / len(coverage.items)
    pieces = join(
        Markup(
            '<g class="wj-bar wj-cov-{status}"><title>{name}：{text}</title>'
            '<rect x="{x:.1f}" y="0" width="{width:.1f}" height="{height}" rx="2"></rect>'
            '<text x="{middle:.1f}" y="18" text-anchor="middle">{sign}</text></g>'
        ).format(
            status=one.status,
            name=NAMES[one.status][1],
            text=clean(one.text),
            x=number * step,
            width=max(step - _GAP, 1),
            height=_HEIGHT,
            middle=number * step + (step - _GAP) / 2,
            sign=NAMES[one.status][0],
        )
        for number, one in enumerate(coverage.items)
    )
    return Markup('<svg class="wj-plot" viewBox="0 0 {} {}" role="img" aria-label="逐项覆盖情况：{}">{}</svg>').format(
        _WIDTH, _HEIGHT, counts, pieces
    )


def _item(item: CoverageItem) -> Markup:
    sign, name = NAMES[item.status]
    place = f"（{place_name(item.where)}）" if item.where and place_name(item.where) else ""
    return _ITEM.format(
        status=item.status,
        sign=sign,
        name=name,
        kind=_KINDS[item.kind],
        text=clean(item.text),
        quote=_QUOTE.format(place, clean(item.draft_quote)) if item.draft_quote else "",
    )
