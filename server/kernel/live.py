"""What the rest of the application tells the live channel, without importing it.

`create_app` plugs the channel in. Nothing here carries truth: a lost announcement costs a delay.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from sync.scope import Row


@dataclass(frozen=True, slots=True)
class Change:
    """One scope that moved to version `v`; `rows` are what that commit wrote."""

    scope_id: int
    epoch: int
    v: int
    rows: tuple[Row, ...]
    #: The device that pushed it: it learns from its own answer.
    client: str
    #: The young person whose file it is (`d` and `n`), empty for other scopes.
    file: str = ""


class LiveChannel(Protocol):
    """What a channel does with news, always after the commit."""

    def changed(self, changes: Sequence[Change]) -> None:
        """Tell the readers of these scopes that they moved."""

    def goodbye(self, account_id: str, session_ids: Sequence[str], why: str) -> None:
        """Close the sockets of ended sessions, at once."""


class Silence:
    """The channel of a process that has none."""

    def changed(self, changes: Sequence[Change]) -> None:
        """Tell nobody."""

    def goodbye(self, account_id: str, session_ids: Sequence[str], why: str) -> None:
        """Close nothing."""


class _Plug:
    channel: LiveChannel = Silence()


def plug(channel: LiveChannel) -> None:
    """Choose the channel of this process."""
    _Plug.channel = channel


def channel() -> LiveChannel:
    """Give the channel of this process."""
    return _Plug.channel
