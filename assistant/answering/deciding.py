"""Whether the notices answer a question at all: reasons for the best sentence against reasons for silence, fitted."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering.asking import Silent
from assistant.answering.corpus import Corpus
from assistant.answering.fitted import DECISION, OFFSET, THRESHOLD
from assistant.answering.question import Part
from assistant.answering.ranking import Ranked

SIGNALS = (
    "asked", "silent", "silent_centre", "silence_ahead", "silent_odds", "coverage", "holds", "needed", "topical",
    "valued", "behind", "strict", "score",
)  # fmt: skip
"""Names of the figures, in their order."""
_ELSEWHERE = 4.0
"""Logits behind the best sentence from which the one with a value of the wanted kind is about something else."""
_CLEARLY = 0.1
"""Difference of likenesses beyond which it makes no difference how much nearer the one is."""
_FAR = 6.0
"""Logits behind the best sentence beyond which it makes no difference."""
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
    def answers(self) -> bool:
        """Say whether the candidate is an answer: likely one, and where the question points."""
        return self.confidence >= THRESHOLD and self.figures[SIGNALS.index("behind")] < _ELSEWHERE


def decide(part: Part, ranked: Sequence[Ranked], corpus: Corpus) -> Decision | None:
    """Return the decision on one part of a question; None where no sentence was ranked."""
    if not ranked:
        return None
    one = next((other for other in ranked if other.holds), ranked[0])
    asking = corpus.asking
    silent = asking.find_silence(asking.read(part.bare), one.unit.programme)
    behind = max(other.core for other in ranked) - one.core
    figures = (
        one.asked,
        silent.nearest,
        silent.centre,
        max(-1.0, min((silent.centre - one.centre) / _CLEARLY, 1.0)),
        silent.odds,
        one.coverage,
        float(one.holds),
        float(one.needed),
        float(one.topical),
        float(one.valued),
        min(behind, _FAR),
        float(one.strict),
        one.score,
    )
    return Decision(one, silent, figures)
