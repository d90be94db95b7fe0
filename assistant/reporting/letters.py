"""Notes to authors: what is to be mended in each draft, with the clause, ready to be pasted into a mail."""

from collections.abc import Iterator, Sequence
from datetime import date

from assistant.domain.catalogue import Catalogue
from assistant.domain.finding import Report, Severity
from assistant.domain.overview import Letter
from assistant.reporting.shown import ShownFinding, base_name, show_finding
from assistant.wording import HOUSE_MARK, programme_of

_GREETING = "{name}，您好！"
_CLOSING = "以上是对照通知原文作的形式检查；通过检查不等于被受理或入选。如有疑问，请回复本邮件。谢谢！"
_LEADS: tuple[tuple[Severity, str], ...] = (
    ("error", "请修改以下{number}处："),
    ("warning", "另请核对以下{number}处："),
)


def write_letters(reports: Sequence[Report], catalogue: Catalogue, today: date) -> Iterator[Letter]:
    """Yield one note an author, in the order of the files; drafts without anything to mend are not written about.

    Args:
        reports: of the drafts.
        catalogue: knows the notices that findings cite.
        today: the day on which the notes are sent; a closing date that has passed is not named.
    """
    by_author: dict[tuple[str, ...], list[Report]] = {}
    for report in reports:
        if report.error is not None or any(one.severity != "info" for one in report.findings):
            by_author.setdefault(_author_of(report), []).append(report)
    yield from (_write(held, catalogue, today) for held in by_author.values())


def _author_of(report: Report) -> tuple[str, ...]:
    """Two drafts have one author where name and unit agree; who is not named is nobody else."""
    entry = report.entry
    return (entry.author, entry.unit) if entry and entry.author else (report.file,)


def _write(reports: list[Report], catalogue: Catalogue, today: date) -> Letter:
    entry = reports[0].entry
    author = entry.author if entry else ""
    parts = [_GREETING.format(name=f"{author}老师" if author else "老师")]
    parts += [_describe(report, catalogue) for report in reports]
    parts += [line for line in (_tell_deadline(reports, catalogue, today), _CLOSING) if line]
    return Letter(
        author=author,
        email=entry.email if entry else "",
        files=tuple(base_name(report.file) for report in reports),
        text="\n\n".join(parts),
    )


def _describe(report: Report, catalogue: Catalogue) -> str:
    title = report.entry.title if report.entry else ""
    name = f"《{title}》（{base_name(report.file)}）" if title else f"文件“{base_name(report.file)}”"
    if report.error is not None:
        return f"您提交的{name}打不开：{report.error.message}{report.error.hint or ''}"
    programme = programme_of(catalogue, report.programme) if report.programme else None
    under = f"按《{programme.info.title}》" if programme else ""
    lines = [f"您提交的{name}已{under}作了形式检查。"]
    for severity, lead in _LEADS:
        found = [show_finding(one, catalogue, report.programme) for one in report.findings if one.severity == severity]
        lines += [lead.format(number=len(found))] if found else []
        lines += [line for number, one in enumerate(found, start=1) for line in _tell(number, one)]
    return "\n".join(lines)


def _tell(number: int, finding: ShownFinding) -> Iterator[str]:
    yield f"{number}. {finding.place}：{finding.message}"
    yield f"   依据：{HOUSE_MARK if finding.is_house else f'{finding.mark}「{finding.quote}」'}"
    if finding.suggestion:
        yield f"   建议：{finding.suggestion}"


def _tell_deadline(reports: list[Report], catalogue: Catalogue, today: date) -> str:
    known = [programme_of(catalogue, report.programme) for report in reports if report.programme]
    days = [one.info.deadline for one in known if one and one.info.deadline and one.info.deadline >= today]
    return f"通知规定的截止日期是{_name_day(min(days))}，请修改后尽早发回。" if days else "请修改后尽早发回。"


def _name_day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
