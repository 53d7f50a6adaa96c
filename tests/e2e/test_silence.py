"""Connections that stay open and say nothing."""

from __future__ import annotations

from tests.proxy import LossyProxy

from . import facts
from .people import Person
from .server import Server
from .stage import Stage

#: The client asks for a sign of life so often, and waits so long for it (milliseconds).
HEARTBEAT_MS, ANSWER_MS = 25_000, 10_000


def test_socket_silent_but_open_in_the_tunnel(stage: Stage, own_server: Server) -> None:
    karim, nadia = _both_on_the_thread(stage, own_server.start())
    _talks_live(nadia, karim)
    karim.loses_network()
    nadia.sends("Tu es là ?")
    karim.page.wait_for_timeout(300)
    assert karim.message("Tu es là ?").count() == 0

    karim.finds_network()

    karim.must_see("Tu es là ?")


def test_socket_silent_but_open_while_other_requests_pass(
    stage: Stage, own_server: Server, lossy: LossyProxy
) -> None:
    own_server.start()
    karim, nadia = _both_on_the_thread(stage, own_server, with_clock=True)
    _talks_live(nadia, karim)
    lossy.silence_open_connections()
    nadia.page.reload()
    nadia.sends("Tu me lis ?")
    karim.page.wait_for_timeout(300)
    assert karim.message("Tu me lis ?").count() == 0

    karim.page.clock.fast_forward(HEARTBEAT_MS + 1000)
    karim.page.clock.fast_forward(ANSWER_MS + 1000)

    karim.must_see("Tu me lis ?")


def test_a_frozen_server_loses_nothing(stage: Stage, own_server: Server) -> None:
    karim, nadia = _both_on_the_thread(stage, own_server.start())
    own_server.freeze()

    karim.sends("Le serveur dort")

    karim.must_see("Le serveur dort", "En attente")

    own_server.thaw()

    nadia.must_see("Le serveur dort")
    karim.must_see("Le serveur dort", "Lu")


def _both_on_the_thread(
    stage: Stage, server: Server, *, with_clock: bool = False
) -> tuple[Person, Person]:
    karim = stage.on_a_phone("karim", server)
    if with_clock:
        karim.page.clock.install()
    karim.opens("/messages")
    thread_id = facts.young_person(server.data, "Karim", "Haddad").id
    return karim, stage.at_a_desk("nadia", server).opens(f"/messages/{thread_id}")


def _talks_live(nadia: Person, karim: Person) -> None:
    nadia.sends("Bonjour Karim, tout va bien ?")
    karim.must_see("Bonjour Karim, tout va bien ?")
