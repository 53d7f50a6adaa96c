"""Passwords (mots de passe): argon2id, and a refusal of those that everybody tries first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from server.kernel.errors import Invalid
from server.kernel.strings import t

MIN_CHARACTERS = 12
MAX_CHARACTERS = 200
_MIN_DIFFERENT = 5
#: What must remain once known words, digits and signs are taken away.
_MIN_OWN_LETTERS = 4
_MIN_WORD = 4

_WEAK_WORDS = Path(__file__).with_name("weak_words.txt")
#: 19 MiB and two passes, the smaller memory advised for argon2id: the machine is a small one.
_hasher = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
_LOOK_ALIKES = str.maketrans("01345789@$!€", "oieastbgasie")


def hash_password(password: str) -> str:
    """Hash a password for keeping. Slow on purpose: call it away from the event loop."""
    return _hasher.hash(password)


def matches(held: str | None, password: str) -> bool:
    """Say whether the password is the right one, taking as long when there is none to compare."""
    proof = stand_in_hash() if held is None else held
    try:
        return _hasher.verify(proof, password) and held is not None
    except (VerificationError, InvalidHashError):
        return False


@cache
def stand_in_hash() -> str:
    """Give the hash that unknown accounts are compared with; made once, before the first try."""
    return _hasher.hash("nobody has this password")


def check_strength(password: str, *, about: Iterable[str]) -> None:
    """Refuse a password that is short, common, or made of what `about` the person is known.

    Raises Invalid with the one sentence that helps.
    """
    key = _weakness(password, about)
    if key is not None:
        raise Invalid(fields={"password": [t(f"identity.password.{key}")]})


def _weakness(password: str, about: Iterable[str]) -> str | None:
    if len(password) < MIN_CHARACTERS:
        return "short"
    if len(password) > MAX_CHARACTERS:
        return "long"
    if len(set(password.casefold())) < _MIN_DIFFERENT:
        return "common"
    if any(word in fold(password) for word in _words(about)):
        return "personal"
    return "common" if _is_made_of_weak_words(password) else None


def fold(text: str) -> str:
    """Reduce a text to lower-case letters without accents, digits and signs read as letters."""
    bare = unicodedata.normalize("NFD", text.casefold().translate(_LOOK_ALIKES))
    return "".join(letter for letter in bare if letter.isalpha())


def _words(about: Iterable[str]) -> set[str]:
    """Split what is known of a person into words long enough to be recognised."""
    parts = [part for text in about for part in re.split(r"[\W_\d]+", text)]
    return {fold(part) for part in parts if len(part) >= _MIN_WORD}


def _is_made_of_weak_words(password: str) -> bool:
    """Say whether too little is left once well-known words are taken away, disguised or not."""
    bare = fold(re.sub(r"[\W\d_]", "", password))
    readings = [bare, fold(password)]
    own = [_without_weak_words(letters) for letters in readings]
    has_weak_word = own != readings or not bare
    return has_weak_word and min(map(len, own)) < _MIN_OWN_LETTERS


def _without_weak_words(letters: str) -> str:
    for word in _weak_words():
        letters = letters.replace(word, "")
    return letters


@cache
def _weak_words() -> tuple[str, ...]:
    """Read the known words, longest first, so that none hides inside another."""
    lines = _WEAK_WORDS.read_text(encoding="utf-8").split()
    return tuple(sorted({fold(line) for line in lines}, key=lambda word: (-len(word), word)))
