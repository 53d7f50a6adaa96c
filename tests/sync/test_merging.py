"""Two people write the same thing: what is shown, what is kept, in which case nobody lost."""

import pytest

from sync.decision import is_meaningful
from sync.errors import BadValue
from sync.merge import Loser
from sync.policies import APPEND, DELETE_WINS, LAST_WRITER, MAX, STATUS_LATTICE, Policy
from tests.sync.writings import Register, Writing, stamp


def written(value: object, policy: Policy = LAST_WRITER, *, at: int = 100) -> Register:
    """A group that Nadia wrote in version 1."""
    group = Register(policy=policy)
    group.receive(Writing("nadia", 1, value, at=at))
    return group


def test_the_first_writing_is_simply_applied() -> None:
    decision = Register().receive(Writing("nadia", 1, "Bonjour", at=1))

    assert (decision.outcome, decision.value, decision.lost) == ("apply", "Bonjour", None)


def test_writing_the_same_value_changes_nothing() -> None:
    decision = written("Bonjour").receive(Writing("karim", 1, "Bonjour", at=1))

    assert (decision.outcome, decision.lost) == ("noop", None)
    assert decision.stamp == stamp(1)


def test_confirming_a_value_later_keeps_its_version() -> None:
    decision = written("Bonjour").receive(Writing("karim", 1, "Bonjour", at=500))

    assert decision.stamp == stamp(1, at=500, by="karim")


def test_confirming_what_nobody_wrote_is_known_to_everybody() -> None:
    decision = Register(value="auto").receive(Writing("karim", 1, "auto", at=5))

    assert (decision.outcome, decision.stamp.version) == ("noop", 0)


def test_who_read_a_value_replaces_it_whatever_their_clock_says() -> None:
    decision = written("Bonjour", at=10_000).receive(Writing("karim", 1, "Salut", at=1, base=1))

    assert (decision.outcome, decision.value, decision.lost) == ("apply", "Salut", None)


def test_a_phone_that_edits_twice_offline_does_not_conflict_with_itself() -> None:
    group = written("first draft")

    decision = group.receive(Writing("nadia", 2, "second draft", at=50, base=0))

    assert (decision.outcome, decision.value, decision.lost) == ("apply", "second draft", None)


def test_the_same_person_on_two_devices_is_two_writers() -> None:
    group = written("from the computer")

    decision = group.receive(Writing("nadia-phone", 2, "from the phone", at=500))

    assert decision.lost == Loser("from the computer", stamp(1))


def test_the_later_of_two_concurrent_edits_is_shown_and_the_other_kept() -> None:
    decision = written("by ten").receive(Writing("karim", 1, "by noon", at=500))

    assert (decision.outcome, decision.value) == ("merge", "by noon")
    assert decision.stamp == stamp(2, at=500, by="karim")
    assert decision.lost == Loser("by ten", stamp(1))


def test_the_earlier_edit_that_arrives_late_is_kept_too() -> None:
    decision = written("by noon", at=500).receive(Writing("karim", 1, "by ten", at=100))

    assert (decision.outcome, decision.value) == ("merge", "by noon")
    assert decision.stamp == stamp(1, at=500)
    assert decision.lost == Loser("by ten", stamp(2, at=100, by="karim"))


def test_the_server_never_writes_concurrently() -> None:
    group = written("Bonjour", at=10_000)

    decision = group.receive(Writing("", 0, "corrected online", at=1))

    assert (decision.outcome, decision.value) == ("apply", "corrected online")


@pytest.mark.parametrize("base", [2, 3, 2**53])
def test_claiming_to_have_read_a_version_that_does_not_exist_proves_nothing(base: int) -> None:
    decision = written("Bonjour").receive(Writing("mallory", 1, "erased", at=500, base=base))

    assert decision.outcome == "merge"
    assert decision.lost == Loser("Bonjour", stamp(1))


