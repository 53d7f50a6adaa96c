"""Actions and their comments"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_ID = sa.String(36).with_variant(postgresql.UUID(as_uuid=False), "postgresql")


def upgrade() -> None:
    """Actions and their comments"""
    op.create_table(
        "action",
        sa.Column("id", _ID, nullable=False),
        sa.Column("young_person_id", _ID, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("category", sa.String(length=32), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("creator_id", _ID, nullable=False),
        sa.Column("creator_side", sa.String(length=16), nullable=False),
        sa.Column("creator_name", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("qualified_hours", sa.Integer(), nullable=True),
        sa.Column("qualification_comment", sa.Text(), nullable=True),
        sa.Column("qualified_by_id", _ID, nullable=True),
        sa.Column("qualified_by_name", sa.Text(), nullable=True),
        sa.Column("qualified_at", sa.BigInteger(), nullable=True),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.Column("history", sa.JSON(), nullable=False),
        sa.Column("written_by", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["young_person_id"], ["young_person.id"], name=op.f("fk_action_young_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
    )
    with op.batch_alter_table("action", schema=None) as batch_op:
        batch_op.create_index("ix_action_due", ["young_person_id", "due_on"], unique=False)
        batch_op.create_index("ix_action_done", ["young_person_id", "done_on"], unique=False)
    op.create_table(
        "comment",
        sa.Column("id", _ID, nullable=False),
        sa.Column("action_id", _ID, nullable=False),
        sa.Column("young_person_id", _ID, nullable=False),
        sa.Column("author_id", _ID, nullable=False),
        sa.Column("side", sa.String(length=16), nullable=False),
        sa.Column("author_name", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_comment_action_id")),
        sa.ForeignKeyConstraint(
            ["young_person_id"], ["young_person.id"], name=op.f("fk_comment_young_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment")),
    )
    with op.batch_alter_table("comment", schema=None) as batch_op:
        batch_op.create_index("ix_comment_action", ["action_id"], unique=False)


def downgrade() -> None:
    """No actions any more."""
    op.drop_table("comment")
    op.drop_table("action")
