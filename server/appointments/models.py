"""Tables of the appointments domain and how they travel."""

from __future__ import annotations

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from server.extensions import Model
from server.kernel.conflicts import Authored
from server.kernel.ids import IdType
from server.kernel.replicated import Document, Replicated
from sync.policies import LAST_WRITER

TYPES = (
    "interview",
    "partner_interview",
    "visit",
    "service",
    "outside_activity",
    "workshop",
    "group_information",
    "milo",
    "other",
)
MODALITIES = ("in_person", "phone", "video")
COMING, NOT_COMING = "coming", "not_coming"
REASONS = ("transport", "health", "work", "family", "other")
UNKNOWN = "unknown"
ATTENDANCES = (UNKNOWN, "present", "excused", "absent", "cancelled_by_service")

#: A group of fields, or nothing.
Group = dict[str, object] | None
WHEN_WHERE, DETAILS = "when_where", "details"
#: Fields of the shared groups, as on the wire -> attribute.
_SHARED = {
    WHEN_WHERE: {
        "starts": "starts_at",
        "ends": "ends_at",
        "modality": "modality",
        "place": "place",
    },
    DETAILS: {"type": "type", "precision": "precision", "bring": "bring", "note": "note"},
}


class Appointment(Authored, Model):
    """What all its participants share. The signature of a group also names dossier and device."""

    __tablename__ = "appointment"

    id: Mapped[str] = mapped_column(IdType, primary_key=True)
    type: Mapped[str] = mapped_column(String(24))
    precision: Mapped[str | None] = mapped_column(String(250))
    starts_at: Mapped[int] = mapped_column(BigInteger)
    ends_at: Mapped[int] = mapped_column(BigInteger)
    modality: Mapped[str] = mapped_column(String(16))
    #: A room or an address, a telephone number, or a link: as `modality` says.
    place: Mapped[str | None] = mapped_column(String(250))
    bring: Mapped[str | None] = mapped_column(Text)
    note: Mapped[str | None] = mapped_column(Text)
    #: As they were called when they made it, for ever.
    organiser_id: Mapped[str] = mapped_column(IdType)
    organiser_name: Mapped[str] = mapped_column(Text)
    created_at: Mapped[int] = mapped_column(BigInteger)


class Participant(Authored, Model):
    """One young person in one appointment: what their dossier shows of it."""

    __tablename__ = "appointment_participant"
    __table_args__ = (
        UniqueConstraint("appointment_id", "young_person_id"),
        Index("ix_appointment_participant_young_person", "young_person_id"),
    )

    id: Mapped[str] = mapped_column(IdType, primary_key=True)
    appointment_id: Mapped[str] = mapped_column(ForeignKey("appointment.id"))
    young_person_id: Mapped[str] = mapped_column(ForeignKey("young_person.id"))
    #: When it was cancelled for this young person.
    cancelled: Mapped[int | None] = mapped_column("cancelled_at", BigInteger)
    answer_code: Mapped[str | None] = mapped_column(String(16))
    answer_reason: Mapped[str | None] = mapped_column(String(16))
    answer_text: Mapped[str | None] = mapped_column(String(250))
    answered_at: Mapped[int | None] = mapped_column(BigInteger)
    attendance: Mapped[str] = mapped_column(String(24), default=UNKNOWN)
    #: How many times its place, its time or its cancellation changed, for calendars.
    sequence: Mapped[int] = mapped_column(Integer, default=0)
    #: Read with it: a participant says nothing without its appointment.
    appointment: Mapped[Appointment] = relationship(lazy="joined", innerjoin=True)

    @property
    def when_where(self) -> Group:
        """When and where, for everybody: {starts, ends, modality, place}."""
        return self._shared(WHEN_WHERE)

    @when_where.setter
    def when_where(self, value: Group) -> None:
        self._share(WHEN_WHERE, value)

    @property
    def details(self) -> Group:
        """What it is, for everybody: {type, precision, bring, note}."""
        return self._shared(DETAILS)

    @details.setter
    def details(self, value: Group) -> None:
        self._share(DETAILS, value)

    @property
    def answer(self) -> Group:
        """What the young person answered: {answer, reason, text}; None for no answer."""
        if self.answer_code is None:
            return None
        return {
            "answer": self.answer_code,
            "reason": self.answer_reason,
            "text": self.answer_text,
        }

    @answer.setter
    def answer(self, value: Group) -> None:
        for name in ("answer", "reason", "text"):
            attribute = "answer_code" if name == "answer" else f"answer_{name}"
            setattr(self, attribute, value[name] if value else None)

    def _shared(self, group: str) -> Group:
        return {name: getattr(self.appointment, at) for name, at in _SHARED[group].items()}

    def _share(self, group: str, value: Group) -> None:
        for name, attribute in _SHARED[group].items():
            setattr(self.appointment, attribute, (value or {})[name])


def _participant(_session: Session, participant: Participant) -> Document:
    """Show one young person's appointment: nothing here comes from another participant."""
    shared = participant.appointment
    return {
        "appointment": shared.id,
        "type": shared.type,
        "precision": shared.precision,
        "starts": shared.starts_at,
        "ends": shared.ends_at,
        "modality": shared.modality,
        "place": shared.place,
        "bring": shared.bring,
        "note": shared.note,
        "organiser": {"id": shared.organiser_id, "name": shared.organiser_name},
        "cancelled": participant.cancelled,
        "answer": participant.answer_code,
        "answer_reason": participant.answer_reason,
        "answer_text": participant.answer_text,
        "answered": participant.answered_at,
        "attendance": participant.attendance,
        "sequence": participant.sequence,
    }


REPLICATED = (
    Replicated(
        kind="appointment",
        model=Participant,
        scope_kind="d",
        owner=lambda participant: participant.young_person_id,
        document=_participant,
        groups=dict.fromkeys(
            (WHEN_WHERE, DETAILS, "cancelled", "answer", "attendance"), LAST_WRITER
        ),
    ),
)
