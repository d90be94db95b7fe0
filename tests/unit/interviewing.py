"""An interview in a test: turns given as acts, the draft kept in memory."""

from dataclasses import dataclass, field
from datetime import date
from functools import cache

from assistant.domain.catalogue import Catalogue
from assistant.domain.drafting_call import FilledForm, InterviewAct, InterviewCall, ProblemKind
from assistant.domain.filled import FilledDraft
from assistant.domain.interview import DraftInHand, InterviewTurn
from assistant.drafting.interview.shelf import MemoryShelf
from assistant.drafting.interview.turn import Interviewer
from assistant.library.programmes import load_catalogue

TODAY = date(2023, 3, 1)


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


@dataclass
class Talk:
    """A conversation with the draft that it leaves in hand."""

    store: MemoryShelf = field(default_factory=MemoryShelf)
    in_hand: str = ""

    @property
    def interviewer(self) -> Interviewer:
        return Interviewer(catalogue=catalogue(), store=self.store, today=TODAY)

    def begin(self, text: str = "", form: FilledForm = "problem", kind: ProblemKind | None = None) -> InterviewTurn:
        return self.take(InterviewCall(act="begin", text=text, form=form, kind=kind))

    def act(self, act: InterviewAct, text: str = "", name: str = "") -> InterviewTurn:
        return self.take(InterviewCall(act=act, text=text, field=name))

    def say(self, text: str) -> InterviewTurn:
        return self.act("answer", text)

    def take(self, call: InterviewCall) -> InterviewTurn:
        turn = self.interviewer.take(call, self.in_hand)
        self.in_hand = turn.draft or self.in_hand
        return turn

    @property
    def draft(self) -> DraftInHand:
        return self.store.load(self.in_hand)

    @property
    def filled(self) -> FilledDraft:
        return self.interviewer.open_work(self.in_hand).filled

    def text(self, label: str) -> str:
        found = self.filled.find_field(label)
        assert found is not None
        return found.own_text

    @property
    def unplaced(self) -> list[str]:
        return [one.text for one in self.filled.unplaced]
