"""What the identity tests share: the waits of wrong passwords are noted, not waited."""

from __future__ import annotations

import pytest

from server.identity import entrance


@pytest.fixture(autouse=True)
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that answers would have waited, in order."""
    noted: list[float] = []
    monkeypatch.setattr(entrance, "pause", noted.append)
    return noted
