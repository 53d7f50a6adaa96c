"""Appointments and their participants"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_ID = sa.String(36).with_variant(postgresql.UUID(as_uuid=False), "postgresql")


def upgrade() -> None:
    """What everybody shares, and one row per young person."""
    op.create_table(
        "appointment",
        sa.Column("id", _ID, nullable=False),
        sa.Column("type", sa.String(length=24), nullable=False),
        sa.Column("precision", sa.String(length=250), nullable=True),
        sa.Column("starts_at", sa.BigInteger(), nullable=False),
        sa.Column("ends_at", sa.BigInteger(), nullable=False),
        sa.Column("modality", sa.String(length=16), nullable=False),
        sa.Column("place", sa.String(length=250), nullable=True),
        sa.Column("bring", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("organiser_id", _ID, nullable=False),
        sa.Column("organiser_name", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment")),
    )
    op.create_table(
        "appointment_participant",
        sa.Column("id", _ID, nullable=False),
        sa.Column("appointment_id", _ID, nullable=False),
        sa.Column("young_person_id", _ID, nullable=False),
        sa.Column("cancelled_at", sa.BigInteger(), nullable=True),
        sa.Column("answer_code", sa.String(length=16), nullable=True),
        sa.Column("answer_reason", sa.String(length=16), nullable=True),
        sa.Column("answer_text", sa.String(length=250), nullable=True),
        sa.Column("answered_at", sa.BigInteger(), nullable=True),
        sa.Column("attendance", sa.String(length=24), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("written_by", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["appointment_id"],
            ["appointment.id"],
            name=op.f("fk_appointment_participant_appointment_id"),
        ),
        sa.ForeignKeyConstraint(
            ["young_person_id"],
            ["young_person.id"],
            name=op.f("fk_appointment_participant_young_person_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment_participant")),
        sa.UniqueConstraint(
            "appointment_id",
            "young_person_id",
            name=op.f("uq_appointment_participant_appointment_id"),
        ),
    )
    with op.batch_alter_table("appointment_participant", schema=None) as batch_op:
        batch_op.create_index(
            "ix_appointment_participant_young_person", ["young_person_id"], unique=False
        )


def downgrade() -> None:
    """No appointments any more."""
    op.drop_table("appointment_participant")
    op.drop_table("appointment")
