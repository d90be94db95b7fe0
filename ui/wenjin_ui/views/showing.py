"""Any verb's result as HTML that grows."""

from collections.abc import Iterator

from markupsafe import Markup

from assistant.conversation import Outcome, present_outcome
from assistant.domain.answer import Answer
from assistant.domain.catalogue import Catalogue
from assistant.domain.coverage import Coverage
from assistant.domain.filled import FilledDraft
from assistant.domain.finding import Reports
from assistant.domain.interview import InterviewTurn
from assistant.domain.match import MatchResult
from assistant.domain.outline import Outline
from assistant.domain.overview import Overview
from assistant.domain.title import ProblemsResult, TitleAdvice
from assistant.drafting_turns import DraftOutcome
from wenjin_ui.views.answers import stream_answer
from wenjin_ui.views.coverages import stream_coverage
from wenjin_ui.views.fills import stream_filled
from wenjin_ui.views.interviews import stream_turn
from wenjin_ui.views.matches import stream_match
from wenjin_ui.views.outlines import stream_outline
from wenjin_ui.views.overview import stream_overview
from wenjin_ui.views.reports import stream_reports
from wenjin_ui.views.texts import stream_text
from wenjin_ui.views.titles import stream_problems, stream_title


def stream_outcome(outcome: Outcome, catalogue: Catalogue) -> Iterator[Markup]:
    """Yield a result piece by piece; each piece is the whole so far, the last one the whole."""
    match outcome:
        case Answer():
            return stream_answer(outcome, catalogue)
        case MatchResult():
            return stream_match(outcome, catalogue)
        case Reports():
            return stream_reports(outcome, catalogue)
        case Overview():
            return stream_overview(outcome, catalogue)
        case TitleAdvice():
            return stream_title(outcome, catalogue)
        case ProblemsResult():
            return stream_problems(outcome)
        case _:
            return _stream_draft(outcome, catalogue)


def _stream_draft(outcome: DraftOutcome, catalogue: Catalogue) -> Iterator[Markup]:
    match outcome:
        case InterviewTurn():
            return stream_turn(outcome, catalogue)
        case FilledDraft():
            return stream_filled(outcome)
        case Coverage():
            return stream_coverage(outcome)
        case Outline():
            return stream_outline(outcome)
        case _:
            return stream_text(present_outcome(outcome, catalogue))
