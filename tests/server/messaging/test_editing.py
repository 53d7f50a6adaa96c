"""Changing and taking back one's own words: in time, by oneself, never losing the other version."""

from __future__ import annotations

import pytest

from server.kernel.clock import DAY_MS, MINUTE_MS, move_clock, now_ms
from server.kernel.ids import new_id
from tests.factories import World
from tests.server.wire import Json, Wire, intent


def one(wire: Wire, kind: str) -> Json:
    rows = wire.rows(kind)
    assert len(rows) == 1, rows
    found: Json = rows[0]
    return found


def test_an_edit_within_fifteen_minutes_changes_the_words_and_says_so(world: World) -> None:
    karim, scope, sent = world.wire(world.karim), world.dossier(world.karim), new_id()
    karim.push(scope, intent(1, "message.send", sent, text="Jeudi"))

    karim.push(scope, intent(2, "message.edit", sent, text="Vendredi"))

    message = one(world.wire(world.nadia), "message")["d"]
    assert message["text"] == "Vendredi"
    assert message["edited"] is not None


def test_an_edit_made_too_late_is_refused(world: World) -> None:
    karim, scope, sent = world.wire(world.karim), world.dossier(world.karim), new_id()
    karim.push(scope, intent(1, "message.send", sent, text="Jeudi"))
    move_clock(15 * MINUTE_MS + 5_000)

    outcome = karim.push(scope, intent(2, "message.edit", sent, text="Vendredi"))

    assert outcome == [{"n": 2, "o": "rejected", "why": "too_late"}]


def test_an_edit_made_in_time_offline_is_accepted_days_later(world: World) -> None:
    karim, scope, sent = world.wire(world.karim), world.dossier(world.karim), new_id()
    karim.push(scope, intent(1, "message.send", sent, text="Jeudi"))
    made_at = now_ms() + 5 * MINUTE_MS
    move_clock(3 * DAY_MS)

    outcome = karim.push(scope, intent(2, "message.edit", sent, at=made_at, text="Vendredi"))

    assert outcome[0]["o"] == "applied"


