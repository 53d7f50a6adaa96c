"""Readings: an advisor's device that is given rows of somebody's file leaves one audit line.

One line per session, file and day (UTC): what a device holds is read there, with or without a
network, so what is noted is what it was given. Remembered per process: after a restart a line may
be written twice, never not at all.
"""

from __future__ import annotations

from collections.abc import Iterable

from flask import current_app

from server.kernel.clock import DAY_MS, now_ms
from server.kernel.policy import Actor
from server.kernel.unit_of_work import unit_of_work

MOST_REMEMBERED = 50_000

#: (session, young person, day).
Known = set[tuple[str, str, int]]


def note_readings(by: Actor, files: Iterable[str]) -> None:
    """Note that these young people's files are about to be given; nothing for one's own.

    Call it before the rows leave: whoever cannot be noted is not given anything.
    """
    others = set(files) - {by.id}
    if not others:
        return
    known: Known = current_app.extensions.setdefault("known_readings", set())
    day = now_ms() // DAY_MS
    new = {(by.session_id, one, day) for one in others} - known
    if not new:
        return
    with unit_of_work(by=by) as uow:
        for session_id, young_person_id, _ in sorted(new):
            uow.audit("file.read", about=young_person_id, thing=session_id)
    if len(known) >= MOST_REMEMBERED:
        known.clear()
    known |= new
