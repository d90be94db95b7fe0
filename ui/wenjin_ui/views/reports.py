"""The judgement of drafts: verdict, findings by severity with their clauses, and what a person must confirm."""

from collections import Counter
from collections.abc import Iterator

from markupsafe import Markup

from assistant.domain.catalogue import Catalogue
from assistant.domain.finding import Finding, OpenItem, Report, Reports, Severity
from assistant.text import clean
from assistant.wording import HOUSE_MARK, READING_MARK, SEVERITIES, place_name, readable, source_mark
from wenjin_ui.views.marks import cite, error_box, fold, join
from wenjin_ui.views.places import place_of_source
from wenjin_ui.words import frame, say

_HEAD = Markup(
    '<header class="wj-verdict wj-{verdict}"><h3>{file}</h3><p><strong>{name}</strong> · {counts}</p>'
    '<p class="wj-from">{because}</p></header>'
)
_FINDING = Markup(
    '<li class="wj-finding wj-{severity}"><p class="wj-what"><span class="wj-sev">{name}</span> {message}</p>'
    "{where}{evidence}{measure}{source}{reading}{suggestion}</li>"
)
_FILES = frame(
    '<p class="wj-said">[[report.files n={count}]]</p><div class="wj-wide"><table class="wj-table wj-batch"><thead><tr>'
    '<th scope="col">[[report.file]]</th><th scope="col">[[report.verdict]]</th>'
    '<th scope="col">[[severity.error]]</th><th scope="col">[[severity.warning]]</th>'
    '<th scope="col">[[report.asked]]</th></tr></thead><tbody>{rows}</tbody></table></div>'
)
_LINE = Markup(
    '<tr><td><button type="button" data-report="{number}">{file}</button></td><td>{verdict}</td><td>{errors}</td>'
    "<td>{warnings}</td><td>{asked}</td></tr>"
)


def stream_reports(reports: Reports, catalogue: Catalogue) -> Iterator[Markup]:
    """Yield the reports, file by file; each piece is the whole so far."""
    done: list[Markup] = []
    several = len(reports.reports) > 1
    if several:
        done.append(_table(reports))
        yield done[0]
    for number, report in enumerate(reports.reports):
        one = _report(report, number, catalogue)
        done.append(_fold(report, one) if several else one)
        yield join(done)


def _table(reports: Reports) -> Markup:
    """Return all files at a glance: verdict and faults, the name leading to the file's own report."""
    rows = join(
        _LINE.format(
            number=number,
            file=_name(one),
            verdict=say(f"verdict.{one.verdict}"),
            errors=sum(found.severity == "error" for found in one.findings),
            warnings=sum(found.severity == "warning" for found in one.findings),
            asked=len(one.unknown),
        )
        for number, one in enumerate(reports.reports)
    )
    return _FILES.format(count=len(reports.reports), rows=rows)


def _fold(report: Report, body: Markup) -> Markup:
    return Markup('<details class="wj-one"><summary>{} · {}</summary>{}</details>').format(
        _name(report), say(f"verdict.{report.verdict}"), body
    )


def _name(report: Report) -> str:
    return report.file.replace("\\", "/").rsplit("/", 1)[-1]


def finding_key(report: int, finding: int) -> str:
    """Return the name that joins a finding to its place in the draft; both count from 0."""
    return f"f{report}-{finding}"


def _report(report: Report, number: int, catalogue: Catalogue) -> Markup:
    name = _name(report)
    if report.error:
        head = Markup('<header class="wj-verdict wj-unreadable"><h3>{}</h3><p><strong>{}</strong></p></header>')
        return Markup('<section class="wj-report">{}{}</section>').format(
            head.format(name, say("verdict.unreadable")), error_box(report.error.model_copy(update={"where": None}))
        )
    head = _HEAD.format(
        verdict=report.verdict,
        file=name,
        name=say(f"verdict.{report.verdict}"),
        counts=_counts(report),
        because=report.chosen_because or "",
    )
    return Markup('<section class="wj-report">{}{}{}{}{}</section>').format(
        head, _filters(report), _findings(report, number, catalogue), _open_items(report.unknown), _rest(report)
    )


