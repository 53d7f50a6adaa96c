"""What a socket says of its device is checked as any stranger's words are."""

from __future__ import annotations

import json

import pytest

from server.channel.protocol import MAX_SCOPES, Listener, read

BAD = '{"t":"error","code":"bad_frame"}'


def test_a_frame_too_deep_is_not_a_frame() -> None:
    assert read("[" * 30_000) is None


@pytest.mark.parametrize(
    "frame",
    [
        {"t": "hello", "client": "not a device", "cursor": {}},
        {"t": "hello", "client": ["a" * 32]},
        {"t": "at", "s": [[1, 10**30]]},
        {"t": "at", "s": [[1, -1]]},
        {"t": "at", "s": [[0, 1]]},
        {"t": "at", "s": [[True, 1]]},
        {"t": "at", "s": "17"},
        {"t": "at", "s": [[1]]},
        {"t": "at"},
    ],
)
def test_values_out_of_bounds_are_a_bad_frame(frame: dict[str, object]) -> None:
    listener = Listener()

    assert listener.hear(frame) == BAD
    assert (listener.client, listener.holds, listener.stored) == ("", {}, {})


def test_a_device_cannot_claim_more_scopes_than_there_may_be() -> None:
    listener = Listener()
    answers = [
        listener.hear({"t": "at", "s": [[first + i, 1] for i in range(1_000)]})
        for first in range(1, 10_001, 1_000)
    ]

    assert answers[-1] == BAD
    assert len(listener.holds) <= MAX_SCOPES


def test_the_cursor_of_a_hello_and_later_words_are_kept() -> None:
    listener = Listener()

    assert (
        json.loads(listener.hear({"t": "hello", "client": "a" * 32, "cursor": {"17": [1, 4]}}))["t"]
        == "ok"
    )
    assert listener.hear({"t": "at", "s": [[17, 5], [18, 2]]}) == ""
    assert listener.holds == {17: 5, 18: 2}
