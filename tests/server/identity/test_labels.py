"""A person recognises their own devices in the list."""

from __future__ import annotations

import pytest

from server.identity.labels import label_of

CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0"


@pytest.mark.parametrize(
    ("user_agent", "label"),
    [
        (f"Mozilla/5.0 (Linux; Android 14; K) {CHROME} Mobile Safari/537.36", "Chrome, Android"),
        (f"Mozilla/5.0 (Windows NT 10.0; Win64) {CHROME} Safari/537.36", "Chrome, Windows"),
        (f"Mozilla/5.0 (Windows NT 10.0) {CHROME} Safari/537.36 Edg/131.0", "Edge, Windows"),
        (f"Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) {CHROME} Safari/537.36", "Chrome, Chromebook"),
        (
            f"Mozilla/5.0 (Linux; Android 13; SM-A145R) {CHROME} SamsungBrowser/26.0 Mobile Safari",
            "Samsung Internet, Android",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 "
            "(KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
            "Safari, iPhone",
        ),
        ("Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) CriOS/131.0 Safari/604.1", "Chrome, iPad"),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:133.0) Gecko/20100101 Firefox/133.0",
            "Firefox, Mac",
        ),
        (
            "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0",
            "Firefox, Linux",
        ),
        ("curl/8.0", "Navigateur, appareil inconnu"),
        ("", "Navigateur, appareil inconnu"),
    ],
)
def test_a_browser_is_named_in_plain_words(user_agent: str, label: str) -> None:
    assert label_of(user_agent) == label
