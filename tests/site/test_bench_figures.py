# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the benchmark prints: figures beside their limits; and its load client, which counts honestly."""

import io
import itertools
from typing import Any

import pytest

from amicorum.site.bench import commands, load
from amicorum.site.bench.figures import Report, Target, at_most, percentile
from amicorum.site.cli import main


@pytest.fixture
def out():
    return io.StringIO()


def test_a_figure_says_whether_its_target_is_met(out):
    report = Report(out)
    report.times("search", [(10.0, 9.0)] * 99 + [(500.0, 400.0)], limit=150)
    assert "limit 150 ms: met" in out.getvalue()
    assert report.all_met


def test_one_target_that_is_missed_is_remembered(out):
    report = Report(out)
    report.line("memory", "400 MB", at_most(400, 300, "MB"))
    report.line("speed", "fast", Target("more", is_met=True))
    assert "limit 300 MB: NOT MET" in out.getvalue()
    assert not report.all_met


def test_the_95th_percentile_leaves_a_twentieth_above_it():
    assert percentile(list(range(100)), 0.95) == 95
    assert percentile([7.0], 0.95) == 7.0


def test_the_client_asks_for_each_address_in_turn():
    task = load.Task(port=8000, paths=["/en/", "/nl/?level=7"], seconds=1)
    asked = [request.split(b" ")[1] for request in itertools.islice(load.requests_of(task), 4)]
    assert asked == [b"/en/", b"/nl/?level=7", b"/en/", b"/nl/?level=7"]


def test_a_unique_address_was_never_asked_for_before():
    task = load.Task(port=8000, paths=["/en/", "/nl/?level=7"], seconds=1, unique=True)
    asked = [
        request.split(b" ")[1] for _run in range(2) for request in itertools.islice(load.requests_of(task), 4)
    ]
    assert [one.partition(b"n=")[0] for one in asked[:2]] == [b"/en/?", b"/nl/?level=7&"]
    assert len(set(asked)) == len(asked) == 8


class Answers:
    """Stands for a socket that hands over an answer in these parts."""

    def __init__(self, *parts):
        self.parts = list(parts)

    def sendall(self, request):
        pass

    def recv(self, most):
        return self.parts.pop(0) if self.parts else b""


@pytest.fixture
def connected():
    def with_parts(*parts):
        stand_in: Any = Answers(*parts)
        connection = load.Connection(stand_in)
        connection.ask(b"GET")
        return connection

    return with_parts


def test_an_answer_counts_when_all_of_it_is_there(connected):
    connection = connected(b"HTTP/1.1 200 OK\r\nContent-", b"Length: 5\r\n\r\nhel", b"lo")
    assert [connection.is_answered() for _ in range(3)] == [False, False, True]


def test_a_refusal_ends_the_measurement(connected):
    with pytest.raises(load.WrongAnswer, match="500"):
        connected(b"HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n").is_answered()
    with pytest.raises(load.WrongAnswer, match="closed"):
        connected().is_answered()


def test_numbers_of_agreements_are_read_from_the_command_line():
    assert commands.sizes("600,60000") == [600, 60_000]
    with pytest.raises(ValueError, match="0"):
        commands.sizes("600,0")


def test_an_impossible_number_is_refused(capsys):
    with pytest.raises(SystemExit):
        main(["bench", "pages", "--agreements", "many"])
    assert "--agreements" in capsys.readouterr().err
