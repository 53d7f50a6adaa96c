"""The main job: written without network, kept through a dead battery, arrived once, in order."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from . import facts
from .people import PATIENCE_MS, Person, PersonWithOwnBrowser
from .server import Server
from .stage import Stage
from .webkit_people import WebKitPerson

FIRST, TYPO, CORRECTED = "Je suis dans le tunnel", "Le train est areté", "Le train est arrêté"
DRAFT = "Et pour la lettre"
#: A draft is on the device so long after the last key, at most; twice that, milliseconds.
DRAFT_KEPT_MS = 600


@pytest.mark.parametrize("come_with", [Stage.with_own_phone, Stage.with_own_firefox])
def test_a_day_in_the_tunnel(
    stage: Stage,
    own_server: Server,
    come_with: Callable[[Stage, str, Server], PersonWithOwnBrowser],
) -> None:
    karim = come_with(stage, "karim", own_server.start())
    thread_id = facts.young_person(own_server.data, "Karim", "Haddad").id
    nadia = stage.at_a_desk("nadia", own_server).opens(f"/messages/{thread_id}")
    before = facts.texts(own_server.data, thread_id)
    karim.goes_to("Messages")

    karim.loses_network()
    karim.sends(FIRST)
    karim.sends(TYPO)
    karim.edits(TYPO, into=CORRECTED)
    karim.starts_writing(DRAFT)
    karim.page.wait_for_timeout(DRAFT_KEPT_MS)
    karim.loses_power()
    karim.starts_again("/messages", online=False)

    karim.must_see(FIRST, "En attente")
    karim.must_see(CORRECTED, "En attente")
    expect(karim.composer).to_have_value(DRAFT)
    assert facts.texts(own_server.data, thread_id) == before

    karim.finds_network()

    _sees_everything_once(nadia)
    assert facts.texts(own_server.data, thread_id) == [*before, FIRST, CORRECTED]
    karim.must_see(CORRECTED, "Lu")


def test_a_day_in_the_tunnel_from_webkit(
    stage: Stage, own_server: Server, webkit_of: Callable[[str, Server], WebKitPerson]
) -> None:
    karim = webkit_of("karim", own_server.start())
    thread_id = facts.young_person(own_server.data, "Karim", "Haddad").id
    nadia = stage.at_a_desk("nadia", own_server).opens(f"/messages/{thread_id}")
    before = facts.texts(own_server.data, thread_id)
    karim.opens("/messages")

    own_server.stop()
    karim.sends(FIRST)
    karim.sends(TYPO)
    karim.edits(TYPO, into=CORRECTED)
    karim.starts_writing(DRAFT)
    karim.waits(DRAFT_KEPT_MS)
    karim.closes_the_page()
    karim.opens("/messages")

    karim.must_see(FIRST, "En attente")
    karim.must_see(CORRECTED, "En attente")
    assert karim.draft() == DRAFT

    own_server.start()

    _sees_everything_once(nadia)
    assert facts.texts(own_server.data, thread_id) == [*before, FIRST, CORRECTED]


def _sees_everything_once(nadia: Person) -> None:
    nadia.must_see(FIRST)
    nadia.must_see(CORRECTED)
    expect(nadia.message(TYPO)).to_have_count(0)
    first, second = nadia.reads_last(2)
    assert (FIRST in first, CORRECTED in second) == (True, True)
    expect(nadia.page.get_by_text(DRAFT)).to_have_count(0, timeout=PATIENCE_MS)
