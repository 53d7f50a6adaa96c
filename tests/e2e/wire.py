"""Everything that reaches a device, as text: what a test may swear was never sent to it."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Page, Request, WebSocket
from playwright.sync_api import Error as PlaywrightError


class Wire:
    """Listens to the answers and the live frames of a browser from now on."""

    def __init__(self, context: BrowserContext) -> None:
        self._heard: list[str] = []
        context.on("requestfinished", self._answered)
        context.on("page", self._listens)
        for page in context.pages:
            self._listens(page)

    def must_carry(self, words: str) -> None:
        """Expect these words to have arrived: the wire is really listened to."""
        assert words in self._all(), f"{words!r} never arrived"

    def must_not_carry(self, *words: str) -> None:
        """Expect none of these words in anything that arrived."""
        assert [one for one in words if one in self._all()] == []

    def _all(self) -> str:
        return "\n".join(self._heard)

    def _listens(self, page: Page) -> None:
        page.on("websocket", self._opened)

    def _opened(self, socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: self._heard.append(str(frame)))

    def _answered(self, request: Request) -> None:
        if "/api/" not in request.url:
            return
        try:
            answer = request.response()
            self._heard.append(answer.text() if answer else "")
        except PlaywrightError:
            # The page that asked has gone: nobody read this answer.
            return
