"""Take every figure and print it; `scripts/bench wire` or `scripts/bench browser` takes half."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from tests import services

from . import portfolio, screens, weights, wire
from .figures import Figure
from .ground import served


def main(chosen: list[str]) -> None:
    """Print the figures asked for, all of them by default."""
    parts = {"weights": weights.figures, "wire": wire_figures, "screens": screen_figures}
    for name, figures in parts.items():
        if not chosen or name in chosen:
            for figure in figures():
                print(figure, flush=True)


def screen_figures() -> Iterable[Figure]:
    """Figures taken in real browsers: with two people, then with the largest caseload."""
    yield from screens.figures()
    yield from portfolio.figures()


def wire_figures() -> Iterable[Figure]:
    """Figures taken with headless devices, on both databases."""
    with served() as ground:
        yield from wire.first_sync_of_a_young_person(ground)
        yield from wire.nothing_new(ground)
        yield from wire.one_intent_to_another_device(ground)
        yield from wire.idle_sockets(ground)
    with served() as ground:
        yield from wire.durable_intents(ground, "embedded SQLite", single=200, batched=800)
    with services.postgres(durable=True) as url, served(database_url=url, workers=2) as ground:
        yield from wire.durable_intents(ground, "PostgreSQL, 2 workers", single=450, batched=1500)


main(sys.argv[1:])
