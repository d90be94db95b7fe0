"""Reports as one HTML page that needs nothing else: no script, no outside resource, fonts of the system."""

from collections.abc import Iterable, Sequence
from datetime import date
from importlib.resources import files

from markupsafe import Markup

from assistant.reporting.printable import printable
from assistant.reporting.sheet import Cell, Sheet
from assistant.reporting.shown import ShownFinding, ShownItem, ShownReport, counts, tally
from assistant.reporting.tones import SEVERITY_TONES, TONES, VERDICT_TONES, Tone
from assistant.wording import HOUSE_MARK, NOT_ACCEPTANCE, READING_MARK, SEVERITIES

_PAGE = Markup("""<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="问津">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<header class="top"><h1>{title}</h1><p class="quiet">{made_on} · {tally}</p><p class="remark">{remark}</p></header>
{tables}{filters}
<main>{reports}</main>
<footer class="end"><p class="remark">{remark}</p></footer>
</body>
</html>
""")
_NOTHING = Markup("")
_REPORT = Markup(
    '<article class="file" id="file-{number}"><header><h2>{file}</h2>{badge}<p class="quiet">{counts}</p></header>'
    '<p class="quiet">{origin}</p>{findings}{items}{rest}</article>\n'
)
_FINDING = Markup(
    '<li class="finding {severity}"><p class="what">{badge} {message}</p><dl>{rows}</dl>'
    '<p class="rule">{rule} · {basis}</p></li>\n'
)


def render_page(reports: Sequence[ShownReport], *, title: str, made_on: date, further: Iterable[Sheet] = ()) -> bytes:
    """Return the page in UTF-8.

    Args:
        reports: one or many.
        title: of the page.
        made_on: the day of the check.
        further: tables put before the reports.
    """
    tables = [_table(sheet) for sheet in further]
    if len(reports) > 1:
        tables.append(_overview(reports))
    page = _PAGE.format(
        title=title,
        style=Markup((files("assistant.reporting") / "page.css").read_text("utf-8")),  # noqa: S704 - a file of our own
        made_on=f"检查日期 {made_on.isoformat()}",
        tally=tally(reports),
        remark=NOT_ACCEPTANCE,
        tables=_join(tables),
        filters=_filters(reports),
        reports=_join(_report(number, one) for number, one in enumerate(reports, start=1)),
    )
    return page.encode()


def _join(parts: Iterable[Markup]) -> Markup:
    return Markup("").join(parts)


def _badge(text: str, tone: Tone) -> Markup:
    return Markup('<span class="badge" style="color:#{};background:#{}">{}</span>').format(tone.ink, tone.fill, text)


def _filters(reports: Sequence[ShownReport]) -> Markup:
    """Return a choice of what is shown; radio buttons and style sheets do it without a script."""
    choices: list[tuple[str, str, int | None]] = [("all", "全部", None)]
    for severity, name in SEVERITIES.items():
        if number := sum(one.count(severity) for one in reports):
            choices.append((severity, name, number))
    if items := sum(len(one.items) for one in reports):
        choices.append(("item", "待人工确认", items))
    radio = Markup('<input class="filter" type="radio" name="show" id="show-{}"{}>')
    label = Markup('<label for="show-{}">{}{}</label>')
    inputs = _join(radio.format(name, Markup(" checked") if name == "all" else "") for name, _, _ in choices)
    labels = _join(label.format(name, text, "" if number is None else f" {number}") for name, text, number in choices)
    return Markup('{}<nav class="choose" aria-label="只看"><span class="quiet">只看</span>{}</nav>').format(
        inputs, labels
    )


