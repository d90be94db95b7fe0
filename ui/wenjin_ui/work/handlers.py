"""What the page does for a message or a click: one verb, its value as HTML. Knows nothing of Gradio.

A session is a list of plain dictionaries that the caller keeps (`keeping.py`); nothing of it stays in here.
"""

import time
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

from markupsafe import Markup, escape

from assistant.conversation import Outcome, help_text, perform, present_outcome
from assistant.documents.collecting import collect
from assistant.domain.answer import Answer, Turn
from assistant.domain.call import Call, CheckCall, Conductor
from assistant.domain.coverage import Coverage
from assistant.domain.drafting_call import InterviewCall
from assistant.domain.filled import FilledDraft
from assistant.domain.finding import Reports
from assistant.domain.interview import DraftInHand, InterviewTurn
from assistant.domain.match import MatchResult
from assistant.domain.outline import Outline
from assistant.domain.section_task import SectionWriter
from assistant.drafting.interview.turn import Interviewer
from assistant.drafting.interview.work import Work
from assistant.drafting_turns import Desk, go_on
from assistant.errors import AssistantError
from assistant.faults import error_value, internal_error
from assistant.service import Assistant
from assistant.watching import current_watch
from assistant.wording import programme_of, usage_line
from wenjin_ui.views.also import render_also
from wenjin_ui.views.answers import first_place
from wenjin_ui.views.drafts import MOST_BESIDE, render_drafts
from wenjin_ui.views.forms import render_form
from wenjin_ui.views.marks import error_box, fold
from wenjin_ui.views.matches import best_place
from wenjin_ui.views.messages import Box, Message, Update, answer_message, draft_in_hand, failed, user_message
from wenjin_ui.views.notices import render_notice
from wenjin_ui.views.places import Place, find_direction_place, parse_place
from wenjin_ui.views.sharing import OWN, Access
from wenjin_ui.views.showing import stream_outcome
from wenjin_ui.words import TABLE, say, text
from wenjin_ui.work.changing import Change
from wenjin_ui.work.progress import follow

Result = TypeVar("Result")

