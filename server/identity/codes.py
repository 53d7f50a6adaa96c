"""One-time codes: short enough to be read aloud, without characters that look alike."""

from __future__ import annotations

import hashlib
import secrets

#: No 0 O Q, 1 I L, 2 Z, 5 S, 8 B, U V: written by hand they are mistaken for one another.
ALPHABET = "ACDEFGHJKMNPRTWXY34679"
LENGTH = 8


def make_code() -> str:
    """Make a code to hand over: XXXX-XXXX, 35 bits, safe only because tries are counted."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return f"{letters[:4]}-{letters[4:]}"


def hash_code(typed: str) -> str | None:
    """Give what is stored for a code, however it was typed; None when it cannot be one."""
    code = "".join(typed.upper().replace("-", " ").split())
    if len(code) != LENGTH or set(code) - set(ALPHABET):
        return None
    return hashlib.sha256(code.encode()).hexdigest()
