"""Why a direction answers a problem: its own sentences, with the words of the problem that they answer."""

import re
from collections.abc import Callable, Iterator, Sequence

from assistant.domain.direction import Direction, SectionKind
from assistant.domain.match import Reason
from assistant.text import shared_runs, tokenise

_SENTENCE = re.compile(r"[^。；！？;]+[。；！？;]?")
_MOST_REASONS = 3
_MOST_TERMS = 6
_LONGEST = 300
"""Longest quote, in characters."""

Weigh = Callable[[str], float]
"""Weight of a run of words: how rare it is among the directions."""


def find_reasons(query: str, direction: Direction, expansions: Sequence[str], weigh: Weigh) -> tuple[Reason, ...]:
    """Return the sentences of the direction that answer words of the problem, the best first, at most three.

    A sentence answers the words that it holds. Words that only an expansion of the direction holds are bridged to the
    title, as `问题里的词 → 方向里的词`; the expansion itself is never shown.

    Args:
        query: the problem.
        direction: the direction.
        expansions: other words for it.
        weigh: weight of a run of words.
    """
    reasons = [(weight, reason) for weight, reason in _direct(query, direction, weigh) if weight > 0]
    reasons.sort(key=lambda pair: -pair[0])
    own = frozenset(token for _, sentence in _sentences(direction) for token in tokenise(sentence))
    bridge = _bridge(query, direction, expansions, own, weigh)
    most = _MOST_REASONS - len(bridge)
    return (*(reason for _, reason in reasons[:most]), *bridge)


def _direct(query: str, direction: Direction, weigh: Weigh) -> Iterator[tuple[float, Reason]]:
    """Yield each sentence with the weight of the words that it shares with the problem."""
    for section, sentence in _sentences(direction):
        runs = shared_runs(query, frozenset(tokenise(sentence)))
        weighed = _ranked(runs, weigh)
        yield (
            sum(weight for weight, _ in weighed),
            Reason(quote=sentence, section=section, terms=tuple(run for _, run in weighed[:_MOST_TERMS])),
        )


def _bridge(
    query: str, direction: Direction, expansions: Sequence[str], own: frozenset[str], weigh: Weigh
) -> tuple[Reason, ...]:
    """Return the words that only expansions hold, led to the title; nothing where there are none."""
    beside = frozenset(token for expansion in expansions for token in tokenise(expansion)) - own
    weighed = _ranked(shared_runs(query, beside), weigh)
    terms = tuple(f"{run} → {direction.title}" for _, run in weighed[:_MOST_TERMS])
    return (Reason(quote=direction.title, section="title", terms=terms),) if terms else ()


def _ranked(runs: Sequence[str], weigh: Weigh) -> list[tuple[float, str]]:
    """Return the runs with their weights, the weightiest first."""
    return sorted(((weigh(run), run) for run in runs), key=lambda pair: -pair[0])


def _sentences(direction: Direction) -> Iterator[tuple[SectionKind, str]]:
    """Yield the title and the sentences of what the direction is about."""
    yield "title", direction.title
    texts: tuple[tuple[SectionKind, str], ...] = (
        ("research_content", direction.research_content),
        ("assessment_indicators", direction.assessment_indicators),
    )
    for section, text in texts:
        for match in _SENTENCE.finditer(text):
            if match[0].strip():
                yield section, match[0].strip()[:_LONGEST]
