"""One measured figure and how it is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """A value beside its limit; `at_least` when more is better."""

    name: str
    value: float
    unit: str
    limit: float
    at_least: bool = False

    def __str__(self) -> str:
        kept = self.value >= self.limit if self.at_least else self.value <= self.limit
        sign = "≥" if self.at_least else "≤"
        verdict = "ok" if kept else "over"
        return (
            f"{self.name:<58} {self.value:>9.2f} {self.unit:<6} {sign} {self.limit:<8g} {verdict}"
        )


def centile(values: Sequence[float], part: float) -> float:
    """Give the value under which that part (0 to 1) of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def percentiles(
    name: str, unit: str, values: Sequence[float], p50: float, p99: float
) -> list[Figure]:
    """Say the median and the 99th centile of a series."""
    return [
        Figure(f"{name}, p50", centile(values, 0.5), unit, p50),
        Figure(f"{name}, p99", centile(values, 0.99), unit, p99),
    ]
