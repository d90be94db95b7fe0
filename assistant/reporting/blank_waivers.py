"""The findings of a check as a file of waivers that a person has still to judge: reason and name are left blank."""

import json
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from assistant.domain.finding import Finding, Report, Reports

_DAYS = 30
"""How long a waiver is proposed to hold where the call names no later deadline."""
_HOWTO = (
    "每条是一个尚未判断的问题。经人判断可以不改的，填写 reason（理由）和 by（判断人），核对 until（有效期）；",
    "其余留空或删去：留空的不算豁免。用 wenjin check … --waivers 这个文件 交给检查。",
)


def render_blank_waivers(reports: Reports, deadlines: Sequence[date], today: date) -> str:
    """Return the file, in YAML.

    Args:
        reports: of the check; findings already waived are left out, so are mere hints.
        deadlines: of the calls that were checked against; the last one that is not past ends the waivers.
        today: the day of the check.
    """
    until = max((one for one in deadlines if one >= today), default=today + timedelta(days=_DAYS))
    entries = [line for file, one, sha256 in _list_findings(reports) for line in _entry(file, one, sha256, until)]
    head = [f"# {line}" for line in _HOWTO]
    return "\n".join([*head, "waivers:", *entries] if entries else [*head, "waivers: []"]) + "\n"


def count_waivable(reports: Reports) -> int:
    """Return how many entries the file has."""
    return sum(1 for _ in _list_findings(reports))


def _list_findings(reports: Reports) -> Iterator[tuple[str, Finding, str | None]]:
    """Yield each finding that counts with its file and the digest of that."""
    for report in reports.reports:
        yield from ((report.file, one, _digest(report)) for one in report.findings if one.severity != "info")
    for one in reports.package.findings if reports.package else ():
        if one.files and one.severity != "info":
            yield one.files[0], one, None


def _digest(report: Report) -> str | None:
    return report.file_sha256[:12] if report.file_sha256 else None


def _entry(file: str, finding: Finding, sha256: str | None, until: date) -> Iterator[str]:
    values = {
        "rule": finding.rule,
        "file": file,
        "sha256": sha256,
        "evidence": finding.evidence or None,
        "fingerprint": finding.fingerprint or None,
        "reason": "",
        "by": "",
        "until": until.isoformat(),
    }
    yield f"  # {' '.join(finding.message.split())}"
    sign = "-"
    for name, value in values.items():
        if value is not None:
            yield f"  {sign} {name}: {json.dumps(value, ensure_ascii=False)}"
            sign = " "
