"""A loopback proxy between browsers and the server, which can lose an answer at a chosen moment.

It relays bytes. Asked to, it waits for one request whose body holds given words, lets it reach the
server, and when the server answers, throws the answer away and cuts the connection: the request is
done, and nobody was told.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import TracebackType

_CHUNK = 65_536


@dataclass
class _Loss:
    """One answer to lose, and what to do at that very moment."""

    words: bytes
    then: Callable[[], None]


@dataclass
class LossyProxy:
    """Listens on a free port of the loopback; use it as a context manager."""

    server_port: int
    _loss: _Loss | None = None
    _silenced: set[socket.socket] = field(default_factory=set)
    _sockets: set[socket.socket] = field(default_factory=set)
    _threads: list[threading.Thread] = field(default_factory=list)
    _lost: threading.Event = field(default_factory=threading.Event)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __enter__(self) -> LossyProxy:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._start(self._accept)
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for one in list(self._sockets):
            _shut(one)
        for thread in self._threads:
            thread.join(5)
        for one in self._sockets:
            one.close()

    def lose_answer_to(self, words: str, then: Callable[[], None] = lambda: None) -> None:
        """Lose the answer to the next request that holds these words, and do something then."""
        self._loss = _Loss(words.encode(), then)

    def wait_for_loss(self, seconds: float = 15) -> None:
        """Return when an answer was lost; raises AssertionError if none is."""
        assert self._lost.wait(seconds), "no answer was lost"

    def silence_open_connections(self) -> None:
        """Swallow what passes from now on through connections that are open; new ones work."""
        self._silenced |= self._sockets

    def _start(self, work: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                browser, _ = self._listener.accept()
            except OSError:
                return
            self._start(self._relay, browser)

    def _relay(self, browser: socket.socket) -> None:
        self._sockets.add(browser)
        try:
            server = socket.create_connection(("127.0.0.1", self.server_port), timeout=30)
        except OSError:
            _shut(browser)
            return
        server.settimeout(None)
        self._sockets.add(server)
        sent = bytearray()
        self._start(self._upwards, browser, server, sent)
        self._downwards(server, browser, sent)

    def _upwards(self, browser: socket.socket, server: socket.socket, sent: bytearray) -> None:
        for chunk in _chunks(browser):
            if browser in self._silenced:
                continue
            with self._lock:
                sent += chunk
            try:
                server.sendall(chunk)
            except OSError:
                break
        _shut(server)

    def _downwards(self, server: socket.socket, browser: socket.socket, sent: bytearray) -> None:
        for chunk in _chunks(server):
            if server in self._silenced:
                continue
            loss = self._matching(sent)
            if loss is not None:
                loss.then()
                self._lost.set()
                break
            try:
                browser.sendall(chunk)
            except OSError:
                break
        _shut(server)
        _shut(browser)

    def _matching(self, sent: bytearray) -> _Loss | None:
        """Say whether what was sent since the last answer is the request to lose; forget it."""
        with self._lock:
            loss = self._loss
            is_it = loss is not None and loss.words in sent
            sent.clear()
            if not is_it:
                return None
            self._loss = None
            return loss


def _chunks(source: socket.socket) -> Iterator[bytes]:
    while True:
        try:
            chunk = source.recv(_CHUNK)
        except OSError:
            return
        if not chunk:
            return
        yield chunk


def _shut(one: socket.socket) -> None:
    with contextlib.suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
