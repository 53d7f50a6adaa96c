"""Clocks: what a device says about time, and what the engine believes."""

import pytest

from sync.errors import BadValue
from sync.stamp import edit_time
from tests.sync.writings import Register, Writing, stamp

NOON = 1_795_000_000_000
HOUR = 3_600_000
YEAR = 365 * 24 * HOUR
BASE = NOON - 2 * HOUR

CLOCKS = [
    ("steady, sent at once", 0, 0, 0),
    ("steady, written an hour ago", 0, -HOUR, -HOUR),
    ("an hour ahead", HOUR, -HOUR, -HOUR),
    ("five minutes behind", -HOUR // 12, -HOUR, -HOUR),
    ("in 2099", 73 * YEAR, -HOUR, -HOUR),
    ("in 1970", -NOON, -HOUR, -HOUR),
    ("written before its base existed", 0, -5 * HOUR, -2 * HOUR),
    ("set back after writing: the edit seems to come", 0, +HOUR, 0),
    ("set to 2099 only while writing", 0, 73 * YEAR, 0),
    ("set to 1970 only while writing", 0, -NOON, -2 * HOUR),
]


@pytest.mark.parametrize(("clock", "skew", "written", "believed"), CLOCKS, ids=lambda v: str(v))
def test_the_edit_time_is_corrected_by_the_skew_measured_at_this_push(
    clock: str, skew: int, written: int, believed: int
) -> None:
    now_on_device = NOON + skew

    time = edit_time(
        client_at=now_on_device + written, sent_at=now_on_device, server_now=NOON, base_time=BASE
    )

    assert time == NOON + believed


def test_two_edits_in_the_same_stuttering_millisecond_keep_their_order() -> None:
    first, second = stamp(at=NOON, n=1), stamp(at=NOON, n=2)

    assert first.order() < second.order()


def test_a_tie_between_two_devices_is_settled_the_same_way_everywhere() -> None:
    phone, computer = stamp(at=NOON, by="aa"), stamp(at=NOON, by="bb")

    assert max(phone, computer, key=lambda s: s.order()) == computer
    assert max(computer, phone, key=lambda s: s.order()) == computer


def test_a_phone_set_to_2099_cannot_win_over_those_who_read_it() -> None:
    group = Register()
    group.receive(Writing("phone", 1, "from the future", at=NOON + 73 * YEAR))

    group.receive(Writing("computer", 1, "answer", at=NOON, base=1))

    assert group.value == "answer"
    assert group.lost == []


def test_time_in_a_group_never_goes_back() -> None:
    group = Register()
    group.receive(Writing("phone", 1, "before the clock was set back", at=NOON))

    group.receive(Writing("phone", 2, "after", at=NOON - YEAR))

    assert group.stamp is not None
    assert (group.value, group.stamp.edit_ms) == ("after", NOON)


def test_a_stamp_survives_storage() -> None:
    written = stamp(205, at=NOON, by="7f3a", n=41)

    assert written.to_list() == [205, NOON, "7f3a", 41]
    assert type(written).from_list(written.to_list()) == written


@pytest.mark.parametrize("forged", [[], [1, 2, 3, 4], ["1", 2, "a", 4], [1, 2, "a", 4, 5], "1234"])
def test_something_else_than_a_stamp_is_refused(forged: list[object]) -> None:
    with pytest.raises(BadValue):
        type(stamp()).from_list(forged)
