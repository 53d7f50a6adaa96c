"""The audit trail: who did what, when, about whose file. Never any content of a message."""

from __future__ import annotations

from sqlalchemy import BigInteger, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import Model

from .ids import IdType
from .scopes import BigId


class AuditEntry(Model):
    """One line: every write, and every reading of another person's file."""

    __tablename__ = "audit_entry"
    __table_args__ = (Index("ix_audit_entry_about", "about_id", "at"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    at: Mapped[int] = mapped_column(BigInteger)
    by_id: Mapped[str | None] = mapped_column(IdType)
    verb: Mapped[str] = mapped_column(String(64))
    about_id: Mapped[str | None] = mapped_column(IdType)
    thing_id: Mapped[str | None] = mapped_column(String(64))
