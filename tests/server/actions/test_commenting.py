"""What both sides say about an action."""

from __future__ import annotations

import pytest

from server.kernel.ids import new_id
from tests.factories import World
from tests.server.actions.dossier import APPLIED, NOOP, Device, action_in, rejected


def test_a_comment_reaches_the_other_side_with_its_author(world: World) -> None:
    karim, nadia = Device(world, world.karim), Device(world, world.nadia)
    made, said = karim.creates(), new_id()

    nadia.does("action.comment", said, action=made, text=" Bravo ! \n")

    (row,) = karim.wire.rows("comment")
    assert row["id"] == said
    assert row["d"].pop("at") > 0
    assert row["d"] == {
        "action": made,
        "author": world.nadia.id,
        "side": "advisor",
        "name": "Nadia Benali",
        "text": "Bravo !",
    }


def test_comments_go_on_after_the_hours_were_confirmed(world: World) -> None:
    done = action_in(world, "done", qualified=True, commented=False)

    assert Device(world, world.karim).does("action.comment", action=done, text="Merci") == APPLIED


@pytest.mark.parametrize(
    ("text", "why"), [("", "validation"), (" \n ", "validation"), ("a" * 1_025, "too_large")]
)
def test_empty_and_too_long_comments_are_refused(world: World, text: str, why: str) -> None:
    karim = Device(world, world.karim)
    made = karim.creates()

    assert karim.does("action.comment", action=made, text=text) == rejected(why)


def test_sent_twice_by_its_author_it_is_one_comment(world: World) -> None:
    karim, tablet, said = Device(world, world.karim), Device(world, world.karim), new_id()
    made = karim.creates()
    karim.does("action.comment", said, action=made, text="Un")

    assert tablet.does("action.comment", said, action=made, text="Deux") == NOOP
    assert [row["d"]["text"] for row in karim.wire.rows("comment")] == ["Un"]


def test_the_id_of_another_comment_cannot_be_taken(world: World) -> None:
    karim, nadia, said = Device(world, world.karim), Device(world, world.nadia), new_id()
    made = karim.creates()
    karim.does("action.comment", said, action=made, text="Un")

    outcome = nadia.does("action.comment", said, action=made, text="Deux")

    assert outcome == rejected("forbidden")


def test_somebody_elses_action_and_no_action_are_the_same_answer(world: World) -> None:
    made = Device(world, world.karim).creates()
    ines = Device(world, world.ines)
    ines.scope = world.dossier(world.ines)

    outcomes = [ines.does("action.comment", action=one, text="Coucou") for one in (made, new_id())]

    assert outcomes == [rejected("forbidden")] * 2
