"""Comments on drafts: seen by the draft's owner and by those who may comment; reviewers stay unnamed."""

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from assistant.domain.comment import Comment
from assistant.domain.owner import OwnerId
from assistant.errors import InputError, RefusedError
from assistant.store.drafts import find_visible, right_of
from assistant.store.rows import CommentRow, DraftRow, OwnerRow
from assistant.store.verbs import Verbs, new_id, one_by_one

LONGEST = 2000
"""Characters of one comment."""
MOST = 500
"""Comments of one draft."""


class Comments(Verbs):
    """A reviewer sees their own comments alone; everybody else who may comment sees all of them."""

    def add(self, owner: OwnerId, draft: str, *, place: str, text: str) -> None:
        """Store a comment.

        Args:
            owner: who comments.
            draft: which.
            place: label of the field; empty for the whole draft.
            text: what is said.

        Raises:
            UnknownNameError: there is no draft of that id that the owner may see.
            RefusedError: the owner may only read it.
            InputError: the text is empty or too long, or there are too many already.
        """
        said = text.strip()
        if not 0 < len(said) <= LONGEST:
            raise InputError(f"一条意见应有1到{LONGEST}个字符。", hint="请改短后再发。")
        with self.database.writing() as session:
            row = _open(session, owner, draft)
            one_by_one(session, f"comments of {draft}")
            count = session.scalar(select(func.count()).select_from(CommentRow).where(CommentRow.draft == row.id)) or 0
            if count >= MOST:
                raise InputError(f"这份草稿已有{MOST}条意见。", hint="请先删去不用的。")
            session.add(
                CommentRow(
                    owner=owner,
                    id=new_id(),
                    draft=row.id,
                    version=row.version,
                    place=place,
                    text=said,
                    created=self.now(),
                )
            )

    def list(self, owner: OwnerId, draft: str) -> tuple[Comment, ...]:
        """Return the comments that the owner may see, the oldest first.

        Raises:
            UnknownNameError: there is no draft of that id that the owner may see.
            RefusedError: the owner may only read it.
        """
        query = (
            select(CommentRow, OwnerRow)
            .join(OwnerRow, OwnerRow.id == CommentRow.owner)
            .where(CommentRow.draft == draft)
            .order_by(CommentRow.created, CommentRow.id)
        )
        with self.database.reading() as session:
            _open(session, owner, draft)
            pairs = [(one, by) for one, by in session.execute(query)]
            alone = _is_reviewer(session.get(OwnerRow, owner))
        unnamed = list(dict.fromkeys(by.id for _, by in pairs if _is_reviewer(by)))
        shown = [(one, by) for one, by in pairs if not alone or one.owner == owner]
        return tuple(_comment(one, by, owner, unnamed) for one, by in shown)

    def remove(self, owner: OwnerId, comment: str) -> None:
        """Delete one's own comment; another's stays."""
        with self.database.writing() as session:
            session.execute(delete(CommentRow).where(CommentRow.owner == owner, CommentRow.id == comment))


def _open(session: Session, owner: OwnerId, draft: str) -> DraftRow:
    row = find_visible(session, owner, draft)
    if right_of(session, owner, row) == "read":
        raise RefusedError("这份草稿只让您看，不让您留意见。", hint="请向分享人要留意见的权限。")
    return row


def _is_reviewer(row: OwnerRow | None) -> bool:
    return row is not None and row.role == "reviewer"


def _comment(row: CommentRow, by: OwnerRow, owner: OwnerId, unnamed: list[str]) -> Comment:
    reviewer = unnamed.index(by.id) + 1 if by.id in unnamed else 0
    return Comment(
        id=row.id,
        place=row.place,
        text=row.text,
        version=row.version,
        author="" if reviewer else by.name or "",
        reviewer=reviewer,
        mine=row.owner == owner,
        created=row.created,
    )
