"""The shared cases of merging: what another implementation of PROTOCOL.md must answer too."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sync.merge import merge_group
from sync.policies import APPEND, DELETE_WINS, LAST_WRITER, MAX, STATUS_LATTICE
from sync.stamp import Stamp

POLICIES = {
    "append": APPEND,
    "last_writer": LAST_WRITER,
    "delete_wins": DELETE_WINS,
    "max": MAX,
    "status_lattice": STATUS_LATTICE,
}
CASES = json.loads(
    (Path(__file__).parents[1] / "contract" / "cases" / "merging.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_the_engine_answers_the_shared_case(case: dict[str, Any]) -> None:
    held, then = case["held"], case["then"]

    decision = merge_group(
        held=held and held["value"],
        held_stamp=held and Stamp.from_list(held["stamp"]),
        incoming=case["incoming"],
        base_version=case["base"],
        stamp=Stamp.from_list(case["stamp"]),
        policy=POLICIES[case["policy"]],
    )

    lost = decision.lost
    assert decision.outcome == then["outcome"]
    assert [decision.value, decision.stamp.to_list()] == [then["value"], then["stamp"]]
    assert (lost and {"value": lost.value, "stamp": lost.stamp.to_list()}) == then["lost"]
