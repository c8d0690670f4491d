# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nothing is left half done, and nothing belongs to one machine only."""

import re

from tests.house.repository import lines_where

UNFINISHED = re.compile(r"\b(TO[D]O|FIX[M]E|X[X]X)\b")
ONE_MACHINE = re.compile(r"(?<![\w.}])/(work|[r]oot|home/\w+)/")


def prose_or_code(file):
    """Whatever people write: data and lock files hold the words of others."""
    return file.parts[0] != "data" and file.suffix not in {".csv", ".json", ".lock"}


def test_no_mark_promises_work_for_later():
    assert lines_where(UNFINISHED.search, among=prose_or_code) == []


def test_no_path_belongs_to_one_machine():
    assert lines_where(ONE_MACHINE.search, among=prose_or_code) == []
