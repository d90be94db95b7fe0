"""What the workspace and its files need of the store: drafts in hand, results of earlier messages, files of a check.

Every verb names an owner first and sees nothing of anybody else.
"""

from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup
from pydantic import JsonValue

from assistant.documents.collecting import Source
from assistant.domain.conversation import Thumb
from assistant.domain.finding import Report
from assistant.domain.owner import OwnerId
from assistant.drafting.interview.stored import StoredShelf
from assistant.drafting_turns import Desk
from assistant.errors import AssistantError, InputError
from assistant.faults import error_value
from assistant.store.store import Store
from wenjin_ui.views.briefs import render_brief
from wenjin_ui.views.drafts import MOST_BESIDE, render_drafts
from wenjin_ui.views.marks import error_box
from wenjin_ui.views.sharing import access_of, is_reviewer, open_shelf, show_blind
from wenjin_ui.views.versions import Past, list_milestones, render_versions, texts_of
from wenjin_ui.work.changing import Change
from wenjin_ui.work.checked import CheckedFiles
from wenjin_ui.work.handlers import Page
from wenjin_ui.work.results import BLIND, Made, make_copy, make_draft, make_result, read_reports


@dataclass(frozen=True, slots=True)
class Workroom:
    """The workspaces of all owners; nothing of them stays in here."""

    store: Store
    page: Page

    def form(self, owner: OwnerId, draft: str) -> str:
        """Return a draft of the owner's as the workspace shows it; see `Page.form`."""
        return self._at_desk(owner).form(draft)

    def change(self, owner: OwnerId, draft: str, change: Change) -> str:
        """Change a draft of the owner's and return it as it is then; see `Page.change`."""
        return self._at_desk(owner).change(draft, change)

    def versions(self, owner: OwnerId, draft: str, older: int = 0, newer: int = 0) -> str:
        """Return the versions of a draft, two of them compared.

        Args:
            owner: who asks.
            draft: which.
            older: number of one of the two; 0 for the one listed before `newer`.
            newer: number of the other; 0 for the newest.
        """
        try:
            return self._versions(owner, draft, older, newer)
        except AssistantError as error:
            return str(error_box(error_value(error)))

    def _versions(self, owner: OwnerId, draft: str, older: int, newer: int) -> str:
        shelf, page = open_shelf(self.store, owner), self.page
        shelf.load(draft)
        heads = self.store.drafts.history(owner, draft)
        milestones = list_milestones(heads)
        newer = newer or heads[0].number
        listed = [one.last.number for one in milestones]
        older = older or next((one for one in listed if one < newer), newer)
        now, then = (page.lay_out(shelf.version(draft, number)) for number in (newer, older))
        past = Past(
            draft=draft,
            milestones=milestones,
            count=len(heads),
            older=older,
            newer=newer,
            may_restore=access_of(self.store, owner, draft).may_change,
            now=self.store.now().astimezone(),
        )
        labels = [spec.label for spec in now.context.form.fields if not spec.heading]
        return render_versions(past, texts_of(then), texts_of(now), labels)

    def restore(self, owner: OwnerId, draft: str, number: int) -> str:
        """Bring the text of an earlier version back, and return the draft as it is then; an error changes nothing."""
        try:
            open_shelf(self.store, owner).restore(draft, number)
        except AssistantError as error:
            return str(error_box(error_value(error)))
        return self.form(owner, draft)

    def draft_in_hand(self, owner: OwnerId, conversation: str) -> str:
        """Return the id of the draft that a conversation is about; empty where there is none."""
        if not conversation:
            return ""
        said = (one.said for one in reversed(self.store.conversations.messages(owner, conversation)))
        return next((one.draft for one in said if one.draft), "")

    def rate(self, owner: OwnerId, conversation: str, number: int, rating: tuple[Thumb | None, str]) -> None:
        """Keep what the owner thinks of an answer: a thumb and a comment; see `Conversations.rate`."""
        self.store.conversations.rate(owner, conversation, number, *rating)

    def make_result(self, owner: OwnerId, conversation: str, number: int, kind: str) -> Made:
        """Return a stored result as a file.

        Raises:
            AssistantError: the owner has no such message, or it has no such file.
        """
        page = self.page
        return make_result(self._result(owner, conversation, number), kind, page.assistant, page.today())

    def make_copy(self, owner: OwnerId, conversation: str, place: tuple[int, int], kind: str) -> Made:
        """Return a draft that was checked, annotated or without its author.

        Args:
            owner: whose conversation it is.
            conversation: its id.
            place: numbers of the message and of the report in it, both from 0.
            kind: see `results.COPIES`.

        Raises:
            AssistantError: there is no such report, the file is no longer kept, or the copy cannot be made.
        """
        reports = read_reports(self._result(owner, conversation, place[0])).reports
        if not 0 <= place[1] < len(reports):
            raise InputError("这条答复没有这份稿件。")
        report, page = reports[place[1]], self.page
        return make_copy(report, kind, self._source(owner, conversation, report), page.assistant, page.today())

    def brief(self, owner: OwnerId, conversation: str, number: int, place: int) -> Markup:
        """Return what a check says of one file in a paragraph, and keep it with the check.

        Args:
            owner: whose conversation it is.
            conversation: its id.
            number: of the message.
            place: of the report in it, from 0.

        Raises:
            AssistantError: there is no such report, or the file is no longer kept.
        """
        messages = self.store.conversations.messages(owner, conversation)
        reports = read_reports(messages[number].said.result if 0 <= number < len(messages) else None)
        if not 0 <= place < len(reports.reports):
            raise InputError("这条答复没有这份稿件。")
        report, assistant = reports.reports[place], self.page.assistant
        brief = assistant.brief(report, self._source(owner, conversation, report))
        others = (one for one in reports.briefs if one.file != report.file)
        told = reports.model_copy(update={"briefs": (*others, brief)})
        said = messages[number].said.model_copy(update={"result": told.model_dump(mode="json")})
        self.store.conversations.put(owner, conversation, number, said)
        return render_brief(brief, assistant.catalogue)

    def reopen(self, owner: OwnerId, conversation: str, number: int, place: int = 0) -> str | None:
        """Return the drafts of an earlier check as the workspace shows them; None where none is kept any more.

        Args:
            owner: whose conversation it is.
            conversation: its id.
            number: of the message.
            place: of the report that is asked for; of many the others are left out.
        """
        try:
            told = read_reports(self._result(owner, conversation, number))
        except InputError:
            return None
        files, assistant = CheckedFiles(self.store.files, owner, conversation), self.page.assistant
        asked = [(at, one) for at, one in enumerate(told.reports) if len(told.reports) <= MOST_BESIDE or at == place]
        found = [(at, files.find(one), one) for at, one in asked if one.error is None]
        drafts = [(at, assistant.read(source), one) for at, source, one in found if source is not None]
        named = {one.file: one for one in told.briefs}
        briefs = {at: render_brief(named[one.file], assistant.catalogue) for at, _, one in drafts if one.file in named}
        return render_drafts(drafts, number, briefs) if drafts else None

    def _source(self, owner: OwnerId, conversation: str, report: Report) -> Source:
        found = CheckedFiles(self.store.files, owner, conversation).find(report)
        if found is None:
            raise InputError("交来的稿件已经不在了。", hint="请重新交来，再检查一次。")
        return found

    def make_draft(self, owner: OwnerId, draft: str, kind: str) -> Made:
        """Return a draft in hand as a form.

        Raises:
            AssistantError: the owner has no such draft, or there is no such file.
        """
        page = self._at_desk(owner)
        if self._is_blind(owner, draft) and kind == BLIND:
            return self._make_blind(owner, draft)
        return make_draft(page.open_work(draft), kind, page.assistant, page.today())

    def open_given(self, owner: OwnerId, draft: str) -> tuple[str | None, str | None]:
        """Return a draft as its fields, or to a reviewer of another's the copy without its author; None for the other.

        An error is told in the place of the fields.
        """
        try:
            if not self._is_blind(owner, draft):
                return self.form(owner, draft), None
            return None, self._show_blind(owner, draft)
        except AssistantError as error:
            return str(error_box(error_value(error))), None

    def _show_blind(self, owner: OwnerId, draft: str) -> str:
        data, may = self._make_blind(owner, draft).data, access_of(self.store, owner, draft).may_comment
        return show_blind(draft, data, self.page.assistant.read, may_comment=may)

    def _is_blind(self, owner: OwnerId, draft: str) -> bool:
        return is_reviewer(self.store, owner) and self.store.drafts.get(owner, draft).right != "own"

    def _make_blind(self, owner: OwnerId, draft: str) -> Made:
        page, whole = self.page, StoredShelf(self.store.drafts, owner)
        return make_draft(page.lay_out(whole.load(draft)), BLIND, page.assistant, page.today())

    def _result(self, owner: OwnerId, conversation: str, number: int) -> JsonValue:
        messages = self.store.conversations.messages(owner, conversation)
        return messages[number].said.result if 0 <= number < len(messages) else None

    def _at_desk(self, owner: OwnerId) -> Page:
        """Return the page with an owner's drafts."""
        desk = Desk(store=open_shelf(self.store, owner))
        return replace(self.page, desk=desk, access_of=partial(access_of, self.store, owner))
