"""A socket ends with its session, and rows of a file leave through it only once noted."""

from __future__ import annotations

import json

import pytest
from simple_websocket import ConnectionClosed

from server.channel import route
from server.channel.hub import News, Socket
from server.kernel.policy import Actor

NADIA = Actor(id="nadia", role="advisor", structure_id="val", session_id="session")


class Bell:
    """An event that is always rung, as by a device that never stops talking."""

    def wait(self, _seconds: float) -> bool:
        return True

    def clear(self) -> None:
        """Ring again at once."""


class Wire:
    """A websocket that remembers what was sent through it."""

    def __init__(self) -> None:
        self.connected = True
        self.event = Bell()
        self.input_buffer: list[str] = []
        self.sent: list[str] = []

    def send(self, frame: str) -> None:
        self.sent.append(frame)

    def close(self, code: int, _why: str) -> None:
        self.connected = False
        self.sent.append(str(code))


def socket_of(by: Actor) -> Socket:
    return Socket(by.id, by.session_id, wake=lambda: None)


def test_a_talkative_device_is_told_that_its_session_ended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(route, "CHECK_SECONDS", 0)
    monkeypatch.setattr(route, "is_session_live", lambda _session: False)
    wire = Wire()

    route._converse(wire, socket_of(NADIA), NADIA)

    assert wire.sent == ['{"t":"bye","why":"session"}', "1000"]


def test_rows_of_a_file_are_noted_before_they_leave(monkeypatch: pytest.MonkeyPatch) -> None:
    wire, socket = Wire(), socket_of(NADIA)
    socket.listener.holds = {17: 4, 18: 1}
    noted: list[str] = []
    monkeypatch.setattr(route, "note_readings", lambda _by, files: noted.extend(sorted(files)))
    News(17, 5, "", '{"t":"d"}', "karim").give(socket)
    News(18, 5, "", '{"t":"d"}', "ines").give(socket)

    route._tell_all(wire, socket, NADIA)

    assert noted == ["karim"], "a poke carries nothing of a file"
    assert [json.loads(frame)["t"] for frame in wire.sent] == ["d", "v"]


def test_what_cannot_be_noted_does_not_leave(monkeypatch: pytest.MonkeyPatch) -> None:
    wire, socket = Wire(), socket_of(NADIA)
    socket.listener.holds = {17: 4}

    def fail(_by: Actor, files: set[str]) -> None:
        if files:
            raise ConnectionClosed()

    monkeypatch.setattr(route, "note_readings", fail)
    News(17, 5, "", '{"t":"d"}', "karim").give(socket)

    with pytest.raises(ConnectionClosed):
        route._tell_all(wire, socket, NADIA)
    assert wire.sent == []
