"""The people of the tests, made through the operations: Nadia follows Karim, Marc follows Inès."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from flask import Flask
from flask.testing import FlaskClient

from server.actions.operations import create_action
from server.appointments.operations import Invitee, create_appointment
from server.appointments.values import Details, WhenWhere
from server.caseloads.operations import add_young_person, appoint_stand_in
from server.identity.models import Account
from server.identity.operations import add_advisor
from server.identity.sessions import actor_of, open_session
from server.kernel.clock import MINUTE_MS
from server.kernel.conflicts import Conflict
from server.kernel.edit import server_edit
from server.kernel.ids import new_id
from server.kernel.policy import SYSTEM, Actor
from server.kernel.scopes import Scope, find_scope
from server.kernel.unit_of_work import UnitOfWork, unit_of_work
from server.messaging.operations import send_message
from server.notes.operations import write_note
from server.structures.models import Structure
from server.structures.operations import create_structure
from tests.server.wire import Wire

COOKIE = "passerelle"


@dataclass
class World:
    """Everybody a test may need. `paule` supervises; `stranger` advises in another structure."""

    app: Flask
    structure_id: str
    nadia: Actor
    marc: Actor
    paule: Actor
    stranger: Actor
    karim: Actor
    ines: Actor
    message_of_karim: str = ""
    conflict_of_karim: str = ""
    action_of_karim: str = ""
    done_action_of_karim: str = ""
    appointment_of_karim: str = ""
    note_about_karim: str = ""
    _browsers: dict[str, FlaskClient] = field(default_factory=dict)

    def scope(self, kind: str, owner: str) -> int:
        """Give the id of an owner's scope."""
        with unit_of_work(by=SYSTEM) as uow:
            return find_scope(uow.session, kind, owner).id

    def dossier(self, young_person: Actor) -> int:
        """Give the dossier scope of a young person."""
        return self.scope("d", young_person.id)

    def notes(self, young_person: Actor) -> int:
        """Give the advisors' side of a dossier."""
        return self.scope("n", young_person.id)

    def own_scope(self, person: Actor) -> int:
        """Give somebody's own scope."""
        return self.scope("u", person.id)

    def version(self, scope_id: int) -> int:
        """Give the present version of a scope."""
        with unit_of_work(by=SYSTEM) as uow:
            return uow.session.get_one(Scope, scope_id).version

    def browser(self, person: Actor) -> FlaskClient:
        """Give a browser in which somebody is signed in."""
        browser = self.app.test_client()
        with unit_of_work(by=person) as uow:
            account = uow.session.get_one(Account, person.id)
            opened = open_session(uow, account, label="Chrome, Android")
        browser.set_cookie(COOKIE, opened.token, domain="localhost")
        return browser

    def wire(self, person: Actor) -> Wire:
        """Give a new device of somebody, signed in."""
        return Wire(self.browser(person))

    def follow_more(self, advisor: Actor, count: int) -> None:
        """Add young people to an advisor's caseload."""
        for number in range(count):
            with unit_of_work(by=SYSTEM) as uow:
                add_young_person(
                    uow, advisor_id=advisor.id, first_name="Jeune", last_name=f"Numéro {number}"
                )

    def prepare_karims_records(self) -> None:
        """Write one message of Karim and open one conflict about it."""
        self.message_of_karim = new_id()
        self.conflict_of_karim = new_id()
        scopes = [self.dossier(self.karim), self.own_scope(self.karim)]
        with unit_of_work(by=self.karim, scopes=scopes) as uow:
            send_message(
                uow,
                by=self.karim,
                thread_id=self.karim.id,
                message_id=self.message_of_karim,
                text="Mes mots",
                edit=server_edit(uow.at),
            )
            uow.session.add(self._conflict(uow))
        self.action_of_karim = self.add_action()
        self.done_action_of_karim = self.add_action(status="done")
        self.appointment_of_karim = self.add_appointment()
        self.note_about_karim = self.add_note()

    def add_action(self, *, status: str = "not_started") -> str:
        """Write an action of Karim, by himself, due today; give its id."""
        action_id = new_id()
        with unit_of_work(by=self.karim, scopes=[self.dossier(self.karim)]) as uow:
            create_action(
                uow,
                by=self.karim,
                young_person_id=self.karim.id,
                action_id=action_id,
                title="Mettre à jour mon CV",
                category="EMPLOI",
                due=datetime.fromtimestamp(uow.at / 1000, UTC).date().isoformat(),
                status=status,
                edit=server_edit(uow.at),
            )
        return action_id

    def add_appointment(self) -> str:
        """Make an interview of Karim with Nadia, going on now; give its id in his dossier."""
        invitee = Invitee(new_id(), self.karim.id)
        with unit_of_work(by=self.nadia, scopes=[self.dossier(self.karim)]) as uow:
            create_appointment(
                uow,
                by=self.nadia,
                appointment_id=new_id(),
                invitees=[invitee],
                when_where=WhenWhere(uow.at - 30 * MINUTE_MS, uow.at + 30 * MINUTE_MS, "in_person"),
                details=Details(),
                edit=server_edit(uow.at),
            )
        return invitee.id

    def add_note(self) -> str:
        """Write a private note of Nadia about Karim; give its id."""
        note_id = new_id()
        with unit_of_work(by=self.nadia, scopes=[self.notes(self.karim)]) as uow:
            write_note(
                uow,
                by=self.nadia,
                young_person_id=self.karim.id,
                note_id=note_id,
                text="Frère malade, moins disponible le matin.",
                edit=server_edit(uow.at),
            )
        return note_id

    def stand_in_for_nadia(self, until_on: date) -> None:
        """Let Marc stand in for Nadia with Karim, that day included."""
        with unit_of_work(by=SYSTEM) as uow:
            appoint_stand_in(
                uow, young_person_id=self.karim.id, advisor_id=self.marc.id, until_on=until_on
            )

    def _conflict(self, uow: UnitOfWork) -> Conflict:
        return Conflict(
            id=self.conflict_of_karim,
            scope_kind="u",
            owner=self.karim.id,
            record_kind="message",
            record_id=self.message_of_karim,
            group="text",
            kept_value="Mes mots",
            kept_at=uow.at,
            lost_value="Mes autres mots",
            lost_at=uow.at,
            kept_author_id=self.karim.id,
            kept_author_name=self.karim.name,
            lost_author_id=self.karim.id,
            lost_author_name=self.karim.name,
            state="open",
            created_at=uow.at,
        )


