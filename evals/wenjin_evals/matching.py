"""Scores `match`: is a fitting direction first, is one among five, is a problem without one recognised."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from assistant.service import Assistant
from assistant.text import squash
from wenjin_evals.cases import Case, members
from wenjin_evals.figures import OURS, Figure

FEW = 5
"""Directions that a person is willing to read."""

Key = tuple[str, str]
Ranking = tuple[list[Key], bool | None]
"""(programme title, number) best first, and whether the system says that something fits; None where it cannot say."""


def rank(assistant: Assistant, query: str) -> Ranking:
    """Return our own ranking."""
    result = assistant.match(query, top=10)
    return [(_clean(one.programme_title), one.number) for one in result.matches], result.fits


def score(
    cases: Sequence[Case], ranking: Callable[[str], Ranking], suite: str, system: str = OURS
) -> tuple[list[Figure], list[str]]:
    """Return the figures and one line for each case whose first match is wrong."""
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    failures: list[str] = []
    for case in cases:
        listed, fits = ranking(str(case["query"]))
        gold = {_key(one) for one in members(case, "gold")}
        if not gold:
            tally["none"].update(n=1, refused=fits is False)
            continue
        place = next((i + 1 for i, key in enumerate(listed) if key in gold), 0)
        for kind in ("all", str(case["difficulty"])):
            tally[kind].update(n=1, first=place == 1, five=0 < place <= FEW, unfit=fits is False)
        tally["all"].update(per_mille=round(1000 / place) if place else 0)
        if place != 1:
            outcome = f"名次{place or '无'}，应为{sorted(gold)}，得{listed[:2]}"
            failures.append(f"{case['id']} {case['difficulty']} {str(case['query'])[:60]} {outcome}")
    return _figures(tally, suite, system), failures


def _figures(tally: dict[str, Counter[str]], suite: str, system: str) -> list[Figure]:
    every, none = tally["all"], tally["none"]
    shares = [
        ("hit1", every["first"], every["n"]),
        ("hit5", every["five"], every["n"]),
        ("mrr", every["per_mille"] / 1000, every["n"]),
        *((f"hit1: {kind}", tally[kind]["first"], tally[kind]["n"]) for kind in ("easy", "medium", "hard")),
        ("hard_hit5", tally["hard"]["five"], tally["hard"]["n"]),
        ("negatives", none["refused"], none["n"]),
        ("false_unfit", every["unfit"], every["n"]),
    ]
    return [Figure(suite=suite, name=name, system=system, value=part / max(1, n), n=n) for name, part, n in shares if n]


def _key(gold: dict[str, object]) -> Key:
    return _clean(str(gold["programme"])), str(gold["number"])


def _clean(name: str) -> str:
    return squash(name).strip('“”"')
