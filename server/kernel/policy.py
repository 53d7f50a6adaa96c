"""Who may do what: one table, one gesture.

Every door of the product has a row: each HTTP route ("POST /api/sessions"), each intent type
("intent message.send"), each frame a socket may send ("socket hello"). A door without a row fails
the tests. A row says, for each principal, the relations to the thing that open the door.

`require` is the gesture: an operation computes the relations the person has to the thing (domains'
policy.py) and asks. Somebody without any relation is told the same as if the thing did not exist.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from .errors import Missing, NotSignedIn, Refused

Role = Literal["young_person", "advisor", "system"]
Relation = Literal["public", "self", "follows", "author", "same_structure", "supervises"]
Row = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Actor:
    """The person who acts, as known from their session."""

    id: str
    role: Role
    structure_id: str
    is_supervisor: bool = False
    session_id: str = ""
    #: First name and name, as shown to the other side of a thread.
    name: str = ""

    @property
    def principal(self) -> str:
        """The column of the table that applies to this person."""
        return "supervisor" if self.is_supervisor else self.role


#: The application itself: demo filling, jobs, the command line.
SYSTEM = Actor(id="00000000-0000-7000-8000-000000000000", role="system", structure_id="")


def _row(**columns: str) -> Row:
    return {name: frozenset(relations.split()) for name, relations in columns.items()}


def _public() -> Row:
    return _row(anonymous="public", young_person="public", advisor="public", supervisor="public")


def _signed_in() -> Row:
    return _row(young_person="self", advisor="self", supervisor="self")


#: door -> principal -> relations that open it. A principal left out may never pass.
TABLE: dict[str, Row] = {
    # what everybody may see
    "GET /healthz": _public(),
    "GET /readyz": _public(),
    "GET /api/openapi.json": _public(),
    "GET /": _public(),
    "GET /<path:path>": _public(),
    "GET /api/sync/1/hello": _public(),
    # signing in
    "POST /api/sessions": _public(),
    "POST /api/invitations/preview": _public(),
    "POST /api/invitations/redeem": _public(),
    "GET /api/demo/personas": _public(),
    "POST /api/demo/sessions": _public(),
    "POST /api/test/clock": _public(),
    # one's own account
    "GET /api/me": _signed_in(),
    "POST /api/me/terms": _signed_in(),
    "GET /api/me/sessions": _signed_in(),
    "DELETE /api/me/sessions/<session_id>": _signed_in(),
    # people
    "POST /api/young-people": _row(advisor="same_structure", supervisor="same_structure"),
    "POST /api/young-people/<young_person_id>/invitations": _row(
        advisor="follows", supervisor="follows"
    ),
    "POST /api/advisors/invitations": _row(supervisor="supervises"),
    # sync
    "POST /api/sync/1": _signed_in(),
    "GET /api/sync/1/live": _signed_in(),
    "intent message.send": _row(young_person="self", advisor="follows", supervisor="follows"),
    "intent message.edit": _row(young_person="author", advisor="author", supervisor="author"),
    "intent message.delete": _row(young_person="author", advisor="author", supervisor="author"),
    "intent thread.read": _row(young_person="self", advisor="follows", supervisor="follows"),
    "intent conflict.close": _row(
        young_person="self", advisor="self follows", supervisor="self follows"
    ),
    "intent triage.flag": _row(advisor="follows", supervisor="follows"),
    "intent triage.handle": _row(advisor="follows", supervisor="follows"),
    "intent action.create": _row(young_person="self", advisor="follows", supervisor="follows"),
    "intent action.edit": _row(young_person="self", advisor="follows", supervisor="follows"),
    "intent action.status": _row(young_person="self", advisor="follows", supervisor="follows"),
    "intent action.comment": _row(young_person="self", advisor="follows", supervisor="follows"),
    "intent action.delete": _row(young_person="self", advisor="follows", supervisor="follows"),
    "intent action.restore": _row(young_person="self", advisor="follows", supervisor="follows"),
    "intent action.qualify": _row(advisor="follows", supervisor="follows"),
    "intent note.write": _row(advisor="follows", supervisor="follows"),
    "intent note.edit": _row(advisor="author", supervisor="author"),
    "intent note.delete": _row(advisor="author", supervisor="author"),
    "intent note.restore": _row(advisor="author", supervisor="author"),
    "intent contact.set": _row(young_person="self", advisor="follows", supervisor="follows"),
    "intent preferences.set": _signed_in(),
    "intent read_position.set": _row(young_person="self", advisor="follows", supervisor="follows"),
    "intent appointment.create": _row(advisor="follows", supervisor="follows"),
    "intent appointment.move": _row(advisor="follows", supervisor="follows"),
    "intent appointment.edit": _row(advisor="follows", supervisor="follows"),
    "intent appointment.cancel": _row(advisor="follows", supervisor="follows"),
    "intent appointment.restore": _row(advisor="follows", supervisor="follows"),
    "intent appointment.attend": _row(advisor="follows", supervisor="follows"),
    "intent appointment.answer": _row(young_person="self"),
    "socket hello": _signed_in(),
    "socket at": _signed_in(),
    "socket hb": _signed_in(),
}


def require(by: Actor | None, door: str, relations: set[Relation]) -> None:
    """Let the person through the door, or raise.

    Raises NotSignedIn for nobody, Missing when they have no relation to the thing at all, Refused
    when they may know it but not do this. The system passes every door.
    """
    if by is not None and by.role == "system":
        return
    allowed = TABLE[door].get("anonymous" if by is None else by.principal, frozenset())
    if allowed & relations:
        return
    if by is None:
        raise NotSignedIn()
    if not relations:
        raise Missing()
    raise Refused()
