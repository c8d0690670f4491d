# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Any text is a query: never an error, never slow, whatever signs it holds."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amicorum.institutions.search.entries import Body, entries_of
from amicorum.institutions.search.finding import search
from amicorum.institutions.search.index import NameIndex
from amicorum.institutions.search.terms import LONGEST_QUERY, initials, query_text, terms
from tests.institutions.search_register import registered

VIEW = NameIndex(
    entry
    for number, one in enumerate(registered())
    for entry in entries_of(Body(number, "", 6.0), one.all_names, list(one.codes.values()))
).view

HOSTILE = [
    "",
    " ",
    "\0",
    "leiden\0university",
    "\ud800",
    "x" * 10_000,
    "a " * 5_000,
    "ab " * 3_000,
    "universiteit " * 1_000,
    "ﷺ" * 10_000,
    "ルーヴェン" * 2_000,
    "e\u0301" * 5_000,
    "\u200d\u202e" * 2_000,
    "AND OR NOT",
    'name:"leiden" AND -[* TO *]^5 ~2 +(',
    "leiden~",
    "*",
    "?",
    "\\",
    "/.*/",
    "'; DROP TABLE institutions_institution; --",
    "{{ 7 * 7 }}",
    "9" * 400,
    "🎓🎓🎓",
]


@pytest.mark.parametrize("query", HOSTILE, ids=lambda query: ascii(query[:20]))
@pytest.mark.parametrize("typing", [False, True])
def test_a_hostile_query_is_answered_at_once(query, typing):
    started = time.perf_counter()
    assert len(search(VIEW, query, 10, typing=typing)) <= 10
    assert time.perf_counter() - started < 1


@given(st.text(max_size=300))
def test_no_text_is_an_error(query):
    assert len(search(VIEW, query, 10)) <= 10


def test_a_nul_divides_words():
    assert search(VIEW, "leiden\0university", 1) == search(VIEW, "leiden university", 1)


def test_nothing_is_found_without_a_letter_or_digit():
    assert search(VIEW, " -- ?! ", 10) == []


def test_nothing_is_found_in_an_empty_register():
    assert search(NameIndex().view, "leiden", 10) == []


@given(st.text(max_size=2_000))
def test_a_query_is_cut_to_a_hundred_characters(query):
    assert len(query_text(query)) <= LONGEST_QUERY


def test_scripts_without_spaces_are_looked_up_by_pairs_of_characters():
    assert terms("ルーヴェン ku leuven 東京") == ["ルー", "ーヴ", "ヴェ", "ェン", "ku", "leuven", "東京"]


def test_a_name_can_be_shortened_to_its_initials_with_and_without_small_words():
    assert {"ku", "kul", "uva"} <= initials("katholieke universiteit leuven") | initials(
        "universiteit van amsterdam"
    )
    assert "ua" in initials("universiteit van amsterdam")