def _filters(report: Report) -> Markup:
    """Return buttons that show one severity alone; nothing where there is only one."""
    by = Counter(one.severity for one in report.findings)
    groups = [(severity, f"severity.{severity}", by[severity]) for severity in SEVERITIES if by[severity]]
    groups += [("open", "form.open_one", len(report.unknown))] if report.unknown else []
    if len(groups) < 2:  # noqa: PLR2004 - nothing to choose from
        return Markup("")
    buttons = join(
        Markup('<button type="button" data-severity="{}" aria-pressed="false">{} {}</button>').format(name, say(key), n)
        for name, key, n in groups
    )
    return frame('<div class="wj-filter" role="group" [[aria-label=report.only]]>{}</div>').format(buttons)


def _counts(report: Report) -> Markup:
    by = Counter(one.severity for one in report.findings)
    counts = [(f"severity.{severity}", by[severity]) for severity in SEVERITIES if by[severity]]
    counts += [("form.open_one", len(report.unknown)), ("form.met_one", len(report.passed))]
    return Markup(" · ").join(Markup("{} {}").format(say(key), count) for key, count in counts)


def _findings(report: Report, number: int, catalogue: Catalogue) -> Markup:
    return join(_group(name, report, number, catalogue) for name in SEVERITIES)


def _group(severity: Severity, report: Report, number: int, catalogue: Catalogue) -> Markup:
    pairs = [pair for pair in enumerate(report.findings) if pair[1].severity == severity]
    if not pairs:
        return Markup("")
    rows = join(_finding(one, finding_key(number, position), report.programme, catalogue) for position, one in pairs)
    return Markup('<div data-group="{}"><h4>{} {}</h4><ol class="wj-findings">{}</ol></div>').format(
        severity, say(f"severity.{severity}"), len(pairs), rows
    )


def _finding(finding: Finding, key: str, programme: str | None, catalogue: Catalogue) -> Markup:
    return _FINDING.format(
        severity=finding.severity,
        name=say(f"severity.{finding.severity}"),
        message=finding.message,
        where=_where(finding, key),
        evidence=_line(say("report.draft"), f"“{clean(finding.evidence)}”") if finding.evidence else "",
        measure=_measure(finding),
        source=_source(finding, programme, catalogue),
        reading=_line(READING_MARK, finding.reading) if finding.reading else "",
        suggestion=_line(say("report.suggestion"), finding.suggestion) if finding.suggestion else "",
    )


def _where(finding: Finding, key: str) -> Markup:
    place = place_name(finding.where) or say("report.all")
    return Markup(
        '<p class="wj-line"><button type="button" class="wj-jump" data-finding="{}" data-label="{}">{}</button></p>'
    ).format(key, finding.where.field or "", place)


def _measure(finding: Finding) -> Markup:
    if finding.measured is None and not finding.allowed:
        return Markup("")
    pairs = (("report.measured", finding.measured), ("report.allowed", finding.allowed))
    shown = (
        Markup('<span class="wj-k">{}</span> {} ').format(say(key), what) for key, what in pairs if what is not None
    )
    return Markup('<p class="wj-line">{}</p>').format(join(shown))


def _source(finding: Finding, programme: str | None, catalogue: Catalogue) -> Markup:
    if finding.source is None:
        return Markup('<p class="wj-line"><span class="wj-k">{}</span></p>').format(HOUSE_MARK)
    quote = readable(finding.source.quote)
    place = place_of_source(finding.source, catalogue, programme)
    mark = cite(source_mark(catalogue, finding.source, programme), place, quote)
    return frame('<p class="wj-line"><span class="wj-k">[[report.clause]]</span> 「{}」{}</p>').format(quote, mark)


def _line(name: str | Markup, text: str) -> Markup:
    return Markup('<p class="wj-line"><span class="wj-k">{}</span> {}</p>').format(name, text)


def _open_items(items: tuple[OpenItem, ...]) -> Markup:
    if not items:
        return Markup("")
    rows = join(Markup("<li>{}</li>").format(one.question) for one in items)
    body = fold(
        Markup("{} {}").format(say("form.open_one"), len(items)), Markup('<ol class="wj-open">{}</ol>').format(rows)
    )
    return Markup('<div data-group="open">{}</div>').format(body)


def _rest(report: Report) -> Markup:
    told = say("report.rest", n=len(report.passed), other=len(report.not_applicable))
    return Markup('<p class="wj-by">{}</p>').format(told)
