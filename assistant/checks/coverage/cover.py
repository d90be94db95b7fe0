"""Whether a draft covers a direction: every item with its status and the words of the draft that answer it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.checks.coverage.demands import Demands, gather_words, read_demands
from assistant.checks.coverage.pairing import Pair, may_answer, pair_numbers
from assistant.checks.coverage.segments import split_sentences
from assistant.checks.coverage.statements import Statement, read_statements
from assistant.checks.coverage.terms import Weights, measure_rarity, read_characters
from assistant.checks.coverage.topics import Gap, Said, Share, find_gaps, measure_share
from assistant.domain.direction import Direction

Status = Literal["covered", "partly", "missing", "contradicted"]
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
_TOUCHED, _TOUCHED_PLAIN, _LEAST_WEIGHT = 0.4, 0.5, 1.5
"""Shares of an indicator's words up to which the draft's indicators are silent on it, where the words weigh enough."""
_NO_WORDS = 0.2
"""Share of an indicator's words up to which the draft does not treat it."""


@dataclass(frozen=True, slots=True)
class Text:
    """One section of a draft."""

    label: str
    text: str


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


@dataclass(frozen=True, slots=True)
class Covering:
    """A draft beside one direction."""

    demands: Demands
    gaps: tuple[Gap, ...]
    answers: tuple[Answer, ...]


NO_COVERING = Covering(Demands((), ()), (), ())
"""That of a draft whose direction is not known."""


def cover(
    direction: Direction, among: tuple[Direction, ...], research: Sequence[Text], indicators: Sequence[Text]
) -> Covering:
    """Return what a draft answers to a direction.

    Args:
        direction: the direction applied under.
        among: all directions of its guide, which tell how rare a word is.
        research: research content, and what helps to judge it.
        indicators: assessment indicators.
    """
    demands, rarity = read_demands(direction), measure_rarity(among)
    weights = Weights(map(gather_words, demands.topics), direction.title, rarity)
    treated = [Said(one.label, sentence) for one in research for sentence in split_sentences(one.text)]
    promised = [Said(one.label, sentence) for one in indicators for sentence in split_sentences(one.text)]
    gaps = find_gaps(demands, treated, promised, weights)
    between = Weights((_words_of(one) for one in demands.indicators), direction.title, rarity)
    answers = tuple(answer_indicators(demands.indicators, treated, promised, between))
    return Covering(demands, tuple(gaps), answers)


def answer_indicators(
    asked: Sequence[Statement], treated: Sequence[Said], promised: Sequence[Said], weights: Weights
) -> Iterator[Answer]:
    """Yield what the draft says to each indicator, in the order of the guide."""
    offered = [one for said in promised for one in read_statements(said.sentence)]
    offered += [one for said in treated for one in read_statements(said.sentence) if one.measure is not None]
    pairing = pair_numbers(asked, offered, weights)
    for one, pairs in zip(asked, pairing.ranked, strict=True):
        share = measure_share(_words_of(one), [*promised, *treated], weights)
        if one.measure is None:
            yield _answer_words(one, share)
        else:
            among = measure_share(_words_of(one), promised, weights)
            spare = any(may_answer(one, other) for other in pairing.free)
            yield _answer_number(one, pairs, share, sure=not spare and _is_silent(among))


def _is_silent(share: Share) -> bool:
    return share.local <= _TOUCHED and share.plain <= _TOUCHED_PLAIN and share.weight >= _LEAST_WEIGHT


def _words_of(one: Statement) -> frozenset[str]:
    return one.terms | read_characters(one.part)


def _answer_words(asked: Statement, share: Share) -> Answer:
    if share.local <= _NO_WORDS and share.plain <= 2 * _NO_WORDS:
        return Answer(asked, "missing", None, share.best, sure=share.local <= _NO_WORDS / 2)
    covered = share.local >= 2 * _NO_WORDS and share.best is not None
    return Answer(asked, "covered" if covered else "partly", None, share.best, sure=False)


def _answer_number(asked: Statement, pairs: Sequence[Pair], share: Share, *, sure: bool) -> Answer:
    free = [pair for pair in pairs if not pair.taken]
    if not free:
        if sure:
            return Answer(asked, "missing", None, share.best, sure=True)
        return Answer(asked, *_settle_shared(pairs), share.best, sure=False)
    best = free[0]
    near = [pair for pair in free if pair.likeness >= best.likeness - _RIVAL]
    kept = next((pair for pair in near if pair.level == "kept"), None)
    if kept and best.likeness >= LIKELY:
        return Answer(asked, "covered", kept, None, sure=True)
    if best.likeness >= SURE and best.both >= _BOTH and all(pair.level == "weaker" for pair in near):
        return Answer(asked, "contradicted", best, None, sure=True)
    return Answer(asked, "partly", kept or best, share.best, sure=False)


def _settle_shared(pairs: Sequence[Pair]) -> tuple[Status, Pair | None]:
    """A number that rather answers another demand may serve both, but contradicts neither for it."""
    kept = next((pair for pair in pairs if pair.level == "kept" and pair.likeness >= SHARED), None)
    return ("covered", kept) if kept else ("partly", pairs[0] if pairs else None)
