# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an intake says at its end, and what it shows while it runs."""

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TextIO, TypeVar

from amicorum.journal.actions import Outcome

T = TypeVar("T")
EVERY = 1.0
"""Seconds between two lines of progress."""


@dataclass(frozen=True)
class Refusal:
    """A row that was not taken in: where it stands (a line or a key) and why."""

    where: str
    reason: str


@dataclass
class Report:
    """How many rows were new, changed, unchanged or refused; further counts by name."""

    counts: Counter[str] = field(default_factory=Counter)
    refusals: list[Refusal] = field(default_factory=list)

    def note(self, outcome: Outcome) -> None:
        self.counts[outcome] += 1

    def refuse(self, where: str, reason: str) -> None:
        self.refusals.append(Refusal(where, reason))

    def lines(self) -> Iterator[str]:
        """The report for a person, a line each."""
        for name in (*Outcome, *sorted(set(self.counts) - set(Outcome))):
            yield f"{self.counts[name]:>8,} {name}"
        yield f"{len(self.refusals):>8,} refused"
        for refusal in self.refusals:
            yield f"         {refusal.where}: {refusal.reason}"


def shown(items: Iterable[T], what: str, out: TextIO = sys.stderr) -> Iterator[T]:
    """The items, with a line of progress every second while they are worked on."""
    last = time.monotonic()
    for done, item in enumerate(items, start=1):
        yield item
        now = time.monotonic()
        if now - last >= EVERY:
            print(f"  {what}: {done:,}", file=out, flush=True)
            last = now
