# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scratch state folders: the demonstration loaded as always, and copies of it with many agreements."""

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings

from amicorum.site.bench.serving import environment

DATABASE = "db.sqlite3"


@contextmanager
def empty() -> Iterator[Path]:
    """A temporary state folder whose database has its tables and nothing else."""
    with tempfile.TemporaryDirectory(prefix="amicorum-bench-") as folder:
        inside(Path(folder), "migrate")
        yield Path(folder)


@contextmanager
def scratch() -> Iterator[Path]:
    """A temporary folder; `demonstration` in it is a state folder with the demonstration loaded."""
    with tempfile.TemporaryDirectory(prefix="amicorum-bench-") as folder:
        state = Path(folder) / "demonstration"
        _furnish(state)
        with told("loading the demonstration"):
            words = [sys.executable, "-m", "amicorum.site.cli", "demo", "--load-only"]
            subprocess.run(words, env=dict(environment(state)), check=True, stdout=subprocess.DEVNULL)  # noqa: S603
        yield Path(folder)


def with_agreements(folder: Path, wanted: int) -> Path:
    """Another state folder in it, with so many agreements."""
    state = folder / f"agreements-{wanted}"
    _furnish(state)
    shutil.copy(folder / "demonstration" / DATABASE, state / DATABASE)
    with told(f"making {wanted:,} agreements by SQL"):
        inside(state, "multiply", wanted=wanted)
    return state


def inside(state: Path, job: str, **given: Any) -> Any:
    """Do a job of `inside` in a process of its own that works on a state folder."""
    words = [sys.executable, "-m", "amicorum.site.bench.inside", job, json.dumps(given)]
    done = subprocess.run(words, env=dict(environment(state)), check=True, stdout=subprocess.PIPE)  # noqa: S603
    return json.loads(done.stdout or "null")


def _furnish(state: Path) -> None:
    """An empty state folder that shares the collected assets of this checkout."""
    state.mkdir()
    (state / "static").symlink_to(settings.STATIC_ROOT.resolve(), target_is_directory=True)


@contextmanager
def told(what: str) -> Iterator[None]:
    """Say what takes its time, and how long it took."""
    print(f"{what} ...", file=sys.stderr, flush=True)
    started = time.monotonic()
    yield
    print(f"  {time.monotonic() - started:.1f} s", file=sys.stderr, flush=True)
