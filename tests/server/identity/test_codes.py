"""One-time codes can be read aloud, copied by hand, and typed in any way."""

from __future__ import annotations

import re

import pytest

from server.identity.codes import ALPHABET, hash_code, make_code


def test_a_code_has_the_shape_people_were_told() -> None:
    for _ in range(200):
        assert re.fullmatch(rf"[{ALPHABET}]{{4}}-[{ALPHABET}]{{4}}", make_code())


@pytest.mark.parametrize("alike", ["0OQ", "1IL", "2Z", "5S", "8B", "UV"])
def test_no_code_holds_characters_that_look_alike(alike: str) -> None:
    assert not set(alike) & set(ALPHABET)


def test_codes_do_not_repeat() -> None:
    assert len({make_code() for _ in range(2000)}) == 2000


@pytest.mark.parametrize(
    "typed",
    ["ACDE-FG34", "acde-fg34", "ACDEFG34", " acde fg34 ", "a c d e f g 3 4", "ACDE--FG34"],
)
def test_a_code_is_recognised_however_it_is_typed(typed: str) -> None:
    assert hash_code(typed) == hash_code("ACDE-FG34") != hash_code("ACDE-FG37")


@pytest.mark.parametrize("typed", ["", "ACDE-FG3", "ACDE-FG344", "ACDE-FG0O", "é" * 8, "\x00" * 8])
def test_what_cannot_be_a_code_is_none(typed: str) -> None:
    assert hash_code(typed) is None
