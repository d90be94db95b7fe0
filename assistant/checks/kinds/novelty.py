"""Kind `novelty`: a title is not on a list of released problems."""

from functools import lru_cache

from assistant.checks.judgement import Flaw, Judgement, Silent, conclude
from assistant.checks.parsing.names import fold_name
from assistant.checks.parsing.titles import list_titles
from assistant.checks.subject import Subject
from assistant.domain.catalogue import ReleasedProblem
from assistant.domain.kinds.titles import NoveltyRule
from assistant.text import bare, bigrams


def judge(rule: NoveltyRule, subject: Subject) -> Judgement:
    """Compare every title with the list; a near one that is also the same is left to the rule for the same."""
    titles = list_titles(rule, subject)
    released = [problem for problem in subject.context.released if problem.source == rule.released and problem.title]
    if not titles or not released:
        return Silent()
    flaws: list[Flaw] = []
    for label, title in titles:
        nearest, similarity = _find_nearest(title, released)
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


def _find_nearest(title: str, released: list[ReleasedProblem]) -> tuple[ReleasedProblem, float]:
    wanted, wanted_name = _bigrams(title), bare(title)
    scored = ((problem, _dice(wanted, _bigrams(problem.title))) for problem in released)
    return max(scored, key=lambda pair: (fold_name(pair[0].title) == wanted_name, pair[1]))


def _dice(left: frozenset[str], right: frozenset[str]) -> float:
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0


@lru_cache(maxsize=4096)
def _bigrams(title: str) -> frozenset[str]:
    return bigrams(title)
