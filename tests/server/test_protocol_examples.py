"""PROTOCOL.md tells the truth: its worked examples are played against the server, in order."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient

from server.kernel.clock import now_ms
from tests.factories import World
from tests.server.wire import ORIGIN

PAGE = Path(__file__).parents[2] / "sync" / "PROTOCOL.md"
_BLOCK = re.compile(
    r"^```http example: (?P<name>.+?) from (?P<who>.+?)\n"
    r"(?P<method>GET|POST) (?P<path>\S+)\n(?P<sent>.*?)\n?\n"
    r"(?P<status>\d{3})\n(?P<answer>.*?)\n```$",
    re.MULTILINE | re.DOTALL,
)
_NOW = re.compile(r"<now(?: \+ (\d+))?>")
MINUTE = 60_000


@dataclass
class Names:
    """What each `<name>` of the story stands for, learnt when it is first met."""

    values: dict[str, Any] = field(default_factory=dict)

    def fill(self, said: Any) -> Any:
        """Replace names by what they stand for, in something to be sent."""
        match said:
            case dict():
                return {str(self.fill(key)): self.fill(value) for key, value in said.items()}
            case list():
                return [self.fill(one) for one in said]
            case str() if now := _NOW.fullmatch(said):
                return now_ms() + int(now[1] or 0)
            case str() if said.startswith("<"):
                return self.values[said]
        return said

    def check(self, said: Any, real: Any, where: str = "answer") -> None:
        """Compare what the page says with what came, learning new names."""
        match said:
            case "<any>":
                return
            case "<now>":
                assert abs(real - now_ms()) < MINUTE, where
            case dict():
                self._check_fields(said, real, where)
            case list():
                self._check_elements(said, real, where)
            case str() if said.startswith("<"):
                assert self.values.setdefault(said, real) == real, f"{where}: {said}"
            case _:
                assert said == real, where

    def _check_fields(self, said: dict[str, Any], real: Any, where: str) -> None:
        assert isinstance(real, dict), where
        named = said.keys() - {"…"}
        assert named <= real.keys() if "…" in said else named == real.keys(), where
        for key in sorted(named):
            self.check(said[key], real[key], f"{where}.{key}")

    def _check_elements(self, said: list[Any], real: Any, where: str) -> None:
        assert isinstance(real, list), where
        if "…" not in said:
            assert len(said) == len(real), where
            hole = len(said)
        else:
            hole = said.index("…")
        after = said[hole + 1 :]
        pairs = [
            *zip(said[:hole], real, strict=False),
            *zip(after, real[-len(after) :], strict=False),
        ]
        assert len(real) >= hole + len(after), where
        for place, (one, other) in enumerate(pairs):
            self.check(one, other, f"{where}[{place}]")


def test_the_worked_examples_of_the_page_are_what_the_server_answers(world: World) -> None:
    examples = list(_BLOCK.finditer(PAGE.read_text(encoding="utf-8")))
    browsers: dict[str, FlaskClient] = {"nobody": world.app.test_client()}
    people = {"Karim": world.karim, "Nadia": world.nadia}
    names = Names()

    for example in examples:
        who = example["who"]
        if who not in browsers:
            browsers[who] = world.browser(people[who.split("'")[0]])
        sent = names.fill(json.loads(example["sent"])) if example["sent"] else None
        answer = browsers[who].open(
            example["path"], method=example["method"], json=sent, headers=ORIGIN
        )
        assert answer.status_code == int(example["status"]), example["name"]
        names.check(json.loads(example["answer"]), answer.json, example["name"])


def test_every_example_of_the_page_is_read() -> None:
    page = PAGE.read_text(encoding="utf-8")

    assert len(_BLOCK.findall(page)) == page.count("```http example:") > 10
