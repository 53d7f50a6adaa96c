"""The server did the work and could not say so."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.proxy import LossyProxy

from . import facts
from .people import PATIENCE_MS, SENT, Person
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


def test_a_lost_answer_to_the_first_entry_does_not_burn_the_code(
    stage: Stage, own_server: Server, lossy: LossyProxy
) -> None:
    nadia = stage.at_a_desk("nadia", own_server.start())
    invited = nadia.call(
        "POST", "/api/young-people", {"first_name": "Ana", "last_name": "Costa", "scheme": "CEJ"}
    )
    code = invited["json"]["invitation"]["code"]
    ana = stage.passes_by(own_server, kind="phone").opens(f"/connexion#{code}")
    enter = ana.page.get_by_role("button", name="J’accepte et j’entre")
    lossy.lose_answer_to('"secret"', then=own_server.kill)
    enter.click()
    lossy.wait_for_loss()
    expect(ana.page.get_by_text("Votre code est gardé.")).to_be_visible(timeout=PATIENCE_MS)

    own_server.start()
    ana.opens("/connexion").page.get_by_role("button", name="Continuer").click()
    enter.click()

    expect(ana.page.get_by_role("navigation", name="Menu principal")).to_be_visible(
        timeout=PATIENCE_MS
    )
    assert _opens_no_more(stage.passes_by(own_server), code)


def _opens_no_more(person: Person, code: str) -> bool:
    answer = person.opens("/connexion").call("POST", "/api/invitations/preview", {"code": code})
    return bool(answer["status"] == 404)
