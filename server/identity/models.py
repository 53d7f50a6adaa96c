"""Tables of the identity domain and how they travel."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, ForeignKey, Index, Integer, String
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from server.extensions import Model
from server.kernel.ids import IdType, new_id
from server.kernel.replicated import Document, Replicated
from server.structures.models import Structure
from sync.policies import LAST_WRITER

YOUNG_PERSON, ADVISOR = "young_person", "advisor"


class Account(Model):
    """A person who may sign in: a young person or an advisor."""

    __tablename__ = "account"

    id: Mapped[str] = mapped_column(IdType, primary_key=True, default=new_id)
    role: Mapped[str] = mapped_column(String(16))
    structure_id: Mapped[str] = mapped_column(ForeignKey("structure.id"), index=True)
    first_name: Mapped[str] = mapped_column(String(80))
    last_name: Mapped[str] = mapped_column(String(80))
    #: Lower case. Advisors only, for now.
    email: Mapped[str | None] = mapped_column(String(254), unique=True)
    #: argon2id; None until the first invitation is used, and for young people.
    password_hash: Mapped[str | None] = mapped_column(String(200))
    terms_version: Mapped[str | None] = mapped_column(String(8))
    terms_accepted_at: Mapped[int | None] = mapped_column(BigInteger)
    created_at: Mapped[int] = mapped_column(BigInteger)
    closed_at: Mapped[int | None] = mapped_column(BigInteger)
    structure: Mapped[Structure] = relationship()

    @property
    def name(self) -> str:
        """The name other people see."""
        return f"{self.first_name} {self.last_name}"


class Advisor(Model):
    """What is known of an advisor (conseiller, conseillère) beyond the account."""

    __tablename__ = "advisor"

    id: Mapped[str] = mapped_column(ForeignKey("account.id"), primary_key=True)
    #: "conseillère" or "conseiller": shown as it is.
    title: Mapped[str] = mapped_column(String(20))
    is_supervisor: Mapped[bool] = mapped_column(Boolean, default=False)
    site_id: Mapped[str | None] = mapped_column(ForeignKey("site.id"))
    #: « répond en général sous 24 h », in the advisor's own words.
    usual_delay: Mapped[str | None] = mapped_column(String(120))
    account: Mapped[Account] = relationship()


class DeviceSession(Model):
    """One signed-in browser. The token itself is only in its cookie."""

    __tablename__ = "session"
    __table_args__ = (Index("ix_session_account", "account_id", "ended_at"),)

    id: Mapped[str] = mapped_column(IdType, primary_key=True, default=new_id)
    token_sha256: Mapped[str] = mapped_column(String(64), unique=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("account.id"))
    #: What the person recognises: « Chrome, Android ».
    label: Mapped[str] = mapped_column(String(80))
    created_at: Mapped[int] = mapped_column(BigInteger)
    last_seen_at: Mapped[int] = mapped_column(BigInteger)
    expires_at: Mapped[int] = mapped_column(BigInteger)
    ended_at: Mapped[int | None] = mapped_column(BigInteger)


class Invitation(Model):
    """A one-time code that lets one person in; only its hash is kept."""

    __tablename__ = "invitation"
    __table_args__ = (Index("ix_invitation_account", "account_id"),)

    code_sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("account.id"))
    #: "first" entry, or "again" for somebody who lost access.
    purpose: Mapped[str] = mapped_column(String(8))
    created_by: Mapped[str | None] = mapped_column(IdType)
    created_at: Mapped[int] = mapped_column(BigInteger)
    expires_at: Mapped[int] = mapped_column(BigInteger)
    used_at: Mapped[int | None] = mapped_column(BigInteger)
    revoked_at: Mapped[int | None] = mapped_column(BigInteger)
    #: Hash of the secret the device that used it had made: that device may ask again.
    secret_sha256: Mapped[str | None] = mapped_column(String(64))
    #: The session its use opened last.
    session_id: Mapped[str | None] = mapped_column(IdType)


class SignInAttempt(Model):
    """Recent failures of one proof (an account, or codes) from one source."""

    __tablename__ = "sign_in_attempt"
    __table_args__ = (Index("ix_sign_in_attempt_last", "last_at"),)

    #: SHA-256 of what was being proven: unknown accounts leave the same trace as known ones.
    key_sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    #: Network address the tries came from.
    source: Mapped[str] = mapped_column(String(64), primary_key=True)
    failures: Mapped[int] = mapped_column(Integer, default=0)
    last_at: Mapped[int] = mapped_column(BigInteger)
    blocked_until: Mapped[int | None] = mapped_column(BigInteger)


class Preferences(Model):
    """How one person wants the application; the same on all their devices."""

    __tablename__ = "preferences"

    account_id: Mapped[str] = mapped_column(ForeignKey("account.id"), primary_key=True)
    theme: Mapped[str] = mapped_column(String(8), default="auto")
    text_size: Mapped[str] = mapped_column(String(16), default="normal")
    #: False hides a young person's « Lu » from the advisors.
    share_read: Mapped[bool] = mapped_column(Boolean, default=True)
    #: Single-letter keys, for those who want them.
    shortcuts: Mapped[bool] = mapped_column(Boolean, default=True)


class DemoPersona(Model):
    """A person of the demo whom anybody may be; the table is empty outside the demo."""

    __tablename__ = "demo_persona"

    persona: Mapped[str] = mapped_column(String(32), primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("account.id"))
    position: Mapped[int] = mapped_column(Integer)


def _advisor_card(_session: Session, advisor: Advisor) -> Document:
    return {
        "first_name": advisor.account.first_name,
        "usual_delay": advisor.usual_delay,
        "away_until": None,
    }


def _preferences(_session: Session, preferences: Preferences) -> Document:
    return {
        "theme": preferences.theme,
        "text_size": preferences.text_size,
        "share_read": preferences.share_read,
        "shortcuts": preferences.shortcuts,
    }


REPLICATED = (
    Replicated(
        kind="advisor_card",
        model=Advisor,
        scope_kind="s",
        owner=lambda advisor: advisor.account.structure_id,
        document=_advisor_card,
    ),
    Replicated(
        kind="preferences",
        model=Preferences,
        scope_kind="u",
        owner=lambda preferences: preferences.account_id,
        record_id=lambda preferences: preferences.account_id,
        document=_preferences,
        groups=dict.fromkeys(("theme", "text_size", "share_read", "shortcuts"), LAST_WRITER),
    ),
)
