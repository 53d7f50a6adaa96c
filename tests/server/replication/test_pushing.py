"""Pushing intents: exactly once each, in order, one bad one never taking the others with it."""

from __future__ import annotations

from collections.abc import Callable
from unittest.mock import patch

import pytest
from sqlalchemy.exc import OperationalError

from server.kernel.ids import new_id
from server.messaging import operations
from server.replication.push import TRIES
from tests.factories import World
from tests.server.wire import Wire, intent


def texts(wire: Wire) -> list[str | None]:
    return [row["d"]["text"] for row in sorted(wire.rows("message"), key=lambda r: r["d"]["seq"])]


def test_a_message_is_there_for_the_advisor_as_soon_as_the_answer_says_applied(
    world: World,
) -> None:
    karim, nadia = world.wire(world.karim), world.wire(world.nadia)

    outcome = karim.push(world.dossier(world.karim), intent(1, "message.send", text="Bonjour"))

    assert outcome == [{"n": 1, "o": "applied"}]
    assert texts(nadia) == ["Bonjour"]


def test_the_same_intent_sent_twice_has_one_effect_and_the_same_answer(world: World) -> None:
    karim, scope = world.wire(world.karim), world.dossier(world.karim)
    sent = intent(1, "message.send", text="Une seule fois")
    karim.push(scope, sent)

    again = karim.push(scope, sent)

    assert again == [{"n": 1, "o": "duplicate", "was": {"o": "applied"}}]
    assert texts(karim) == ["Une seule fois"]


def test_the_same_message_sent_by_a_forked_device_changes_nothing(world: World) -> None:
    scope, message_id = world.dossier(world.karim), new_id()
    world.wire(world.karim).push(scope, intent(1, "message.send", message_id, text="Bonjour"))

    other = world.wire(world.karim)
    outcome = other.push(scope, intent(1, "message.send", message_id, text="Bonjour"))

    assert outcome[0]["o"] == "noop"
    assert texts(other) == ["Bonjour"]


def test_a_refused_intent_lets_the_others_of_its_slice_through(world: World) -> None:
    karim, scope = world.wire(world.karim), world.dossier(world.karim)

    outcomes = karim.push(
        scope,
        intent(1, "message.send", text="Avant"),
        intent(2, "message.send", text="   "),
        intent(3, "message.send", text="Après"),
    )

    assert [one["o"] for one in outcomes] == ["applied", "rejected", "applied"]
    assert outcomes[1]["why"] == "validation"
    assert texts(karim) == ["Avant", "Après"]


def test_a_poisoned_intent_does_not_block_its_lane(world: World) -> None:
    karim, scope = world.wire(world.karim), world.dossier(world.karim)

    with patch.object(operations, "_words", side_effect=ZeroDivisionError):
        broken = karim.push(scope, intent(1, "message.send", text="Aïe"))
    after = karim.push(scope, intent(2, "message.send", text="Ça repart"))

    assert broken == [{"n": 1, "o": "rejected", "why": "failed"}]
    assert after[0]["o"] == "applied"


def test_a_database_that_fails_for_a_moment_is_tried_again(world: World) -> None:
    karim, scope = world.wire(world.karim), world.dossier(world.karim)
    failing = iter([OperationalError("deadlock", None, Exception())] * (TRIES - 1))
    real = operations._words

    def sometimes(text: str) -> str:
        for error in failing:
            raise error
        return real(text)

    with patch.object(operations, "_words", side_effect=sometimes):
        outcome = karim.push(scope, intent(1, "message.send", text="Malgré tout"))

    assert outcome[0]["o"] == "applied"
    assert texts(karim) == ["Malgré tout"]


def test_a_database_that_stays_down_answers_retry_and_records_nothing(world: World) -> None:
    karim, scope = world.wire(world.karim), world.dossier(world.karim)
    sent = intent(1, "message.send", text="Plus tard")
    down = OperationalError("down", None, Exception())

    with patch.object(operations, "_words", side_effect=down):
        outcome = karim.push(scope, sent)

    assert outcome == [{"n": 1, "o": "retry"}]
    assert karim.push(scope, sent) == [{"n": 1, "o": "applied"}]


def test_a_hole_in_a_lane_is_answered_with_the_number_expected(world: World) -> None:
    karim, scope = world.wire(world.karim), world.dossier(world.karim)
    karim.push(scope, intent(1, "message.send", text="Un"))

    outcomes = karim.push(
        scope, intent(3, "message.send", text="Trois"), intent(4, "message.send", text="Quatre")
    )

    assert outcomes == [{"n": 3, "o": "gap", "expected": 2}]
    assert texts(karim) == ["Un"]


