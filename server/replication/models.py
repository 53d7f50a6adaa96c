"""What the server remembers of devices: their lanes, their answers, whose they are."""

from __future__ import annotations

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import Model
from server.kernel.ids import IdType


class Device(Model):
    """A browser of one person. Seen under another person, it is a copy: it must fork."""

    __tablename__ = "device"

    client_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    user_id: Mapped[str] = mapped_column(IdType, index=True)
    app: Mapped[str] = mapped_column(String(32))
    seen_at: Mapped[int] = mapped_column(BigInteger)


class Lane(Model):
    """How far one device's intents in one scope have been decided."""

    __tablename__ = "lane"

    scope_id: Mapped[int] = mapped_column(ForeignKey("scope.id"), primary_key=True)
    client_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    last_n: Mapped[int] = mapped_column(BigInteger)
    updated_at: Mapped[int] = mapped_column(BigInteger)


class LaneLog(Model):
    """The answer given to one intent, kept 30 days to be repeated."""

    __tablename__ = "lane_log"
    __table_args__ = (Index("ix_lane_log_at", "at"),)

    scope_id: Mapped[int] = mapped_column(ForeignKey("scope.id"), primary_key=True)
    client_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    n: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    uid: Mapped[str] = mapped_column(String(36))
    outcome: Mapped[str] = mapped_column(Text)
    at: Mapped[int] = mapped_column(BigInteger)


class Incarnation(Model):
    """One row: the identity of this database, changed when a backup is restored."""

    __tablename__ = "incarnation"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    token: Mapped[str] = mapped_column(String(36))
