"""What the steps of a draft amount to: its sentences with their fields, what was chosen, what is open."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.domain.interview import (
    AskedAnew,
    BeganAnew,
    Gave,
    Kept,
    Moved,
    Passed,
    Stayed,
    Step,
    Went,
)


@dataclass(frozen=True, slots=True)
class Held:
    """A sentence as the draft holds it."""

    kept: Kept
    replaced: bool = False
    """True where its field was since written anew: on record, in the draft no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The draft after its steps."""

    held: tuple[Held, ...] = ()
    """All sentences given since the draft was last begun anew; the order inside a field is that of the draft."""
    passed: tuple[str, ...] = ()
    """Keys of questions left for later, in order."""
    answered: tuple[str, ...] = ()
    """Keys of questions answered, in order, with repetitions."""
    focus: str = ""
    """Field that the author turned to and said nothing of since."""
    asks_anew: bool = False
    """True where starting over waits for a yes."""

    def list_standing(self) -> list[Kept]:
        """Return the sentences that are in the draft, 未归类 included."""
        return [one.kept for one in self.held if not one.replaced]

    def list_unplaced(self) -> list[tuple[int, Kept]]:
        """Return the sentences of no field, each with its number among all, from 0."""
        return [(place, one.kept) for place, one in enumerate(self.held) if not one.replaced and not one.kept.label]


def replay(steps: Sequence[Step]) -> Standing:
    """Return what steps amount to, one after the other."""
    standing = Standing()
    for step in steps:
        standing = _after(replace(standing, focus="", asks_anew=False), step)
    return standing


def _after(standing: Standing, step: Step) -> Standing:
    match step:
        case Gave():
            earlier = (_replace(one) if one.kept.label in step.replaces else one for one in standing.held)
            answered = (*standing.answered, step.question) if step.question else standing.answered
            return replace(standing, held=(*earlier, *map(Held, step.kept)), answered=answered)
        case Moved():
            return replace(standing, held=_move(standing.held, step))
        case Passed():
            return replace(standing, passed=(*standing.passed, step.question))
        case Went():
            return replace(standing, focus=step.label)
        case AskedAnew():
            return replace(standing, asks_anew=True)
        case Stayed():
            return standing
        case BeganAnew():
            return Standing()


def _replace(held: Held) -> Held:
    return replace(held, replaced=True)


def _move(held: Sequence[Held], step: Moved) -> tuple[Held, ...]:
    """Return the sentences with the moved ones at the end, and so at the end of their new field."""
    reason = "作者指定放在这里。" if step.label else "作者决定先不放进表格。"
    staying = (one for place, one in enumerate(held) if place not in step.places)
    moved = [held[place].kept for place in step.places if 0 <= place < len(held)]
    changed = (one.model_copy(update={"label": step.label, "reason": reason}) for one in moved)
    return (*staying, *map(Held, changed))