@pytest.mark.parametrize("phone_is_ahead_ms", [-40 * 365 * DAY_MS, 73 * 365 * DAY_MS])
def test_a_phone_with_a_wild_clock_writes_at_the_right_time(
    world: World, phone_is_ahead_ms: int
) -> None:
    karim, scope = world.wire(world.karim), world.dossier(world.karim)
    move_clock(DAY_MS // 3)  # the dossier is older than the message
    its_now = now_ms() + phone_is_ahead_ms
    sent = intent(1, "message.send", at=its_now - 60_000, text="Il y a une minute")

    answer = karim.client.post(
        "/api/sync/1",
        json={
            "proto": 1,
            "app": "2026.11.1",
            "client": karim.client_id,
            "inc": None,
            "sent_at": its_now,
            "push": [{"s": scope, "m": [sent]}],
        },
        headers={"Origin": "http://localhost:8000"},
    )

    assert answer.status_code == 200
    assert abs(one(karim, "message")["d"]["at"] - (now_ms() - 60_000)) < 10_000


def test_a_deleted_message_leaves_a_trace_without_its_words(world: World) -> None:
    karim, scope, sent = world.wire(world.karim), world.dossier(world.karim), new_id()
    karim.push(scope, intent(1, "message.send", sent, text="Je regrette"))

    karim.push(scope, intent(2, "message.delete", sent))

    answer = world.wire(world.nadia).post(pull={"cursor": {}}).text
    assert "Je regrette" not in answer
    assert one(world.wire(world.nadia), "message")["d"]["deleted"] is not None


def test_deleting_a_day_later_is_refused(world: World) -> None:
    karim, scope, sent = world.wire(world.karim), world.dossier(world.karim), new_id()
    karim.push(scope, intent(1, "message.send", sent, text="Trop tard"))
    move_clock(DAY_MS + 5_000)

    outcome = karim.push(scope, intent(2, "message.delete", sent))

    assert outcome[0]["why"] == "too_late"


def test_editing_a_deleted_message_is_refused_as_gone(world: World) -> None:
    karim, scope, sent = world.wire(world.karim), world.dossier(world.karim), new_id()
    karim.push(scope, intent(1, "message.send", sent, text="Bonjour"))
    karim.push(scope, intent(2, "message.delete", sent))

    outcome = karim.push(scope, intent(3, "message.edit", sent, text="Rebonjour"))

    assert outcome[0]["why"] == "gone"


def test_two_edits_of_one_lane_never_conflict_with_themselves(world: World) -> None:
    karim, scope, sent = world.wire(world.karim), world.dossier(world.karim), new_id()

    outcomes = karim.push(
        scope,
        intent(1, "message.send", sent, text="Un"),
        intent(2, "message.edit", sent, base={"text": 0}, text="Deux"),
        intent(3, "message.edit", sent, base={"text": 0}, text="Trois"),
    )

    assert [one["o"] for one in outcomes] == ["applied"] * 3
    assert karim.rows("conflict") == []
    assert one(karim, "message")["d"]["text"] == "Trois"


def edited_on_two_devices(world: World) -> tuple[Wire, Wire, str, list[Json]]:
    """Karim edits the same message on two devices that have not heard of each other."""
    phone, tablet = world.wire(world.karim), world.wire(world.karim)
    scope, sent = world.dossier(world.karim), new_id()
    phone.push(scope, intent(1, "message.send", sent, text="Original"))
    seen = one(phone, "message")["v"]
    early, late = now_ms(), now_ms() + 1_000
    move_clock(2_000)
    phone.push(
        scope, intent(2, "message.edit", sent, at=late, base={"text": seen}, text="Du téléphone")
    )
    outcomes = tablet.push(
        scope, intent(1, "message.edit", sent, at=early, base={"text": seen}, text="De la tablette")
    )
    return phone, tablet, sent, outcomes


def test_concurrent_edits_show_the_later_one_and_keep_the_other(world: World) -> None:
    phone, _, _, outcomes = edited_on_two_devices(world)

    conflict = one(phone, "conflict")
    assert outcomes[0]["o"] == "merged"
    assert outcomes[0]["kept"] == [conflict["id"]]
    assert one(phone, "message")["d"]["text"] == "Du téléphone"
    assert conflict["d"]["lost"]["value"] == "De la tablette"


def test_nobody_else_is_asked_about_my_own_two_versions(world: World) -> None:
    phone, _, _, _ = edited_on_two_devices(world)
    assert phone.rows("conflict"), "there must be a conflict to hide"

    assert world.wire(world.nadia).rows("conflict") == []


def test_a_losing_version_comes_back_in_one_gesture(world: World) -> None:
    phone, tablet, _, _ = edited_on_two_devices(world)
    conflict = one(phone, "conflict")["id"]

    outcome = tablet.push(
        world.own_scope(world.karim), intent(1, "conflict.close", conflict, choice="restored")
    )

    assert outcome[0]["o"] == "applied"
    assert one(phone, "message")["d"]["text"] == "De la tablette"
    assert one(phone, "conflict")["d"]["state"] == "restored"


def test_a_closed_conflict_cannot_be_closed_the_other_way(world: World) -> None:
    phone, tablet, _, _ = edited_on_two_devices(world)
    conflict, own = one(phone, "conflict")["id"], world.own_scope(world.karim)
    phone.push(own, intent(1, "conflict.close", conflict, choice="kept"))

    outcome = tablet.push(own, intent(1, "conflict.close", conflict, choice="restored"))

    assert outcome[0]["why"] == "invalid_transition"


def test_a_choice_can_be_undone_by_whoever_has_seen_it(world: World) -> None:
    phone, tablet, _, _ = edited_on_two_devices(world)
    conflict, own = one(phone, "conflict")["id"], world.own_scope(world.karim)
    phone.push(own, intent(1, "conflict.close", conflict, choice="restored"))
    assert one(phone, "message")["d"]["text"] == "De la tablette"
    seen = one(tablet, "conflict")["v"]

    tablet.push(own, intent(1, "conflict.close", conflict, base={"state": seen}, choice="kept"))

    assert one(phone, "message")["d"]["text"] == "Du téléphone"
    assert one(phone, "conflict")["d"]["state"] == "kept"


def test_a_delete_that_did_not_know_an_edit_wins_and_keeps_its_words_for_the_author(
    world: World,
) -> None:
    phone, tablet = world.wire(world.karim), world.wire(world.karim)
    scope, sent = world.dossier(world.karim), new_id()
    phone.push(scope, intent(1, "message.send", sent, text="Original"))
    seen = one(phone, "message")["v"]
    phone.push(scope, intent(2, "message.edit", sent, base={"text": seen}, text="Corrigé"))

    outcome = tablet.push(scope, intent(1, "message.delete", sent, base={"text": seen}))

    assert outcome[0]["o"] == "merged"
    assert one(phone, "message")["d"]["text"] is None
    assert one(phone, "conflict")["d"]["lost"]["value"] == "Corrigé"


@pytest.mark.parametrize(
    ("text", "why"), [("", "validation"), (" \n ", "validation"), ("a" * 4_001, "too_large")]
)
def test_empty_and_too_long_words_are_refused(world: World, text: str, why: str) -> None:
    outcome = world.wire(world.karim).push(
        world.dossier(world.karim), intent(1, "message.send", text=text)
    )

    assert outcome == [{"n": 1, "o": "rejected", "why": why}]


def test_a_reply_to_nothing_is_refused(world: World) -> None:
    outcome = world.wire(world.karim).push(
        world.dossier(world.karim), intent(1, "message.send", text="Oui", reply_to=new_id())
    )

    assert outcome == [{"n": 1, "o": "rejected", "why": "forbidden"}]
