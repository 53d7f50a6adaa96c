"""A young person never learns who else comes, how many they are, or whether there is anybody."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest

from server.kernel.ids import new_id
from server.kernel.policy import Actor
from tests.factories import World
from tests.server.wire import Json, Wire, intent

from .scene import HOUR, caseload, follow, meet, place_at, row, shown, tomorrow


@dataclass
class Others:
    """Twelve people in one appointment with Karim, and theirs without anybody."""

    people: list[Actor]
    ids: list[str]
    alone: str


def everything(wire: Wire) -> str:
    """Give, as text, every byte a new device of that person receives."""
    pages: list[str] = []
    cursor: Json = {}
    more: str | None = None
    while True:
        answer = wire.post(pull={"cursor": cursor, "more": more})
        pages.append(answer.get_data(as_text=True))
        half: Json = answer.json["pull"]  # type: ignore[index]
        for entry in half["scopes"]:
            if not entry["part"]:
                cursor[str(entry["s"])] = [entry["epoch"], entry["to"]]
        more = half["more"]
        if more is None:
            return "".join(pages)


def test_nothing_a_young_person_receives_names_or_counts_the_others(world: World) -> None:
    people = caseload(world, world.nadia, 12)
    karim, *ids = meet(world, [world.karim, *people])
    nadia, scope = world.wire(world.nadia), world.dossier(world.karim)
    follow(world, world.marc, world.karim)
    follow(world, world.marc, people[0])
    seen = {"when_where": row(nadia, karim)["v"], "details": row(nadia, karim)["v"]}
    later, latest = place_at(tomorrow() + HOUR), place_at(tomorrow() + 2 * HOUR)
    nadia.push(
        scope,
        intent(1, "appointment.move", karim, base=seen, **later),
        intent(2, "appointment.edit", karim, base=seen, type="workshop"),
    )
    world.wire(world.marc).push(scope, intent(1, "appointment.move", karim, base=seen, **latest))
    world.wire(people[0]).push(
        world.dossier(people[0]),
        intent(
            1,
            "appointment.answer",
            ids[0],
            base={"answer": world.version(world.dossier(people[0]))},
            answer="not_coming",
            text="Mon bus",
        ),
    )
    nadia.push(scope, intent(3, "appointment.cancel", karim, base=seen, everyone=True))

    received = everything(world.wire(world.karim))

    assert karim in received
    document = json.dumps(shown(world.wire(world.karim), karim))
    assert not any(f"{number}" in _words(document) for number in (12, 13))
    for person, id_ in zip(people, ids, strict=True):
        for secret in (person.id, id_, person.name):
            assert secret not in received
    assert "Mon bus" not in received


def _words(document: str) -> set[str]:
    """Give the whole numbers and words of a document, ids and instants being one word each."""
    return set(document.replace('"', " ").replace(",", " ").replace("}", " ").split())


def test_alone_or_among_twelve_an_appointment_shows_the_same_fields(world: World) -> None:
    starts = tomorrow()
    [alone] = meet(world, [world.karim], starts=starts)
    among, *_ = meet(world, [world.karim, *caseload(world, world.nadia, 3)], starts=starts)
    wire = world.wire(world.karim)

    documents = [shown(wire, alone), shown(wire, among)]

    for document in documents:
        del document["appointment"]
    assert documents[0] == documents[1]


@pytest.mark.parametrize("type_", ["move", "edit", "cancel", "restore", "attend", "answer"])
def test_the_participation_of_somebody_else_is_not_there(world: World, type_: str) -> None:
    values: Json = {
        "move": place_at(tomorrow()),
        "edit": {"type": "visit"},
        "cancel": {"everyone": True},
        "restore": {},
        "attend": {"attendance": "present"},
        "answer": {"answer": "coming"},
    }[type_]
    [lea] = caseload(world, world.nadia, 1)
    karim, leas = meet(world, [world.karim, lea])
    shared = shown(world.wire(world.karim), karim)["appointment"]
    scope = world.dossier(world.karim)

    for person in (world.karim, world.nadia):
        outcomes = world.wire(person).push(
            scope,
            *(
                intent(n, f"appointment.{type_}", id_, **values)
                for n, id_ in enumerate((leas, shared, new_id()), start=1)
            ),
        )
        assert [(one["o"], one["why"]) for one in outcomes] == [("rejected", "forbidden")] * 3
