"""The server did the work and could not say so."""

from __future__ import annotations

from tests.proxy import LossyProxy

from . import facts
from .people import SENT
from .server import Server
from .stage import Stage

WORDS = "Je serai là à 14 h"


def test_server_dies_after_commit_before_answering(
    stage: Stage, own_server: Server, lossy: LossyProxy
) -> None:
    karim = stage.on_a_phone("karim", own_server.start())
    thread_id = facts.young_person(own_server.data, "Karim", "Haddad").id
    karim.goes_to("Messages")
    lossy.lose_answer_to("message.send", then=own_server.kill)

    karim.sends(WORDS)

    karim.must_see(WORDS, "En attente")
    lossy.wait_for_loss()
    assert facts.texts(own_server.data, thread_id).count(WORDS) == 1

    own_server.start()

    karim.must_see(WORDS, SENT)
    assert facts.texts(own_server.data, thread_id).count(WORDS) == 1
