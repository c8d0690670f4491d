# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lock files name what is installed and its hashes, never where it comes from."""

import json
import re

import pytest

from tests.house.repository import ROOT, files, lines_where

PYTHON_LOCKS = sorted(ROOT.glob("*.lock"))
REGISTRY = re.compile(
    r"pypi\.[o]rg|python[h]osted|npmjs\.[o]rg|registry\.yarn[p]kg|(index|find-links)-[u]rl", re.I
)


def requirements(lock):
    """Each requirement of a lock file with its hashes, joined into one line."""
    return lock.read_text().replace("\\\n", " ").splitlines()


def test_there_is_a_lock_for_running_for_developing_and_for_the_installer():
    assert [lock.name for lock in PYTHON_LOCKS] == [
        "requirements-dev.lock",
        "requirements-uv.lock",
        "requirements.lock",
    ]


@pytest.mark.parametrize("lock", PYTHON_LOCKS, ids=lambda lock: lock.name)
def test_every_python_package_is_pinned_and_hashed(lock):
    assert [
        line
        for line in requirements(lock)
        if not re.match(r"[\w.-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", line)
    ] == []


@pytest.mark.parametrize("lock", PYTHON_LOCKS, ids=lambda lock: lock.name)
def test_python_locks_hold_no_address_at_all(lock):
    assert "://" not in lock.read_text()


def test_the_larger_lock_holds_the_smaller_one_so_that_make_commands_work_in_any_order():
    running, developing = (
        {line.split(" ")[0] for line in requirements(ROOT / name)}
        for name in ("requirements.lock", "requirements-dev.lock")
    )
    assert running <= developing


def test_every_npm_package_is_hashed_and_names_no_address():
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    installed = {name: package for name, package in packages.items() if name}
    assert [
        name for name, package in installed.items() if not package.get("integrity", "").startswith("sha512-")
    ] == []
    assert [name for name, package in packages.items() if "resolved" in package] == []


def test_no_file_names_a_package_registry():
    assert files()
    assert lines_where(REGISTRY.search, among=lambda file: file.parts[0] != "data") == []