def test_another_intent_under_a_used_number_forks_the_device(world: World) -> None:
    karim, scope = world.wire(world.karim), world.dossier(world.karim)
    karim.push(scope, intent(1, "message.send", text="Original"))

    outcomes = karim.push(scope, intent(1, "message.send", text="Copie"))

    assert outcomes == [{"n": 1, "o": "forked"}]
    assert texts(karim) == ["Original"]


def test_a_device_id_seen_for_somebody_else_forks(world: World) -> None:
    karim = world.wire(world.karim)
    karim.push(world.dossier(world.karim), intent(1, "message.send", text="À moi"))

    thief = Wire(world.browser(world.ines), karim.client_id)
    outcomes = thief.push(world.dossier(world.ines), intent(1, "message.send", text="Pas à moi"))

    assert outcomes == [{"n": 1, "o": "forked"}]


@pytest.mark.parametrize(
    ("type_", "values"),
    [("message.sing", {"text": "La"}), ("message.send", {"text": "La", "melody": "do"})],
)
def test_a_type_or_a_group_of_a_newer_client_is_unknown_and_the_lane_goes_on(
    world: World, type_: str, values: dict[str, str]
) -> None:
    karim, scope = world.wire(world.karim), world.dossier(world.karim)

    outcomes = karim.push(scope, intent(1, type_, **values), intent(2, "message.send", text="Si"))

    assert outcomes[0] == {"n": 1, "o": "rejected", "why": "unknown_type"}
    assert outcomes[1]["o"] == "applied"


def test_an_intent_sent_to_the_wrong_kind_of_scope_is_unknown(world: World) -> None:
    nadia = world.wire(world.nadia)

    outcomes = nadia.push(
        world.dossier(world.karim), intent(1, "triage.flag", world.karim.id, flagged=True)
    )

    assert outcomes[0]["why"] == "unknown_type"


@pytest.mark.parametrize("text", ["a\x00b", "\ud800"])
def test_words_no_database_can_hold_are_refused_alone(world: World, text: str) -> None:
    karim, scope = world.wire(world.karim), world.dossier(world.karim)

    outcomes = karim.push(
        scope, intent(1, "message.send", text=text), intent(2, "message.send", text="Suite")
    )

    assert [(one["o"], one.get("why")) for one in outcomes] == [
        ("rejected", "validation"),
        ("applied", None),
    ]


def test_a_scope_without_a_grant_and_one_that_does_not_exist_answer_the_same(world: World) -> None:
    ines = world.wire(world.ines)

    stranger = ines.push(world.dossier(world.karim), intent(1, "message.send", text="Coucou"))
    nowhere = ines.push(999_999, intent(1, "message.send", text="Coucou"))

    assert stranger == nowhere == [{"n": 1, "o": "rejected", "why": "forbidden"}]
    assert texts(world.wire(world.karim)) == []


def test_a_slice_without_effect_does_not_move_the_scope(world: World) -> None:
    karim, scope = world.wire(world.karim), world.dossier(world.karim)
    before = world.version(scope)

    karim.push(scope, intent(1, "message.send", text=""))

    assert world.version(scope) == before


def test_a_slice_takes_one_version_however_many_rows_it_changes(world: World) -> None:
    karim, scope = world.wire(world.karim), world.dossier(world.karim)
    before = world.version(scope)

    karim.push(scope, *(intent(n, "message.send", text=f"n° {n}") for n in range(1, 21)))

    assert world.version(scope) == before + 1
    assert texts(karim) == [f"n° {n}" for n in range(1, 21)]


def test_a_push_of_one_message_costs_a_bounded_number_of_queries(
    world: World, count_queries: Callable[[], object]
) -> None:
    karim, scope = world.wire(world.karim), world.dossier(world.karim)
    karim.push(scope, intent(1, "message.send", text="Premier"))

    with count_queries() as seen:  # type: ignore[attr-defined]
        karim.push(scope, intent(2, "message.send", text="Second"))

    assert len(seen) <= 15, "\n".join(seen)


def test_each_message_more_in_a_slice_costs_one_query_more(
    world: World, count_queries: Callable[[], object]
) -> None:
    karim, scope = world.wire(world.karim), world.dossier(world.karim)
    karim.push(scope, intent(1, "message.send", text="Premier"))

    def queries(first: int, count: int) -> int:
        numbers = range(first, first + count)
        with count_queries() as seen:  # type: ignore[attr-defined]
            karim.push(scope, *(intent(n, "message.send", text=f"n° {n}") for n in numbers))
        return len(seen)

    one, more = queries(2, 1), queries(3, 25)

    assert more <= one + 24


def test_a_message_twice_in_one_slice_is_written_once(world: World) -> None:
    karim, scope, message = world.wire(world.karim), world.dossier(world.karim), new_id()

    outcomes = karim.push(
        scope, *(intent(n, "message.send", message, text="Une fois") for n in (1, 2))
    )

    assert [one["o"] for one in outcomes] == ["applied", "noop"]
    assert texts(karim) == ["Une fois"]
