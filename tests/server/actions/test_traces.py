"""What an action remembers of its changes, what the audit notes, what a push costs."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select

from server.kernel.audit import AuditEntry
from server.kernel.policy import SYSTEM
from server.kernel.unit_of_work import unit_of_work
from server.replication.doctor import differences
from tests.factories import World
from tests.server.actions.dossier import Device, day
from tests.server.wire import intent


def test_the_history_tells_who_changed_what_into_what(world: World) -> None:
    karim, nadia = Device(world, world.karim), Device(world, world.nadia)
    made = karim.creates()
    base = dict.fromkeys(("title", "description", "category", "due", "status"), 10_000)

    nadia.does("action.edit", made, base=base, title="Mon CV", category="EMPLOI")
    nadia.does("action.edit", made, base=base, description="Des mots à ne pas répéter", due=day(5))
    karim.does("action.status", made, base=base, status="done")
    karim.does("action.edit", made, base=base, title="Mon CV")
    nadia.does("action.qualify", made, hours=3)

    told = [(line["what"], line["name"], line["value"]) for line in karim.shown(made)["history"]]
    assert told == [
        ("created", "Karim Haddad", None),
        ("title", "Nadia Benali", "Mon CV"),
        ("category", "Nadia Benali", "EMPLOI"),
        ("description", "Nadia Benali", None),
        ("due", "Nadia Benali", day(5)),
        ("status", "Karim Haddad", "done"),
        ("qualified", "Nadia Benali", "3"),
    ]


def test_the_history_keeps_the_last_twenty_changes(world: World) -> None:
    karim = Device(world, world.karim)
    made = karim.creates()

    for number in range(25):
        karim.does("action.edit", made, base={"title": 0}, title=f"Titre {number}")

    history = karim.shown(made)["history"]
    assert [line["value"] for line in history] == [f"Titre {number}" for number in range(5, 25)]


def lines() -> list[tuple[str | None, ...]]:
    with unit_of_work(by=SYSTEM) as uow:
        found = uow.session.execute(
            select(AuditEntry.verb, AuditEntry.by_id, AuditEntry.about_id, AuditEntry.thing_id)
            .where(AuditEntry.verb.like("action.%"))
            .order_by(AuditEntry.id)
        )
        return [tuple(row) for row in found]


def test_every_gesture_is_audited_and_none_that_changed_nothing(world: World) -> None:
    nadia, karim = Device(world, world.nadia), world.karim.id
    made, removed = nadia.creates(), nadia.creates()
    base = dict.fromkeys(("title", "status", "deleted"), 10_000)

    nadia.does("action.edit", made, base=base, title="Mon CV")
    nadia.does("action.edit", made, base=base, title="Mon CV")
    said = intent(nadia.n + 1, "action.comment", action=made, text="Des mots")["id"]
    nadia.does("action.comment", said, action=made, text="Des mots")
    nadia.does("action.status", made, base=base, status="done")
    nadia.does("action.status", made, base=base, status="done")
    nadia.does("action.qualify", made, hours=3)
    nadia.does("action.delete", removed, base=base)
    nadia.does("action.delete", removed, base=base)
    nadia.does("action.restore", removed, base=base)
    nadia.does("action.restore", removed, base=base)

    by = world.nadia.id
    assert lines() == [
        ("action.create", by, karim, made),
        ("action.create", by, karim, removed),
        ("action.edit", by, karim, made),
        ("action.comment", by, karim, said),
        ("action.status", by, karim, made),
        ("action.qualify", by, karim, made),
        ("action.delete", by, karim, removed),
        ("action.restore", by, karim, removed),
    ]


def test_what_devices_receive_is_what_the_tables_say(world: World) -> None:
    karim, nadia = Device(world, world.karim), Device(world, world.nadia)
    made, removed = karim.creates(status="done", done_on=day(-1)), karim.creates()
    karim.does("action.comment", action=made, text="Fait")
    nadia.does("action.qualify", made, hours=3, comment="Bravo")
    nadia.does("action.delete", removed, base={"deleted": nadia.seen(removed)})

    with unit_of_work(by=SYSTEM) as uow:
        assert list(differences(uow.session)) == []


def test_a_push_costs_the_same_in_a_full_dossier(
    world: World, count_queries: Callable[[], object]
) -> None:
    karim = Device(world, world.karim)
    made = karim.creates()

    def cost() -> int:
        """Count the statements of one slice with one gesture of each kind."""
        fresh, removed = karim.creates(), karim.creates()
        base = dict.fromkeys(("title", "status", "deleted"), 10_000)
        slice_ = [
            intent(karim.n + 1, "action.create", title="CV", due=day()),
            intent(karim.n + 2, "action.edit", fresh, base=base, title=f"Titre {karim.n}"),
            intent(karim.n + 3, "action.comment", action=made, text="Oui"),
            intent(karim.n + 4, "action.status", fresh, base=base, status="done"),
            intent(karim.n + 5, "action.delete", removed, base=base),
            intent(karim.n + 6, "action.restore", removed, base=base),
        ]
        karim.n += len(slice_)
        with count_queries() as seen:  # type: ignore[attr-defined]
            outcomes = karim.wire.push(karim.scope, *slice_)
        assert {one["o"] for one in outcomes} == {"applied"}
        return len(seen)

    in_an_empty_dossier = cost()
    for number in range(30):
        karim.does("action.comment", action=made, text=f"Mot {number}")
        karim.creates()

    assert cost() == in_an_empty_dossier
    assert in_an_empty_dossier < 45
