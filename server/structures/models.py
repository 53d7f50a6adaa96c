"""Tables of the structures domain and how they travel."""

from __future__ import annotations

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from server.extensions import Model
from server.kernel.ids import IdType, new_id
from server.kernel.replicated import Document, Replicated


class Structure(Model):
    """One Mission Locale."""

    __tablename__ = "structure"

    id: Mapped[str] = mapped_column(IdType, primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(String(120))
    #: IANA name; weeks and dates of its people are counted there.
    time_zone: Mapped[str] = mapped_column(String(64))
    sites: Mapped[list[Site]] = relationship(order_by="Site.name", back_populates="structure")


class Site(Model):
    """A place of a structure."""

    __tablename__ = "site"
    __table_args__ = (UniqueConstraint("structure_id", "name"),)

    id: Mapped[str] = mapped_column(IdType, primary_key=True, default=new_id)
    structure_id: Mapped[str] = mapped_column(ForeignKey("structure.id"))
    name: Mapped[str] = mapped_column(String(120))
    structure: Mapped[Structure] = relationship(back_populates="sites")


def _structure_document(_session: Session, structure: Structure) -> Document:
    sites = sorted(structure.sites, key=lambda site: (site.name, site.id))
    return {
        "name": structure.name,
        "time_zone": structure.time_zone,
        "sites": [{"id": site.id, "name": site.name} for site in sites],
    }


REPLICATED = (
    Replicated(
        kind="structure",
        model=Structure,
        scope_kind="s",
        owner=lambda structure: structure.id,
        document=_structure_document,
    ),
)
