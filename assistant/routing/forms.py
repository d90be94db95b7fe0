"""What a text without an order looks like: a question about rules, a bare title, a problem, or small talk."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.domain.programme import ProgrammeInfo
from assistant.routing import cues
from assistant.routing.orders import split
from assistant.routing.register import Register
from assistant.text import clean, count_characters

PROBLEM_LENGTH = 60
"""Characters from which a text is long enough to be a pasted problem."""
TITLE_LENGTH = 50
"""Characters up to which a noun phrase may be a title."""
_PLAINLY_RESEARCH = -0.5
"""Lean below which the name of a call in a statement is chance."""
_SHORTEST_TELLING = 5
"""Letters of a segment whose lean may speak for the whole text."""

Form = Literal["question", "title", "problem"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Judges texts by the corpus's language and its names."""

    register: Register
    programmes: tuple[ProgrammeInfo, ...]

    def form_of(self, text: str) -> Form:
        """Return what a text without an order is."""
        if self.rule_likeness(text) > 0:
            return "question"
        short = count_characters(text) <= TITLE_LENGTH and not re.search(r"[，。；]", text)
        return "title" if short and not cues.ASKS.search(text) and cues.STUDY.fullmatch(clean(text)) else "problem"

    def rule_likeness(self, text: str) -> float:
        """Return by how much a text speaks of rules rather than of research; below 0 it speaks of research."""
        asks = bool(cues.ASKS.search(text))
        length = count_characters(text)
        lean = max(self.register.lean(text), self._asking_lean(text) - 0.3 - length / 100)
        named = self.names_call(text) and (asks or lean > _PLAINLY_RESEARCH)
        score = lean + (1.0 if named else 0) + (0.8 if cues.REFERENCE.search(text) else 0) + (0.2 if asks else -0.2)
        score += 0.5 if cues.QUANTITY.search(text) else 0
        return score - (0.6 if length >= PROBLEM_LENGTH else 0) - 0.4

    def _asking_lean(self, text: str) -> float:
        """Return the lean of the segment that asks most like a rule, or of what stands around its asking word."""
        asking = [one.text for one in split(text) if cues.ASKS.search(one.text)]
        whole = [self.register.lean(one) for one in asking if len(one) >= _SHORTEST_TELLING]
        around = [
            self.register.lean(one[max(0, found.start() - 6) : found.end() + 8])
            for one in asking
            for found in cues.QUANTITY.finditer(one)
        ]
        return max([*whole, *(lean - 0.3 for lean in around)], default=-1.0)

    def names_call(self, text: str) -> bool:
        """Say whether a text names a call by its year or a guide by its name."""
        if cues.YEAR.search(text):
            return True
        names = "|".join(re.escape(name) for one in self.programmes for name in (one.short_title, *one.aliases))
        return bool(re.search(rf"(?:{names})[”\w]{{0,3}}(?:专项|指南|通知|榜|里|中的)", text))

    def named_programme(self, text: str) -> str:
        """Return the one programme that a text names by name or year; `auto` where it names none or several."""
        by_name = {one.id for one in self.programmes if any(name in text for name in _names(one))}
        by_year = {one.id for one in self.programmes if str(one.year) in text}
        named = (by_name & by_year) or by_name or by_year
        return named.pop() if len(named) == 1 else "auto"


def _names(one: ProgrammeInfo) -> Sequence[str]:
    return (one.short_title, *one.aliases)
