"""What the server's own tables say: the truth a test compares screens with."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path


def _ask(data: Path, question: str, *values: object) -> list[tuple[object, ...]]:
    address = f"file:{data / 'passerelle.db'}?mode=ro"
    with closing(sqlite3.connect(address, uri=True)) as connection:
        return connection.execute(question, values).fetchall()


@dataclass(frozen=True)
class YoungFacts:
    """Where the file of a young person is kept."""

    id: str
    dossier: int
    notes: int
    own: int


def young_person(data: Path, first_name: str, last_name: str) -> YoungFacts:
    """Give the ids of a young person whose name nobody else bears."""
    ((account,),) = _ask(
        data,
        "SELECT id FROM account WHERE first_name = ? AND last_name = ? AND role = 'young_person'",
        first_name,
        last_name,
    )
    scopes = {
        str(kind): int(str(scope))
        for kind, scope in _ask(data, "SELECT kind, id FROM scope WHERE owner = ?", account)
    }
    return YoungFacts(str(account), dossier=scopes["d"], notes=scopes["n"], own=scopes["u"])


def session_of(data: Path, first_name: str) -> str:
    """Give a live session of the person of that first name who signed in last."""
    ((found,),) = _ask(
        data,
        "SELECT session.id FROM session JOIN account ON account.id = account_id"
        " WHERE first_name = ? AND ended_at IS NULL ORDER BY session.created_at DESC LIMIT 1",
        first_name,
    )
    return str(found)


def texts(data: Path, thread_id: str) -> list[str]:
    """Give what is written in a thread, in order; deleted messages are None."""
    rows = _ask(data, "SELECT text FROM message WHERE thread_id = ? ORDER BY seq", thread_id)
    return [str(text) for (text,) in rows]


def action(data: Path, young_person_id: str, title: str) -> str:
    """Give the action of a young person that bears this title, or the first of those that do."""
    question = "SELECT id FROM action WHERE young_person_id = ? AND title = ? ORDER BY id LIMIT 1"
    ((found,),) = _ask(data, question, young_person_id, title)
    return str(found)


def places(data: Path) -> dict[str, str]:
    """Give what addresses name: Karim Haddad, an action of his and his last appointment."""
    about = young_person(data, "Karim", "Haddad").id
    ((meeting,),) = _ask(
        data,
        "SELECT part.id FROM appointment_participant AS part"
        " JOIN appointment ON appointment.id = appointment_id"
        " WHERE young_person_id = ? ORDER BY starts_at DESC LIMIT 1",
        about,
    )
    held = action(data, about, "Postuler à la boulangerie Martin")
    return {"id": about, "action": held, "appointment": str(meeting)}
