"""What a rule found, in the shape that is shown."""

import hashlib
from collections.abc import Sequence

from assistant.checks.judgement import Flaw, shorten
from assistant.domain.finding import Finding, Source
from assistant.domain.kinds.base import RuleCore
from assistant.text import normalise

RANK = {"error": 0, "warning": 1, "info": 2}
"""Order in which findings are shown, by severity."""
_LONGEST = 120
"""Characters of the draft that a finding shows; whole pages may stand in a field by mistake."""


def build_finding(rule: RuleCore, flaw: Flaw) -> Finding:
    """Return a flaw with its rule's words, clause and severity."""
    measured = shorten(flaw.measured, _LONGEST) if isinstance(flaw.measured, str) else flaw.measured
    evidence = shorten(flaw.evidence, _LONGEST)
    return Finding(
        rule=rule.id,
        severity=flaw.severity if flaw.severity and not rule.advice else rule.severity,
        basis=rule.basis,
        force=rule.force,
        message=rule.message.format(
            field=flaw.where.field or "",
            detail=shorten(flaw.detail, _LONGEST),
            evidence=shorten(flaw.evidence, _LONGEST),
            measured="" if measured is None else measured,
            allowed=flaw.allowed or "",
        ),
        where=flaw.where,
        evidence=evidence,
        measured=measured,
        allowed=flaw.allowed,
        source=_choose_source(rule, flaw),
        reading=rule.reading,
        suggestion=rule.suggestion,
        files=flaw.files,
        fingerprint=_identify(rule.id, flaw.where.field or "", evidence),
    )


def _identify(rule: str, field: str, evidence: str) -> str:
    """Return what tells a finding from others, whatever stands before it in the draft."""
    return hashlib.sha256(f"{rule}\0{field}\0{normalise(evidence)}".encode()).hexdigest()[:16]


def name_version(rules: Sequence[RuleCore]) -> str:
    """Return a name that changes whenever one of the rules does."""
    return hashlib.sha256("\n".join(f"{rule.id} {rule.version}" for rule in rules).encode()).hexdigest()[:12]


def _choose_source(rule: RuleCore, flaw: Flaw) -> Source | None:
    if flaw.source is not None:
        return flaw.source
    named = [quote for quote in rule.sources if quote.quote == flaw.quote]
    return next((quote.source for quote in (*named, *rule.sources)), None)
