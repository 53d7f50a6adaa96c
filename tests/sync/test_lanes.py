"""A lane's numbers say what to do with an intent that arrives."""

import pytest

from sync.lane import Place, place

MINE, OTHER = "0192-mine", "0192-other"

TABLE = [
    # n, last recorded, what the log holds at n, answer
    (1, 0, None, Place.NEXT),
    (42, 41, None, Place.NEXT),
    (43, 41, None, Place.GAP),
    (2, 0, None, Place.GAP),
    (41, 41, MINE, Place.DUPLICATE),
    (3, 41, MINE, Place.DUPLICATE),
    (41, 41, OTHER, Place.FORKED),
    (3, 41, None, Place.FORKED),
]


@pytest.mark.parametrize(("n", "last", "logged", "answer"), TABLE)
def test_an_intent_is_placed_by_its_number_and_uid(
    n: int, last: int, logged: str | None, answer: Place
) -> None:
    assert place(n=n, uid=MINE, last_n=last, logged_uid=logged) is answer
