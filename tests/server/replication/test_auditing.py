"""Who was given or changed whose file: written once a day and session, and never the content."""

from __future__ import annotations

from sqlalchemy import select

from server.kernel.audit import AuditEntry
from server.kernel.clock import DAY_MS, move_clock
from server.kernel.policy import SYSTEM, Actor
from server.kernel.unit_of_work import unit_of_work
from tests.factories import World
from tests.server.wire import Wire, intent


def lines(verb: str) -> list[tuple[str | None, str | None]]:
    with unit_of_work(by=SYSTEM) as uow:
        found = uow.session.execute(
            select(AuditEntry.by_id, AuditEntry.about_id)
            .where(AuditEntry.verb == verb)
            .order_by(AuditEntry.id)
        )
        return [(by, about) for by, about in found]


def test_an_advisor_who_receives_a_file_is_noted_once_a_day(world: World) -> None:
    nadia = world.wire(world.nadia)

    nadia.pull()
    nadia.pull()

    assert lines("file.read") == [(world.nadia.id, world.karim.id)]


def test_the_next_day_a_reading_is_noted_again(world: World) -> None:
    nadia = world.wire(world.nadia)
    nadia.pull()
    move_clock(DAY_MS // 4)
    nadia.pull()
    move_clock(DAY_MS // 2)
    nadia.pull()
    move_clock(3 * DAY_MS // 4)
    nadia.pull()
    move_clock(DAY_MS)
    nadia.pull()

    assert lines("file.read") == [(world.nadia.id, world.karim.id)] * 2


def test_another_session_is_another_reading(world: World) -> None:
    for _ in range(2):
        world.wire(world.nadia).pull()

    assert len(lines("file.read")) == 2


def test_nothing_received_is_nothing_read(world: World) -> None:
    nadia = world.wire(world.nadia)
    cursor = {str(e["s"]): [e["epoch"], e["to"]] for e in nadia.pull()["scopes"]}
    again = Wire(world.browser(world.nadia))

    again.pull(cursor)

    assert len(lines("file.read")) == 1


def test_reading_ones_own_file_is_not_noted(world: World) -> None:
    world.wire(world.karim).pull()

    assert lines("file.read") == []


def test_every_gesture_on_a_file_is_noted(world: World) -> None:
    nadia, karim = world.wire(world.nadia), world.karim.id
    dossier, notes = world.dossier(world.karim), world.notes(world.karim)
    world.wire(world.karim).push(dossier, intent(1, "message.send", text="Bonjour"))

    nadia.push(dossier, intent(1, "thread.read", karim, seq=1))
    nadia.push(
        notes,
        intent(1, "triage.flag", karim, flagged=True),
        intent(2, "triage.handle", karim, seq=1),
        intent(3, "triage.handle", karim, seq=1),
    )
    nadia.push(
        world.own_scope(world.nadia),
        intent(1, "read_position.set", karim, seq=1),
        intent(2, "preferences.set", world.nadia.id, theme="dark"),
    )

    assert gestures(world.nadia) == [
        ("thread.read", karim),
        ("triage.flag", karim),
        ("triage.handle", karim),
        ("read_position.set", karim),
        ("preferences.set", world.nadia.id),
    ]


def gestures(by: Actor) -> list[tuple[str, str | None]]:
    with unit_of_work(by=SYSTEM) as uow:
        found = uow.session.execute(
            select(AuditEntry.verb, AuditEntry.about_id)
            .where(AuditEntry.by_id == by.id, AuditEntry.verb.notlike("session.%"))
            .order_by(AuditEntry.id)
        )
        return [(verb, about) for verb, about in found]
