"""Tell many stories on every core and print what they came to. `./scripts/simulate` is its door."""

from __future__ import annotations

import argparse
import logging
import multiprocessing
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from .checks import KINDS, Finding
from .history import Verdict, tell
from .server import Stage

_SERIES = 1_000_000


class _Teller:
    """The stage of one worker process."""

    stage: Stage


def _prepare(folder: str) -> None:
    _Teller.stage = Stage.build(Path(folder))


def _tell(seed: int) -> Verdict:
    try:
        return tell(_Teller.stage, seed)
    except Exception as failure:  # a story that cannot be told to its end is a finding
        return Verdict(seed, findings=[Finding("diverged", f"the story broke: {failure!r}")])


def stories(seeds: range, *, workers: int) -> Iterator[Verdict]:
    """Tell these seeds, in the order they finish."""
    with tempfile.TemporaryDirectory() as folder:
        if workers == 1:
            _prepare(folder)
            yield from map(_tell, seeds)
            return
        with multiprocessing.Pool(workers, _prepare, (folder,)) as pool:
            yield from pool.imap_unordered(_tell, seeds, chunksize=10)


def main(arguments: list[str] | None = None) -> int:
    """Tell the stories asked for; 1 if any promise was broken."""
    asked = _parser().parse_args(arguments)
    first = asked.seed * _SERIES + asked.first
    seeds = range(first, first + asked.histories)
    workers = min(asked.workers, asked.histories)
    intents, faults, broken = 0, 0, Counter[str]()
    for verdict in stories(seeds, workers=workers):
        intents += verdict.intents
        faults += verdict.faults.total()
        broken.update({finding.kind for finding in verdict.findings})
        _report(verdict)
    totals = " ".join(f"{kind}={broken[kind]}" for kind in KINDS)
    print(f"histories={asked.histories} intents={intents} faults={faults} {totals}")
    return 1 if broken else 0


def _report(verdict: Verdict) -> None:
    for finding in verdict.findings:
        print(f"{finding.kind}: {finding.story}", file=sys.stderr)
    if verdict.findings:
        series, number = divmod(verdict.seed, _SERIES)
        replay = f"./scripts/simulate --histories 1 --seed {series} --from {number}"
        print(f"tell it again: {replay}", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./scripts/simulate", description=__doc__)
    parser.add_argument("--histories", type=int, default=200, help="how many stories")
    parser.add_argument("--seed", type=int, default=1, help="which series of stories")
    parser.add_argument("--from", type=int, default=0, dest="first", help="the first of the series")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="processes")
    return parser


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)  # faults are on purpose here
    sys.exit(main())
