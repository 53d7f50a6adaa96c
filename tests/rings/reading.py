"""What a row lets its reader read, group by group, as people write it."""

from __future__ import annotations

from tests.devices.shelf import Json

WHEN_WHERE, DETAILS = "when_where", "details"
#: Fields of the groups that are written whole, as on the wire.
FIELDS = {
    WHEN_WHERE: ("starts", "ends", "modality", "place"),
    DETAILS: ("type", "precision", "bring", "note"),
}
#: Groups in which words (or a day that somebody chose) are written, by kind of record.
GROUPS = {
    "message": ("text",),
    "note": ("text",),
    "comment": ("text",),
    "action": ("title", "description", "category", "due", "qualification"),
    "appointment": (WHEN_WHERE, DETAILS, "answer"),
}


def value_of(kind: str, group: str, doc: Json) -> object:
    """Give what a group holds for whoever reads that document; None for nothing."""
    if group in FIELDS:
        return {name: doc[name] for name in FIELDS[group]}
    if group == "qualification":
        return doc[group] and doc[group]["comment"]
    if kind == "appointment" and group == "answer":
        answer = {"answer": doc["answer"], "reason": doc["answer_reason"]}
        return {**answer, "text": doc["answer_text"]} if doc["answer"] else None
    return doc[group]
