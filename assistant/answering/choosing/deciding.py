"""Whether the notices answer a question at all: reasons for the best sentence against reasons for silence, fitted."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering.asked.question import Part
from assistant.answering.choosing.fitted import DECISION, OFFSET, THRESHOLD
from assistant.answering.choosing.ranking import Ranked
from assistant.answering.choosing.signals import CONTRADICTIONS, SIGNALS, read_signals
from assistant.answering.sentences.asking import Silent
from assistant.answering.sentences.corpus import Corpus

_NO_VALUE = SIGNALS.index("no_value")
KNOWN_SILENCE = 0.45
"""Likeness to a question written for a topic from which a refusal names it."""


@dataclass(frozen=True, slots=True)
class Decision:
    """The sentence that would answer, with the reasons for and against."""

    candidate: Ranked
    silent: Silent
    """The nearest topic on which the candidate's notice is silent."""
    figures: tuple[float, ...]
    """In the order of `SIGNALS`."""

    @property
    def confidence(self) -> float:
        """Return how likely the notices answer, 0 to 1."""
        weighed = sum(DECISION[name] * figure for name, figure in zip(SIGNALS, self.figures, strict=True))
        return 1 / (1 + math.exp(-OFFSET - weighed))

    @property
    def contradicted(self) -> bool:
        """Say whether the question asks for what the candidate plainly is not about."""
        return any(self.figures[-len(CONTRADICTIONS) :])

    @property
    def answers(self) -> bool:
        """Say whether the candidate is an answer: likely one, with the exact value that is asked for."""
        return self.confidence >= THRESHOLD and not self.figures[_NO_VALUE]


def decide(part: Part, ranked: Sequence[Ranked], corpus: Corpus) -> Decision | None:
    """Return the decision on one part of a question; None where no sentence was ranked."""
    if not ranked:
        return None
    likeness = corpus.asking.read(part.bare)
    silent = corpus.asking.find_silence(likeness, ranked[0].unit.programme)
    return Decision(ranked[0], silent, read_signals(part, ranked[0], silent, likeness, corpus))
