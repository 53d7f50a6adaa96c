"""Conflicts name the author of each version and hold values of any shape"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_ID = sa.String(36).with_variant(postgresql.UUID(as_uuid=False), "postgresql")
_SIDES = ("kept", "lost")


def upgrade() -> None:
    """Say who wrote each version, and keep what was held."""
    for side in _SIDES:
        op.add_column("conflict", sa.Column(f"{side}_author_id", _ID, nullable=True))
        op.add_column("conflict", sa.Column(f"{side}_author_name", sa.Text(), nullable=True))
    is_postgresql = op.get_bind().dialect.name == "postgresql"
    as_json = "to_json({})" if is_postgresql else "json_quote({})"
    op.execute(
        "UPDATE conflict SET kept_author_id = author_id, kept_author_name = author_name,"
        " lost_author_id = author_id, lost_author_name = author_name"
    )
    if not is_postgresql:
        for side in _SIDES:
            column = f"{side}_value"
            op.execute(f"UPDATE conflict SET {column} = {as_json.format(column)}")
    with op.batch_alter_table("conflict") as batch_op:
        for side in _SIDES:
            column = f"{side}_value"
            batch_op.alter_column(f"{side}_author_id", existing_type=_ID, nullable=False)
            batch_op.alter_column(f"{side}_author_name", existing_type=sa.Text(), nullable=False)
            batch_op.alter_column(
                column,
                existing_type=sa.Text(),
                type_=sa.JSON(),
                postgresql_using=as_json.format(column),
            )
        batch_op.drop_column("author_id")
        batch_op.drop_column("author_name")


def downgrade() -> None:
    """One author for both versions, as before; values that are not words stay as JSON text."""
    op.add_column("conflict", sa.Column("author_id", _ID, nullable=True))
    op.add_column("conflict", sa.Column("author_name", sa.Text(), nullable=True))
    op.execute("UPDATE conflict SET author_id = kept_author_id, author_name = kept_author_name")
    with op.batch_alter_table("conflict") as batch_op:
        for side in _SIDES:
            batch_op.drop_column(f"{side}_author_id")
            batch_op.drop_column(f"{side}_author_name")
            batch_op.alter_column(
                f"{side}_value",
                existing_type=sa.JSON(),
                type_=sa.Text(),
                postgresql_using=f"{side}_value #>> '{{}}'",
            )
        batch_op.alter_column("author_id", existing_type=_ID, nullable=False)
        batch_op.alter_column("author_name", existing_type=sa.Text(), nullable=False)
