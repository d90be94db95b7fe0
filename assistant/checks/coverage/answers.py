"""What a draft says to each indicator of a direction: numbers compared, words looked for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.checks.coverage.demands import gather_statement_words
from assistant.checks.coverage.pairing import Pair, Pairing, is_telling, may_answer
from assistant.checks.coverage.statements import Statement, read_statements
from assistant.checks.coverage.terms import Weights
from assistant.checks.coverage.told import Said, Share, Told
from assistant.domain.coverage import Status

SURE = 0.42
"""Likeness from which two numbers are about the same thing beyond doubt."""
LIKELY = 0.4
"""Likeness from which a number that is good enough counts as an answer."""
_BOTH = 0.25
"""Share of the words of each that the other has, from which two numbers are about the same thing."""
_RIVAL = 0.25
"""Distance within which other numbers are as likely meant as the best one."""
SHARED = 0.6
"""Likeness from which one number serves two demands."""
_TOUCHED, _TOUCHED_PLAIN, _LEAST_WEIGHT = 0.35, 0.45, 1.5
"""Shares of an indicator's words up to which the draft's indicators are silent on it, where the words weigh enough."""
_PARTNERS = re.compile(r"国家|国际组织|合作单位|合作方")
"""Partners, which a proposal lists among its units and need not count again."""
_LISTED = re.compile(r"[\u4e00-\u9fff](?:、|和|及|与|或)[\u4e00-\u9fff]")
"""Things that share one number."""
_NO_WORDS = 0.2
"""Share of an indicator's words up to which the draft does not treat it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a draft says to one indicator."""

    asked: Statement
    status: Status
    pair: Pair | None
    """The number that answers; None where there is none."""
    said: Said | None
    """The sentence that treats it; None where there is none."""
    sure: bool
    """True where the status is beyond doubt."""
    weight: float = 0.0
    """What the words of an indicator without a number weigh; 0 for one with a number."""


def answer_indicators(
    asked: Sequence[Statement], pairing: Pairing, promised: Told, everything: Told, weights: Weights
) -> Iterator[Answer]:
    """Yield what the draft says to each indicator, in the order of the guide.

    Args:
        asked: the indicators.
        pairing: the draft's numbers beside theirs.
        promised: what the draft's indicators hold.
        everything: what its indicators and its research content hold.
        weights: what words tell between the indicators.
    """
    for one, pairs in zip(asked, pairing.ranked, strict=True):
        words = gather_statement_words(one)
        share = everything.measure(words, weights)
        if one.measure is None:
            yield _answer_words(one, share)
        else:
            among = promised.measure(words, weights)
            spare = any(may_answer(one, other, weights) for other in (*pairing.free, *pairing.aside))
            silent = _is_silent(among) and _is_demand(one)
            yield _answer_number(one, pairs, share, spare=spare, silent=silent)


def _is_demand(one: Statement) -> bool:
    """Say whether the number is asked for beyond doubt: no part of a name (300μm规格), no partners."""
    measure = one.measure
    if measure is None or _PARTNERS.search(one.clause.plain):
        return False
    named = not measure.stated and measure.comparator == "=" and measure.unit.kind != "count"
    return not named or not one.clause.plain[measure.end :].strip(" )）")


def _is_silent(share: Share) -> bool:
    return share.local <= _TOUCHED and share.plain <= _TOUCHED_PLAIN and share.weight >= _LEAST_WEIGHT


def _answer_words(asked: Statement, share: Share) -> Answer:
    if share.local <= _NO_WORDS and share.plain <= 2 * _NO_WORDS:
        return Answer(asked, "missing", None, share.best, sure=share.local <= _NO_WORDS / 2, weight=share.weight)
    covered = share.local >= 2 * _NO_WORDS and share.best is not None
    return Answer(asked, "covered" if covered else "partly", None, share.best, sure=False)


def _answer_number(asked: Statement, pairs: Sequence[Pair], share: Share, *, spare: bool, silent: bool) -> Answer:
    free = [pair for pair in pairs if not pair.taken]
    if not free:
        if silent and not spare:
            return Answer(asked, "missing", None, share.best, sure=True)
        return Answer(asked, *_settle_shared(pairs), share.best, sure=False)
    best = free[0]
    near = [pair for pair in free if pair.likeness >= best.likeness - _RIVAL]
    kept = next((pair for pair in near if pair.level == "kept"), None)
    beside = _find_listed(kept, near)
    if beside:
        return Answer(asked, "contradicted", beside, None, sure=True)
    if kept and (best.likeness >= LIKELY or (kept is best and is_telling(asked, best.offered))):
        return Answer(asked, "covered", kept, None, sure=True)
    alone = not spare and is_telling(asked, best.offered)
    named = bool(asked.thing) and asked.thing <= best.offered.terms
    same = alone or (best.likeness >= SURE and (named or best.both >= _BOTH))
    if same and all(pair.level == "weaker" for pair in near) and not _adds_up(asked, best, free):
        return Answer(asked, "contradicted", best, None, sure=True)
    return Answer(asked, "partly", kept or best, share.best, sure=False)


def _adds_up(asked: Statement, best: Pair, pairs: Sequence[Pair]) -> bool:
    """Say whether counts that one sentence deals out come to what is asked: 团体标准3项、国家标准2项."""
    if asked.measure is None or asked.measure.unit.kind != "count":
        return False
    if _LISTED.search(asked.near):
        # 标准、专利及规程2~3项 are several things of one number, each of which the draft may count for itself
        every = (one.measure for one in read_statements(best.offered.sentence))
        return (
            sum(one.low for one in every if one and one.unit.printed == asked.measure.unit.printed) >= asked.measure.low
        )
    measures = (pair.offered.measure for pair in pairs if pair.offered.sentence == best.offered.sentence)
    return sum(one.low for one in measures if one is not None) >= asked.measure.low


def _find_listed(kept: Pair | None, near: Sequence[Pair]) -> Pair | None:
    """Return a weaker number that one clause lists beside the one kept: 敏感性、特异性分别达到96%和90%."""
    if kept is None or "分别" not in kept.offered.clause.plain:
        return None
    listed = (pair for pair in near if pair.level == "weaker" and pair.offered.clause == kept.offered.clause)
    return next((pair for pair in listed if pair.likeness >= SURE), None)


def _settle_shared(pairs: Sequence[Pair]) -> tuple[Status, Pair | None]:
    """A number that rather answers another demand may serve both, but contradicts neither for it."""
    kept = next((pair for pair in pairs if pair.level == "kept" and pair.likeness >= SHARED), None)
    return ("covered", kept) if kept else ("partly", pairs[0] if pairs else None)
