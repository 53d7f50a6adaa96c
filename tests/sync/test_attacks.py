"""What a hostile or broken device sends never passes, and never does worse than be refused."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.errors import BadEnvelope
from sync.intent import parse_request, parse_slice
from sync.shape import decode
from tests.sync.requests import INTENT, REQUEST, bent, slice_of

HUGE = 10**4000

FORGED: list[tuple[str, object]] = [
    ("proto", 2), ("proto", "1"), ("proto", True), ("proto", None),
    ("app", ""), ("app", "x" * 33), ("app", 1), ("app", "a\0b"),
    ("client", "7F" * 16), ("client", "7f" * 15), ("client", "7f" * 17), ("client", None),
    ("client", "7f" * 16 + "\n"), ("client", "\u0667f" * 16),
    ("inc", ""), ("inc", 5), ("inc", "x" * 65),
    ("sent_at", 1.5), ("sent_at", "now"), ("sent_at", HUGE), ("sent_at", -HUGE), ("sent_at", None),
    ("push", {}), ("push", "x"), ("push", 1), ("push", [None]), ("push", [{}]),
    ("push.0.s", 0), ("push.0.s", -1), ("push.0.s", "17"), ("push.0.s", True), ("push.0.s", HUGE),
    ("push.0.m", []), ("push.0.m", {}), ("push.0.m", [1]), ("push.0.m", [[]]),
    ("push.0.m.0.n", 0), ("push.0.m.0.n", -5), ("push.0.m.0.n", 1.0), ("push.0.m.0.n", HUGE),
    ("push.0.m.0.u", "not-a-uuid"), ("push.0.m.0.u", None), ("push.0.m.0.u", "x" * 10_000),
    ("push.0.m.0.u", INTENT["u"] + "\n"), ("push.0.m.0.u", "01926B7E-0000-7000-8000-000000000041"),
    ("push.0.m.0.id", "../../etc/passwd"), ("push.0.m.0.id", 17), ("push.0.m.0.id", None),
    ("push.0.m.0.type", ""), ("push.0.m.0.type", "x" * 65), ("push.0.m.0.type", ["message.send"]),
    ("push.0.m.0.type", "message.\ud800"), ("push.0.m.0.type", "message\0send"),
    ("push.0.m.0.mv", 0), ("push.0.m.0.mv", HUGE), ("push.0.m.0.mv", "1"),
    ("push.0.m.0.at", HUGE), ("push.0.m.0.at", "2099"), ("push.0.m.0.at", 2**53 + 1),
    ("push.0.m.0.base", [1]), ("push.0.m.0.base", {"text": -1}), ("push.0.m.0.base", {"text": "9"}),
    ("push.0.m.0.base", {"text": HUGE}), ("push.0.m.0.base", {"text": True}),
    ("push.0.m.0.set", "text"), ("push.0.m.0.set", [["text", "x"]]),
    ("pull", []), ("pull", "all"), ("pull.cursor", [17]), ("pull.cursor", {"x": [1, 2]}),
    ("pull.cursor", {"": [1, 2]}), ("pull.cursor", {"017": [1, 2]}), ("pull.cursor", {"²": [1, 2]}),
    ("pull.cursor", {"9" * 17: [1, 2]}), ("pull.cursor", {"-17": [1, 2]}),
    ("pull.cursor", {"17": [1]}), ("pull.cursor", {"17": [1, 2, 3]}), ("pull.cursor", {"17": 2}),
    ("pull.cursor", {"17": [1, -2]}), ("pull.cursor", {"17": ["1", 2]}),
    ("pull.cursor", {"17": "12"}),
    ("pull.cursor", {str(i): [1, 2] for i in range(1, 5_002)}),
    ("pull.lanes", {}), ("pull.lanes", ["17"]), ("pull.lanes", [0]), ("pull.lanes", [1] * 5_001),
    ("pull.budget", "much"), ("pull.budget", -1), ("pull.budget", None), ("pull.budget", HUGE),
    ("pull.more", 5), ("pull.more", ""), ("pull.more", "x" * 513),
]  # fmt: skip


def test_the_premise_the_request_we_bend_is_accepted() -> None:
    parse_request(REQUEST)


@pytest.mark.parametrize(("path", "value"), FORGED, ids=[path for path, _ in FORGED])
def test_a_forged_value_refuses_the_request(path: str, value: object) -> None:
    with pytest.raises(BadEnvelope):
        parse_request(bent(path, value))


@pytest.mark.parametrize("body", [None, [], "x", 1, {}])
def test_something_else_than_a_request_is_refused(body: object) -> None:
    with pytest.raises(BadEnvelope):
        parse_request(body)


def test_numbers_with_a_hole_or_a_repetition_are_refused() -> None:
    for numbers in ([1, 3], [2, 1], [1, 1]):
        forged = slice_of(2)
        for intent, n in zip(forged["m"], numbers, strict=True):
            intent["n"] = n

        with pytest.raises(BadEnvelope):
            parse_slice(forged)


def test_more_than_fifty_intents_are_refused() -> None:
    with pytest.raises(BadEnvelope):
        parse_slice(slice_of(51))


def test_two_slices_of_one_lane_are_refused() -> None:
    with pytest.raises(BadEnvelope):
        parse_request({**REQUEST, "push": [slice_of(1), slice_of(1, first=2)]})


@pytest.mark.parametrize(
    "words",
    [{"text": "half an emoji \ud83d"}, {"text": "nul\0"}, {"\udfff": 1}, {"a": [{"b": "\0"}]}],
)
def test_words_no_database_can_store_spoil_only_their_own_intent(words: object) -> None:
    request = parse_request(bent("push.0.m.0.set", words))

    assert not request.slices[0].intents[0].is_storable


def test_ordinary_words_are_storable() -> None:
    words = {"text": "Été 👩🏽‍🚒 \u202e שלום \u2028", "list": [1, None, True, {"x": 2.5}]}

    assert parse_request(bent("push.0.m.0.set", words)).slices[0].intents[0].is_storable


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff\xfe",
        b"{",
        b'{"n":NaN}',
        b"[-Infinity]",
        b"9" * 5_000,
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"\xef\xbb\xbf{}",
        b'"\xed\xa0\x80"',
    ],
    ids=range(10),
)
def test_bytes_that_are_not_honest_json_are_refused(body: bytes) -> None:
    with pytest.raises(BadEnvelope):
        decode(body)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)
PATHS = sorted({path for path, _ in FORGED})


@given(st.sampled_from(PATHS), JSON)
def test_whatever_is_sent_is_read_or_refused_and_nothing_else(path: str, value: object) -> None:
    body = json.dumps(bent(path, value)).encode()

    try:
        request = parse_request(decode(body))
    except BadEnvelope:
        return

    assert all(1 <= len(one.intents) <= 50 for one in request.slices)
