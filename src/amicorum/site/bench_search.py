# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The benchmark of search: how often the right institution is among the first ten, and how fast.

All real names of the registers and marked synthetic ones up to 100,000 are searched by the
committed queries, in this process and one thread. The tuning half of the queries may be looked at
while search is made better; the half that is held out is reported apart, as the honest figure.
"""

import csv
import statistics
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from django.conf import settings

from amicorum.institutions.search.finding import search
from amicorum.institutions.search.index import NameIndex, View
from amicorum.site.bench_search_names import read_registers, real_entries, synthetic_entries

NAMES = 100_000
SEED = 20261122
LEAST_HITS = 0.96
MOST_MILLISECONDS = 10.0


@dataclass(frozen=True)
class Question:
    """A committed query, and the place of the right institution in the registers."""

    half: str
    kind: str
    query: str
    right: int


@dataclass(frozen=True)
class Answer:
    """Where the right institution came (1 is first; nothing: not among ten), and after how many ms."""

    question: Question
    rank: int | None
    milliseconds: float
    cpu_milliseconds: float


def run(out: TextIO) -> bool:
    """Print the figures; true when both halves and the speed are within their limits."""
    view, questions = prepared(settings.CHECKOUT, out)
    return report([answered(view, question) for question in questions], out)


def report(answers: list[Answer], out: TextIO) -> bool:
    """Print what the answers were worth, each half apart; true when all is within its limit."""
    halves = _grouped((answer.question.half, answer) for answer in answers)
    within = [_report_half(half, of_half, out) for half, of_half in halves.items()]
    return all([*within, _report_speed(answers, out)])


def prepared(checkout: Path, out: TextIO) -> tuple[View, list[Question]]:
    """The index over real and synthetic names, and the committed queries."""
    registered = read_registers(checkout / "data" / "institutions")
    real = list(real_entries(registered))
    names = sum(not entry.is_code for entry in real)
    synthetic = list(synthetic_entries(registered, NAMES - names, SEED))
    started = time.perf_counter()
    index = NameIndex([*real, *synthetic])
    seconds = time.perf_counter() - started
    print(f"index: {names:,} real names of {len(registered):,} institutions,", file=out)
    print(
        f"  {len(synthetic):,} synthetic names, {len(real) - names:,} codes; built in {seconds:.1f} s",
        file=out,
    )
    places = {one.key: place for place, one in enumerate(registered)}
    with (checkout / "tests" / "data" / "search" / "queries.csv").open(encoding="utf-8", newline="") as rows:
        questions = [
            Question(row["half"], row["kind"], row["query"], places[row["institution"]])
            for row in csv.DictReader(rows)
        ]
    return index.view, questions


def answered(view: View, question: Question) -> Answer:
    """Search once, and see where the right institution came."""
    started, cpu_started = time.perf_counter(), time.thread_time()
    hits = search(view, question.query, 10)
    taken, cpu_taken = time.perf_counter() - started, time.thread_time() - cpu_started
    found = [hit.institution_id for hit in hits]
    rank = found.index(question.right) + 1 if question.right in found else None
    return Answer(question, rank, 1000 * taken, 1000 * cpu_taken)


def _report_half(half: str, answers: list[Answer], out: TextIO) -> bool:
    kinds = _grouped((answer.question.kind, answer) for answer in answers)
    print(f"\n{half}: {len(answers)} queries", file=out)
    for kind, of_kind in {**kinds, "all": answers}.items():
        ten, first = share(of_kind, 10), share(of_kind, 1)
        print(f"  {kind:<34} {len(of_kind):>4}   hit@10 {ten:6.1%}   hit@1 {first:6.1%}", file=out)
    print(f"  limit of all: hit@10 {LEAST_HITS:.0%}", file=out)
    for answer in answers:
        if answer.rank is None and half == "tuning":
            print(f"  missed: {answer.question.query} ({answer.question.kind})", file=out)
    return share(answers, 10) >= LEAST_HITS


def _report_speed(answers: list[Answer], out: TextIO) -> bool:
    times = sorted(answer.milliseconds for answer in answers)
    cpu_times = sorted(answer.cpu_milliseconds for answer in answers)
    p95, cpu_p95 = (ordered[int(0.95 * len(ordered))] for ordered in (times, cpu_times))
    print(
        f"\none search, in process, one thread: p50 {statistics.median(times):.1f} ms, p95 {p95:.1f} ms "
        f"(limit {MOST_MILLISECONDS:.0f}), longest {times[-1]:.1f} ms",
        file=out,
    )
    print(f"  of which processor time, which other programs do not lengthen: p95 {cpu_p95:.1f} ms", file=out)
    return p95 <= MOST_MILLISECONDS


def share(answers: list[Answer], among: int) -> float:
    """The part of the answers in which the right institution came among the first so many."""
    return sum(answer.rank is not None and answer.rank <= among for answer in answers) / len(answers)


def _grouped(pairs: Iterable[tuple[str, Answer]]) -> dict[str, list[Answer]]:
    groups = defaultdict(list)
    for name, answer in pairs:
        groups[name].append(answer)
    return dict(groups)
