"""Two versions of a draft: which findings are mended, which are new, which are left."""

from collections.abc import Callable, Hashable

from assistant.domain.finding import Comparison, Finding, Report

Key = Callable[[Finding], Hashable]
_KEYS: tuple[Key, ...] = (
    lambda one: one.fingerprint,
    lambda one: (one.rule, one.where.field),
    lambda one: one.rule,
)
"""What makes two findings one, the surest first: the same words, the same place in the form, the same rule."""


def compare(report: Report, earlier: Report) -> Comparison:
    """Return a draft beside an earlier version of it.

    A finding whose evidence has changed is still the same fault where its rule and its field are: five keywords that
    became three are not mended.
    """
    new, gone = list(report.findings), list(earlier.findings)
    left: list[Finding] = []
    for key in _KEYS:
        for one in list(new):
            same = next((other for other in gone if key(other) == key(one)), None)
            if same is not None:
                left.append(one)
                new.remove(one)
                gone.remove(same)
    return Comparison(
        file=report.file,
        against=earlier.file,
        verdict_before=earlier.verdict,
        verdict=report.verdict,
        mended=tuple(gone),
        new=tuple(new),
        left=tuple(one for one in report.findings if one in left),
    )
