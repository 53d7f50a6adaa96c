"""A device whose answer was lost may use its code again"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_ID = sa.String(36).with_variant(postgresql.UUID(as_uuid=False), "postgresql")


def upgrade() -> None:
    """Remember the device that used a code, by a hash, and the session it opened."""
    op.add_column("invitation", sa.Column("secret_sha256", sa.String(64), nullable=True))
    op.add_column("invitation", sa.Column("session_id", _ID, nullable=True))


def downgrade() -> None:
    """A code serves once, whatever happens to the answer."""
    with op.batch_alter_table("invitation") as batch_op:
        batch_op.drop_column("session_id")
        batch_op.drop_column("secret_sha256")
