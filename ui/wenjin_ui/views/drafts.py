"""A draft as the checker read it, with its findings as marks in the text."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from markupsafe import Markup

from assistant.documents.describe import ReadBlock, Reading
from assistant.domain.draft import Location
from assistant.domain.finding import Finding, Report
from assistant.wording import SEVERITIES
from wenjin_ui.views.marks import join
from wenjin_ui.views.reports import finding_key
from wenjin_ui.words import TABLE, frame, say

_DRAFT = frame(
    '<section class="wj-draft" data-paper="{number}" aria-label="{name}"><header class="wj-source"><h2>{name}</h2>'
    '<p>[[paper.how]]</p>{offer}</header><div class="wj-brief" aria-live="polite">{brief}</div>'
    '<div class="wj-text wj-paper">{blocks}</div>{unread}</section>'
)
_OFFER = frame('<div class="wj-steps"><button type="button" data-brief="{}">[[paper.brief]]</button></div>')
MOST_BESIDE = 20
"""Drafts of one check that are shown together."""
_Spot = tuple[str, int | None, int | None, int | None, int | None]
_Marked = tuple[str, Finding]
_NO_BRIEFS: Mapping[int, Markup] = MappingProxyType({})


def render_drafts(
    drafts: Sequence[tuple[int, Reading, Report]], message: int, briefs: Mapping[int, Markup] = _NO_BRIEFS
) -> str:
    """Return the drafts of one check.

    Args:
        drafts: each with the number of its report.
        message: number of the message that tells of them; negative where no check does, and none can be summed up.
        briefs: what was summed up already, by the number of the report.
    """
    shown = join(_draft(*one, briefs.get(one[0], Markup("")), offers=message >= 0) for one in drafts)
    return str(Markup('<div class="wj-drafts" data-message="m{}">{}</div>').format(message, shown))


def _draft(number: int, reading: Reading, report: Report, brief: Markup, *, offers: bool) -> Markup:
    findings: defaultdict[_Spot, list[_Marked]] = defaultdict(list)
    for position, finding in enumerate(report.findings):
        findings[_spot(finding.where)].append((finding_key(number, position), finding))
    name = report.file.replace("\\", "/").rsplit("/", 1)[-1]
    unread = join(Markup("<li>{}</li>").format(one.what) for one in reading.unread)
    return _DRAFT.format(
        name=name,
        number=number,
        offer=_OFFER.format(number) if offers else "",
        brief=brief,
        blocks=join(_block(one, findings.get(_spot(one.where), [])) for one in reading.blocks),
        unread=frame('<h4>[[paper.unread]]</h4><ul class="wj-note">{}</ul>').format(unread) if unread else "",
    )


def _spot(where: Location) -> _Spot:
    return where.part, where.paragraph, where.table, where.row, where.column


def _block(block: ReadBlock, findings: Sequence[_Marked]) -> Markup:
    """Return one block; a finding without a span of its own marks the block's beginning."""
    text, pieces, done = block.text, list[Markup](), 0
    for key, finding in sorted(findings, key=lambda pair: (pair[1].where.start, pair[1].where.end)):
        start = min(max(finding.where.start, done), len(text))
        end = min(max(finding.where.end, start), len(text))
        pieces += [Markup("{}").format(text[done:start]), _mark(key, finding, text[start:end])]
        done = end
    key = f"paper.{block.kind}"
    label = Markup('<span class="wj-k">{}</span> ').format(say(key)) if key in TABLE else Markup("")
    return Markup('<p class="wj-b-{}">{}{}{}{}</p>').format(
        block.kind, label, f"{block.number} " if block.number else "", join(pieces), text[done:]
    )


def _mark(key: str, finding: Finding, text: str) -> Markup:
    return Markup('<mark class="wj-{}" tabindex="-1" data-at="{}" title="{}：{}">{}</mark>').format(
        finding.severity, key, SEVERITIES[finding.severity], finding.message, text
    )
