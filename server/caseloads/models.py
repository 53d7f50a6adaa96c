"""Tables of the caseloads domain and how they travel."""

from __future__ import annotations

from datetime import date

from sqlalchemy import JSON, BigInteger, Date, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from server.extensions import Model
from server.identity.models import Account, Advisor
from server.kernel.conflicts import Authored
from server.kernel.ids import IdType, new_id
from server.kernel.replicated import Document, Replicated
from server.structures.models import Site
from sync.policies import LAST_WRITER

REFERENT, STAND_IN = "referent", "stand_in"
SCHEMES = ("CEJ", "PACEA")
CONTACT_FIELDS = ("phone", "email", "usual_first_name")


class YoungPerson(Model):
    """A young person who is accompanied; their name is on the account of the same id."""

    __tablename__ = "young_person"

    id: Mapped[str] = mapped_column(ForeignKey("account.id"), primary_key=True)
    birth_on: Mapped[date | None] = mapped_column(Date)
    #: Legal frame of the support: "CEJ" or "PACEA".
    scheme: Mapped[str] = mapped_column(String(16))
    #: Last day of the scheme, where it is known.
    ends_on: Mapped[date | None] = mapped_column(Date)
    site_id: Mapped[str | None] = mapped_column(ForeignKey("site.id"))
    #: First time they came in with a code.
    activated_at: Mapped[int | None] = mapped_column(BigInteger)
    account: Mapped[Account] = relationship()
    site: Mapped[Site | None] = relationship()
    assignments: Mapped[list[Assignment]] = relationship(back_populates="young_person")


class Assignment(Model):
    """An advisor follows a young person (rattachement), from a date and perhaps to one."""

    __tablename__ = "assignment"
    __table_args__ = (
        Index("ix_assignment_young_person", "young_person_id"),
        Index("ix_assignment_advisor", "advisor_id"),
    )

    id: Mapped[str] = mapped_column(IdType, primary_key=True, default=new_id)
    young_person_id: Mapped[str] = mapped_column(ForeignKey("young_person.id"))
    advisor_id: Mapped[str] = mapped_column(ForeignKey("advisor.id"))
    role: Mapped[str] = mapped_column(String(16))
    since_on: Mapped[date] = mapped_column(Date)
    #: Last day, included; None while it lasts.
    until_on: Mapped[date | None] = mapped_column(Date)
    young_person: Mapped[YoungPerson] = relationship(back_populates="assignments")
    advisor: Mapped[Advisor] = relationship()


class Contact(Authored, Model):
    """How a young person is reached and called; themselves and their advisors keep it."""

    __tablename__ = "contact"

    id: Mapped[str] = mapped_column(ForeignKey("young_person.id"), primary_key=True)
    phone: Mapped[str | None] = mapped_column(String(40))
    email: Mapped[str | None] = mapped_column(String(254))
    usual_first_name: Mapped[str | None] = mapped_column(String(80))
    #: Field -> when it was last changed (milliseconds UTC).
    changed_at: Mapped[dict[str, int]] = mapped_column(JSON, default=dict)


def _young_person(_session: Session, young_person: YoungPerson) -> Document:
    account = young_person.account
    return {
        "first_name": account.first_name,
        "last_name": account.last_name,
        "birth_date": young_person.birth_on.isoformat() if young_person.birth_on else None,
        "scheme": young_person.scheme,
        "ends_on": young_person.ends_on.isoformat() if young_person.ends_on else None,
        "activated": young_person.activated_at is not None,
        "structure": account.structure.name,
        "site": young_person.site.name if young_person.site else None,
        "advisors": [_advisor(one) for one in sorted(young_person.assignments, key=_order)],
    }


def _order(assignment: Assignment) -> tuple[date, str]:
    return assignment.since_on, assignment.id


def _advisor(assignment: Assignment) -> Document:
    advisor = assignment.advisor
    return {
        "id": advisor.id,
        "first_name": advisor.account.first_name,
        "last_name": advisor.account.last_name,
        "title": advisor.title,
        "usual_delay": advisor.usual_delay,
        "since": assignment.since_on.isoformat(),
        "until": assignment.until_on.isoformat() if assignment.until_on else None,
        "role": assignment.role,
    }


def _contact(_session: Session, contact: Contact) -> Document:
    values: Document = {field: getattr(contact, field) for field in CONTACT_FIELDS}
    return values | {
        "changed": {
            field: _change(contact, field)
            for field in CONTACT_FIELDS
            if field in contact.changed_at
        }
    }


def _change(contact: Contact, field: str) -> Document:
    author_id, name = contact.author_of(field)
    return {"by": author_id, "name": name, "at": contact.changed_at[field]}


REPLICATED = (
    Replicated(
        kind="young_person",
        model=YoungPerson,
        scope_kind="d",
        owner=lambda young_person: young_person.id,
        document=_young_person,
    ),
    Replicated(
        kind="contact",
        model=Contact,
        scope_kind="d",
        owner=lambda contact: contact.id,
        document=_contact,
        groups=dict.fromkeys(CONTACT_FIELDS, LAST_WRITER),
    ),
)
