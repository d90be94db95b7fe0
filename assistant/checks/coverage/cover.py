"""A draft beside one direction: what it lacks, and what it answers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.checks.coverage.answers import Answer, answer_indicators
from assistant.checks.coverage.demands import Demands, gather_statement_words, gather_words, read_demands
from assistant.checks.coverage.notation import plain
from assistant.checks.coverage.pairing import pair_numbers
from assistant.checks.coverage.segments import split_sentences
from assistant.checks.coverage.statements import Statement, read_statements
from assistant.checks.coverage.terms import Weights, measure_rarity, read_terms
from assistant.checks.coverage.told import Said, Told
from assistant.checks.coverage.topics import Beside, Gap, find_gaps
from assistant.domain.direction import Direction

_FIGURE = re.compile(r"[\d一二两三四五六七八九十百千万亿]")


@dataclass(frozen=True, slots=True)
class Text:
    """One section of a draft."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Covering:
    """A draft beside one direction."""

    direction: Direction
    demands: Demands
    treated: Told
    """What the research content, and what helps to judge it, holds of the demands."""
    weights: Weights
    """What words tell between the topics."""
    between: Weights
    """What words tell between the indicators."""
    gaps: tuple[Gap, ...]
    answers: tuple[Answer, ...]
    """One for each indicator, in the order of the guide."""
    free: tuple[Statement, ...]
    """Numbers of the draft's indicators that answer nothing."""

    @property
    def guide_words(self) -> frozenset[str]:
        """Words of the direction."""
        return read_terms(plain(f"{self.direction.research_content}。{self.direction.assessment_indicators}"))


def cover(
    direction: Direction,
    among: tuple[Direction, ...],
    research: Sequence[Text],
    indicators: Sequence[Text],
    elsewhere: Sequence[Text] = (),
) -> Covering:
    """Return what a draft answers to a direction.

    Args:
        direction: the direction applied under.
        among: all directions of its guide, which tell how rare a word is.
        research: research content, and what helps to judge it.
        indicators: assessment indicators.
        elsewhere: all other text, in which something may stand that is not found in its place.
    """
    demands, rarity = read_demands(direction), measure_rarity(among)
    weights = Weights(map(gather_words, demands.topics), direction.title, rarity)
    between = Weights(map(gather_statement_words, demands.indicators), direction.title, rarity)
    first, second, third = _read(indicators), _read(research), _read(elsewhere)
    everything = Told.read([*first, *second, *third], demands.vocabulary)
    promised, treated = everything.part(0, len(first)), everything.part(len(first), len(first) + len(second))
    beside = Beside(promised, everything.part(len(first) + len(second), len(everything.said)))
    pairing = pair_numbers(demands.indicators, _list_numbers(first), _list_numbers((*second, *third)), between)
    return Covering(
        direction=direction,
        demands=demands,
        treated=treated,
        weights=weights,
        between=between,
        gaps=tuple(find_gaps(demands, treated, beside, weights)),
        answers=tuple(answer_indicators(demands.indicators, pairing, promised, everything, between)),
        free=pairing.free,
    )


def _list_numbers(said: Sequence[Said]) -> list[Statement]:
    """Return what is said with a number; a sentence without a figure is not looked into."""
    numbered = (one.sentence for one in said if _FIGURE.search(one.sentence.text))
    return [one for sentence in numbered for one in read_statements(sentence) if one.measure is not None]


def _read(texts: Sequence[Text]) -> tuple[Said, ...]:
    return tuple(Said(one.label, sentence) for one in texts for sentence in split_sentences(one.text))
