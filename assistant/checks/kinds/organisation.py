"""Kind `organisation`: every organisation named in a field is of an allowed kind."""

from assistant.checks.judgement import Flaw, Found, Judgement, Kept, Silent, Unsure
from assistant.checks.parsing.organisations import KIND_NAMES, Kind, classify, is_foreign, split_organisations
from assistant.checks.subject import Subject
from assistant.domain.kinds.procedure import OrganisationRule


def judge(rule: OrganisationRule, subject: Subject) -> Judgement:
    """Judge every name; foreign partners of a joint recommendation are let pass."""
    label = next(iter(subject.labels(rule.fields)), None)
    names = split_organisations(subject.text(label)) if label else []
    if not label or not names:
        return Silent()
    kinds: dict[str, Kind] = {name: classify(name) for name in names}
    wrong = [name for name, kind in kinds.items() if kind in {"local", "institution"}]
    if wrong:
        flaws = (
            Flaw(
                where=subject.place(label, name),
                evidence=name,
                detail=f"“{name}”属于{KIND_NAMES[kinds[name]]}",
                measured=KIND_NAMES[kinds[name]],
                allowed="、".join(KIND_NAMES[body] for body in rule.bodies),
            )
            for name in wrong
        )
        return Found(tuple(flaws))
    doubtful = [name for name, kind in kinds.items() if kind not in rule.bodies and not is_foreign(name)]
    if doubtful:
        return Unsure(f"“{'”“'.join(doubtful)}”是否为{'、'.join(KIND_NAMES[body] for body in rule.bodies)}？")
    return Kept()
