"""Kind `order`: labelled items come in the template's order."""

from assistant.checks.judgement import Flaw, Found, Judgement, Kept, Silent
from assistant.checks.subject import Subject
from assistant.domain.kinds.layout import OrderRule


def judge(rule: OrderRule, subject: Subject) -> Judgement:
    """Name the first item that has to move; the fewest items are moved."""
    present = list(dict.fromkeys(one.label for one in subject.draft.fields if one.label in rule.fields))
    if len(present) < 2:  # noqa: PLR2004 - one item has no order
        return Silent()
    ranks = [rule.fields.index(label) for label in present]
    kept = _longest_rising(ranks)
    moved = next((label for label, rank in zip(present, ranks, strict=True) if rank not in kept), None)
    if moved is None:
        return Kept()
    before = [label for label in rule.fields[: rule.fields.index(moved)] if label in present]
    place = f"应排在“{before[-1]}”之后" if before else "应排在最前"
    flaw = Flaw(
        where=subject.place(moved),
        evidence=f"现在的顺序：{'、'.join(present)}",
        detail=f"“{moved}”{place}",
        measured=moved,
        allowed="、".join(rule.fields),
    )
    return Found((flaw,))


def _longest_rising(ranks: list[int]) -> set[int]:
    best: list[list[int]] = []
    for index, rank in enumerate(ranks):
        earlier = [best[before] for before in range(index) if ranks[before] < rank]
        best.append([*max(earlier, key=len, default=[]), rank])
    return set(max(best, key=len))
