"""Which kind of rule on a package is judged by which module; a kind without a case is an error of types."""

from typing import assert_never

from assistant.checks.packages import counterpart, duplicate, files, participation, same, tally
from assistant.checks.packages.bundle import Bundle
from assistant.checks.packages.judgement import Said
from assistant.domain.kinds import batch as kinds
from assistant.domain.rule import BatchRule


def judge_bundle(rule: BatchRule, bundle: Bundle) -> Said:
    """Apply one rule."""
    match rule:
        case kinds.FilesRule():
            return files.judge(rule, bundle)
        case kinds.CounterpartRule():
            return counterpart.judge(rule, bundle)
        case kinds.SameRule():
            return same.judge(rule, bundle)
        case kinds.TallyRule():
            return tally.judge(rule, bundle)
        case kinds.ParticipationRule():
            return participation.judge(rule, bundle)
        case kinds.DuplicateRule():
            return duplicate.judge(rule, bundle)
        case _:
            assert_never(rule)
