"""A caseload of a thousand young people, made through the operations of the server."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from server import create_app
from server.caseloads.operations import add_young_person, welcome_young_person
from server.config import Config
from server.extensions import db
from server.fixtures.calendar import moment_of
from server.fixtures.followup import ActionPart, AppointmentPart, Followup
from server.fixtures.lines import YOUNG_PERSON, Line
from server.fixtures.recording import Recorder
from server.fixtures.writing import write_line
from server.identity.operations import add_advisor, name_persona
from server.identity.sessions import actor_of
from server.identity.terms import note_acceptance
from server.kernel.clock import DAY_MS, MINUTE_MS, now_ms
from server.kernel.policy import SYSTEM, Actor
from server.kernel.unit_of_work import unit_of_work
from server.structures.operations import create_structure

PEOPLE = 1000
_HOUR_MS = 60 * MINUTE_MS
_FIRST_NAMES = ("Awa", "Élodie", "Karim", "Inès", "Lucas", "Océane", "Théo", "Zoé")
_CATEGORIES = ("EMPLOI", "FORMATION", "SANTE", "LOGEMENT")


def fill(data: Path) -> None:
    """Give one advisor, played as « nadia », that many young people with something in each file."""
    app = create_app(Config(data=data, demo="small", test=True))
    with app.app_context():
        now = now_ms()
        advisor = _advisor(now)
        for number in range(PEOPLE):
            _dossier(number, advisor, now)
        with unit_of_work(by=SYSTEM, at=now) as uow:
            name_persona(uow, persona="nadia", account_id=advisor.id, position=0)
        db.engine.dispose()


def _advisor(now: int) -> Actor:
    with unit_of_work(by=SYSTEM, at=now - 90 * DAY_MS) as uow:
        structure = create_structure(uow, name="Mission Locale", sites=["Centre"])
        account = add_advisor(
            uow,
            structure_id=structure.id,
            first_name="Nadia",
            last_name="Benali",
            email="nadia.benali@ml.example",
            title="conseillère",
            site_id=structure.sites[0].id,
        ).account
        note_acceptance(uow, account)
        return actor_of(uow.session, account)


def _dossier(number: int, advisor: Actor, now: int) -> None:
    with unit_of_work(by=advisor, at=now - 60 * DAY_MS) as uow:
        account = add_young_person(
            uow,
            advisor_id=advisor.id,
            first_name=_FIRST_NAMES[number % len(_FIRST_NAMES)],
            last_name=f"Numéro {number * 7919 % PEOPLE}",
            birth_on=date(2004 + number % 5, 1 + number % 12, 1 + number % 28),
            scheme="PACEA" if number % 10 == 0 else "CEJ",
        ).account
        welcome_young_person(uow, account=account)
        person = actor_of(uow.session, account)
        Recorder(uow, advisor, person).record(_followup(number, now))
        said = now - (1 + number * 13 % 500) * _HOUR_MS
        by = person if number % 4 == 0 else advisor
        line = Line(side=by.role, text="Bonjour, à jeudi.", at=said, arrived=said)
        write_line(uow, by=by, thread_id=person.id, line=line, earlier=[])


def _followup(number: int, now: int) -> Followup:
    """Give four actions, one of them late and one to validate, and an appointment for most."""
    today = moment_of(now).date()
    made = now - 30 * DAY_MS
    actions = tuple(
        ActionPart(
            title=f"Étape {part}",
            category=category,
            side=YOUNG_PERSON,
            made=made,
            due=today + timedelta(days=part * 3 - 3 - number % 2),
            status="done" if part == 1 else "not_started",
            changed=now - _HOUR_MS if part == 1 else None,
            done_on=today if part == 1 else None,
            hours=3 if part == 1 and number % 3 == 0 else None,
            validated=now - _HOUR_MS if part == 1 and number % 3 == 0 else None,
        )
        for part, category in enumerate(_CATEGORIES)
    )
    starts = now + (1 + number * 17 % 900) * _HOUR_MS
    appointment = AppointmentPart(
        starts=starts,
        ends=starts + _HOUR_MS,
        made=made,
        answer="coming" if number % 2 else None,
        answered=now - _HOUR_MS if number % 2 else None,
    )
    return Followup(actions, (appointment,) if number % 5 else ())
