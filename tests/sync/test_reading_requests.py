"""What a device may ask, and how it is read."""

from sync.intent import parse_request, parse_slice
from sync.scope import Cursor
from tests.sync.requests import INTENT, REQUEST, bent, slice_of, without


def test_a_request_is_read_whole() -> None:
    request = parse_request(REQUEST)

    assert (request.client, request.app, request.inc) == ("7f" * 16, "2026.11.1", None)
    intent = request.slices[0].intents[0]
    assert (intent.scope, intent.n, intent.uid) == (17, 41, INTENT["u"])
    assert (intent.type, intent.mv, intent.at) == ("message.send", 1, INTENT["at"])
    assert (intent.id, intent.base, intent.set) == (INTENT["id"], {}, {"text": "Bonjour"})
    assert request.pull is not None
    assert request.pull.cursor == {17: Cursor(3, 203)}
    assert (request.pull.lanes, request.pull.budget) == ((17,), 262_144)


def test_either_half_may_be_absent() -> None:
    assert parse_request(without("pull")).pull is None
    assert parse_request(without("push")).slices == ()
    assert parse_request({**REQUEST, "push": None}).slices == ()


def test_a_pull_that_says_nothing_asks_for_everything() -> None:
    pull = parse_request({**REQUEST, "pull": {}}).pull

    assert pull is not None
    assert (pull.cursor, pull.lanes, pull.budget, pull.more) == ({}, (), 262_144, None)


def test_the_budget_is_brought_within_bounds() -> None:
    for asked, given in ((0, 16_384), (20_000, 20_000), (2**40, 1_048_576)):
        pull = parse_request(bent("pull.budget", asked)).pull
        assert pull is not None
        assert pull.budget == given


def test_a_lane_asked_twice_is_answered_once() -> None:
    pull = parse_request(bent("pull.lanes", [17, 9, 17])).pull

    assert pull is not None
    assert pull.lanes == (17, 9)


def test_a_field_from_a_newer_version_is_ignored_in_the_envelope_and_kept_in_the_words() -> None:
    request = parse_request(
        {**bent("push.0.m.0.set", {"text": "Bonjour", "mood": {"of": ["tomorrow"]}}), "new": 1}
    )

    assert request.slices[0].intents[0].set["mood"] == {"of": ["tomorrow"]}


def test_a_slice_holds_fifty_intents_in_a_row() -> None:
    intents = parse_slice(slice_of(50, first=10))

    assert [intent.n for intent in intents] == list(range(10, 60))
