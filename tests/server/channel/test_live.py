"""The live channel: news at once, never to strangers, silent when the session has ended."""

from __future__ import annotations

import contextlib
import json
import time
import urllib.request
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection

from tests import services
from tests.server.channel.conftest import Serve, Served
from tests.server.wire import intent

Json = dict[str, Any]


def say(socket: ClientConnection, **frame: Any) -> Json:
    socket.send(json.dumps(frame))
    return hear(socket)


def hear(socket: ClientConnection, seconds: float = 5) -> Json:
    frame: Json = json.loads(socket.recv(timeout=seconds))
    return frame


def hears_nothing(socket: ClientConnection, seconds: float = 0.6) -> bool:
    with contextlib.suppress(TimeoutError):
        return not hear(socket, seconds)
    return True


def karim_writes(served: Served, n: int = 1, text: str = "Bonjour") -> None:
    world = served.world
    with world.app.app_context():
        scope = world.dossier(world.karim)
    served.push(scope, served.sign_in(world.karim), intent(n, "message.send", text=text))


def test_a_device_exactly_one_version_behind_receives_the_rows_themselves(serve: Serve) -> None:
    served = serve()
    nadia = served.sign_in(served.world.nadia)
    with served.connect(nadia) as socket:
        assert say(socket, t="hello", client="a" * 32, cursor=served.cursor(nadia))["t"] == "ok"

        karim_writes(served)

        delta = hear(socket)
        assert delta["t"] == "d"
        entry = delta["scopes"][0]
        assert [row["d"]["text"] for row in entry["rows"] if row["k"] == "message"] == ["Bonjour"]
        assert entry["to"] == entry["from"] + 1
        assert "lane" not in entry


def test_a_device_further_behind_is_only_told_the_version(serve: Serve) -> None:
    served = serve()
    with served.connect(served.sign_in(served.world.nadia)) as socket:
        say(socket, t="hello", client="a" * 32, cursor={})

        karim_writes(served)

        poke = hear(socket)
        assert poke["t"] == "v"
        assert "Bonjour" not in json.dumps(poke)


def test_rows_too_heavy_for_a_frame_become_a_poke(serve: Serve) -> None:
    served = serve()
    nadia, world = served.sign_in(served.world.nadia), served.world
    with world.app.app_context():
        scope = world.dossier(world.karim)
    with served.connect(nadia) as socket:
        say(socket, t="hello", client="a" * 32, cursor=served.cursor(nadia))

        heavy = [intent(n, "message.send", text="é" * 3_900) for n in range(1, 11)]
        served.push(scope, served.sign_in(world.karim), *heavy)

        assert hear(socket)["t"] == "v"


def test_the_device_that_wrote_hears_nothing_of_its_own_writing(serve: Serve) -> None:
    served = serve()
    karim = served.sign_in(served.world.karim)
    with served.connect(karim) as mine, served.connect(karim) as other:
        say(mine, t="hello", client="b" * 32, cursor={})
        say(other, t="hello", client="d" * 32, cursor={})

        karim_writes(served)

        assert hear(other)["t"] == "v"
        assert hears_nothing(mine)


def test_a_stranger_hears_nothing_of_a_dossier(serve: Serve) -> None:
    served = serve()
    with (
        served.connect(served.sign_in(served.world.nadia)) as follower,
        served.connect(served.sign_in(served.world.marc)) as stranger,
    ):
        say(follower, t="hello", client="a" * 32, cursor={})
        say(stranger, t="hello", client="d" * 32, cursor={})

        karim_writes(served)

        assert hear(follower)["t"] == "v"
        assert hears_nothing(stranger)


def test_saying_at_marks_the_message_received_without_a_pull(serve: Serve) -> None:
    served = serve()
    world = served.world
    nadia, karim = served.sign_in(world.nadia), served.sign_in(world.karim)
    with served.connect(nadia) as reader, served.connect(karim) as writer:
        say(reader, t="hello", client="a" * 32, cursor=served.cursor(nadia))
        karim_writes(served)
        entry = hear(reader)["scopes"][0]
        assert hear(writer)["t"] == "v", "a socket that said nothing yet hears the version"
        say(writer, t="hello", client="d" * 32, cursor=served.cursor(karim))

        reader.send(json.dumps({"t": "at", "s": [[entry["s"], entry["to"]]]}))

        thread = next(row for row in hear(writer)["scopes"][0]["rows"] if row["k"] == "thread")
        assert thread["d"]["advisor"]["received"] == 1


def test_messages_in_a_row_all_come_as_rows_the_reader_s_own_marks_included(serve: Serve) -> None:
    served = serve()
    nadia = served.sign_in(served.world.nadia)
    with served.connect(nadia) as reader:
        say(reader, t="hello", client="a" * 32, cursor=served.cursor(nadia))

        kinds = []
        for n in (1, 2, 3):
            karim_writes(served, n, f"Message {n}")
            for _message_then_mark in range(2):
                delta = hear(reader)
                assert delta["t"] == "d", "a mark nobody told of would leave this device behind"
                entry = delta["scopes"][0]
                kinds.append({row["k"] for row in entry["rows"]})
                reader.send(json.dumps({"t": "at", "s": [[entry["s"], entry["to"]]]}))

        assert ["message" in one for one in kinds] == [True, False] * 3


