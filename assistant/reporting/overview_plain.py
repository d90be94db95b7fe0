"""An overview as plain text for a terminal or a conversation."""

from collections.abc import Iterable, Iterator

from assistant.domain.catalogue import Catalogue
from assistant.domain.overview import Overview, RosterLine
from assistant.reporting.overview_sheets import name_bounds, tell
from assistant.reporting.package import show_package
from assistant.reporting.plain import render_report
from assistant.reporting.shown import base_name
from assistant.wording import NOT_ACCEPTANCE, SEVERITIES, VERDICTS, programme_name

_FAULTS = 10
_FILES = 40
"""Lines that a conversation shows of a list; the rest is in the workbook."""
_MORE = "  （另有{number}{unit}，完整的表格请用 wenjin check 文件夹 --format xlsx）"


def render_overview(overview: Overview, catalogue: Catalogue) -> str:
    """Return the overview: for a reviewer first, then for a secretary."""
    parts = [
        _head(overview),
        *(["\n".join(render_report(show_package(overview.package, catalogue)))] if overview.package else []),
        "\n".join(["常见问题", *_cut(_tell_faults(overview), _FAULTS, "种")]) if overview.faults else "",
        "\n".join(["逐份", *_cut(_tell_files(overview), _FILES, "份")]),
        "\n".join(["名单", *_cut(map(_tell_entry, overview.roster), _FILES, "份")]) if overview.roster else "",
        "\n".join(["数量", *_tell_tallies(overview, catalogue)]) if overview.tallies else "",
        *_tell_letters(overview),
        NOT_ACCEPTANCE,
    ]
    return "\n\n".join(part for part in parts if part)


def _head(overview: Overview) -> str:
    counted = " · ".join(f"{VERDICTS[one.verdict]} {one.files}" for one in overview.verdicts)
    return f"{sum(one.files for one in overview.verdicts)}份稿件：{counted}"


def _cut(lines: Iterable[str], most: int, unit: str) -> list[str]:
    held = list(lines)
    return held if len(held) <= most else [*held[:most], _MORE.format(number=len(held) - most, unit=unit)]


def _tell_faults(overview: Overview) -> Iterator[str]:
    for number, one in enumerate(overview.faults, start=1):
        yield f"  {number}. {one.name}（{SEVERITIES[one.severity]}）：{one.files}份"


def _tell_files(overview: Overview) -> Iterator[str]:
    for number, one in enumerate(overview.lines, start=1):
        title = f"《{one.title}》" if one.title else ""
        counted = [f"必须修改{len(one.mend)}处"] if one.mend else []
        counted += [f"请核对{len(one.consider)}处"] if one.consider else []
        counted += [f"请人确认{len(one.confirm)}项"] if one.confirm else []
        told = f"（{'，'.join(counted)}）" if counted else ""
        head = f"  {number}. {base_name(one.file)}{title}：{VERDICTS[one.verdict]}{told}"
        yield "\n".join([head, *(f"     必须修改：{message}" for message in one.mend)])


def _tell_entry(one: RosterLine) -> str:
    entry = one.entry
    facts = (entry.kind, entry.field, entry.discipline, entry.author, entry.unit, entry.phone)
    return f"  {entry.title or one.file} | {' | '.join(fact or '—' for fact in facts)}"


def _tell_tallies(overview: Overview, catalogue: Catalogue) -> Iterator[str]:
    for one in overview.tallies:
        name = programme_name(catalogue, one.programme)
        yield f"  {one.group}：{one.files}个，规定{name_bounds(one)}，{tell(one)}（{name}）"


def _tell_letters(overview: Overview) -> Iterator[str]:
    for one in overview.letters[:_FILES]:
        yield f"致{one.author or '、'.join(one.files)}{f'（{one.email}）' if one.email else ''}\n{one.text}"
