# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Measuring pages: in process, and through granian beside peers that only say hello."""

import statistics
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from amicorum.site.bench.combinations import COMBINATIONS
from amicorum.site.bench.figures import Report, Target, at_most
from amicorum.site.bench.load import Tally, Task
from amicorum.site.bench.pages import HOME, NETWORK, SEARCH
from amicorum.site.bench.scratch import inside, scratch, told, with_agreements
from amicorum.site.bench.serving import Server, pressed, product, raw, walked

ROUNDS = 5
"""Times that each address is asked for in process; single pages as often as all searches together."""
TURNS = 3
"""Times that the server under test and its peers are measured one after another; the median counts."""
SECONDS = 2.0
UNCACHED_MILLISECONDS = 150
AT = 60_000
"""Agreements at which the limit of an uncached search holds."""
SHARE_OF_HELLO = 0.5
MEGABYTES = 300
MILLION = 1_000_000

RAW = "raw WSGI hello, no Django"
BARE = "bare hello: a Django view, no middleware"
FULL = "hello behind the full middleware"
CACHED = "search, cached"
BARE_SETTINGS = "amicorum.site.bench.bare_settings"
FULL_SETTINGS = "amicorum.site.bench.hello_settings"


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
        often = len(COMBINATIONS)
        pages = {"home page": HOME * often, "network page": NETWORK * often, "search": SEARCH}
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
        tasks = {
            RAW: _hello(stack.enter_context(raw(state))),
            BARE: _hello(stack.enter_context(product(state, settings=BARE_SETTINGS))),
            FULL: _hello(stack.enter_context(product(state, settings=FULL_SETTINGS))),
            "home page, cached": Task(site.port, HOME, SECONDS),
            "network page, cached": Task(site.port, NETWORK, SECONDS),
            CACHED: Task(site.port, SEARCH, SECONDS),
            "search, uncached": Task(site.port, SEARCH, SECONDS, unique=True),
        }
        _report_rates(report, _in_turns(tasks))


def _hello(server: Server) -> Task:
    return Task(server.port, ["/hello"], SECONDS)


def _in_turns(tasks: Mapping[str, Task]) -> dict[str, Tally]:
    """Each task several times, taking turns, so that what else the machine does falls on all alike."""
    tallies: dict[str, list[Tally]] = defaultdict(list)
    for _ in range(TURNS):
        for name, task in tasks.items():
            tallies[name].append(pressed(task))
    return {
        name: sorted(held, key=lambda one: one.per_second)[len(held) // 2] for name, held in tallies.items()
    }


def _report_rates(report: Report, rates: Mapping[str, Tally]) -> None:
    bare, full = rates[BARE].per_second, rates[FULL].per_second
    for name, tally in rates.items():
        figure = f"{tally.per_second:9,.0f} /s   p50 {tally.p50:7.2f} ms   p95 {tally.p95:7.2f} ms"
        report.line(
            f"{name}, granian, 1 worker",
            figure,
            *(_cached_targets(tally, bare, full) if name == CACHED else ()),
        )


def _cached_targets(tally: Tally, bare: float, full: float) -> tuple[Target, Target]:
    share = tally.per_second / bare
    return (
        Target(f"{share:.0%} of a bare hello, at least {SHARE_OF_HELLO:.0%}", share >= SHARE_OF_HELLO),
        Target(
            f"{tally.per_second / full:.0%} of a hello behind the full middleware, more",
            tally.per_second > full,
        ),
    )
