"""What a proposal covers of a direction: a bar with one piece an item, then the items with the draft's words."""

from collections.abc import Iterator

from markupsafe import Markup

from assistant.domain.coverage import Coverage, CoverageItem, Status
from assistant.text import clean
from assistant.wording import place_name
from wenjin_ui.views.marks import fold, join
from wenjin_ui.words import frame, named, say, text

SIGNS: dict[Status, str] = {"covered": "●", "partly": "◐", "missing": "○", "contradicted": "✕"}
_SECTIONS = {"research_content": "research_content", "assessment_indicator": "assessment_indicators"}
_WIDTH, _HEIGHT, _GAP = 640, 26, 2
_ITEM = Markup(
    '<li class="wj-cov wj-cov-{status}"><p class="wj-what"><span class="wj-sign">{sign} {name}</span> '
    '<span class="wj-k">{kind}</span> {text}</p>{quote}</li>'
)
_QUOTE = frame('<p class="wj-line"><span class="wj-k">[[report.draft]]{}</span> “{}”</p>')


def stream_coverage(coverage: Coverage) -> Iterator[Markup]:
    """Yield the bar, then the items kind by kind; each piece is the whole so far."""
    counts: dict[Status, int] = {status: getattr(coverage, status) for status in SIGNS}
    told = say("coverage.head", direction=coverage.direction, n=len(coverage.items), **_named(counts))
    head = Markup('<p class="wj-said">{}</p>{}').format(told, _bar(coverage, counts))
    yield head
    rows = join(map(_item, coverage.items))
    promises = join(
        Markup('<li>{}<span class="wj-from"> {}</span></li>').format(
            clean(one.draft_quote), place_name(one.where) if one.where else ""
        )
        for one in coverage.unasked
    )
    more = Markup('<ul class="wj-demands">{}</ul>').format(promises)
    rest = fold(say("coverage.unasked", n=len(coverage.unasked)), more) if coverage.unasked else ""
    yield head + Markup('<ol class="wj-covs">{}</ol>{}').format(rows, rest)


def _named(counts: dict[Status, int]) -> dict[str, int]:
    return {str(status): count for status, count in counts.items()}


def _bar(coverage: Coverage, counts: dict[Status, int]) -> Markup:
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
            name=text(f"coverage.{one.status}"),
            text=clean(one.text),
            x=number * step,
            width=max(step - _GAP, 1),
            height=_HEIGHT,
            middle=number * step + (step - _GAP) / 2,
            sign=SIGNS[one.status],
        )
        for number, one in enumerate(coverage.items)
    )
    label = named("aria-label", "coverage.bar", **_named(counts))
    return Markup('<svg class="wj-plot" viewBox="0 0 {} {}" role="img"{}>{}</svg>').format(
        _WIDTH, _HEIGHT, label, pieces
    )


def _item(item: CoverageItem) -> Markup:
    place = f"（{place_name(item.where)}）" if item.where and place_name(item.where) else ""
    return _ITEM.format(
        status=item.status,
        sign=SIGNS[item.status],
        name=say(f"coverage.{item.status}"),
        kind=say(f"section.{_SECTIONS[item.kind]}"),
        text=clean(item.text),
        quote=_QUOTE.format(place, clean(item.draft_quote)) if item.draft_quote else "",
    )
