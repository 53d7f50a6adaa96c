"""Deleting what was neither done nor commented, and what happens when somebody did not know."""

from __future__ import annotations

import pytest

from server.kernel.clock import move_clock, now_ms
from tests.factories import World
from tests.server.actions.dossier import APPLIED, Device, day, rejected
from tests.server.actions.test_two_people_offline import KARIM, NADIA, Gesture, meet

DELETE: Gesture = ("action.delete", {})
COMMENT: Gesture = ("action.comment", {"text": "J’y vais demain"})
DONE: Gesture = ("action.status", {"status": "done", "done_on": day(-1)})
EDIT: Gesture = ("action.edit", {"title": "De Karim"})


def test_a_deletion_is_undone_as_it_was(world: World) -> None:
    karim, nadia = Device(world, world.karim), Device(world, world.nadia)
    made = karim.creates(title="CV", description="À moi")
    before = karim.shown(made)

    karim.does("action.delete", made, base={"deleted": karim.seen(made)})
    assert nadia.shown(made)["deleted"] is not None
    outcome = karim.does("action.restore", made, base={"deleted": karim.seen(made)})

    after = nadia.shown(made)
    told = [line["what"] for line in after.pop("history")]
    before.pop("history")
    assert outcome == APPLIED
    assert after == before
    assert told == ["created", "deleted", "restored"]


@pytest.mark.parametrize("gesture", [COMMENT, DONE], ids=str)
def test_what_was_said_or_done_meanwhile_brings_the_action_back_and_tells_who_deleted_it(
    world: World, gesture: Gesture
) -> None:
    met = meet(world, gesture, DELETE, first="nadia")

    assert met.state()["deleted"] is None
    assert met.outcomes["nadia"] == APPLIED
    assert met.outcomes["karim"]["o"] == "merged"
    assert met.outcomes["karim"]["kept"] == [one["id"] for one in met.nadia.conflicts()]
    assert met.disputes() == [
        {"group": "deleted", "kept": (None, KARIM), "lost": ("deleted", NADIA)}
    ]


@pytest.mark.parametrize("gesture", [COMMENT, DONE], ids=str)
def test_a_deletion_that_arrives_after_is_refused(world: World, gesture: Gesture) -> None:
    met = meet(world, gesture, DELETE, first="karim")

    assert met.state()["deleted"] is None
    assert met.outcomes == {"karim": APPLIED, "nadia": rejected("invalid_transition")}
    assert met.disputes() == []


def test_the_completion_itself_is_there(world: World) -> None:
    met = meet(world, DONE, DELETE, first="nadia")

    assert (met.state()["status"], met.state()["done_on"]) == ("done", day(-1))


def test_the_comment_itself_is_there(world: World) -> None:
    met = meet(world, COMMENT, DELETE, first="nadia")

    assert [row["d"]["text"] for row in met.nadia.wire.rows("comment")] == ["J’y vais demain"]


def test_who_had_seen_the_deletion_cannot_finish_the_action(world: World) -> None:
    karim, nadia = Device(world, world.karim), Device(world, world.nadia)
    made = karim.creates()
    nadia.does("action.delete", made, base={"deleted": nadia.seen(made)})
    base = {"status": karim.seen(made)}

    assert karim.does("action.status", made, base=base, status="done") == rejected("gone")
    assert karim.does("action.comment", action=made, base=base, text="Mais") == rejected("gone")


def test_a_device_that_deleted_it_cannot_comment_it(world: World) -> None:
    karim = Device(world, world.karim)
    made = karim.creates()
    karim.does("action.delete", made, base={"deleted": karim.seen(made)})

    assert karim.does("action.comment", action=made, text="Trop tard") == rejected("gone")


def test_a_deletion_cannot_be_chosen_again_over_a_comment(world: World) -> None:
    met = meet(world, COMMENT, DELETE, first="nadia")
    (conflict,) = met.nadia.conflicts()
    base = {"state": conflict["v"]}

    again = met.nadia.does("conflict.close", conflict["id"], base=base, choice="restored")
    seen = met.nadia.does("conflict.close", conflict["id"], base=base, choice="kept")

    assert again == rejected("invalid_transition")
    assert seen == APPLIED
    assert met.state()["deleted"] is None


def test_a_deletion_can_be_chosen_again_once_the_action_is_taken_up(world: World) -> None:
    met = meet(world, DONE, DELETE, first="nadia")
    base = {"status": met.karim.seen(met.action)}
    met.karim.does("action.status", met.action, base=base, status="in_progress")
    (conflict,) = met.nadia.conflicts()

    outcome = met.nadia.does(
        "conflict.close", conflict["id"], base={"state": conflict["v"]}, choice="restored"
    )

    assert outcome == APPLIED
    assert met.state()["deleted"] is not None


def test_an_edit_that_did_not_know_a_deletion_stays_with_its_author(world: World) -> None:
    met = meet(world, EDIT, DELETE, first="nadia")

    assert met.state()["deleted"] is not None
    assert met.outcomes["karim"] == rejected("gone")


def test_a_deletion_that_did_not_know_an_edit_wins_and_its_author_can_undo_it(
    world: World,
) -> None:
    met = meet(world, EDIT, DELETE, first="karim")
    assert met.state()["deleted"] is not None
    assert met.disputes() == [
        {"group": "deleted", "kept": ("deleted", NADIA), "lost": (None, KARIM)}
    ]
    (conflict,) = met.karim.conflicts()

    met.karim.does(
        "conflict.close", conflict["id"], base={"state": conflict["v"]}, choice="restored"
    )

    assert (met.state()["deleted"], met.state()["title"]) == (None, "De Karim")


def test_a_deletion_that_did_not_know_an_edit_of_ones_own_other_device_asks_too(
    world: World,
) -> None:
    phone, tablet = Device(world, world.karim), Device(world, world.karim)
    made = phone.creates()
    seen = phone.seen(made)
    tablet.does("action.edit", made, base={"title": seen}, title="Depuis la tablette")

    outcome = phone.does("action.delete", made, base={"deleted": seen})

    (conflict,) = phone.conflicts()
    assert (outcome["o"], outcome["kept"]) == ("merged", [conflict["id"]])
    phone.does("conflict.close", conflict["id"], base={"state": conflict["v"]}, choice="restored")
    shown = phone.shown(made)
    assert (shown["deleted"], shown["title"]) == (None, "Depuis la tablette")


def test_two_people_who_delete_the_same_action_agree(world: World) -> None:
    met = meet(world, DELETE, DELETE, first="karim")

    assert met.state()["deleted"] is not None
    assert met.disputes() == []


def test_a_deletion_older_than_its_undoing_changes_nothing_and_is_told(world: World) -> None:
    karim, nadia = Device(world, world.karim), Device(world, world.nadia)
    made = karim.creates()
    seen = {"deleted": karim.seen(made)}
    before = now_ms()
    move_clock(60_000)
    karim.does("action.delete", made, base=seen)
    karim.does("action.restore", made, base=seen)

    outcome = nadia.does("action.delete", made, base=seen, at=before)

    assert outcome["o"] == "merged"
    assert karim.shown(made)["deleted"] is None
    (conflict,) = karim.conflicts()
    assert (conflict["kept"]["value"], conflict["kept"]["name"]) == (None, KARIM)
    assert (conflict["lost"]["value"], conflict["lost"]["name"]) == ("deleted", NADIA)
