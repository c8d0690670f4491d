# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A load client: keeps connections busy with requests and says how many were answered how fast.

It is a program of its own (`python -m amicorum.site.bench.load`), so that it runs on another core than the
server, and imports nothing of Django. Plain sockets and one epoll loop; several times faster than
what it measures, which the figure for a raw WSGI hello shows in every run.
"""

import itertools
import json
import secrets
import select
import socket
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Self

HEADER_END = b"\r\n\r\n"
LENGTH = b"content-length: "
CONNECTIONS = 16
CHUNK = 262_144


class WrongAnswer(RuntimeError):
    """The server answered something else than 200, or closed the connection."""


@dataclass(frozen=True)
class Task:
    """What to ask: these addresses in turn for so many seconds; `unique`: each time another one."""

    port: int
    paths: list[str]
    seconds: float
    unique: bool = False


@dataclass(frozen=True)
class Tally:
    """How much was answered: requests a second, and milliseconds that a client waits among the others."""

    requests: int
    per_second: float
    p50: float
    p95: float


class Connection:
    """A connection that is kept alive, with one request under way at a time."""

    def __init__(self, connected: socket.socket) -> None:
        self.socket = connected
        self.asked_at = 0.0
        self._held = bytearray()
        self._whole = 0

    @classmethod
    def to(cls, port: int) -> Self:
        """A new one to a port of this machine."""
        connected = socket.create_connection(("127.0.0.1", port))
        connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return cls(connected)

    def ask(self, request: bytes) -> None:
        """Send the next request."""
        self._held.clear()
        self._whole = 0
        self.asked_at = time.perf_counter()
        self.socket.sendall(request)

    def is_answered(self) -> bool:
        """Take in what has come; whether that was the rest of the answer."""
        part = self.socket.recv(CHUNK)
        if not part:
            raise WrongAnswer("the connection was closed")
        self._held += part
        if not self._whole:
            self._whole = _length(self._held)
        return 0 < self._whole <= len(self._held)


def _length(held: bytearray) -> int:
    """Bytes of the whole answer; 0 while its header is incomplete."""
    end = held.find(HEADER_END)
    if end < 0:
        return 0
    head = bytes(held[:end]).lower()
    at = head.find(LENGTH)
    if not head.startswith(b"http/1.1 200") or at < 0:
        raise WrongAnswer(head[:200].decode(errors="replace"))
    return end + len(HEADER_END) + int(head[at + len(LENGTH) :].split(b"\r", 1)[0])


def requests_of(task: Task) -> Iterator[bytes]:
    """The requests, one after another without end."""
    run = secrets.token_hex(4)  # so that no later run asks for the same
    for number, path in enumerate(itertools.cycle(task.paths)):
        mark = f"{'&' if '?' in path else '?'}n={run}{number}" if task.unique else ""
        yield f"GET {path}{mark} HTTP/1.1\r\nHost: 127.0.0.1:{task.port}\r\n\r\n".encode()


def walk(task: Task) -> None:
    """Ask for each address once, so that what can be held is held."""
    connection = Connection.to(task.port)
    for request in itertools.islice(requests_of(task), len(task.paths)):
        connection.ask(request)
        while not connection.is_answered():
            pass
    connection.socket.close()


def press(task: Task) -> Tally:
    """Keep all connections busy until the time is over."""
    requests, waits = requests_of(task), []
    poll = select.epoll()
    connections = [Connection.to(task.port) for _ in range(CONNECTIONS)]
    by_number = {one.socket.fileno(): one for one in connections}
    for number, one in by_number.items():
        poll.register(number, select.EPOLLIN)
        one.ask(next(requests))
    started = now = time.perf_counter()
    while now - started < task.seconds:
        for number, _ in poll.poll(1):
            one = by_number[number]
            if one.is_answered():
                now = time.perf_counter()
                waits.append(now - one.asked_at)
                one.ask(next(requests))
        now = time.perf_counter()
    for one in connections:
        one.socket.close()
    waits.sort()
    return Tally(
        requests=len(waits),
        per_second=len(waits) / (now - started),
        p50=1000 * waits[len(waits) // 2],
        p95=1000 * waits[int(0.95 * len(waits))],
    )


def main() -> None:
    """Read a task from standard input, write its tally to standard output; without seconds only walk."""
    task = Task(**json.load(sys.stdin))
    if task.seconds:
        json.dump(asdict(press(task)), sys.stdout)
    else:
        walk(task)


if __name__ == "__main__":
    main()
