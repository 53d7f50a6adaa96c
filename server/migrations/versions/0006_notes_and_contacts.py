"""Private notes, contacts, the end of the scheme"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_ID = sa.String(36).with_variant(postgresql.UUID(as_uuid=False), "postgresql")


def upgrade() -> None:
    """Notes among advisors, how a young person is reached, the last day of their scheme."""
    op.create_table(
        "note",
        sa.Column("id", _ID, nullable=False),
        sa.Column("young_person_id", _ID, nullable=False),
        sa.Column("author_id", _ID, nullable=False),
        sa.Column("author_name", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("withdrawn", sa.Text(), nullable=True),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("edited_at", sa.BigInteger(), nullable=True),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["young_person_id"], ["young_person.id"], name=op.f("fk_note_young_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note")),
    )
    with op.batch_alter_table("note", schema=None) as batch_op:
        batch_op.create_index("ix_note_young_person", ["young_person_id"], unique=False)
    op.create_table(
        "contact",
        sa.Column("id", _ID, nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=True),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("usual_first_name", sa.String(length=80), nullable=True),
        sa.Column("changed_at", sa.JSON(), nullable=False),
        sa.Column("written_by", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["young_person.id"], name=op.f("fk_contact_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
    )
    op.add_column("young_person", sa.Column("ends_on", sa.Date(), nullable=True))


def downgrade() -> None:
    """None of these any more."""
    with op.batch_alter_table("young_person") as batch_op:
        batch_op.drop_column("ends_on")
    op.drop_table("contact")
    op.drop_table("note")
