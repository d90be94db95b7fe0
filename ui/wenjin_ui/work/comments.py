"""What is said of a shared draft, beside it: by whom, where and when; a reviewer stays unnamed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from assistant.domain.comment import Comment
from assistant.domain.owner import OwnerId
from assistant.drafting.interview.stored import StoredShelf
from assistant.errors import AssistantError, InputError
from assistant.faults import error_value
from assistant.store.comments import LONGEST
from assistant.store.store import Store
from wenjin_ui.views.marks import error_box, join, lines
from wenjin_ui.views.sharing import is_reviewer
from wenjin_ui.words import frame, keyed, say, text
from wenjin_ui.work.handlers import Page

_PANEL = frame(
    '<section class="wj-past wj-comments" data-draft="{id}" [[aria-label=comment.title]]><header class="wj-source">'
    '<h2 tabindex="-1">[[comment.title]]</h2><p>{what}</p><div class="wj-steps">'
    '<button type="button" data-work-button="{place}">{back}</button></div></header>'
    '<div class="wj-fields" aria-live="polite">{failure}{none}<ol class="wj-versions">{rows}</ol>'
    '<form class="wj-commenting"><label>[[comment.place]] <select name="place"><option value=""{whole}>{all}</option>'
    '{places}</select></label><label>[[comment.text]] <textarea name="text" rows="3" required maxlength="{most}">'
    "{typed}</textarea></label><button>[[comment.send]]</button></form></div></section>"
)
_ROW = frame(
    '<li><p class="wj-row"><span class="wj-what">{place}</span> <span class="wj-from">{by} · {when} ·'
    " [[comment.version n={n}]]</span>{remove}</p><p>{text}</p></li>"
)
_REMOVE = frame(
    ' <button type="button" data-uncomment="{id}" [[aria-label=comment.remove_one n={n}]]>[[comment.remove]]</button>'
)


@dataclass(frozen=True, slots=True)
class Commenting:
    """Comments of all drafts, each for those who may see them."""

    store: Store
    page: Page

    def panel(self, owner: OwnerId, draft: str, failure: Markup = Markup(""), typed: str = "") -> str:  # noqa: B008 - a constant
        """Return the comments that somebody may see, and the form to write one.

        Args:
            owner: who asks.
            draft: which.
            failure: why the last order could not be carried out.
            typed: what was written in it, so that it is not lost.
        """
        try:
            comments, labels = self.store.comments.list(owner, draft), self._labels(owner, draft)
        except AssistantError as error:
            return str(error_box(error_value(error)))
        reviews, now = is_reviewer(self.store, owner), self.store.now().astimezone()
        return str(
            _PANEL.format(
                id=draft,
                what=say("comment.blind" if reviews else "comment.what"),
                place="draft" if reviews else "form",
                back=say("comment.back" if reviews else "versions.back"),
                failure=failure,
                none=Markup("") if comments else frame('<p class="wj-from">[[comment.none]]</p>'),
                rows=join(_row(number, one, now) for number, one in enumerate(comments, start=1)),
                whole=keyed("comment.all"),
                all=text("comment.all"),
                places=join(Markup("<option>{}</option>").format(label) for label in labels),
                most=LONGEST,
                typed=typed,
            )
        )

    def add(self, owner: OwnerId, draft: str, place: str, said: str) -> str:
        """Store a comment, and return the panel as it is then."""
        try:
            if self.store.accounts.of(owner) is None:
                raise InputError("没有登录的人不能留意见。", hint="请先登录账户。")
            known = place if place in self._labels(owner, draft) else ""
            self.store.comments.add(owner, draft, place=known, text=said)
        except AssistantError as error:
            return self.panel(owner, draft, error_box(error_value(error)), said)
        return self.panel(owner, draft)

    def remove(self, owner: OwnerId, draft: str, comment: str) -> str:
        """Delete one's own comment, and return the panel as it is then."""
        self.store.comments.remove(owner, comment)
        return self.panel(owner, draft)

    def _labels(self, owner: OwnerId, draft: str) -> Iterable[str]:
        """Return the fields of a draft's form; they tell nothing of its author."""
        form = self.page.lay_out(StoredShelf(self.store.drafts, owner).load(draft)).context.form
        return [spec.label for spec in form.fields if not spec.heading]


def _row(number: int, one: Comment, now: datetime) -> Markup:
    by = say("comment.reviewer", n=one.reviewer) if one.reviewer else one.author
    return _ROW.format(
        place=one.place or say("comment.all"),
        by=say("comment.mine") if one.mine else by,
        when=f"{one.created.astimezone(now.tzinfo):%Y-%m-%d %H:%M}",
        n=one.version,
        remove=_REMOVE.format(id=one.id, n=number) if one.mine else "",
        text=lines(one.text),
    )
