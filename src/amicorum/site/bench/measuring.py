# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Measuring pages: in process, and through granian beside peers that only say hello."""

import statistics
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from amicorum.site.bench.combinations import COMBINATIONS
from amicorum.site.bench.figures import Report, Target, at_most
from amicorum.site.bench.load import Task
from amicorum.site.bench.pages import HOME, NETWORK, SEARCH
from amicorum.site.bench.scratch import inside, scratch, told, with_agreements
from amicorum.site.bench.serving import Server, peer, pressed, product, walked

ROUNDS = 5
"""Times that each search is asked for in process."""
OFTEN = 10
"""Times that a single page is asked for in each round."""
TURNS = 3
"""Times that the server under test and its peers are measured one after another; the median counts."""
SECONDS = 2.0
UNCACHED_MILLISECONDS = 150
AT = 60_000
"""Agreements at which the limit of an uncached search holds."""
SHARE = 0.5
MEGABYTES = 300
MILLION = 1_000_000

HELLO = ["/hello"]
RAW = "raw WSGI hello, no Django"
BARE = "bare hello: a Django view, no middleware"
FULL = "hello behind the full middleware"
CACHED = "search, cached"
FULL_SETTINGS = "amicorum.site.bench.hello_settings"


@dataclass(frozen=True)
class Rate:
    """Answers a second, milliseconds that a client waits, milliseconds of work for one answer."""

    per_second: float
    p50: float
    p95: float
    work: float

    def __str__(self) -> str:
        return (
            f"{self.per_second:8,.0f} /s   p50 {self.p50:6.2f} ms   p95 {self.p95:7.2f} ms   "
            f"work {self.work:6.3f} ms"
        )


@dataclass(frozen=True)
class Trial:
    """Addresses to ask a server for, each time another one where they are to be unique."""

    server: Server
    paths: Sequence[str]
    unique: bool = False

    def run(self) -> Rate:
        """Ask for some seconds."""
        task = Task(self.server.port, list(self.paths), SECONDS, self.unique)
        if not self.unique:
            walked(self.server, task.paths)
        before = self.server.worker_seconds()
        tally = pressed(task)
        work = 1000 * (self.server.worker_seconds() - before) / tally.requests
        return Rate(tally.per_second, tally.p50, tally.p95, work)


def run(report: Report, sizes: Sequence[int]) -> None:
    """All figures of pages, at each of these numbers of agreements."""
    with scratch() as folder:
        _memory(report, folder / "demonstration")
        for size in sizes:
            state = with_agreements(folder, size)
            report.heading(f"{size:,} agreements in three homes, the largest with three in five")
            _in_process(report, state, size)
            _through_granian(report, state)


def _memory(report: Report, state: Path) -> None:
    addresses = inside(state, "addresses")
    with product(state) as server, told(f"walking {len(addresses):,} public addresses"):
        fresh = server.worker_megabytes()
        walked(server, addresses)
        after_walk = server.worker_megabytes()
        pressed(Task(server.port, SEARCH, SECONDS, unique=True))
        pressed_on = server.worker_megabytes()
    report.heading("Memory of the worker process with the demonstration data (resident)")
    report.line("before the first request", f"{fresh:6.0f} MB")
    report.line(
        f"after {len(addresses):,} public addresses",
        f"{after_walk:6.0f} MB",
        at_most(after_walk, MEGABYTES, "MB"),
    )
    report.line(
        "after uncached searches on 16 connections",
        f"{pressed_on:6.0f} MB",
        at_most(pressed_on, MEGABYTES, "MB"),
    )


def _in_process(report: Report, state: Path, size: int) -> None:
    with told("measuring in process"):
        pages = {"home page": HOME * OFTEN, "network page": NETWORK * OFTEN, "search": SEARCH}
        for cached in (False, True):
            taken = inside(state, "measure", pages=pages, rounds=ROUNDS, cached=cached)
            for name, milliseconds in taken.items():
                limit = UNCACHED_MILLISECONDS if name == "search" and not cached and size == AT else None
                report.times(f"{name}, {'cached' if cached else 'uncached'}, in process", milliseconds, limit)
            if not cached:
                _slowest(report, taken["search"])
        report.times(
            "search right after a suspension, in process", inside(state, "change", path=SEARCH[0], rounds=10)
        )


def _slowest(report: Report, taken: Sequence[Sequence[float]]) -> None:
    milliseconds = [clock for clock, _ in taken]
    medians = {
        query: statistics.median(milliseconds[place :: len(COMBINATIONS)])
        for place, query in enumerate(COMBINATIONS)
    }
    slow = sorted(medians, key=medians.__getitem__)[-3:]
    told_slow = ", ".join(f"{query or 'no filter'} {medians[query]:.0f} ms" for query in reversed(slow))
    report.line(f"slowest of the {len(COMBINATIONS)} searches", told_slow)


def _through_granian(report: Report, state: Path) -> None:
    with ExitStack() as stack, told("measuring through granian"):
        site = stack.enter_context(product(state))
        bare = stack.enter_context(peer(state, "bare_wsgi"))
        full = stack.enter_context(product(state, settings=FULL_SETTINGS))
        trials = {
            RAW: Trial(stack.enter_context(peer(state, "raw_wsgi")), HELLO),
            BARE: Trial(bare, HELLO),
            FULL: Trial(full, HELLO),
            "home page, cached": Trial(site, HOME),
            "network page, cached": Trial(site, NETWORK),
            CACHED: Trial(site, SEARCH),
            "search, uncached": Trial(site, SEARCH, unique=True),
        }
        _report_rates(report, _in_turns(trials))


def _in_turns(trials: Mapping[str, Trial]) -> dict[str, Rate]:
    """Each several times, taking turns, so that what else the machine does falls on all alike."""
    rates: dict[str, list[Rate]] = defaultdict(list)
    for _ in range(TURNS):
        for name, trial in trials.items():
            rates[name].append(trial.run())
    return {name: sorted(held, key=attrgetter("per_second"))[len(held) // 2] for name, held in rates.items()}


def _report_rates(report: Report, rates: Mapping[str, Rate]) -> None:
    report.heading("Through granian, one worker, 16 connections (work: of the processor, in the worker)")
    for name, rate in rates.items():
        report.line(name, str(rate), *(_cached_targets(rates) if name == CACHED else ()))


def _cached_targets(rates: Mapping[str, Rate]) -> tuple[Target, Target]:
    cached, bare, full = (rates[name].per_second for name in (CACHED, BARE, FULL))
    return (
        Target(
            f"{cached / bare:.0%} of a bare hello, at least {SHARE:.0%}",
            cached / bare >= SHARE,
        ),
        Target(f"{cached / full:.0%} of a hello behind the full middleware, more", cached > full),
    )
