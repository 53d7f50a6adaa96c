"""Slow C code (argon2) kept away from the event loop."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from gevent import get_hub
from gevent.monkey import is_module_patched

P = ParamSpec("P")
R = TypeVar("R")


def off_loop(work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Run blocking work without stopping the other greenlets; plainly where there are none."""
    if not is_module_patched("socket"):
        return work(*args, **kwargs)
    result: R = get_hub().threadpool.apply(work, args, kwargs)
    return result
