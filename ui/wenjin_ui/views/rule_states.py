"""What each rule says of a draft in hand, told by field: met, not met, or for a person to confirm."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.checks.run import Outcome, check_draft
from assistant.domain.finding import Severity, Source
from assistant.domain.kinds.base import BatchRuleBase
from assistant.domain.rule import Rule
from assistant.drafting.gaps import draft_of
from assistant.drafting.interview.work import Work
from assistant.library.rules import list_labels

State = Literal["met", "unmet", "open"]
SIGNS: dict[State, str] = {"met": "●", "unmet": "○", "open": "◐"}
"""Beside words: never colour alone."""
WHOLE = ""
"""Key of what is said of no single field."""
_ORDER: tuple[State, ...] = ("unmet", "open", "met")


@dataclass(frozen=True, slots=True)
class RuleState:
    """One rule beside the draft as it stands."""

    state: State
    text: str
    """In Chinese: what is wrong, what to confirm, or what is kept."""
    severity: Severity = "info"
    source: Source | None = None
    """None for a house rule."""
    suggestion: str = ""


def judge_fields(work: Work) -> dict[str, list[RuleState]]:
    """Return the states by label, `WHOLE` for those of several fields or none; what is not met comes first.

    A draft without any words is judged by no rule: everything would be missing.
    """
    if not work.texts:
        return {}
    # what stands for all other findings (too little text to check) would hide them while one writes
    rules = [rule for rule in work.programme.rules if isinstance(rule, BatchRuleBase) or rule.gate != "all"]
    outcome = check_draft(draft_of(work.texts, work.context.form), rules, work.context)
    by_label: dict[str, list[RuleState]] = {}
    for label, state in _list_states(outcome, work):
        by_label.setdefault(label, []).append(state)
    for states in by_label.values():
        states.sort(key=lambda one: _ORDER.index(one.state))
    return by_label


def _list_states(outcome: Outcome, work: Work) -> Iterator[tuple[str, RuleState]]:
    rules = {rule.id: rule for rule in work.programme.rules}
    labels = {spec.label for spec in work.context.form.fields if not spec.heading}
    for one in outcome.findings:
        label = one.where.field if one.where.field in labels else WHOLE
        yield label or WHOLE, RuleState("unmet", one.message, one.severity, one.source, one.suggestion or "")
    for item in outcome.unknown:
        rule = rules.get(item.rule)
        yield _place(rule, labels), RuleState("open", item.question, source=_source(rule))
    for name in outcome.passed:
        rule = rules.get(name)
        if rule is not None:
            yield _place(rule, labels), RuleState("met", rule.name, source=_source(rule))


def _place(rule: Rule | None, labels: set[str]) -> str:
    own = [label for label in list_labels(rule) if label in labels] if rule else []
    return own[0] if len(set(own)) == 1 else WHOLE


def _source(rule: Rule | None) -> Source | None:
    return next((quote.source for quote in rule.sources), None) if rule else None
