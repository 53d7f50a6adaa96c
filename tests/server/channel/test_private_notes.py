"""No frame of a young person's socket carries a note, nor tells that one was written."""

from __future__ import annotations

from server.kernel.ids import new_id
from tests.server.channel.conftest import Serve
from tests.server.channel.test_live import hear, hears_nothing, say
from tests.server.wire import intent


def test_a_note_reaches_an_advisors_socket_and_no_young_persons(serve: Serve) -> None:
    served = serve()
    world = served.world
    with world.app.app_context():
        notes = world.notes(world.karim)
    nadia, karim = served.sign_in(world.nadia), served.sign_in(world.karim)
    with served.connect(nadia) as desk, served.connect(karim) as phone:
        known = {str(notes): [65_537, 0]}
        say(desk, t="hello", client="a" * 32, cursor={**served.cursor(nadia), **known})
        say(phone, t="hello", client="d" * 32, cursor={**served.cursor(karim), **known})

        written = intent(1, "note.write", new_id(), text="Frère malade")
        served.push(notes, served.sign_in(world.nadia), written)

        frame = hear(desk)
        assert [row["d"]["text"] for row in frame["scopes"][0]["rows"]] == ["Frère malade"]
        assert hears_nothing(phone)
