"""Pulling rows: nothing skipped, nothing of others, in pages that resume where they stopped."""

from __future__ import annotations

from collections.abc import Callable

from server.kernel.policy import Actor
from tests.factories import World
from tests.server.wire import intent


def test_a_new_device_receives_everything_its_person_may_read(world: World) -> None:
    karim = world.wire(world.karim)
    karim.push(world.dossier(world.karim), intent(1, "message.send", text="Bonjour"))

    kinds = {
        row["k"] for entry in world.wire(world.karim).pull()["scopes"] for row in entry["rows"]
    }

    assert {"young_person", "thread", "message", "grant", "preferences", "structure"} <= kinds


def test_a_young_person_receives_nothing_of_another_nor_of_the_advisors_side(world: World) -> None:
    world.wire(world.nadia).push(
        world.notes(world.karim), intent(1, "triage.flag", world.karim.id, flagged=True)
    )
    world.wire(world.ines).push(
        world.dossier(world.ines), intent(1, "message.send", text="Secret d’Inès")
    )
    assert world.wire(world.nadia).rows("triage"), "the flag must exist for this to prove anything"

    answer = world.wire(world.karim).post(pull={"cursor": {}}).text

    assert "Secret" not in answer
    assert "triage" not in answer
    assert world.ines.id not in answer


def test_a_cursor_at_the_head_receives_nothing(world: World) -> None:
    karim = world.wire(world.karim)
    cursor = {str(e["s"]): [e["epoch"], e["to"]] for e in karim.pull()["scopes"]}

    assert karim.pull(cursor)["scopes"] == []


def test_a_scope_that_is_not_mine_is_dropped_from_the_device(world: World) -> None:
    scope = world.dossier(world.ines)

    half = world.wire(world.karim).pull({str(scope): [1, 3], "424242": [1, 3]})

    assert [one["s"] for one in half["drop"]] == sorted([scope, 424242])


def test_the_lane_of_a_pushed_scope_comes_back_in_the_same_answer(world: World) -> None:
    karim, scope = world.wire(world.karim), world.dossier(world.karim)

    answer = karim.post(
        push=[{"s": scope, "m": [intent(1, "message.send", text="Bonjour")]}],
        pull={"cursor": {}},
    ).json
    assert answer is not None

    entry = next(one for one in answer["pull"]["scopes"] if one["s"] == scope)
    assert entry["lane"] == 1
    assert [row["d"]["text"] for row in entry["rows"] if row["k"] == "message"] == ["Bonjour"]


def test_a_lane_can_be_asked_for_although_nothing_moved(world: World) -> None:
    karim, scope = world.wire(world.karim), world.dossier(world.karim)
    karim.push(scope, intent(1, "message.send", text=""))
    cursor = {str(e["s"]): [e["epoch"], e["to"]] for e in karim.pull()["scopes"]}

    half = karim.pull(cursor, lanes=[scope])

    assert [(e["s"], e["lane"], e["rows"]) for e in half["scopes"]] == [(scope, 1, [])]


def test_pages_give_every_row_once_however_small_the_budget(world: World) -> None:
    karim, scope = world.wire(world.karim), world.dossier(world.karim)
    for start in range(1, 121, 40):
        karim.push(
            scope,
            *(
                intent(n, "message.send", text=f"{n} " + "é" * 600)
                for n in range(start, start + 40)
            ),
        )

    cursor: dict[str, list[int]] = {}
    seen: list[str] = []
    pages, more = 0, None
    while True:
        half = karim.pull(cursor, budget=1, more=more)  # the server raises it to its minimum
        pages += 1
        for entry in half["scopes"]:
            seen += [row["id"] for row in entry["rows"] if row["k"] == "message"]
            if not entry["part"]:
                cursor[str(entry["s"])] = [entry["epoch"], entry["to"]]
        more = half["more"]
        if more is None:
            break

    assert pages > 3
    assert len(seen) == len(set(seen)) == 120


def test_a_row_written_between_two_pages_arrives_too(world: World) -> None:
    karim, scope = world.wire(world.karim), world.dossier(world.karim)
    long = [intent(n, "message.send", text=f"{n} " + "a" * 900) for n in range(1, 41)]
    karim.push(scope, *long)
    first = karim.pull({}, budget=1)
    assert first["more"], "one page must not be enough"

    karim.push(scope, intent(41, "message.send", text="Entre deux pages"))
    cursor = {str(e["s"]): [e["epoch"], e["to"]] for e in first["scopes"] if not e["part"]}
    seen: list[str] = []
    more = first["more"]
    while more is not None:
        half = karim.pull(cursor, budget=1, more=more)
        for entry in half["scopes"]:
            seen += [row["d"].get("text") or "" for row in entry["rows"]]
            if not entry["part"]:
                cursor[str(entry["s"])] = [entry["epoch"], entry["to"]]
        more = half["more"]

    assert "Entre deux pages" in seen


def test_a_garbled_token_is_told_inside_the_answer_beside_what_was_pushed(world: World) -> None:
    karim, scope = world.wire(world.karim), world.dossier(world.karim)

    answer = karim.post(
        push=[{"s": scope, "m": [intent(1, "message.send", text="Bonjour")]}],
        pull={"cursor": {}, "more": "n’importe quoi"},
    ).json
    assert answer is not None

    assert answer["push"][0]["r"][0]["o"] == "applied"
    assert answer["pull"] == {"error": "bad_request"}


def test_nothing_new_costs_the_same_queries_for_two_scopes_and_for_sixty(
    world: World, count_queries: Callable[[], object]
) -> None:
    def queries_of(person: Actor) -> int:
        wire = world.wire(person)
        cursor = {str(e["s"]): [e["epoch"], e["to"]] for e in wire.pull()["scopes"]}
        wire.pull(cursor)
        with count_queries() as seen:  # type: ignore[attr-defined]
            assert wire.pull(cursor)["scopes"] == []
        return len(seen)

    few = queries_of(world.nadia)
    world.follow_more(world.nadia, 30)

    assert queries_of(world.nadia) == few <= 14