def test_a_heartbeat_is_answered_with_the_time(serve: Serve) -> None:
    served = serve()
    with served.connect(served.sign_in(served.world.karim)) as socket:
        answer = say(socket, t="hb")

        assert answer["t"] == "hb"
        assert isinstance(answer["now"], int)


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        ('{"t":"dance"}', "unknown"),
        ("not json", "bad_frame"),
        ('{"t":"at","s":[["x",1]]}', "bad_frame"),
        ('{"t":"hello","cursor":{"-1":[1,1]},"client":"x"}', "bad_frame"),
        ('{"t":"at","s":7}', "bad_frame"),
    ],
)
def test_a_frame_that_means_nothing_is_answered_and_the_socket_lives_on(
    serve: Serve, frame: str, code: str
) -> None:
    served = serve()
    with served.connect(served.sign_in(served.world.karim)) as socket:
        socket.send(frame)

        assert hear(socket) == {"t": "error", "code": code}
        assert say(socket, t="hb")["t"] == "hb"


def test_a_huge_frame_closes_the_socket(serve: Serve) -> None:
    served = serve()
    with served.connect(served.sign_in(served.world.karim)) as socket:
        with contextlib.suppress(ConnectionClosed):
            socket.send("x" * 100_000)

        with pytest.raises(ConnectionClosed):
            hear(socket)


def test_nobody_enters_without_a_session_nor_from_another_origin(serve: Serve) -> None:
    served = serve()
    karim = served.sign_in(served.world.karim)

    with pytest.raises(InvalidStatus) as unknown:
        served.connect("passerelle=nothing")
    with pytest.raises(InvalidStatus) as foreign:
        served.connect(karim, origin="https://ailleurs.example")

    assert (unknown.value.response.status_code, foreign.value.response.status_code) == (401, 403)


def test_ending_a_session_closes_its_socket_at_once(serve: Serve) -> None:
    served = serve()
    karim = served.sign_in(served.world.karim)
    with served.connect(karim) as socket:
        say(socket, t="hello", client="a" * 32, cursor={})

        _delete(served, "/api/me/sessions/current", karim)

        assert hear(socket) == {"t": "bye", "why": "session"}
        with pytest.raises(ConnectionClosed):
            hear(socket)


def test_a_device_that_leaves_is_forgotten_at_once(serve: Serve) -> None:
    served = serve()
    karim = served.sign_in(served.world.karim)
    with served.connect(karim) as socket:
        say(socket, t="hello", client="a" * 32, cursor={})
        before = served.open_files()

    deadline = time.monotonic() + 5
    while served.open_files() >= before and time.monotonic() < deadline:
        time.sleep(0.05)
    assert served.open_files() < before


def test_no_compression_is_negotiated(serve: Serve) -> None:
    served = serve()
    with served.connect(served.sign_in(served.world.karim)) as socket:
        assert socket.protocol.extensions == []


def test_news_cross_processes_through_redis(serve: Serve) -> None:
    with services.redis() as url:
        served = serve(processes=2, redis_url=url)
        nadia = served.sign_in(served.world.nadia)
        with served.connect(nadia, port=served.ports[1]) as socket:
            say(socket, t="hello", client="a" * 32, cursor=served.cursor(nadia))

            karim_writes(served)  # through the first process

            assert hear(socket)["t"] == "d"


def test_a_session_ended_in_one_process_closes_its_socket_in_another(serve: Serve) -> None:
    with services.redis() as url:
        served = serve(processes=2, redis_url=url)
        karim = served.sign_in(served.world.karim)
        with served.connect(karim, port=served.ports[1]) as socket:
            say(socket, t="hello", client="a" * 32, cursor={})

            _delete(served, "/api/me/sessions/current", karim)

            assert hear(socket) == {"t": "bye", "why": "session"}


def _delete(served: Served, path: str, cookie: str) -> None:
    request = urllib.request.Request(
        f"http://127.0.0.1:{served.ports[0]}{path}",
        headers={"Cookie": cookie, "Origin": served.origin},
        method="DELETE",
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        assert answer.status == 204


def test_a_device_that_floods_its_socket_is_sent_away(serve: Serve) -> None:
    served = serve()
    with served.connect(served.sign_in(served.world.karim)) as socket:
        with contextlib.suppress(ConnectionClosed):
            for _ in range(4_000):
                socket.send('{"t":"at","s":[]}')
            for _ in range(50):
                say(socket, t="hb")

        assert socket.close_code == 1013


def test_one_person_cannot_take_every_connection(serve: Serve) -> None:
    served = serve()
    karim = served.sign_in(served.world.karim)
    with contextlib.ExitStack() as open_ones:
        for _ in range(20):
            socket = open_ones.enter_context(served.connect(karim))
            assert say(socket, t="hb")["t"] == "hb"

        one_more = open_ones.enter_context(served.connect(karim))

        with pytest.raises(ConnectionClosed) as closed:
            hear(one_more)
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1013
