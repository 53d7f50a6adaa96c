"""How a young person is reached: both sides of the dossier keep it, field by field."""

from __future__ import annotations

from typing import Any

import pytest

from server.kernel.clock import move_clock
from tests.factories import World
from tests.server.wire import Json, Wire, intent


def contact_in(wire: Wire) -> Json:
    (row,) = wire.rows("contact")
    found: Json = row["d"]
    return found


def set_by(world: World, wire: Wire, n: int, *, base: int = 0, **values: Any) -> Json:
    """Push one contact.set about Karim, whose fields were seen at version `base`."""
    seen = dict.fromkeys(values, base)
    made = intent(n, "contact.set", world.karim.id, base=seen, **values)
    return wire.push(world.dossier(world.karim), made)[0]


def test_each_field_says_who_changed_it(world: World) -> None:
    karim, nadia = world.wire(world.karim), world.wire(world.nadia)

    set_by(world, karim, 1, phone=" 06 12 34 56 78 ", usual_first_name="Kari")
    set_by(world, nadia, 1, email="karim@exemple.fr")

    contact = contact_in(nadia)
    changed = contact.pop("changed")
    assert contact == {
        "phone": "06 12 34 56 78",
        "email": "karim@exemple.fr",
        "usual_first_name": "Kari",
    }
    assert {field: one["name"] for field, one in changed.items()} == {
        "phone": "Karim Haddad",
        "email": "Nadia Benali",
        "usual_first_name": "Karim Haddad",
    }


@pytest.mark.parametrize("nothing", [None, "", "  "])
def test_nothing_written_clears_a_field(world: World, nothing: str | None) -> None:
    karim = world.wire(world.karim)
    set_by(world, karim, 1, phone="06 12 34 56 78", email="karim@exemple.fr")

    set_by(world, karim, 2, phone=nothing)

    assert contact_in(karim)["phone"] is None
    assert contact_in(karim)["email"] == "karim@exemple.fr"


def test_clearing_what_was_never_written_makes_no_record(world: World) -> None:
    karim = world.wire(world.karim)

    assert set_by(world, karim, 1, phone="")["o"] == "noop"
    assert karim.rows("contact") == []


@pytest.mark.parametrize(
    "values",
    [
        {"phone": "zéro six"},
        {"phone": "12345"},
        {"phone": "+33 6 12 34 56 78 90 12 34"},
        {"phone": "06 12 34 56 78" + " " * 5 + "ou demain"},
        {"phone": 612345678},
        {"email": "karim"},
        {"email": "karim@@exemple.fr"},
        {"email": "k" * 250 + "@exemple.fr"},
        {"usual_first_name": "x" * 81},
        {"usual_first_name": ["Kari"]},
    ],
)
def test_what_cannot_be_reached_is_refused_whole(world: World, values: dict[str, Any]) -> None:
    karim = world.wire(world.karim)
    set_by(world, karim, 1, phone="06 12 34 56 78")

    outcome = set_by(world, karim, 2, **{"email": "karim@exemple.fr", **values})

    assert (outcome["o"], outcome["why"]) == ("rejected", "validation")
    assert contact_in(karim)["email"] is None


@pytest.mark.parametrize("phone", ["+33 6 12 34 56 78", "06.12.34.56.78", "(0262) 12-34-56"])
def test_numbers_are_written_as_people_write_them(world: World, phone: str) -> None:
    karim = world.wire(world.karim)

    assert set_by(world, karim, 1, phone=phone)["o"] == "applied"
    assert contact_in(karim)["phone"] == phone


def test_the_contact_of_somebody_else_is_forbidden_under_any_id(world: World) -> None:
    karim = world.wire(world.karim)
    about_ines = intent(1, "contact.set", world.ines.id, phone="06 12 34 56 78")

    through_mine = karim.push(world.dossier(world.karim), about_ines)
    through_theirs = karim.push(world.dossier(world.ines), about_ines)

    forbidden = [{"n": 1, "o": "rejected", "why": "forbidden"}]
    assert (through_mine, through_theirs) == (forbidden, forbidden)
    assert world.wire(world.marc).rows("contact") == []


def disputed(world: World) -> tuple[Wire, Wire]:
    """Karim then Nadia give a number without knowing each other's; his device and hers."""
    karim, nadia = world.wire(world.karim), world.wire(world.nadia)
    set_by(world, karim, 1, phone="06 00 00 00 01")
    move_clock(5_000)
    outcome = set_by(world, nadia, 1, phone="06 00 00 00 02")
    assert outcome["o"] == "merged"
    return karim, nadia


def test_two_numbers_given_without_knowing_are_both_kept_for_both_sides(world: World) -> None:
    karim, nadia = disputed(world)

    assert contact_in(karim)["phone"] == "06 00 00 00 02"
    for wire in (karim, nadia):
        (conflict,) = wire.rows("conflict")
        kept, lost = conflict["d"]["kept"], conflict["d"]["lost"]
        assert (kept["value"], kept["name"]) == ("06 00 00 00 02", "Nadia Benali")
        assert (lost["value"], lost["name"]) == ("06 00 00 00 01", "Karim Haddad")


def test_different_fields_never_dispute(world: World) -> None:
    karim, nadia = world.wire(world.karim), world.wire(world.nadia)
    set_by(world, karim, 1, phone="06 00 00 00 01")

    assert set_by(world, nadia, 1, email="karim@exemple.fr")["o"] == "applied"
    assert karim.rows("conflict") == []


def test_the_number_that_lost_comes_back_and_the_choice_can_be_undone(world: World) -> None:
    karim, _ = disputed(world)
    dossier = world.dossier(world.karim)
    conflict = karim.rows("conflict")[0]

    karim.push(dossier, intent(2, "conflict.close", conflict["id"], choice="restored"))
    assert contact_in(karim)["phone"] == "06 00 00 00 01"
    assert contact_in(karim)["changed"]["phone"]["name"] == "Karim Haddad"

    seen = {"state": world.version(dossier)}
    karim.push(dossier, intent(3, "conflict.close", conflict["id"], base=seen, choice="open"))
    assert contact_in(karim)["phone"] == "06 00 00 00 02"


def test_a_third_number_nobody_had_read_is_kept_when_another_comes_back(world: World) -> None:
    karim, nadia = disputed(world)
    set_by(world, nadia, 2, base=world.version(world.dossier(world.karim)), phone="06 00 00 00 03")
    conflict = karim.rows("conflict")[0]

    karim.push(
        world.dossier(world.karim), intent(2, "conflict.close", conflict["id"], choice="restored")
    )

    assert contact_in(karim)["phone"] == "06 00 00 00 01"
    lost = {row["d"]["lost"]["value"] for row in karim.rows("conflict")}
    assert "06 00 00 00 03" in lost
