"""All that belongs to one owner: taken away as one archive, or deleted."""

import json
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from assistant.domain.owner import OwnerId
from assistant.domain.value import Value
from assistant.store.comments import Comments
from assistant.store.conversations import Conversations
from assistant.store.drafts import Drafts
from assistant.store.files import Files
from assistant.store.rows import CommentRow, ConversationRow, DraftRow, FileRow
from assistant.store.verbs import Verbs

FORMAT = 1
"""Version of the archive's shape."""


class Counts(Value):
    """How much an owner has."""

    conversations: int
    drafts: int
    files: int


class Belongings(Verbs):
    """Every verb concerns one owner alone; drafts that others share with the owner stay theirs."""

    def count(self, owner: OwnerId) -> Counts:
        """Return how much there is."""
        drafts = [one for one in Drafts(self.database, self.now).list(owner) if one.right == "own"]
        return Counts(
            conversations=len(Conversations(self.database, self.now).list(owner)),
            drafts=len(drafts),
            files=len(Files(self.database, self.now).list(owner)),
        )

    def export(self, owner: OwnerId) -> bytes:
        """Return a .zip: `data.json` with conversations and drafts with every version, and the files under `files/`."""
        files = Files(self.database, self.now)
        held = files.list(owner)
        written = BytesIO()
        with ZipFile(written, "w", ZIP_DEFLATED) as archive:
            plain = {**self._plain(owner), "files": [one.model_dump(mode="json") for one in held]}
            archive.writestr("data.json", json.dumps(plain, ensure_ascii=False, indent=1))
            for one in held:
                archive.writestr(f"files/{one.id}/{one.name}", files.read(owner, one.id))
        return written.getvalue()

    def delete(self, owner: OwnerId) -> None:
        """Delete everything that the owner typed, handed over or was given; the session or the account stays."""
        with self.database.writing() as session:
            _delete_all(session, owner)

    def _plain(self, owner: OwnerId) -> dict[str, object]:
        conversations, drafts = Conversations(self.database, self.now), Drafts(self.database, self.now)
        comments = Comments(self.database, self.now)
        own = [one for one in drafts.list(owner) if one.right == "own"]
        with self.database.reading() as session:
            ids = session.scalars(
                select(ConversationRow.id).where(ConversationRow.owner == owner).order_by(ConversationRow.created)
            ).all()
        return {
            "format": FORMAT,
            "exported": self.now().isoformat(),
            "conversations": [
                {
                    **conversations.get(owner, one).model_dump(mode="json"),
                    "messages": [said.model_dump(mode="json") for said in conversations.messages(owner, one)],
                }
                for one in ids
            ],
            "drafts": [
                {
                    "id": one.id,
                    "versions": [version.model_dump(mode="json") for version in drafts.versions(owner, one.id)],
                    "shares": [share.model_dump(mode="json") for share in drafts.shares(owner, one.id)],
                    "comments": [said.model_dump(mode="json") for said in comments.list(owner, one.id)],
                }
                for one in own
            ],
        }


def _delete_all(session: Session, owner: OwnerId) -> None:
    for row in (FileRow, ConversationRow, DraftRow, CommentRow):
        session.execute(delete(row).where(row.owner == owner))
