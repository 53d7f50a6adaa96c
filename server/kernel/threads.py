"""Slow C code (argon2) kept away from the event loop."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import ParamSpec, TypeVar

from gevent.monkey import is_module_patched
from gevent.threadpool import ThreadPool

#: At once; the others wait their turn, so that a rush of sign-ins leaves the event loop a core.
WORKERS = 2

P = ParamSpec("P")
R = TypeVar("R")


def off_loop(work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Run blocking work without stopping the other greenlets; plainly where there are none."""
    if not is_module_patched("socket"):
        return work(*args, **kwargs)
    result: R = _pool().apply(work, args, kwargs)
    return result


@cache
def _pool() -> ThreadPool:
    return ThreadPool(WORKERS)
