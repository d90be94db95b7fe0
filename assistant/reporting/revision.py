"""The proposals of the verb `revise` as Chinese text."""

from assistant.domain.finding import Report
from assistant.domain.revision import Mend, Revision
from assistant.wording import SEVERITIES, VERDICTS, place_name


def render_revision(revision: Revision) -> str:
    """Return each finding with its smallest change, then what was changed and what the check says now."""
    report = revision.report
    parts = [f"{revision.file}：{VERDICTS[report.verdict]}，{len(revision.mends)}条意见。"]
    parts += [_render_mend(one, revision) for one in revision.mends]
    if revision.after is not None:
        parts.append(f"已改{len(revision.accepted)}处，其余一字未动。改后的结论：{_sum_up(revision.after)}。")
    if revision.refused:
        numbers = "、".join(map(str, revision.refused))
        parts.append(f"第{numbers}条不能就地改（在公式、域或空白的单元格里，或同一行已有别的改动），请手工处理。")
    parts += [f"已写入 {revision.output}。"] if revision.output else []
    return "\n\n".join(parts)


def _render_mend(mend: Mend, revision: Revision) -> str:
    finding = mend.finding
    done = "（已改）" if mend.id in revision.accepted else ""
    lines = [
        f"{mend.id}. {SEVERITIES[finding.severity]}：{finding.message}{done}",
        f"   位置：{place_name(mend.where)}",
    ]
    if finding.source is not None:
        lines.append(f"   依据：「{finding.source.quote}」〔{finding.source.doc} {finding.source.clause}〕")
    lines += [f"   原文：{mend.before}"] if mend.before else []
    lines += [f"   改为：{mend.after or '（删去这一行的内容）'}"] if mend.after is not None else []
    lines += [f"   或者：{one}" for one in mend.others]
    lines.append(f"   {mend.why}")
    lines += [f"   请问：{mend.question}"] if mend.question else []
    return "\n".join(lines)


def _sum_up(report: Report) -> str:
    errors = sum(one.severity == "error" for one in report.findings)
    warnings = sum(one.severity == "warning" for one in report.findings)
    return f"{VERDICTS[report.verdict]}（错误{errors}处，提醒{warnings}处）"