PIECE_SECONDS = 0.03
"""Pause between two pieces of an answer, so that the eye can follow; the whole answer is there already."""
STOPPED = text("state.stopped")
ANSWERING = text("state.answering")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The page's handlers over one Assistant, shared by all sessions."""

    assistant: Assistant
    conductor: Conductor
    today: Callable[[], date]
    uploads: Path
    """Folder of handed-over files; only files inside it are deleted."""
    desk: Desk = field(default_factory=Desk)
    """Where drafts are kept and written, the one in hand left out: each session has its own."""
    hand_out: Callable[[Outcome], tuple[Outcome, Markup]] = lambda outcome: (outcome, Markup(""))
    """Takes what a verb wrote to where its owner can fetch it; returns the result without paths of this machine, and
    the links."""
    access_of: Callable[[str], Access] = lambda _: OWN
    """Says what somebody may do with a draft."""
    piece_seconds: float = PIECE_SECONDS

    def reply(self, box: Box, messages: Sequence[Message]) -> Iterator[Update]:
        """Yield the page as the turn goes on; the last one is its end. Files are deleted once they are read."""
        text, files = (box["text"] or "").strip(), box["files"]
        if not text and not files:
            return
        asked = [*messages, user_message(len(messages), text, files)]
        yield from self._safely(asked, files, lambda: self._answer(asked, text, files))

    def go_on(self, box: Box, messages: Sequence[Message], draft: str) -> Iterator[Update]:
        """Yield the end of a turn that had written a draft before it was cut off: nothing is written a second time."""
        text, files = (box["text"] or "").strip(), box["files"]
        asked = [*messages, user_message(len(messages), text, files)]
        desk = replace(self.desk, in_hand=draft)
        yield from self._safely(asked, files, lambda: self._do(asked, InterviewCall(act="resume"), desk))

    def _safely(
        self, asked: list[Message], files: Sequence[str], answer: Callable[[], Iterator[Update]]
    ) -> Iterator[Update]:
        try:
            yield from answer()
        except AssistantError as error:
            yield failed(asked, error_value(error))
        except Exception as error:  # noqa: BLE001 - an entry point: a fault of ours ends the turn, not the page
            yield failed(asked, internal_error(error))
        finally:
            self._delete(files)

    def open_place(self, reference: object) -> str:
        """Return the notice of a citation mark with its quote marked, or the sentence that says what is wrong."""
        try:
            return self._notice(parse_place(reference))
        except AssistantError as error:
            return str(error_box(error_value(error)))
        except Exception as error:  # noqa: BLE001 - an entry point, as above
            return str(error_box(internal_error(error)))

    def _notice(self, place: Place) -> str:
        catalogue = self.assistant.catalogue
        known = programme_of(catalogue, place.programme) is not None
        timeline = self.assistant.timeline(place.programme, today=self.today()) if known else None
        return render_notice(place, catalogue, timeline)

    def open_work(self, draft: str) -> Work:
        """Return a draft in hand beside its form.

        Raises:
            AssistantError: there is none of that id.
        """
        return self._interviewer().open_work(draft)

    def lay_out(self, draft: DraftInHand) -> Work:
        """Return a draft, or an earlier version of it, beside its form.

        Raises:
            AssistantError: its programme is no longer there.
        """
        return Work.build(draft, self.assistant.catalogue, self.today())

    def form(self, draft: str) -> str:
        """Return a draft in hand as the workspace shows it; empty where there is none."""
        try:
            return self._form(self.open_work(draft)) if draft else ""
        except AssistantError as error:
            return str(error_box(error_value(error)))

    def change(self, draft: str, change: Change) -> str:
        """Change a draft in hand, keep it, and return it as the workspace shows it; an error changes nothing."""
        try:
            interviewer = self._interviewer()
            work = interviewer.open_work(draft)
            changed = change.apply(work)
            kept = interviewer.store.save(changed) if changed != work.draft else work.draft
            return self._form(work.replaced(kept))
        except AssistantError as error:
            return str(error_box(error_value(error)))
        except Exception as error:  # noqa: BLE001 - an entry point, as above
            return str(error_box(internal_error(error)))

    @property
    def words_sections(self) -> SectionWriter | None:
        """The model that words fields; None where none is configured."""
        return self.assistant.wordsmiths.sections if self.assistant.wordsmiths else None

    def _form(self, work: Work) -> str:
        access, now = self.access_of(work.draft.id), datetime.now(tz=UTC).astimezone()
        return render_form(work, now, access, by_model=self.words_sections is not None)

    def _interviewer(self) -> Interviewer:
        return Interviewer(catalogue=self.assistant.catalogue, store=self.desk.store, today=self.today())

    def _answer(self, asked: list[Message], text: str, files: Sequence[str]) -> Iterator[Update]:
        history = [Turn(role=one["role"], content=one["text"]) for one in asked[:-1]]
        messages = [*history, Turn(role="user", content=text)]
        by_model = self.assistant.uses_model
        call = yield from self._follow(asked, lambda: self.conductor.route(messages, files), tells=by_model)
        yield from self._do(asked, call, replace(self.desk, in_hand=draft_in_hand(asked)))

    def _do(self, asked: list[Message], call: Call, desk: Desk) -> Iterator[Update]:
        asked[-1]["verb"], number = call.verb, len(asked)
        yield Update([*asked, answer_message(number, state=_state(call))])
        outcome = yield from self._follow(
            asked,
            lambda: perform(call, self.assistant, today=self.today(), explain=True, desk=desk),
            tells=self.assistant.uses_model or isinstance(call, CheckCall),
        )
        asked[-1]["draft"] = go_on(desk, outcome).in_hand
        if outcome is None:
            html = f"{_render_notice(call)}<p>{escape(help_text(call))}</p>"
            yield Update([*asked, answer_message(number, html=html, text=help_text(call))])
            return
        handed, links = self.hand_out(outcome)
        yield from self._said(asked, call, handed, links)

    def _follow(
        self, asked: list[Message], work: Callable[[], Result], *, tells: bool
    ) -> Generator[Update, None, Result]:
        """Yield the page with what is being done, where the work tells; return what the work gives."""
        if not tells:
            return work()
        working = follow(work)
        try:
            while True:
                yield Update([*asked, answer_message(len(asked), state=next(working))])
        except StopIteration as end:
            return end.value

    def _said(self, asked: list[Message], call: Call, outcome: Outcome, links: Markup) -> Iterator[Update]:
        number, verb = len(asked), call.verb
        plain = present_outcome(outcome, self.assistant.catalogue)
        pieces = list(stream_outcome(outcome, self.assistant.catalogue))
        for piece in pieces[:-1]:
            yield Update([*asked, answer_message(number, html=str(piece), text=plain, state=ANSWERING, verb=verb)])
            time.sleep(self.piece_seconds)
        answer = links + pieces[-1] if isinstance(outcome, InterviewTurn | Outline) else pieces[-1] + links
        html = str(answer + self._usage() + render_also(call, outcome))
        whole = answer_message(number, html=html, text=plain, verb=verb)
        form = self.form(asked[-1]["draft"]) if isinstance(outcome, InterviewTurn | FilledDraft) else None
        yield Update([*asked, whole], *self._beside(call, outcome, number), form, outcome)

    def _usage(self) -> Markup:
        """Return the fold with what a model's requests of this turn cost; empty where none was made."""
        watch = current_watch()
        usage = watch.sum_up(self.assistant.prices) if watch else None
        return fold(say("explain.usage"), Markup("<p>{}。</p>").format(usage_line(usage))) if usage else Markup("")

    def _beside(self, call: Call, outcome: Outcome, number: int) -> tuple[str | None, str | None]:
        """Return what the workspace opens by itself: the clause, and the draft."""
        catalogue = self.assistant.catalogue
        match outcome:
            case Answer():
                place = first_place(outcome, catalogue)
            case MatchResult():
                place = best_place(outcome, catalogue)
            case Reports():
                return None, self._drafts(call, outcome, number)
            case Coverage() | Outline():
                place = find_direction_place(outcome.direction, catalogue)
            case _:
                return None, None
        return (self._notice(place) if place else None), None

    def _drafts(self, call: Call, reports: Reports, number: int) -> str | None:
        """Return the drafts beside their findings, the first of many; others are shown when a finding leads there."""
        if not isinstance(call, CheckCall):
            return None
        sources = collect(map(Path, call.files))
        if len(sources) != len(reports.reports):
            return None
        pairs = list(enumerate(zip(sources, reports.reports, strict=True)))[:MOST_BESIDE]
        return render_drafts(
            [(place, self.assistant.read(source), one) for place, (source, one) in pairs if one.error is None], number
        )

    def _delete(self, files: Sequence[str]) -> None:
        for file in map(Path, files):
            if file.is_relative_to(self.uploads):
                file.unlink(missing_ok=True)


def _state(call: Call) -> str:
    """Return what is said while a verb is at work; nothing for what takes no time."""
    key = f"state.{call.verb}"
    return text(key) if key in TABLE else ""


def _render_notice(call: Call) -> Markup:
    """Return the line that says why no model decided the turn; empty for most."""
    return Markup('<p class="wj-note">{}</p>').format(call.notice) if call.notice else Markup("")