@pytest.mark.parametrize(
    ("hidden", "shown", "meaningful"),
    [
        ("À demain", "Demain", True),
        ("À demain ", "  À  demain", False),
        ("   ", "Demain", False),
        ("", "Demain", False),
        (None, "Demain", False),
        ("Demain", None, True),
        (0, False, True),
        (True, False, True),
    ],
)
def test_only_meaningful_losers_are_shown(hidden: object, shown: object, meaningful: bool) -> None:
    assert is_meaningful(hidden, beside=shown) is meaningful


def test_what_was_appended_never_changes() -> None:
    decision = written("sent", APPEND).receive(Writing("nadia", 2, "forged", at=500, base=1))

    assert (decision.value, decision.stamp) == ("sent", stamp(1))
    assert decision.lost is not None


def test_a_reading_mark_never_goes_back_even_for_who_saw_it() -> None:
    group = written(7, MAX)

    assert group.receive(Writing("karim", 1, 5, at=500, base=1)).outcome == "noop"
    assert group.receive(Writing("karim", 2, 9, at=1)).outcome == "apply"
    assert group.value == 9


def test_a_mark_that_is_not_a_number_stops_the_engine() -> None:
    for forged in ("9", None, True, 9.5):
        with pytest.raises(BadValue):
            written(7, MAX).receive(Writing("karim", 1, forged, at=500))


def test_deleting_wins_over_an_edit_that_was_not_seen_and_keeps_its_words() -> None:
    decision = written("edited", DELETE_WINS, at=900).receive(Writing("phone", 1, None, at=500))

    assert (decision.outcome, decision.value) == ("merge", None)
    assert decision.lost == Loser("edited", stamp(1, at=900))


def test_editing_what_was_deleted_meanwhile_leaves_it_deleted_and_keeps_the_words() -> None:
    group = written("sent", DELETE_WINS)
    group.receive(Writing("nadia", 2, None, at=200))

    decision = group.receive(Writing("phone", 1, "better", at=900, base=1))

    assert decision.value is None
    assert decision.lost == Loser("better", stamp(3, at=900, by="phone"))


def test_deleting_what_one_has_read_loses_nothing() -> None:
    decision = written("sent", DELETE_WINS).receive(Writing("phone", 1, None, at=1, base=1))

    assert (decision.outcome, decision.value, decision.lost) == ("apply", None, None)


def test_two_edits_of_a_living_text_go_to_the_later() -> None:
    decision = written("one", DELETE_WINS).receive(Writing("phone", 1, "two", at=900))

    assert (decision.value, decision.lost) == ("two", Loser("one", stamp(1)))


STATUSES = [
    # held, incoming, shown, is something kept?
    ("not_started", "in_progress", "in_progress", False),
    ("not_started", "done", "done", False),
    ("in_progress", "done", "done", False),
    ("not_started", "cancelled", "cancelled", True),
    ("in_progress", "cancelled", "cancelled", True),
    ("done", "cancelled", "done", True),
]


@pytest.mark.parametrize(("one", "other", "shown", "kept"), STATUSES)
def test_concurrent_statuses_join_and_a_cancellation_is_never_silent(
    one: str, other: str, shown: str, kept: bool
) -> None:
    for held, incoming in ((one, other), (other, one)):
        decision = written(held, STATUS_LATTICE).receive(Writing("karim", 1, incoming, at=1))

        assert decision.value == shown
        assert (decision.lost is not None) is kept
        assert not kept or {decision.lost and decision.lost.value, shown} == {one, other}


def test_reopening_an_action_one_has_seen_done_is_allowed() -> None:
    decision = written("done", STATUS_LATTICE).receive(
        Writing("karim", 1, "in_progress", at=1, base=1)
    )

    assert (decision.outcome, decision.value) == ("apply", "in_progress")


def test_an_unknown_status_stops_the_engine() -> None:
    with pytest.raises(BadValue):
        written("done", STATUS_LATTICE).receive(Writing("karim", 1, "DONE", at=1))
