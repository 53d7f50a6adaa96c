"""A lane is one device's numbered intents in one scope: its number says what to do with each."""

from enum import StrEnum


class Place(StrEnum):
    """Where an intent stands in its lane."""

    NEXT = "next"
    DUPLICATE = "duplicate"
    FORKED = "forked"
    GAP = "gap"


def place(*, n: int, uid: str, last_n: int, logged_uid: str | None) -> Place:
    """Place an intent after the `last_n` recorded; `logged_uid` is what the log holds at `n`.

    The same number under another uid means two devices share one id (a phone restored
    from a backup). A number whose uid has left the log is answered the same way: the
    device takes a new id and sends again, which is harmless since ids are made on it.
    """
    if n > last_n:
        return Place.NEXT if n == last_n + 1 else Place.GAP
    return Place.DUPLICATE if logged_uid == uid else Place.FORKED