def make_world(app: Flask) -> World:
    """Make Mission Locale du Val with its people, and a stranger in another structure."""
    with unit_of_work(by=SYSTEM) as uow:
        val = create_structure(uow, name="Mission Locale du Val", sites=["Val centre"])
        elsewhere = create_structure(uow, name="Mission Locale d’Ailleurs")
    nadia = _advisor("Nadia", "Benali", val, title="conseillère")
    marc = _advisor("Marc", "Leroy", val)
    paule = _advisor("Paule", "Mercier", val, title="conseillère", is_supervisor=True)
    stranger = _advisor("Denis", "Faure", elsewhere)
    karim = _young_person("Karim", "Haddad", nadia, birth_on=date(2005, 3, 14))
    ines = _young_person("Inès", "Moreau", marc)
    return World(app, val.id, nadia, marc, paule, stranger, karim, ines)


def _advisor(
    first_name: str,
    last_name: str,
    structure: Structure,
    *,
    title: str = "conseiller",
    is_supervisor: bool = False,
) -> Actor:
    with unit_of_work(by=SYSTEM) as uow:
        advisor = add_advisor(
            uow,
            structure_id=structure.id,
            first_name=first_name,
            last_name=last_name,
            email=f"{first_name}.{last_name}@example.org",
            title=title,
            is_supervisor=is_supervisor,
        )
        return actor_of(uow.session, advisor.account)


def _young_person(
    first_name: str, last_name: str, advisor: Actor, *, birth_on: date | None = None
) -> Actor:
    with unit_of_work(by=SYSTEM) as uow:
        young_person = add_young_person(
            uow,
            advisor_id=advisor.id,
            first_name=first_name,
            last_name=last_name,
            birth_on=birth_on,
        )
        return actor_of(uow.session, young_person.account)
