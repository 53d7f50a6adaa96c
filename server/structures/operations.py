"""What is done to a structure. Only the command line and the demo open one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.kernel.errors import Invalid
from server.kernel.scopes import open_scope
from server.kernel.strings import t
from server.kernel.unit_of_work import UnitOfWork

from .models import Site, Structure


def create_structure(
    uow: UnitOfWork, *, name: str, sites: Iterable[str] = (), time_zone: str = "Europe/Paris"
) -> Structure:
    """Open a structure with its sites and its scope. Raises Invalid for an unknown time zone."""
    _check_time_zone(time_zone)
    structure = Structure(name=name, time_zone=time_zone)
    structure.sites = [Site(name=site) for site in sorted(set(sites))]
    uow.session.add(structure)
    uow.session.flush()
    open_scope(uow, "s", structure.id)
    uow.audit("structure.create", thing=structure.id)
    return structure


def get_site(session: Session, site_id: str, *, structure_id: str) -> Site:
    """Give a site of that structure. Raises Invalid for any other, there or not."""
    site = session.scalar(select(Site).where(Site.id == site_id, Site.structure_id == structure_id))
    if site is None:
        raise Invalid(fields={"site": [t("structures.site.unknown")]})
    return site


def local_date(structure: Structure, at: int) -> date:
    """Give the date it is in a structure at an instant (milliseconds UTC)."""
    instant = datetime.fromtimestamp(at / 1000, tz=UTC)
    return instant.astimezone(ZoneInfo(structure.time_zone)).date()


def day_end(structure: Structure, day: date) -> int:
    """Give the instant a day ends in a structure: its next midnight (milliseconds UTC)."""
    midnight = datetime.combine(day + timedelta(days=1), time.min, ZoneInfo(structure.time_zone))
    return round(midnight.timestamp() * 1000)


def _check_time_zone(name: str) -> None:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise Invalid(fields={"time_zone": [t("structures.time_zone.unknown")]}) from error
