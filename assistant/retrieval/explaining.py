"""What each part of the search adds to the score of a hit."""

from assistant.domain.explanation import Share
from assistant.domain.passage import Hit
from assistant.retrieval.fuse import WEIGHTS

_NAMES = {"lookup": "编号", "lexical": "关键词", "vector": "向量"}


def explain_score(hit: Hit) -> tuple[Share, ...]:
    """Return the parts' shares of the fused score, the largest first, those of nothing left out; together the score.

    The words' share is what the other parts leave: their own score is relative to the best hit of the search.
    """
    weights = WEIGHTS[hit.passage.kind]
    shares = {
        "lookup": weights.lookup * hit.parts["lookup"],
        "vector": weights.vector * min(max(hit.parts["vector"], 0.0), 1.0),
    }
    shares["lexical"] = hit.score - sum(shares.values())
    ranked = sorted(shares.items(), key=lambda share: -share[1])
    return tuple(Share(name=_NAMES[name], value=round(value, 4)) for name, value in ranked if value)
