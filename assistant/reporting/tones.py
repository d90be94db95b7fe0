"""Colours of verdicts and severities, the same in the workbook, the page and the Word summary."""

from dataclasses import dataclass

from assistant.domain.finding import Severity, Verdict
from assistant.wording import SEVERITIES, VERDICTS


@dataclass(frozen=True, slots=True)
class Tone:
    """Two colours as RRGGBB; the ink stands on the fill with a contrast of at least 4.5."""

    ink: str
    fill: str


_RED = Tone("9C0006", "FDE3E1")
_AMBER = Tone("7A4B00", "FFF0CC")
_BLUE = Tone("1F3F77", "E3ECF9")
_GREEN = Tone("1E5B2E", "E2F3E5")
_GREY = Tone("404040", "EDEDED")

VERDICT_TONES: dict[Verdict, Tone] = {
    "pass": _GREEN,
    "unconfirmed": _BLUE,
    "warn": _AMBER,
    "fail": _RED,
    "unreadable": _GREY,
}
SEVERITY_TONES: dict[Severity, Tone] = {"error": _RED, "warning": _AMBER, "info": _BLUE}
TONES: dict[str, Tone] = {
    **{VERDICTS[verdict]: tone for verdict, tone in VERDICT_TONES.items()},
    **{SEVERITIES[severity]: tone for severity, tone in SEVERITY_TONES.items()},
}
"""By the Chinese name, as it stands in a cell."""
