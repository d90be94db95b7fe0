"""One draft against its rules."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from assistant.checks.context import CheckContext
from assistant.checks.findings import RANK, build_finding, name_version
from assistant.checks.injections import leave_out
from assistant.checks.judgement import Found, Judgement, Kept, Silent, Unsure
from assistant.checks.judging import judge
from assistant.checks.subject import Subject, build_subject
from assistant.domain import rule as kinds
from assistant.domain.draft import Draft
from assistant.domain.finding import Finding, OpenItem
from assistant.domain.kinds.base import BatchRuleBase
from assistant.domain.rule import DocumentRule, Rule

_NO_RULES = "house.form.no-rules"
_NO_RULES_QUESTION = "还没有收录这份表格的专门规则，只作了通用检查：是否已对照通知逐项核对？"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the rules say of one draft."""

    findings: tuple[Finding, ...]
    """Errors first, then warnings, then info; inside a severity in the order of the rules."""
    passed: tuple[str, ...]
    unknown: tuple[OpenItem, ...]
    not_applicable: tuple[str, ...]
    rules_version: str
    """Changes whenever a rule that was applied changes."""
    subject: Subject = field(compare=False, repr=False)
    """The draft as the rules saw it, so that nobody reads it again."""


def check_draft(draft: Draft, rules: Sequence[Rule], context: CheckContext) -> Outcome:
    """Judge a draft by the rules of scope `document` for its form.

    Sentences that speak to a checking program are reported by their own rule and are absent for all others.
    """
    applicable: list[DocumentRule] = [
        rule for rule in rules if not isinstance(rule, BatchRuleBase) and draft.form in rule.forms
    ]
    whole, without = build_subject(draft, context), leave_out(draft)
    cleared = whole if without is draft else build_subject(without, context)  # what was read of it is read once
    judged = {rule.id: judge(rule, whole if _sees_injections(rule) else cleared) for rule in applicable}
    _silence(applicable, judged)
    for rule in applicable:
        judged[rule.id] = _settle(rule, judged[rule.id], cleared)
    outcome = _collect(applicable, judged, cleared)
    pinned = (one.model_copy(update={"where": draft.document.pin(one.where)}) for one in outcome.findings)
    return replace(outcome, findings=tuple(pinned))


def _sees_injections(rule: DocumentRule) -> bool:
    return isinstance(rule, kinds.ForbiddenRule) and rule.what == "injection"


def _settle(rule: DocumentRule, judgement: Judgement, subject: Subject) -> Judgement:
    """A missing item that an unread part may hold is a question, and what is judged by meaning is never passed."""
    if isinstance(judgement, Kept) and rule.basis == "meaning":
        return Unsure(rule.question or f"请人工确认：{rule.name}。")
    if isinstance(judgement, Kept) and (lost := subject.name_lost_text()):
        return Unsure(f"文件中有一段文字没有读出（{lost}），不能断定“{rule.name}”。请人工确认。")
    if not isinstance(judgement, Found):
        return judgement
    for flaw in judgement.flaws:
        reason = subject.explain_absence(flaw.where.field) if flaw.missing else None
        if reason:
            return Unsure(f"{reason}，不能判断“{rule.name}”：{flaw.detail or '没有找到'}。请人工确认。")
    return judgement


def _silence(rules: Sequence[DocumentRule], judged: dict[str, Judgement]) -> None:
    """A finding stands for those of other rules; that of a gate for all, or for all that miss the same item or any."""
    for rule in rules:
        if isinstance(judged[rule.id], Found):
            judged.update(dict.fromkeys(judged.keys() & set(rule.silences), Silent()))
    for gate in sorted((rule for rule in rules if rule.gate), key=lambda rule: rule.gate != "all"):
        found = judged[gate.id]
        if not isinstance(found, Found):
            continue
        fields = {flaw.where.field for flaw in found.flaws} if gate.gate == "field" else None
        for rule in rules:
            if rule is not gate and (gate.gate == "all" or (_only_misses(judged[rule.id], fields) and not rule.gate)):
                judged[rule.id] = Silent()


def _only_misses(judgement: Judgement, fields: set[str | None] | None) -> bool:
    """Say whether nothing but missing items were found; where fields are given, in these only."""
    return isinstance(judgement, Found) and all(
        flaw.missing and (fields is None or flaw.where.field in fields) for flaw in judgement.flaws
    )


def _collect(rules: Sequence[DocumentRule], judged: dict[str, Judgement], subject: Subject) -> Outcome:
    findings: list[Finding] = []
    unknown: list[OpenItem] = []
    passed: list[str] = []
    silent: list[str] = []
    for rule in rules:
        match judged[rule.id]:
            case Found(flaws):
                findings.extend(build_finding(rule, flaw) for flaw in flaws)
            case Unsure(asked):
                attested = rule.basis == "meaning" or rule.severity == "info"
                unknown.append(OpenItem(rule=rule.id, question=asked, attest=attested))
            case Kept():
                passed.append(rule.id)
            case Silent():
                silent.append(rule.id)
    findings.sort(key=lambda finding: RANK[finding.severity])
    if not any(rule.sources for rule in rules):
        unknown.append(OpenItem(rule=_NO_RULES, question=_NO_RULES_QUESTION))
    return Outcome(
        findings=tuple(findings),
        passed=tuple(passed),
        unknown=tuple(unknown),
        not_applicable=tuple(silent),
        rules_version=name_version(rules),
        subject=subject,
    )
