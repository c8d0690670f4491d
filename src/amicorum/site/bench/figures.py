# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""How figures are written down: beside their limit or peer, met or not met."""

import os
import platform
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from django.utils import timezone


@dataclass(frozen=True)
class Target:
    """What a figure should be, and whether it is; none but a word where nothing is asked."""

    text: str
    is_met: bool

    def __str__(self) -> str:
        return f"{self.text}: {'met' if self.is_met else 'NOT MET'}"


def at_most(value: float, limit: float, unit: str) -> Target:
    """A limit from above."""
    return Target(f"limit {limit:,.0f} {unit}", value <= limit)


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which this share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


class Report:
    """Writes figures, and remembers whether every target was met."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self.all_met = True

    def heading(self, text: str) -> None:
        """The title of what follows."""
        print(f"\n{text}", file=self._out, flush=True)

    def line(self, what: str, figure: str, *targets: Target) -> None:
        """One figure with what it is held against."""
        self.all_met &= all(target.is_met for target in targets)
        print(f"  {what:<52} {figure}  {'; '.join(map(str, targets))}".rstrip(), file=self._out, flush=True)

    def times(self, what: str, taken: Sequence[Sequence[float]], limit: float | None = None) -> None:
        """Median and 95th percentile of so many answers, by the clock and in work of the processor."""
        clock, work = zip(*taken, strict=True)
        p50, p95 = statistics.median(clock), percentile(clock, 0.95)
        figure = f"p50 {p50:7.2f} ms   p95 {p95:7.2f} ms   work p95 {percentile(work, 0.95):7.2f} ms"
        self.line(what, figure, *([at_most(p95, limit, "ms")] if limit else []))

    def machine(self) -> None:
        """On what all this was measured, and how busy it was with other things."""
        model = next(
            (row.split(":")[1].strip() for row in _lines("/proc/cpuinfo") if row.startswith("model name")),
            "?",
        )
        load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
        cores = len(os.sched_getaffinity(0))
        self.heading(
            f"{timezone.now():%Y-%m-%d %H:%M} UTC, Python {platform.python_version()}, {platform.system()}"
        )
        self.line("machine", f"{cores} cores, {model}; load of the last 1, 5, 15 minutes {load}")


def _lines(path: str) -> list[str]:
    file = Path(path)
    return file.read_text().splitlines() if file.exists() else []
