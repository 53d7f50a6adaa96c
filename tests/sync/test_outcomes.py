"""The answer to an intent, in the words of the wire."""

import pytest

from sync.outcome import (
    APPLIED,
    FORKED,
    NOOP,
    RETRY,
    Outcome,
    Why,
    duplicate,
    gap,
    merged,
    rejected,
)

ANSWERS = [
    (APPLIED, {"o": "applied"}, True),
    (NOOP, {"o": "noop"}, True),
    (merged(), {"o": "merged"}, True),
    (merged("c1"), {"o": "merged", "kept": ["c1"]}, True),
    (rejected(Why.GONE), {"o": "rejected", "why": "gone"}, True),
    (FORKED, {"o": "forked"}, False),
    (RETRY, {"o": "retry"}, False),
    (gap(7), {"o": "gap", "expected": 7}, False),
    (
        duplicate(rejected(Why.TOO_LATE)),
        {"o": "duplicate", "was": {"o": "rejected", "why": "too_late"}},
        False,
    ),
]


@pytest.mark.parametrize(("outcome", "wire", "recorded"), ANSWERS)
def test_an_outcome_says_only_what_applies_and_whether_the_lane_advances(
    outcome: Outcome, wire: dict[str, object], recorded: bool
) -> None:
    assert outcome.to_wire() == wire
    assert outcome.is_recorded is recorded
