"""A sample of the simulated stories, at every run; `./scripts/simulate` tells thousands."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from server.actions import operations
from server.appointments import merging
from server.appointments.models import Participant
from server.kernel import changes
from server.kernel.conflicts import Versions, keep_loser
from server.kernel.edit import Edit
from server.kernel.unit_of_work import UnitOfWork
from sync.merge import Decision, merge_group

from .simulate import stories

ROOT = Path(__file__).parents[2]


def test_stories_of_every_weather_break_no_promise() -> None:
    verdicts = list(stories(range(1, 51), workers=1))

    assert [verdict.findings for verdict in verdicts if verdict.findings] == []
    assert sum(verdict.intents for verdict in verdicts) > 300
    assert len({fault for verdict in verdicts for fault in verdict.faults}) == 10


def test_a_seed_tells_the_same_story_twice() -> None:
    first, again = (list(stories(range(7, 12), workers=1)) for _ in range(2))

    assert first == again


def test_a_server_that_takes_every_edit_for_a_known_one_is_found_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def careless(**asked: Any) -> Decision:
        return merge_group(**{**asked, "base_version": asked["stamp"].version - 1})

    monkeypatch.setattr(changes, "merge_group", careless)

    assert _is_found_out("lost")


def test_a_server_that_forgets_the_losers_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def forgetful(**asked: Any) -> Decision:
        return replace(merge_group(**asked), lost=None)

    monkeypatch.setattr(changes, "merge_group", forgetful)

    assert _is_found_out("lost")


def test_a_server_that_lets_a_deletion_win_over_a_comment_is_found_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(operations, "cancel_deletion", lambda *_, **__: None)

    assert _is_found_out("lost")


def test_a_server_that_moves_an_appointment_in_one_dossier_only_is_found_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def alone(_uow: UnitOfWork, participant: Participant) -> Sequence[Participant]:
        return [participant]

    monkeypatch.setattr(merging, "everybody", alone)

    assert _is_found_out("diverged")


def test_a_server_that_asks_a_young_person_what_advisors_decide_is_found_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def told(kind: str, owner: str) -> tuple[str, str]:
        return ("d", owner) if kind == "n" else (kind, owner)

    def careless(uow: UnitOfWork, decision: Decision, versions: Versions, edit: Edit) -> None:
        keep_loser(uow, decision, replace(versions, home=told(*versions.home)), edit)

    monkeypatch.setattr(merging, "keep_loser", careless)

    assert _is_found_out("leaked")


def _is_found_out(kind: str) -> bool:
    """Tell stories until one breaks this promise, sixty at most."""
    verdicts = stories(range(1, 61), workers=1)
    return any(finding.kind == kind for verdict in verdicts for finding in verdict.findings)


def test_the_command_prints_one_line_of_figures() -> None:
    done = subprocess.run(
        [ROOT / "scripts" / "simulate", "--histories", "4", "--seed", "3", "--from", "10"],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.startswith("histories=4 intents=")
    assert done.stdout.endswith(" lost=0 duplicated=0 diverged=0 leaked=0\n")
