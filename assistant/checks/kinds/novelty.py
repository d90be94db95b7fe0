"""Kind `novelty`: a title is not on a list of released problems."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from assistant.checks.judgement import Flaw, Judgement, Silent, conclude
from assistant.checks.parsing.names import fold_name
from assistant.checks.parsing.titles import list_titles
from assistant.checks.subject import Subject
from assistant.domain.kinds.titles import NoveltyRule
from assistant.text import bare, bigrams


def judge(rule: NoveltyRule, subject: Subject) -> Judgement:
    """Compare every title with the list; a near one that is also the same is left to the rule for the same."""
    titles = list_titles(rule, subject)
    released = [problem for problem in subject.context.released if problem.source == rule.released and problem.title]
    if not titles or not released:
        return Silent()
    known = _prepare(tuple(problem.title for problem in released))
    flaws: list[Flaw] = []
    for label, title in titles:
        place, similarity = known.find_nearest(title)
        nearest = released[place]
        same = bare(title) == fold_name(nearest.title)
        if same if rule.threshold >= 1 else similarity >= rule.threshold and not same:
            flaws.append(
                Flaw(
                    where=subject.place(label, title),
                    evidence=f"{nearest.title}（{nearest.year}年，{nearest.kind}，{nearest.field}）",
                    detail=f"“{title}”与“{nearest.title}”",
                    measured=round(similarity, 2),
                    allowed="不与清单中的题目相同" if rule.threshold >= 1 else f"相似度低于{rule.threshold}",
                )
            )
    return conclude(flaws)


class _Titles:
    """The titles of a list, ready for comparison.

    Args:
        titles: at least one.
    """

    def __init__(self, titles: Sequence[str]) -> None:
        self._names: dict[str, int] = {}
        self._sizes: list[int] = []
        self._holders: dict[str, list[int]] = {}
        """Pair of characters to the titles that hold it: a title shares pairs with few of them."""
        for place, title in enumerate(titles):
            pairs = bigrams(title)
            self._names.setdefault(fold_name(title), place)
            self._sizes.append(len(pairs))
            for pair in pairs:
                self._holders.setdefault(pair, []).append(place)

    def find_nearest(self, title: str) -> tuple[int, float]:
        """Return the place of the same title, else of the most similar one, with the Dice coefficient; ties: first."""
        wanted = bigrams(title)
        shared = Counter(place for pair in wanted for place in self._holders.get(pair, ()))
        dice = {place: 2 * count / (len(wanted) + self._sizes[place]) for place, count in shared.items()}
        nearest = self._names.get(bare(title))
        if nearest is None:
            nearest = max(dice, key=lambda place: (dice[place], -place), default=0)
        return nearest, dice.get(nearest, 0.0)


@lru_cache(maxsize=8)
def _prepare(titles: tuple[str, ...]) -> _Titles:
    """Prepare a list; there are a few, and every draft is compared with them."""
    return _Titles(titles)
