"""Tries are counted, by what is being proven and by source, so that nobody can guess for long.

A try is charged before its proof is looked at: a hundred sent at once count for a hundred. Ten
failures are answered more and more slowly, then that account is refused from that source for
fifteen minutes. Elsewhere the same person signs in as usual: nobody can lock somebody else out.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite

from server.kernel.clock import MINUTE_MS
from server.kernel.errors import TooMany
from server.kernel.unit_of_work import UnitOfWork

from .models import SignInAttempt

REFUSED_MS = 15 * MINUTE_MS
#: Failures older than this no longer count.
MEMORY_MS = 60 * MINUTE_MS

#: Wait before the answer to the n-th failure in a row (seconds); the first three cost nothing.
_PAUSES = (0.0, 0.0, 0.0, 0.2, 0.4, 0.6, 0.8, 1.0, 1.5, 2.0)


@dataclass(frozen=True)
class Limit:
    """How many failures one source may make about one thing, and what it hears then."""

    kind: str
    failures: int
    code: str


PASSWORD = Limit("password", failures=10, code="locked_out")
#: A whole waiting room may share one address, so codes leave more room; they are still 35 bits.
CODE = Limit("code", failures=20, code="too_many")


def charge(uow: UnitOfWork, limit: Limit, *, about: str, source: str) -> int:
    """Count one try as a failure until it is proven otherwise; give how many in a row.

    Raises TooMany, with the seconds to wait, when that source may not try now.
    """
    _forget_old(uow)
    attempt = _held(uow, _key(limit, about), source)
    if attempt.blocked_until is not None and attempt.blocked_until > uow.at:
        seconds = -(-(attempt.blocked_until - uow.at) // 1000)
        raise TooMany(limit.code, retry_after=seconds)
    attempt.failures += 1
    attempt.last_at = uow.at
    attempt.blocked_until = uow.at + REFUSED_MS if attempt.failures >= limit.failures else None
    return attempt.failures


def forgive(uow: UnitOfWork, limit: Limit, *, about: str, source: str) -> None:
    """Forget every failure: the proof was right."""
    uow.session.execute(
        delete(SignInAttempt).where(
            SignInAttempt.key_sha256 == _key(limit, about), SignInAttempt.source == source
        )
    )


def refund(uow: UnitOfWork, limit: Limit, *, about: str, source: str) -> None:
    """Take back the one try that was right, keeping the failures of the others at that source."""
    attempt = uow.session.get(SignInAttempt, (_key(limit, about), source), with_for_update=True)
    if attempt is None:
        return
    attempt.failures = max(0, attempt.failures - 1)
    if attempt.failures < limit.failures:
        attempt.blocked_until = None


def pause_seconds(failures: int) -> float:
    """Give how long the answer to this failure waits."""
    return _PAUSES[min(failures, len(_PAUSES)) - 1]


def source_of(address: str | None) -> str:
    """Name where a try comes from: an IPv4 address, or the IPv6 network one customer is given."""
    try:
        ip = ip_address(address or "")
    except ValueError:
        return "unknown"
    if isinstance(ip, IPv6Address) and ip.ipv4_mapped is None:
        return str(ip_network((ip, 64), strict=False))
    return str(ip.ipv4_mapped or ip) if isinstance(ip, IPv6Address) else str(ip)


def _key(limit: Limit, about: str) -> str:
    return hashlib.sha256(f"{limit.kind}:{about}".encode()).hexdigest()


def _held(uow: UnitOfWork, key: str, source: str) -> SignInAttempt:
    """Lock the row of that key and source, making it if needed: two first tries meet there."""
    dialect = uow.session.get_bind().dialect.name
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    row = {"key_sha256": key, "source": source, "failures": 0, "last_at": uow.at}
    uow.session.execute(insert(SignInAttempt).values(row).on_conflict_do_nothing())
    return uow.session.scalars(
        select(SignInAttempt)
        .where(SignInAttempt.key_sha256 == key, SignInAttempt.source == source)
        .with_for_update()
    ).one()


def _forget_old(uow: UnitOfWork) -> None:
    uow.session.execute(delete(SignInAttempt).where(SignInAttempt.last_at < uow.at - MEMORY_MS))
