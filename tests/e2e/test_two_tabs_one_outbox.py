"""Two tabs of one browser write into one outbox."""

from __future__ import annotations

from . import facts
from .people import SENT
from .server import Server
from .stage import Stage


def test_two_tabs_one_outbox(stage: Stage, own_server: Server) -> None:
    karim = stage.on_a_phone("karim", own_server.start()).is_ready_for_offline()
    thread_id = facts.young_person(own_server.data, "Karim", "Haddad").id
    before = facts.texts(own_server.data, thread_id)
    karim.goes_to("Messages")
    other_tab = karim.opens_another_tab("/messages")
    karim.loses_network()

    karim.sends("Écrit dans le premier onglet")
    other_tab.sends("Écrit dans le second")

    karim.must_see("Écrit dans le second", "En attente")
    other_tab.must_see("Écrit dans le premier onglet", "En attente")

    karim.finds_network()

    for tab in (karim, other_tab):
        tab.must_see("Écrit dans le premier onglet", SENT)
        tab.must_see("Écrit dans le second", SENT)
    assert facts.texts(own_server.data, thread_id) == [
        *before,
        "Écrit dans le premier onglet",
        "Écrit dans le second",
    ]


def test_the_second_tab_goes_on_when_the_first_is_closed(stage: Stage, own_server: Server) -> None:
    karim = stage.on_a_phone("karim", own_server.start())
    thread_id = facts.young_person(own_server.data, "Karim", "Haddad").id
    other_tab = karim.opens_another_tab("/messages")
    karim.page.close()

    other_tab.sends("Le premier onglet est fermé")

    other_tab.must_see("Le premier onglet est fermé", SENT)
    assert facts.texts(own_server.data, thread_id)[-1] == "Le premier onglet est fermé"
