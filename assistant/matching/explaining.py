"""Why these directions were found, and why they count as fitting or not."""

from collections.abc import Callable, Sequence

from assistant.domain.catalogue import Catalogue
from assistant.domain.explanation import Candidate, Explanation, Share, Term
from assistant.domain.match import MatchResult
from assistant.domain.passage import Hit
from assistant.domain.programme import NO_EXPANSION, Programme
from assistant.matching.criterion import FITTED
from assistant.matching.vocabulary import Vocabulary, vocabulary_of
from assistant.text import dice, shared_runs

SHOWN = 5
_TERMS = 8
_QUOTED = 60
"""Characters of a direction that are shown."""
_SIGNALS = {
    "strength": "首位得分与问题分量之比",
    "amount": "首位得分",
    "coverage": "问题里的词有多少在方向里",
    "unknown": "问题里的词有多少是各方向都没有的",
    "second_run": "第二个相同的词的分量",
    "english": "问题里有方向的英文词",
    "foreign": "方向里没有的学科或行业名",
    "outside": "与没有方向覆盖的问题有多像",
    "odds": "用词更像有方向的问题",
    "neighbours": "最像的二十个写好的问题里有方向的占多少",
    "latent": "与首位方向在语义上有多近",
}


def explain_match(
    query: str,
    hits: Sequence[Hit],
    result: MatchResult,
    catalogue: Catalogue,
    explain_score: Callable[[Hit], tuple[Share, ...]],
) -> Explanation:
    """Return why the first directions were found and what speaks for and against the problem being covered.

    Args:
        query: the problem.
        hits: directions found for it, the best first.
        result: what was made of them.
        catalogue: where the directions come from.
        explain_score: tells what each part of the search adds to a hit's score.
    """
    vocabulary = vocabulary_of(catalogue)
    listed = {f"{one.programme}/{one.number}" for one in result.matches}
    passages = [
        Candidate(
            programme=hit.passage.programme,
            clause=hit.passage.clause,
            quote=hit.passage.text[:_QUOTED],
            score=round(hit.score, 4),
            shares=explain_score(hit),
            terms=_terms(query, hit.passage.id, vocabulary),
            likeness=_likeness(query, hit, catalogue.find_programme(hit.passage.programme)),
            chosen=hit.passage.id in listed,
        )
        for hit in hits[:SHOWN]
    ]
    return Explanation(decided=_decided(query, result), grounds=_grounds(result), passages=tuple(passages))


def _decided(query: str, result: MatchResult) -> tuple[str, ...]:
    if not result.matches:
        return ("没有一个方向与问题有相同的词，判为没有合适的方向。",)
    sure, least = f"{result.confidence:.2f}", f"{FITTED.least(query):.2f}"
    if result.fits:
        return (f"首位方向覆盖这个问题的把握为 {sure}，达到界线 {least}，判为有合适的方向。",)
    if result.confidence >= FITTED.least(query):
        return (f"首位方向覆盖这个问题的把握为 {sure}，但没有一个词能说明为什么，判为没有合适的方向。",)
    return (f"首位方向覆盖这个问题的把握为 {sure}，低于界线 {least}，判为没有合适的方向。",)


def _grounds(result: MatchResult) -> tuple[Share, ...]:
    """Return what each signal adds to the confidence, on the scale of the logarithm of the odds."""
    if not result.signals:
        return ()
    weighed = zip(result.signals.items(), FITTED.weights, strict=True)
    shares = [Share(name=_SIGNALS.get(name, name), value=round(weight * value, 3)) for (name, value), weight in weighed]
    ranked = sorted(shares, key=lambda share: -abs(share.value))
    return (*ranked, Share(name="起点", value=FITTED.offset))


def _terms(query: str, direction: str, vocabulary: Vocabulary) -> tuple[Term, ...]:
    """Return the words of the problem that the direction's text or its expansions hold, the weightiest first."""
    words = vocabulary.directions[direction]
    own = set(shared_runs(query, words.own))
    runs = [(run, vocabulary.weigh_run(run)) for run in shared_runs(query, words.searched)]
    ranked = sorted(((run, weight) for run, weight in runs if weight > 0), key=lambda pair: -pair[1])[:_TERMS]
    return tuple(Term(text=run, weight=round(weight, 2), written=run not in own) for run, weight in ranked)


def _likeness(query: str, hit: Hit, programme: Programme) -> float:
    """Return how much the problem resembles the nearest of the direction's expansions, which are not shown."""
    written = programme.expansions.get(hit.passage.clause, NO_EXPANSION)
    return round(max((dice(query, one) for one in written.phrases), default=0.0), 3)
