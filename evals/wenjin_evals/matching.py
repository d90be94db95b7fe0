"""Scores `match`: is a fitting direction first, is one among five, is a problem without one recognised."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from assistant.service import Assistant
from assistant.text import squash
from wenjin_evals.cases import Case, members
from wenjin_evals.figures import OURS, Failure, Figure
from wenjin_evals.retrieved import describe_hits

FEW = 5
"""Directions that a person is willing to read."""

_ORDER = {"easy": 0, "medium": 1, "hard": 2}
EVERY = ""
"""Name under which all cases are counted."""
ORIGINS = (("发布", "发布的问题"), ("项目", "资助项目"), ("基金", "资助项目"))
"""Words of a source, each with the kind of list that it is; any other source is a paper."""

Key = tuple[str, str]
Ranking = tuple[list[Key], bool | None]
"""(programme title, number) best first, and whether the system says that something fits; None where it cannot say."""


def rank(assistant: Assistant, query: str) -> Ranking:
    """Return our own ranking."""
    result = assistant.match(query, top=10)
    return [(_clean(one.programme_title), one.number) for one in result.matches], result.fits


def score_ours(
    cases: Sequence[Case], assistant: Assistant, suite: str, system: str = OURS
) -> tuple[list[Figure], list[Failure]]:
    """Return the figures of `match` and the cases that failed, each with what the search finds for it."""
    figures, failures = score(cases, lambda query: rank(assistant, query), suite, system)
    queries = {str(case["id"]): str(case["query"]) for case in cases}
    found = {one.id: describe_hits(assistant.search, queries[one.id], "direction") for one in failures}
    return figures, [one.model_copy(update={"retrieved": found[one.id]}) for one in failures]


def score(
    cases: Sequence[Case], ranking: Callable[[str], Ranking], suite: str, system: str = OURS
) -> tuple[list[Figure], list[Failure]]:
    """Return the figures and the cases that failed: the first match wrong, or the fit misjudged."""
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    failures: list[Failure] = []
    for case in cases:
        listed, fits = ranking(str(case["query"]))
        gold = {_key(one) for one in members(case, "gold")}
        place = next((i + 1 for i, key in enumerate(listed) if key in gold), 0)
        says_fit = None if fits is None else int(fits)
        for kind in _kinds(case):
            # A system that cannot say whether anything fits is not counted among those that can.
            if not gold:
                tally[kind].update({} if says_fit is None else {"none": 1, "refused": 1 - says_fit})
                continue
            tally[kind].update(
                n=1, first=place == 1, five=0 < place <= FEW, reciprocal=round(1000 / place) if place else 0
            )
            tally[kind].update({} if says_fit is None else {"judged": 1, "unfit": 1 - says_fit})
        if (place != 1 or fits is False) if gold else fits:
            failures.append(_failure(case, listed, fits, place, suite))
    return _figures(tally, suite, system), failures


def _kinds(case: Case) -> tuple[str, ...]:
    """Return what a case is counted under: all, its difficulty, its form, and where its title comes from."""
    kinds = [EVERY, str(case["difficulty"]), str(case["kind"])]
    return (*kinds, _origin(str(case["source"]))) if "source" in case else tuple(kinds)


def _origin(source: str) -> str:
    """Return which kind of list a real title was taken from."""
    return next((kind for word, kind in ORIGINS if word in source), "论文")


def _failure(case: Case, listed: Sequence[Key], fits: bool | None, place: int, suite: str) -> Failure:  # noqa: FBT001 - a value
    gold = sorted({_key(one) for one in members(case, "gold")})
    wanted = "、".join(map(" ".join, gold)) or "没有合适的方向"
    got = "、".join(" ".join(key) for key in listed[:2])
    judged = "" if fits is None else "判为有合适方向，" if fits else "判为没有合适方向，"
    ranked = f"名次{place or '无'}，" if gold else ""
    text = f"{case['difficulty']} {str(case['query'])[:60]} 应为{wanted}；{judged}{ranked}得{got}"
    return Failure(suite=suite, id=str(case["id"]), text=text.replace("\n", " "))


def _figures(tally: dict[str, Counter[str]], suite: str, system: str) -> list[Figure]:
    every = tally.pop(EVERY, Counter[str]())
    shares = [*_places(every, ""), ("mrr", every["reciprocal"] / 1000, every["n"]), *_judgements(every, "")]
    for kind in sorted(tally, key=lambda kind: (_ORDER.get(kind, len(_ORDER)), kind)):
        shares += [*_places(tally[kind], f": {kind}"), *_judgements(tally[kind], f": {kind}")]
    return [Figure(suite=suite, name=name, system=system, value=part / n, n=n) for name, part, n in shares if n]


def _places(own: Counter[str], of: str) -> tuple[tuple[str, float, int], ...]:
    return ((f"hit1{of}", own["first"], own["n"]), (f"hit5{of}", own["five"], own["n"]))


def _judgements(own: Counter[str], of: str) -> tuple[tuple[str, float, int], ...]:
    return ((f"negatives{of}", own["refused"], own["none"]), (f"false_unfit{of}", own["unfit"], own["judged"]))


def _key(gold: dict[str, object]) -> Key:
    return _clean(str(gold["programme"])), str(gold["number"])


def _clean(name: str) -> str:
    return squash(name).strip('“”"')
