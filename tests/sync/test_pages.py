"""Where a device has read to, and how an interrupted answer resumes."""

import json

import pytest

from sync.errors import BadEnvelope
from sync.scope import Cursor, Page, Row, ScopeEntry

PAGE = Page(scope=17, epoch=3, upto=205, after_v=120, after_kind="message", after_id="0192-é")


def test_a_token_resumes_exactly_where_it_stopped() -> None:
    assert Page.decode(PAGE.encode()) == PAGE


def test_a_token_travels_in_a_url() -> None:
    assert PAGE.encode().replace("-", "").replace("_", "").isalnum()
    assert PAGE.encode().isascii()


@pytest.mark.parametrize(
    "garbage",
    ["", "é", "p_1", "====", "bnVsbA", "W10", "WzIsMSwxLDEsMSwiYSIsImIiXQ", "A" * 500, "\0"],
)
def test_any_other_token_is_refused(garbage: str) -> None:
    with pytest.raises(BadEnvelope):
        Page.decode(garbage)


def test_a_cursor_of_another_epoch_starts_again() -> None:
    assert Cursor(3, 203).start(3) == 203
    assert Cursor(3, 203).start(4) == 0


def test_an_entry_carries_stored_documents_untouched() -> None:
    stored = '{"text":"À demain","later":{"unknown":[1,2]}}'
    entry = ScopeEntry(
        scope=17,
        epoch=3,
        since=203,
        to=205,
        rows=(Row("message", "0192", 205, stored),),
        deleted=(("message", "0191", 204),),
        lane=41,
    )

    assert stored in entry.to_json()
    assert json.loads(entry.to_json()) == {
        "s": 17,
        "epoch": 3,
        "from": 203,
        "to": 205,
        "lane": 41,
        "rows": [{"k": "message", "id": "0192", "v": 205, "d": json.loads(stored)}],
        "del": [["message", "0191", 204]],
        "part": False,
    }


def test_the_live_channel_says_nothing_of_lanes() -> None:
    assert "lane" not in json.loads(ScopeEntry(17, 3, 203, 204).to_json())
