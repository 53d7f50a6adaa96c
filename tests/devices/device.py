"""Device("Karim's phone"): a client of PROTOCOL.md, small enough to trust, for sync stories."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from random import Random

from .shelf import Json, Pending, Shelf
from .tab import Exchange, Tab


class Device:
    """One browser of one person: what is on its disk, and one or more open tabs.

    `clock` is its own idea of the time, in milliseconds; `exchange` is the network.
    """

    def __init__(
        self, name: str, *, exchange: Exchange, clock: Callable[[], int], random: Random
    ) -> None:
        self.name = name
        self.exchange = exchange
        self.clock = clock
        self.random = random
        self.shelf = Shelf(client=self.new_client())
        self.tabs = [Tab(self)]
        self.budget = 262_144
        self.must_sign_in = False

    # -- writing ---------------------------------------------------------------------------------

    def write(
        self,
        scope: int,
        type_: str,
        record: tuple[str, str],
        values: Json,
        groups: Iterable[str] = (),
    ) -> Pending:
        """Note a gesture on a record (kind, id), durably; nothing is sent yet."""
        seen = self.shelf.version_of(scope, record)
        return self.shelf.add(
            Pending(
                scope=scope,
                n=self.shelf.take_number(scope),
                uid=self.new_id(),
                type=type_,
                at=self.clock(),
                id=record[1],
                base=dict.fromkeys(groups, seen),
                values=values,
            )
        )

    def send(self, scope: int, text: str) -> str:
        """Write a message; give its id."""
        message = self.new_id()
        self.write(scope, "message.send", ("message", message), {"text": text})
        return message

    def edit(self, scope: int, message: str, text: str) -> None:
        """Rewrite a message of one's own."""
        self.write(scope, "message.edit", ("message", message), {"text": text}, ["text"])

    def delete(self, scope: int, message: str) -> None:
        """Take a message of one's own back."""
        self.write(scope, "message.delete", ("message", message), {}, ["text"])

    def new_id(self) -> str:
        """Make a UUIDv7 from this device's own clock and chance."""
        bits = ((self.clock() & (2**48 - 1)) << 80) | self.random.getrandbits(80)
        bits = (bits & ~((0xF << 76) | (0x3 << 62))) | (0x7 << 76) | (0x2 << 62)
        text = f"{bits:032x}"
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"

    def new_client(self) -> str:
        """Make a new name for this device."""
        return self.random.randbytes(16).hex()

    # -- speaking --------------------------------------------------------------------------------

    def sync(self) -> bool:
        """Make one round trip from a tab that is not waiting for an answer already."""
        free = [tab for tab in self.tabs if not tab.is_busy]
        if not free:
            free = [Tab(self)]
            self.tabs += free
        return max(free, key=lambda tab: tab.token is not None).sync()

    def settle(self, rounds: int = 40) -> None:
        """Go on until nothing is pending and no page is left. Raises if it takes too long."""
        for _ in range(rounds):
            is_understood = self.sync()
            if is_understood and not self.is_paging and not self.shelf.is_waiting:
                return
        raise AssertionError(f"{self.name} never settles: {dict(self.shelf.lanes)}")

    @property
    def is_paging(self) -> bool:
        """Tell whether the server said that more is to come."""
        return any(tab.token for tab in self.tabs)

    def restart(self) -> None:
        """Lose all that is not on disk."""
        self.tabs = [Tab(self)]
