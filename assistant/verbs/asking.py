"""What a call says, and which direction a problem fits."""

import time
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from assistant.checking.order import AUTO
from assistant.errors import InputError
from assistant.verbs.parts import Parts, usable

if TYPE_CHECKING:
    from assistant.domain.answer import Answer, Turn
    from assistant.domain.explanation import Explanation
    from assistant.domain.match import MatchResult
    from assistant.domain.timeline import Timeline

_MATCH_POOL = 60
"""Directions handed from the search to the matcher; enough that the ranking, not the cut, decides."""


class Asking(Parts):
    """The verbs that answer from the notices."""

    def ask(
        self,
        question: str,
        *,
        programme: str = AUTO,
        history: "Sequence[Turn]" = (),
        today: date,
        explain: bool = False,
    ) -> "Answer":
        """Answer a procedural question with clauses, or refuse with the nearest ones.

        Args:
            question: in any words.
            programme: id of the programme or document to answer for; `auto` to tell it from the question.
            history: earlier turns, the oldest first.
            today: the day that deadlines are compared with.
            explain: True adds how the answer came about.

        Raises:
            InputError: the question is empty or too long.
            UnknownNameError: there is no such programme.
        """
        from assistant.answering.answer import answer_question
        from assistant.watching import watched

        started = time.perf_counter()
        scope = None if programme == AUTO else programme
        if scope is not None:
            self.catalogue.select(scope)
        with watched() as watch:
            answer = answer_question(
                usable(question, "问题"),
                catalogue=self.catalogue,
                folder=self.folder,
                search=self.search,
                writer=self.writer,
                programme=scope,
                history=history,
                today=today,
            )
        elapsed = round(1000 * (time.perf_counter() - started), 1)
        why = self._explain_answer(answer, scope, history) if explain else None
        usage = watch.sum_up(self.prices)
        return answer.model_copy(update={"elapsed_ms": elapsed, "explanation": why, "usage": usage})

    def _explain_answer(self, answer: "Answer", programme: str | None, history: "Sequence[Turn]") -> "Explanation":
        from assistant.answering.choosing.explaining import explain_answer
        from assistant.retrieval.explaining import explain_score

        return explain_answer(
            answer,
            catalogue=self.catalogue,
            search=self.search,
            explain_score=explain_score,
            programme=programme,
            history=history,
        )

    def match(self, text: str, *, top: int = 10, explain: bool = False) -> "MatchResult":
        """Return the directions that a problem fits, best first.

        Args:
            text: the problem in any words.
            top: number of directions, 1 to 50.
            explain: True adds why these directions were found and what was decided.

        Raises:
            InputError: the text is empty or too long, or `top` out of range.
        """
        from assistant.matching.matching import match_problem

        if not 1 <= top <= 50:  # noqa: PLR2004 - the range is the docstring's
            raise InputError("返回的方向数应在1到50之间。", where="--top")
        query = usable(text, "问题描述")
        hits = self.search.search(query, kinds=("direction",), top=_MATCH_POOL)
        result = match_problem(query, hits, self.catalogue, top)
        if not explain:
            return result
        from assistant.matching.explaining import explain_match
        from assistant.retrieval.explaining import explain_score

        why = explain_match(query, hits, result, self.catalogue, explain_score)
        return result.model_copy(update={"explanation": why})

    def timeline(self, programme: str, *, today: date) -> "Timeline":
        """Return the dates of a call, each with its clause.

        Args:
            programme: id of a programme, or of a document that holds several.
            today: the day that dates are compared with.

        Raises:
            UnknownNameError: there is no such programme.
        """
        from assistant.library.timeline import build_timeline

        return build_timeline(self.catalogue.select(programme), programme, today)
