# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the tests stand on: the machine, the browser, the official schemas, no outside world.

No test reaches a socket, but for browser tests, which may reach this machine. (PostgreSQL, where
DATABASE_URL names it, is reached by libpq and not by Python's sockets.) What the machine lacks is
said loudly, at the start and at the end, so that nobody takes a skipped test for a passed one.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from django.core.cache import cache
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils import translation
from playwright.sync_api import Browser, Page, sync_playwright

from amicorum.agreements import destinations

pytest_plugins = ["tests.cast", "tests.registers", "tests.small_site"]

ROOT = Path(__file__).resolve().parent.parent
EWP = ROOT.parent / "shared" / "ewp"
CHROMIUM = shutil.which("chromium")

NO_CHROMIUM = "Chromium is not installed (on Debian: apt install chromium)"
NO_EWP = "the official Erasmus Without Paper schemas are not at ../shared/ewp"

CHROMIUM_FLAGS = [
    "--no-sandbox",  # tests run as root in a container, and load our own pages only
    "--disable-background-networking",
    "--disable-component-update",
    "--use-angle=swiftshader",  # WebGL for the map, without a graphics card
    "--enable-unsafe-swiftshader",
]

# Two busy cores make any deadline a matter of luck; the same examples every time make a red run repeatable.
hypothesis.settings.register_profile("house", deadline=None, derandomize=True)
hypothesis.settings.load_profile("house")


def lacking() -> list[str]:
    """Return what this machine lacks, each with the tests that are skipped for it."""
    missing = []
    if not CHROMIUM:
        missing.append(f"BROWSER TESTS ARE SKIPPED: {NO_CHROMIUM}")
    if not EWP.is_dir():
        missing.append(f"SCHEMA TESTS ARE SKIPPED: {NO_EWP}")
    return missing


def pytest_report_header() -> list[str]:
    database = "PostgreSQL" if os.environ.get("DATABASE_URL", "").startswith("postgres") else "SQLite"
    return [f"database: {database}; chromium: {CHROMIUM or 'absent'}", *lacking()]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for sentence in lacking():
        terminalreporter.write_line(sentence, yellow=True, bold=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.allow_hosts(["127.0.0.1"]))
            if not CHROMIUM:
                item.add_marker(pytest.mark.skip(reason=NO_CHROMIUM))


@pytest.fixture(scope="session")
def ewp() -> Path:
    """The folder of the official Erasmus Without Paper specifications."""
    if not EWP.is_dir():
        pytest.skip(NO_EWP)
    return EWP


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, started once; for tests marked `browser`."""
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright leaves its event loop running in this thread, where Django would otherwise refuse
        # every query: https://docs.djangoproject.com/en/5.2/topics/async/#async-safety
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A tab of a visitor who was never here before: no cookies, no cache, no history."""
    context = chromium.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture(autouse=True)
def connections_outlive_requests(monkeypatch: pytest.MonkeyPatch) -> None:
    """Django drops a connection after a request that leaves a transaction open, as every test does here."""
    drop = BaseDatabaseWrapper.close_if_unusable_or_obsolete

    def unless_in_a_test(connection: BaseDatabaseWrapper) -> None:
        if not connection.in_atomic_block:
            drop(connection)

    monkeypatch.setattr(BaseDatabaseWrapper, "close_if_unusable_or_obsolete", unless_in_a_test)


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    """Each test begins with no held page and no index: versions of a rolled-back test come again."""
    yield
    translation.deactivate()
    cache.clear()
    destinations.forget()
