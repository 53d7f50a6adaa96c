"""Hypothesis: whatever the clocks and the order of arrival, everybody ends with the same."""

from collections.abc import Sequence
from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from sync.decision import is_same
from sync.policies import DELETE_WINS, LAST_WRITER, MAX, STATUS_LATTICE, Policy
from tests.sync.writings import Register, Writing

CLOCK = st.sampled_from([-(2**40), 0, 1, 2, 3, 4, 5, 2**45])
TEXT = st.sampled_from(["a", "b", "c", "d", " a ", "e"])
STATUS = st.sampled_from(["not_started", "in_progress", "done", "cancelled"])

Lanes = dict[str, list[Writing]]


def lanes(values: st.SearchStrategy[object], *, longest: int) -> st.SearchStrategy[Lanes]:
    """Several devices, each with its own writings, none having received the others'."""

    def number(drawn: list[list[tuple[object, int]]]) -> Lanes:
        names = "abcd"[: len(drawn)]
        return {
            by: [Writing(by, n, value, at) for n, (value, at) in enumerate(lane, start=1)]
            for by, lane in zip(names, drawn, strict=True)
        }

    lane = st.lists(st.tuples(values, CLOCK), min_size=1, max_size=longest)
    return st.lists(lane, min_size=2, max_size=4).map(number)


def arrivals(drawn: Lanes) -> st.SearchStrategy[Sequence[Writing]]:
    """One order of arrival: any, except that a lane keeps its own."""
    turns = [by for by, lane in drawn.items() for _ in lane]
    return st.permutations(turns).map(lambda order: _deal(order, drawn))


def _deal(order: Sequence[str], drawn: Lanes) -> list[Writing]:
    waiting = {by: iter(lane) for by, lane in drawn.items()}
    return [next(waiting[by]) for by in order]


def final(policy: Policy, arrived: Sequence[Writing]) -> Register:
    """Start from what everybody had seen, then receive."""
    start = {MAX: 0, STATUS_LATTICE: "not_started"}.get(policy, "start")
    return Register(policy=policy, value=start).receive_all(arrived)


@given(st.data(), lanes(TEXT, longest=3))
def test_concurrent_edits_give_the_same_text_in_every_order(
    data: st.DataObject, drawn: Lanes
) -> None:
    one, other = data.draw(arrivals(drawn)), data.draw(arrivals(drawn))

    assert final(LAST_WRITER, one).value == final(LAST_WRITER, other).value


@given(st.data(), lanes(st.integers(0, 9), longest=3))
def test_reading_marks_give_the_same_mark_in_every_order(data: st.DataObject, drawn: Lanes) -> None:
    arrived = data.draw(arrivals(drawn))

    assert final(MAX, arrived).value == max(cast(int, writing.value) for writing in arrived)


@given(st.data(), lanes(STATUS, longest=1))
def test_concurrent_statuses_give_the_same_status_in_every_order(
    data: st.DataObject, drawn: Lanes
) -> None:
    one, other = data.draw(arrivals(drawn)), data.draw(arrivals(drawn))

    assert final(STATUS_LATTICE, one).value == final(STATUS_LATTICE, other).value


@given(st.data(), lanes(TEXT, longest=2), st.integers(0, 3), CLOCK)
def test_a_concurrent_deletion_wins_in_every_order(
    data: st.DataObject, drawn: Lanes, who: int, at: int
) -> None:
    lane = list(drawn.values())[who % len(drawn)]
    lane.append(Writing(lane[0].by, len(lane) + 1, None, at))

    arrived = data.draw(arrivals(drawn))

    assert final(DELETE_WINS, arrived).value is None


@given(st.data(), lanes(TEXT, longest=3), st.sampled_from([LAST_WRITER, DELETE_WINS]))
def test_merging_an_intent_again_at_once_changes_nothing(
    data: st.DataObject, drawn: Lanes, policy: Policy
) -> None:
    arrived = data.draw(arrivals(drawn))
    group = final(policy, arrived)
    was_shown = is_same(group.value, arrived[-1].value)
    before = (group.value, group.stamp)

    again = group.receive(arrived[-1])

    assert (group.value, group.stamp) == before
    assert again.outcome == ("noop" if was_shown else "merge")


@given(lanes(TEXT, longest=5), CLOCK)
def test_a_lane_never_conflicts_with_itself(drawn: Lanes, at: int) -> None:
    alone = next(iter(drawn.values()))

    group = final(LAST_WRITER, alone)

    assert group.value == alone[-1].value
    assert group.lost == []
