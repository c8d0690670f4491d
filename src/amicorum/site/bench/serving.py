# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Servers under test: granian with one worker, as `amicorum serve` starts it, on a core of its own."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from amicorum.site.bench.load import Tally, Task

START_SECONDS = 60
POLL_SECONDS = 0.05
STOP_SECONDS = 10
PEER = ["--interface", "wsgi", "--host", "127.0.0.1", "--workers", "1", "--no-ws"]


class UnableToServe(RuntimeError):
    """A server did not come up."""


@dataclass(frozen=True)
class Server:
    """A server that answers on a port of this machine."""

    port: int
    pid: int

    def worker_megabytes(self) -> float:
        """Resident memory of its one worker process, in millions of bytes."""
        return _resident(self._worker())

    def worker_seconds(self) -> float:
        """Work of the processor that its worker has taken so far."""
        fields = Path(f"/proc/{self._worker()}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")

    def _worker(self) -> str:
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
        return max(children, key=_resident, default=str(self.pid))


def _resident(pid: str) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    kibibytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
    return int(kibibytes) * 1024 / 1e6


def cores() -> tuple[set[int], set[int]]:
    """The core of servers and the core of the client; the same one on a machine that has but one."""
    usable = sorted(os.sched_getaffinity(0))
    return {usable[0]}, {usable[-1]}


@contextmanager
def product(state: Path, *, settings: str = "amicorum.site.settings") -> Iterator[Server]:
    """`amicorum serve` on a state folder."""
    words = [sys.executable, "-m", "amicorum.site.cli", "serve", "--port"]
    with _serving(words, [], environment(state, settings)) as server:
        yield server


@contextmanager
def peer(state: Path, application: str) -> Iterator[Server]:
    """The same server with another application, named as `raw_wsgi` in this package."""
    from amicorum.site.commands import THREADS  # which imports this package

    granian = str(Path(sys.executable).with_name("granian"))
    words = [granian, *PEER, "--blocking-threads", THREADS, "--port"]
    target = [f"amicorum.site.bench.{application}:application"]
    with _serving(words, target, environment(state, "amicorum.site.bench.bare_settings")) as server:
        yield server


def environment(state: Path, settings: str = "amicorum.site.settings") -> Mapping[str, str]:
    """The environment of a process that works on a scratch state folder."""
    scratch = {"AMICORUM_STATE": str(state), "DATABASE_URL": "", "AMICORUM_WORKERS": "1"}
    return {**os.environ, **scratch, "DJANGO_SETTINGS_MODULE": settings}


@contextmanager
def _serving(words: list[str], target: list[str], env: Mapping[str, str]) -> Iterator[Server]:
    port = _free_port()
    process = subprocess.Popen(  # noqa: S603  # words of our own
        [*words, str(port), *target], env=dict(env), stdout=subprocess.DEVNULL
    )
    try:
        os.sched_setaffinity(process.pid, cores()[0])
        _await(process, port)
        yield Server(port, process.pid)
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def _await(process: "subprocess.Popen[bytes]", port: int) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(POLL_SECONDS)
    raise UnableToServe(f"nothing answers on port {port}")


def pressed(task: Task) -> Tally:
    """What the load client measures, on the other core."""
    return Tally(**json.loads(_client(task)))


def walked(server: Server, paths: list[str]) -> None:
    """Have the load client ask once for each of these."""
    _client(Task(server.port, paths, seconds=0))


def _client(task: Task) -> bytes:
    client = subprocess.Popen(  # words of our own
        [sys.executable, "-m", "amicorum.site.bench.load"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    os.sched_setaffinity(client.pid, cores()[1])
    answer, _ = client.communicate(json.dumps(asdict(task)).encode())
    if client.returncode:
        raise UnableToServe("the load client gave up")
    return answer
