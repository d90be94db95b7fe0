"""What a kind says of one rule and one package."""

from dataclasses import dataclass

from assistant.checks.judgement import Flaw


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The flaws and the questions of one rule; a package may have both."""

    flaws: tuple[Flaw, ...] = ()
    questions: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    """Documents that are not there."""
    applies: bool = True
    """False where there is nothing that the rule could be applied to."""


NOTHING = Said(applies=False)
