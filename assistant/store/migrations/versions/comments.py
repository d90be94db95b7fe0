"""Comments on shared drafts, and which turn of a conversation wrote a version.

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add them; versions that are there already were written by no turn that is known."""
    op.add_column("draft_versions", sa.Column("turn", sa.String(length=96), nullable=False, server_default=""))
    op.create_table(
        "comments",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("draft", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("owner", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["draft"], ["drafts.id"], name="fk_comments_draft", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["owner"], ["owners.id"], name="fk_comments_owner", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_comments"),
    )
    op.create_index("ix_comments_draft", "comments", ["draft"])
    op.create_index("ix_comments_owner", "comments", ["owner"])
