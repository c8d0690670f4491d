# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Held pages have a room of a certain size, and what was not asked for longest goes first."""

import itertools

import pytest
import time_machine

from amicorum.site.shelf import ALL_BESIDES, Shelf

numbers = itertools.count()
PAGE = b"x" * 1_000


@pytest.fixture
def name():
    return f"shelf-{next(numbers)}"


@pytest.fixture
def shelf(name):
    """Room for ten pages."""
    return Shelf(name, {"OPTIONS": {"MOST_BYTES": 10 * (len(PAGE) + ALL_BESIDES)}})


def test_what_is_put_in_comes_out(shelf):
    page = (200, {"ETag": "1"}, PAGE)
    shelf.set("key", page)
    assert shelf.get("key") is page
    assert shelf.get("other", "nothing") == "nothing"


def test_threads_share_one_room(shelf, name):
    shelf.set("key", PAGE)
    assert Shelf(name, {}).get("key") == PAGE


def test_what_was_not_asked_for_longest_makes_room(shelf):
    for number in range(10):
        shelf.set(str(number), PAGE)
    shelf.get("0")
    shelf.set("10", PAGE)
    assert shelf.get("0") == PAGE
    assert shelf.get("1") is None
    assert [key for key in map(str, range(11)) if shelf.get(key) is None] == ["1"]


def test_a_page_that_is_put_in_again_takes_its_room_once(shelf):
    for _ in range(50):
        shelf.set("again", PAGE)
    shelf.set("other", PAGE)
    assert (shelf.get("again"), shelf.get("other")) == (PAGE, PAGE)


def test_a_page_for_which_there_is_no_room_is_not_held(shelf):
    shelf.set("small", PAGE)
    shelf.set("large", b"x" * 11_000)
    assert shelf.get("large") is None
    assert shelf.get("small") == PAGE


def test_a_page_is_given_until_its_time_is_over(shelf):
    with time_machine.travel("2026-11-22 12:00+01:00", tick=False) as clock:
        shelf.set("key", PAGE, timeout=60)
        clock.shift(59)
        assert shelf.get("key") == PAGE
        clock.shift(2)
        assert shelf.get("key") is None


def test_what_is_there_is_not_added_again(shelf):
    assert shelf.add("key", PAGE)
    assert not shelf.add("key", b"other")
    assert shelf.get("key") == PAGE


def test_pages_can_be_forgotten(shelf):
    shelf.set("one", PAGE)
    shelf.set("two", PAGE)
    assert (shelf.delete("one"), shelf.delete("one")) == (True, False)
    shelf.clear()
    assert shelf.get("two") is None
