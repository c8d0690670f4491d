# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Budgets that keep the house livable: short functions, short files, short templates."""

import ast
import statistics

from tests.house.repository import ROOT, files, text

LONGEST_FILE = 300
LONGEST_TEMPLATE = 100
MEDIAN_FUNCTION = 10
LONG_FUNCTION = 40

# Files that may be longer, each with the reason. An entry that is no longer needed fails the test.
LONGER_FOR_A_REASON: dict[str, str] = {}

CODE = {".py", ".js", ".mjs", ".css", ".sh"}


def counted(file):
    """Code of ours: migrations are written by Django, data by the world."""
    by_hand = "migrations" not in file.parts and file.parts[0] != "data"
    return by_hand and (file.suffix in CODE or file.name == "Makefile")


def length(file):
    return len((text(file) or "").splitlines())


def own_lines(function):
    """How many lines a function has to be read for, its docstring aside."""
    documented = ast.get_docstring(function, clean=False) is not None
    docstring = function.body[0].end_lineno - function.body[0].lineno + 1 if documented else 0
    return function.end_lineno - function.lineno + 1 - docstring


def function_lengths():
    for file in files():
        if file.parts[0] == "src" and file.suffix == ".py" and "migrations" not in file.parts:
            for node in ast.walk(ast.parse((ROOT / file).read_text(encoding="utf-8"))):
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    yield own_lines(node)


def test_a_file_stays_under_its_budget_or_gives_a_reason():
    long = {str(file): length(file) for file in files() if counted(file) and length(file) >= LONGEST_FILE}
    assert {file: lines for file, lines in long.items() if file not in LONGER_FOR_A_REASON} == {}
    assert set(LONGER_FOR_A_REASON) <= set(long)


def test_a_template_stays_under_its_budget():
    templates = [file for file in files() if "templates" in file.parts]
    assert {str(file): length(file) for file in templates if length(file) >= LONGEST_TEMPLATE} == {}


def test_half_of_all_functions_are_shorter_than_ten_lines():
    assert statistics.median(function_lengths()) < MEDIAN_FUNCTION


def test_nineteen_of_twenty_functions_are_shorter_than_forty_lines():
    lengths = sorted(function_lengths())
    assert lengths[int(len(lengths) * 0.95)] < LONG_FUNCTION
