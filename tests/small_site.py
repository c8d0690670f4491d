# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A site to visit: the real register in small, served by the server that users have.

`python -m tests.small_site PORT` loads it into the state folder of the environment and serves it; the
fixture `small_site` does so once a session and gives the address.
"""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 120
"""Seconds until the site must answer; loading takes a few."""


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site, without a slash at its end."""
    state = tmp_path_factory.mktemp("state")
    port = _free_port()
    environment = {**os.environ, "AMICORUM_STATE": str(state), "DATABASE_URL": ""}
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.small_site", str(port)], cwd=ROOT, env=environment
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/readyz", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _wait_for(address: str, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(PATIENCE * 5):
        assert server.poll() is None, "the site did not start"
        try:
            urllib.request.urlopen(address, timeout=2).close()  # noqa: S310  # our own address
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(address)


def main() -> None:
    """Load and serve; only ever a scratch database."""
    import django

    django.setup()
    from django.core.management import call_command

    from amicorum.site.commands import serve
    from tests.registers import load_real_register

    call_command("migrate", verbosity=0)
    load_real_register()
    serve("127.0.0.1", int(sys.argv[1]))


if __name__ == "__main__":
    main()
