"""What must never happen in any browser of the suite: a refused script, an error in the page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, WebError

_MARK = "refused by the content policy:"
#: What browsers say by themselves when the network is missing; Firefox, as if the page had raised.
_ABOUT_NETWORK = re.compile(
    "Failed to load resource|WebSocket connection|can’t establish a connection|was interrupted"
)
_TELL = f"""
document.addEventListener("securitypolicyviolation", (event) =>
  console.error("{_MARK} " + event.effectiveDirective + " " + event.blockedURI
    + " " + event.sourceFile + ":" + event.lineNumber));
"""


@dataclass
class Watch:
    """Listens to every page of the browsers it is shown."""

    seen: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        """Listen to every page of this browser, present and future."""
        context.add_init_script(_TELL)
        context.on("console", self._hear)
        context.on("weberror", self._note)

    def _note(self, error: WebError) -> None:
        if not _ABOUT_NETWORK.search(str(error.error)):
            self.seen.append(f"uncaught: {error.error}")

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not _ABOUT_NETWORK.search(message.text):
            self.seen.append(message.text)

    def must_have_seen_nothing(self) -> None:
        """Fail with what was seen, and start afresh."""
        seen, self.seen = self.seen, []
        assert not seen, "\n".join(seen)