def _overview(reports: Sequence[ShownReport]) -> Markup:
    row = Markup(
        '<tr><td><a href="#file-{}">{}</a></td><td>{}</td><td class="number">{}</td><td class="number">{}</td>'
        '<td class="number">{}</td><td class="number">{}</td><td>{}</td></tr>\n'
    )
    rows = _join(
        row.format(
            number,
            one.file,
            _badge(one.verdict_name, VERDICT_TONES[one.verdict]),
            one.count("error"),
            one.count("warning"),
            len(one.items),
            len(one.passed),
            one.error or " · ".join(part for part in (one.programme_name, one.form) if part),
        )
        for number, one in enumerate(reports, start=1)
    )
    return _frame("汇总", ("文件", "结论", "错误", "警告", "待人工确认", "已满足", "说明"), rows)


def _table(sheet: Sheet) -> Markup:
    rows = _join(Markup("<tr>{}</tr>\n").format(_join(_cell(cell) for cell in row)) for row in sheet.rows)
    below = _join(Markup('<p class="quiet">{}</p>').format(printable(note)) for note in sheet.notes)
    return _frame(sheet.title, sheet.header, rows, below)


def _frame(title: str, header: Iterable[str], rows: Markup, below: Markup = _NOTHING) -> Markup:
    head = _join(Markup("<th>{}</th>").format(printable(name)) for name in header)
    return Markup(
        '<section class="table"><h2>{}</h2><table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>{}</section>\n'
    ).format(printable(title), head, rows, below)


def _cell(cell: Cell) -> Markup:
    if isinstance(cell, str):
        tone = TONES.get(cell)
        return Markup("<td>{}</td>").format(_badge(cell, tone) if tone else printable(cell))
    return Markup('<td class="number">{}</td>').format("" if cell is None else cell)


def _report(number: int, report: ShownReport) -> Markup:
    version = f"规则版本 {report.rules_version}" if report.rules_version else ""
    origin = (report.error, report.programme, report.form, version, report.because)
    return _REPORT.format(
        number=number,
        file=report.file,
        badge=_badge(report.verdict_name, VERDICT_TONES[report.verdict]),
        counts="" if report.error else counts(report),
        origin=" · ".join(part for part in origin if part),
        findings=_findings(report),
        items=_items(report.items),
        rest=_rest(report),
    )


def _findings(report: ShownReport) -> Markup:
    if not report.findings:
        return _NOTHING
    return Markup('<ol class="findings">{}</ol>').format(_join(map(_finding, report.findings)))


def _finding(one: ShownFinding) -> Markup:
    quote = Markup("<blockquote>「{}」{}</blockquote>").format(one.quote, one.mark)
    measured = "；".join(f"{name}{value}" for name, value in (("", one.measured), ("要求：", one.allowed)) if value)
    pairs: list[tuple[str, str | Markup]] = [
        ("位置", one.place),
        ("所见", Markup("<q>{}</q>").format(one.evidence) if one.evidence else ""),
        ("实测", measured if one.measured else ""),
        ("要求", "" if one.measured else one.allowed),
        ("依据", HOUSE_MARK if one.is_house else quote),
        ("解读", f"{READING_MARK}{one.reading}" if one.reading else ""),
        ("建议", one.suggestion),
    ]
    return _FINDING.format(
        severity=one.severity,
        badge=_badge(one.name, SEVERITY_TONES[one.severity]),
        message=one.message,
        rows=_join(Markup("<dt>{}</dt><dd>{}</dd>").format(*pair) for pair in pairs if pair[1]),
        rule=one.rule,
        basis=one.basis,
    )


def _items(items: Sequence[ShownItem]) -> Markup:
    if not items:
        return _NOTHING
    line = Markup('<li>{} <span class="quiet">{}</span></li>\n')
    return Markup('<section class="item"><h3>待人工确认 {}</h3><ul class="items">{}</ul></section>').format(
        len(items), _join(line.format(one.question, one.rule) for one in items)
    )


def _rest(report: ShownReport) -> Markup:
    if not report.passed and not report.not_applicable:
        return _NOTHING
    return Markup('<section class="rest"><h3>已满足 {}</h3><p>{}</p><p class="quiet">不适用 {}</p></section>').format(
        len(report.passed), "、".join(report.passed), len(report.not_applicable)
    )
