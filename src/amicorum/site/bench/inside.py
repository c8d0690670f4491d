# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Jobs in a process that works on a scratch state folder: `python -m amicorum.site.bench.inside JOB GIVEN`.

The job gets what is given as JSON and answers with JSON on standard output.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from wsgiref.util import setup_testing_defaults

import django

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
Taken = tuple[float, float]
"""Milliseconds by the clock on the wall, and milliseconds of work of the processor."""
JOBS: dict[str, Callable[..., Any]] = {}


class WrongAnswer(RuntimeError):
    """A page that is measured did not answer with 200."""


def job(function: Callable[..., Any]) -> Callable[..., Any]:
    """A function that can be called from outside by its name."""
    JOBS[function.__name__] = function
    return function


@job
def multiply(wanted: int) -> None:
    """Open two more homes, and put so many agreements in the place of the samples."""
    from amicorum.site.bench.homes import three_homes
    from amicorum.site.bench.multiplying import multiply as multiply_for

    multiply_for(wanted, three_homes())


@job
def addresses() -> list[str]:
    """Every public address of the default home."""
    from amicorum.site.bench.pages import every_address

    return every_address()


@job
def measure(pages: Mapping[str, Sequence[str]], rounds: int, cached: bool) -> dict[str, list[Taken]]:
    """How long each answer takes in this process, through all middleware; the first round is not counted.

    Unless `cached`, no page is held when it is asked for.
    """
    from django.core.cache import cache

    from amicorum.site.wsgi import application

    for paths in pages.values():  # so that indexes stand and, where cached, pages are held
        for path in paths:
            ask(application, path)
    taken: dict[str, list[Taken]] = {name: [] for name in pages}
    for _ in range(rounds):
        for name, paths in pages.items():
            for path in paths:
                if not cached:
                    cache.clear()
                taken[name].append(ask(application, path))
    return taken


def ask(application: Application, path: str) -> Taken:
    """How long it takes until the whole answer to one address is there."""
    place, _, query = path.partition("?")
    environ: dict[str, Any] = {"PATH_INFO": place, "QUERY_STRING": query, "HTTP_HOST": "127.0.0.1"}
    setup_testing_defaults(environ)
    statuses: list[str] = []
    started, worked = time.perf_counter(), time.process_time()
    answer = application(environ, lambda status, headers, error=None: statuses.append(status))
    for _ in answer:
        pass
    if hasattr(answer, "close"):
        answer.close()
    taken = 1000 * (time.perf_counter() - started), 1000 * (time.process_time() - worked)
    if not statuses[0].startswith("200"):
        raise WrongAnswer(f"{path}: {statuses[0]}")
    return taken


@job
def migrate() -> None:
    """Lay the tables of an empty database."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


@job
def take_in_ror() -> dict[str, float]:
    """Take in the ROR records of the demonstration; how many, in how many seconds."""
    from django.conf import settings

    from amicorum.intake.commands import take_in
    from amicorum.journal.actions import Outcome

    started = time.monotonic()
    report = take_in("ror", settings.CHECKOUT / "data" / "institutions" / "ror.ndjson.gz")
    seconds = time.monotonic() - started
    return {"records": sum(report.counts[outcome] for outcome in Outcome), "seconds": seconds}


@job
def change(path: str, rounds: int) -> list[Taken]:
    """How long a page takes that is asked for right after an agreement was suspended."""
    from amicorum.site.bench.pages import suspend_one
    from amicorum.site.wsgi import application

    ask(application, path)
    taken = []
    for number in range(rounds):
        suspend_one(number)
        taken.append(ask(application, path))
    return taken


def main(words: Sequence[str]) -> None:
    """Do one job."""
    from amicorum.site.bench.serving import cores

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amicorum.site.settings")
    os.sched_setaffinity(0, cores()[0])
    django.setup()
    json.dump(JOBS[words[0]](**json.loads(words[1])), sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
