# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The committed queries are a fair test, and search passes it."""

import csv
import io
from collections import Counter
from dataclasses import replace

import pytest

from amicorum.site.bench_search import LEAST_HITS, answered, prepared, report, share
from amicorum.site.bench_search_names import read_registers
from tests.data.search.draw_queries import HALVES, KINDS, QUERIES, REGISTERS, drawn
from tests.house.repository import ROOT


@pytest.fixture(scope="module")
def rows():
    with QUERIES.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def test_each_half_holds_twenty_queries_of_each_kind(rows):
    counts = Counter((row["half"], row["kind"]) for row in rows)
    assert set(counts) == {(half, kind) for half in HALVES for kind in KINDS}
    assert min(counts.values()) >= 20


def test_no_institution_is_in_both_halves(rows):
    tuning, held_out = ({row["institution"] for row in rows if row["half"] == half} for half in HALVES)
    assert not tuning & held_out


def test_the_queries_follow_from_the_registers_and_the_seed(rows):
    assert [tuple(row.values()) for row in rows] == list(drawn(read_registers(REGISTERS)))


@pytest.fixture(scope="module")
def answers():
    view, questions = prepared(ROOT, io.StringIO())
    return [answered(view, question) for question in questions]


@pytest.mark.parametrize("half", HALVES)
def test_the_right_institution_is_among_the_first_ten(answers, half):
    assert share([answer for answer in answers if answer.question.half == half], 10) >= LEAST_HITS


def test_the_benchmark_prints_its_figures_beside_their_limits(answers):
    out = io.StringIO()
    report(answers, out)
    assert "held out: 260 queries" in out.getvalue()
    assert "limit of all: hit@10 96%" in out.getvalue()
    assert "p95" in out.getvalue()


def test_a_search_that_takes_too_long_or_finds_too_little_fails_the_benchmark(answers):
    quick = [replace(answer, milliseconds=1.0) for answer in answers]
    assert report(quick, io.StringIO())
    assert not report([replace(answer, milliseconds=11.0) for answer in quick], io.StringIO())
    assert not report([replace(answer, rank=None) for answer in quick], io.StringIO())
