"""The doctor sees every difference between feed and tables, and none where there is none."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from server.kernel.database import read_only, write_session
from server.replication.doctor import differences
from tests.factories import World
from tests.server.wire import intent


def found() -> list[str]:
    with read_only() as session:
        return list(differences(session))


def damage(statement: str) -> None:
    with write_session() as session:
        done = session.execute(text(statement))
        assert done.rowcount > 0, "the damage must have been done"  # type: ignore[attr-defined]
        session.commit()


@pytest.fixture
def talked(world: World) -> World:
    """Karim and Nadia have exchanged a few things of every kind."""
    karim, nadia = world.wire(world.karim), world.wire(world.nadia)
    scope = world.dossier(world.karim)
    karim.push(scope, intent(1, "message.send", text="Bonjour"))
    nadia.push(scope, intent(1, "message.send", text="Bonjour Karim"))
    nadia.push(world.notes(world.karim), intent(1, "triage.flag", world.karim.id, flagged=True))
    nadia.push(world.own_scope(world.nadia), intent(1, "read_position.set", world.karim.id, seq=1))
    world.prepare_karims_records()
    return world


def test_a_healthy_database_has_no_difference(talked: World) -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE message SET text = 'Autre chose' WHERE seq = 1", "says something else"),
        ("DELETE FROM feed_entry WHERE kind = 'message'", "not in the feed"),
        ("DELETE FROM triage", "not in the table"),
        ("UPDATE feed_entry SET v = v + 1000 WHERE kind = 'thread'", "has not reached"),
        ("UPDATE account SET first_name = 'Autre' WHERE first_name = 'Karim'", "young_person"),
    ],
)
def test_each_kind_of_damage_is_reported(talked: World, statement: str, said: str) -> None:
    damage(statement)

    assert any(said in line for line in found())
